"""Who is working: the analysts of a project with their initials and colours, one of whom signs what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QWidget

from framework_qda.matrix.analysts import COLOURS, AnalystMark, analyst_marks, free_colour
from framework_qda.model import Analyst
from framework_qda.text.initials import initials_of
from framework_qda.ui.style import em, icon, set_role
from framework_qda.ui.widgets.analyst_chip import analyst_icon, analyst_icon_size
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.fields import FieldSpec
from framework_qda.ui.widgets.forms import Form

if TYPE_CHECKING:
    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.operations import Operations

NEW = ""
"""What stands in the list for somebody who is not yet in the project."""
LEAST_ROWS, MOST_ROWS = 4, 8
_LONGEST = 28
_WORDS = (
    "Entries will be signed with this name, and colleagues see it in the history. It is what was typed here: nobody "
    "checks it, and it proves nothing about who sat at the computer. This computer asks once for each project."
)
_FIELDS = (
    FieldSpec("name", "Name", hint="as colleagues should see it"),
    FieldSpec("initials", "Initials", hint="those of the name"),
    FieldSpec("colour", "Colour", "choice", choices=tuple(COLOURS.items())),
)


class AnalystDialog(PlainDialog):
    """Choose who works: `analyst_id` once it is accepted. Each change of a name, initials or colour is one action."""

    def __init__(
        self, project: Project, operations: Operations, current_id: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("Who is working?", _WORDS, "Go on", parent)
        self._project = project
        self._operations = operations
        self._shown_id: str | None = None
        self.analyst_id = ""
        self.list = QListWidget()
        self.list.setAccessibleName("Analysts")
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        set_role(self.list, "framed")
        self.form = Form()
        self.form.set_fields(_FIELDS)
        self._add_swatches()
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.form)
        self.refresh()
        self._choose(self._likely(current_id, name))
        if self.chosen_id == NEW:
            self.form.fields["name"].show(name)
        self.list.currentItemChanged.connect(self._show_chosen)
        self.list.itemClicked.connect(self._begin_new)
        self.form.edited.connect(self._write)
        operations.changed.connect(self._show_changes)
        operations.failed.connect(self.tell_problem)
        self._show_chosen_words()
        (self.form.fields["name"].widget if self.chosen_id == NEW else self.list).setFocus()
        self.setMinimumWidth(em(self, 38))

    # -- what is chosen

    @property
    def chosen_id(self) -> str:
        """The id of the analyst who is chosen, or empty for somebody new."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else NEW

    def accept(self) -> None:
        """Go on once there is a name; somebody new is added to the project."""
        self.form.finish()
        self.analyst_id = self.chosen_id or self._add()
        if self.analyst_id:
            super().accept()

    def done(self, result: int) -> None:
        """Write the field that is being typed, then close."""
        if self.chosen_id != NEW:
            self.form.finish()
        super().done(result)

    def _likely(self, current_id: str, name: str) -> str:
        """Return who is chosen at first, so that Enter alone settles it; somebody new only where a name is known."""
        analysts = self._project.read.all(Analyst)
        first_id = analysts[0].id if analysts and not name else NEW
        return next((each.id for each in analysts if name and each.name == name), current_id or first_id)

    def _add(self) -> str:
        values = {spec.name: str(self.form.fields[spec.name].take() or "") for spec in _FIELDS}
        name = values["name"]
        if not name:
            self._refuse("Write your name, or choose one above.")
            return ""
        if any(each.name.casefold() == name.casefold() for each in self._project.read.all(Analyst)):
            self._refuse(f"{name} stands in the list above already: choose that line.")
            return ""
        values["initials"] = values["initials"] or initials_of(name)
        changes = self._operations.run(lambda project: project.add(Analyst, **values))
        return changes.new_id if changes is not None else ""

    def _refuse(self, words: str) -> None:
        self.tell_problem(words)
        self.form.fields["name"].widget.setFocus()

    # -- what is shown

    def refresh(self) -> None:
        """Show the analysts as they are now."""
        chosen = self.chosen_id
        with QSignalBlocker(self.list):
            self.list.clear()
            marks = analyst_marks(self._project.read)
            self.list.setIconSize(analyst_icon_size(self.list.font(), marks.values()))
            for analyst_id, mark in marks.items():
                self._add_line(mark.name, analyst_id, mark)
            self._add_line("Somebody else", NEW, None)
            self._choose(chosen)
        rows = min(self.list.count(), MOST_ROWS)
        row_height = max(self.list.sizeHintForRow(0), 1)
        self.list.setMinimumHeight(min(rows, LEAST_ROWS) * row_height)  # where the screen is low, the list scrolls
        self.list.setMaximumHeight(rows * row_height + 2 * self.list.frameWidth() + em(self, 0.3))

    def _add_line(self, words: str, analyst_id: str, mark: AnalystMark | None) -> None:
        sign = analyst_icon(mark, self.list.font(), self.list.iconSize()) if mark else icon("ph.user-plus")
        item = QListWidgetItem(sign, words)
        item.setData(Qt.ItemDataRole.UserRole, analyst_id)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {mark.initials}" if mark else words)
        self.list.addItem(item)

    def _choose(self, analyst_id: str) -> None:
        rows = range(self.list.count())
        ids = [str(self.list.item(row).data(Qt.ItemDataRole.UserRole)) for row in rows]
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(ids.index(analyst_id) if analyst_id in ids else len(ids) - 1)
        self._show_values()

    def _show_chosen(self) -> None:
        if self._shown_id != NEW:
            self.form.finish()
        self.tell_problem("")
        self._show_values()
        self._show_chosen_words()

    def _begin_new(self) -> None:
        """Let somebody new, who was clicked, write a name at once; arrows only pass by that line."""
        if self.chosen_id == NEW:
            self.form.fields["name"].widget.setFocus()

    def _show_values(self) -> None:
        chosen = self.chosen_id
        if chosen == self._shown_id == NEW:
            return  # what is being typed of somebody new stands in no project yet
        self._shown_id = chosen
        analyst = self._project.read.get(Analyst, chosen) if chosen else None
        mark = analyst_marks(self._project.read).get(chosen)
        self.form.show_values(
            {
                "name": analyst.name if analyst else "",
                "initials": analyst.initials if analyst else "",
                "colour": mark.colour if mark else free_colour(self._project.read.all(Analyst)),
            },
            chosen,
        )
        self.form.set_enabled(self._operations.can_edit)

    def _show_chosen_words(self) -> None:
        item = self.list.currentItem()
        name = item.text() if item and self.chosen_id else ""
        self.accept_button.setText(f"Go on as {name}".replace("&", "&&") if 0 < len(name) <= _LONGEST else "Go on")

    def _show_changes(self, changes: Changes) -> None:
        if changes.touches("analyst"):
            self.refresh()
            self._show_values()
            self._show_chosen_words()

    # -- what is written

    def _write(self, name: str, value: object) -> None:
        analyst_id = self._shown_id
        if not analyst_id:
            return
        if name == "name" and not value:
            self._refuse("A name cannot be empty: it stands in the history.")
            self.form.fields["name"].take_back()
            return

        def change(project: Project) -> Changes:
            return project.change(Analyst, analyst_id, **{name: value})

        self.form.write(name, self._operations, lambda: self._operations.run(change))

    def _add_swatches(self) -> None:
        combo = self.form.fields["colour"].widget
        assert isinstance(combo, QComboBox)
        combo.setIconSize(analyst_icon_size(self.font(), [AnalystMark("", "  ")]))
        for place, colour in enumerate(COLOURS):
            combo.setItemIcon(place, analyst_icon(AnalystMark("", "  ", colour), self.font()))
