"""The Review desk: walk through the cells that others changed since one looked, with the words that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.matrix.reviewing import read_then_and_now, tell_item
from framework_qda.model import CellState
from framework_qda.text.worddiff import diff_statements
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.chart.reading import references
from framework_qda.ui.keys import make_action
from framework_qda.ui.review.frame import ReviewFrame
from framework_qda.ui.review.looked import Looked
from framework_qda.ui.style import state_look
from framework_qda.ui.widgets.commenting import Commenting
from framework_qda.ui.words import count_words, time_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.reviewing import ReviewItem
    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.operations import Operations

WRITING = ("review.accept", "review.send_back", "review.comment")
SHOWN = ("review.next", "review.accept", "review.send_back", "review.open_cell")
"""Commands with a button; the others stand in the menu."""
NO_WORDS = "There is nothing to accept: the cell has no words."


class ReviewDesk(ReviewFrame):
    """Show what others did, and accept it, send it back or remark on it."""

    title = "Review"
    icon = "ph.checks"
    key_group = "review"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looked: Looked | None = None
        self._hint = ""
        self.commenting = Commenting(self.comments)
        slots = {
            "review.next": lambda: self.go_on(),
            "review.accept": self.accept,
            "review.send_back": lambda: self.comments.ask_why(),
            "review.comment": lambda: self.comments.ask(),
            "review.open_cell": self.open_in_chart,
            "review.mark_all": self.mark_all,
        }
        self.actions_by_id = {name: make_action(self._parent_of(name), name, slot) for name, slot in slots.items()}
        self.put_buttons([self.actions_by_id[name] for name in SHOWN])
        self.list.moved.connect(self._show_item)
        self.list.doubleClicked.connect(lambda _index: self.open_in_chart())
        self.comments.left.connect(self.list.setFocus)
        self.comments.sent_back.connect(lambda _words: self.list.setFocus())
        self.home = self.list

    def _parent_of(self, name: str) -> QWidget:
        is_letter = name in ("review.next", "review.accept", "review.send_back", "review.comment")
        return self.list if is_letter else self

    # -- what every desk does

    def set_project(self, project: Project, operations: Operations) -> None:
        """Show what others changed in a project."""
        super().set_project(project, operations)
        self.commenting.begin(operations)
        self.list.changed_model.tell = lambda item: tell_item(project.overview, item)
        self._looked = Looked(project, self.settings)
        self._read()

    def show_changes(self, changes: Changes) -> None:
        """Show what is to be looked at now; who works may be another."""
        if self._looked is None or not changes.touches("cell", "comment", "interview", "subtopic", "theme", "analyst"):
            return
        if changes.touches("cell", "interview", "subtopic", "theme", "analyst"):
            self._read()
        self.commenting.show_changes(changes)

    def _read(self) -> None:
        looked = self._looked = Looked(self.project, self.settings) if self.settings else self._looked
        assert looked is not None
        row = max(0, self.list.currentIndex().row())
        self.list.changed_model.show_items(looked.items())
        self.list.fit_icons()
        self.list.choose(row)
        self.show_page(has_items=bool(self.list.changed_model.items))
        self._show_item()

    def _show_item(self) -> None:
        item = self.list.current()
        for name, action in self.actions_by_id.items():
            action.setEnabled(item is not None and (name not in WRITING or self.operations.can_edit))
        self.commenting.show_cell(CellPlace(*item.place) if item else None)
        if item is not None:
            self._show_differences(item)
        self.status_changed.emit()

    def _show_differences(self, item: ReviewItem) -> None:
        then, now = read_then_and_now(self.project.overview, item)
        used = {each for content in (then.content, now.content) for one in content for each in one.evidence}
        labels = {key: ref.label for key, ref in references(self.project.read, used).items()}
        self.heading.setText(f"{item.number} {item.label}  ·  {item.code}")
        told = self.list.changed_model.told(item)
        self.facts.setText(f"{item.person.name}, {time_words(item.change.made_at)}: {told}")
        self.diff.show_statements(diff_statements(then.content, now.content), labels)
        was, state = state_look(then.state), state_look(now.state)
        words = f"{state.sign} {state.words}".strip()
        self.state.setText(f"State: {words}" if then.state == now.state else f"State: {was.words} → {words}")

    # -- what a reviewer does

    def go_on(self) -> None:
        """Take the cell for looked at, and go to the next."""
        item = self.list.current()
        if item is not None and self._looked is not None:
            self._looked.mark(item)
            self._read()
            self.list.setFocus()

    def accept(self) -> None:
        """Accept the cell, and go to the next."""
        item = self.list.current()
        if item is None:
            return
        if not self.project.read.cell(*item.place).content:
            self._tell(NO_WORDS)
            return
        if self.project.read.cell(*item.place).state == CellState.REVIEWED:
            self.go_on()  # accepted already, by whom the history says
            return
        if self.operations.run(lambda project: project.accept([item.place])) is not None:
            self.list.setFocus()

    def open_in_chart(self) -> None:
        """Open the cell beside its notes."""
        item = self.list.current()
        if item is not None:
            self.cell_requested.emit(*item.place)

    def mark_all(self) -> None:
        """Take everything for looked at."""
        if self._looked is not None:
            self._looked.mark_all()
            self._read()

    def _tell(self, words: str) -> None:
        self._hint = words
        self.status_changed.emit()

    # -- what the window asks

    def status_text(self) -> str:
        """Return how much there is to look at."""
        words, self._hint = self._hint, ""
        count = self.list.changed_model.rowCount()
        return words or (f"{count_words(count, 'cell')} changed since you last looked" if count else "")

    def place_text(self) -> str:
        """Return the cell at hand."""
        item = self.list.current()
        return f"{item.code} · {item.number} {item.label}" if item else ""

    def here(self) -> tuple[str, str] | None:
        """Return the cell at hand."""
        item = self.list.current()
        return item.place if item else None

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the desk's menu."""
        return tuple(self.actions_by_id.values())
