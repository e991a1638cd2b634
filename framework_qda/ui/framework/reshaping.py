"""Changes to a sub-topic with all that is charted under it: moved, split, merged, revised, looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QLineEdit

from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.reshaping import (
    column_stand,
    column_statements,
    is_reworded,
    stale_places,
    tags_for,
)
from framework_qda.model import Subtopic
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from framework_qda.matrix.grid import GridColumn
    from framework_qda.ui.framework.desk import FrameworkDesk


REWORDED = "reworded"
"""What the messages are about: a newer one takes the place of the one before."""


class Reshaping(QObject):
    """What the Framework desk does to the chosen sub-topic together with its cells; each is one undo step."""

    def __init__(self, desk: FrameworkDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._before: tuple[str, str] | None = None

    # -- moved, split, merged

    def move_to(self) -> None:
        """Ask for another place of the chosen sub-topic, and put it there."""
        column = self._column()
        if column is None:
            return
        from framework_qda.ui.framework.place_dialog import PlaceDialog

        read = self._desk.project.read
        dialog = PlaceDialog(column, framework_outline(read), column_stand(read, column.subtopic_id), self._desk)
        if _is_wanted(dialog):
            theme_id, after = dialog.theme_id, dialog.after_id
            changes = self._desk.operations.run(
                lambda project: project.place_subtopic(column.subtopic_id, theme_id, after=after)
            )
            if changes is not None:
                self._desk.view.choose(column.subtopic_id)

    def split(self) -> None:
        """Ask which statements go into a sub-topic of their own, and move them."""
        column = self._column()
        if column is None:
            return
        from framework_qda.ui.framework.split_dialog import SplitDialog

        read = self._desk.project.read
        statements = column_statements(read, column.subtopic_id)
        tags = tags_for(read, column.subtopic_id)
        dialog = SplitDialog(f"{column.number} {column.label}", statements, tags, self._desk)
        if not _is_wanted(dialog):
            return
        chosen, label = dialog.chosen(), dialog.label.text().strip()
        definition = dialog.definition.toPlainText().strip()
        changes = self._desk.operations.run(
            lambda project: project.split_subtopic(column.subtopic_id, label, definition, chosen)
        )
        if changes is not None:
            self._desk.view.choose(changes.new_id)
            moved = count_words(sum(map(len, chosen.values())), "statement")
            self._tell(f"{column.number} was split: {moved} went into “{label}”. One step of undo brings all back.")

    def merge(self) -> None:
        """Ask which sub-topic takes in the chosen one, and merge them."""
        column = self._column()
        if column is None:
            return
        from framework_qda.ui.framework.merge_dialog import MergeDialog

        read = self._desk.project.read
        own = read.get(Subtopic, column.subtopic_id)
        outline = framework_outline(read)
        # Those of the same theme come first: a neighbour is the likely one.
        themes = sorted(outline, key=lambda theme: own is None or theme.theme.id != own.theme_id)
        targets = [each for theme in themes for each in theme.columns if each.subtopic_id != column.subtopic_id]
        if not targets:
            self._tell("There is no other sub-topic to merge it with.")
            return
        dialog = MergeDialog(column, targets, lambda key: column_stand(read, key), self._desk)
        if not _is_wanted(dialog):
            return
        target_id, definition = dialog.target_id, dialog.merged_definition()
        changes = self._desk.operations.run(
            lambda project: project.merge_subtopics(column.subtopic_id, target_id, definition)
        )
        if changes is not None:
            self._desk.view.choose(target_id)
            self._tell(f"“{column.label}” was merged. One step of undo brings both back as they were.")

    # -- definitions

    def note_definition(self, subtopic_id: str, before: str) -> None:
        """Remember what a definition was before the visit of its field."""
        if self._before is None or self._before[0] != subtopic_id:
            self._before = (subtopic_id, before)

    def weigh_definition(self) -> None:
        """Offer to mark what was charted under another definition, now that it is no longer being typed."""
        before, self._before = self._before, None
        subtopic = self._desk.project.read.get(Subtopic, before[0]) if before else None
        if before is None or subtopic is None or not is_reworded(before[1], subtopic.definition):
            return
        begun = column_stand(self._desk.project.read, subtopic.id).begun
        if begun and before[1].strip():
            verb = "was" if begun == 1 else "were"
            words = f"{count_words(begun, 'cell')} {verb} charted under the earlier definition of “{subtopic.label}”."
            buttons = (
                ("Mark them to be looked at again…", lambda: self.revise(subtopic.id)),
                ("It was only wording", lambda: None),
            )
            self._desk.offer_wanted.emit(REWORDED, words, buttons, lambda: self._is_still_reworded(before))

    def _is_still_reworded(self, before: tuple[str, str]) -> bool:
        """Say whether cells stand under another definition than they were charted under, and nobody has said so."""
        subtopic_id, definition = before
        read = self._desk.project.read
        subtopic = read.get(Subtopic, subtopic_id)
        if subtopic is None or not is_reworded(definition, subtopic.definition):
            return False
        return len(stale_places(read, subtopic_id)) < column_stand(read, subtopic_id).begun

    def revise(self, subtopic_id: str = "") -> None:
        """Ask what is different, and mark what was charted before."""
        column = self._column(subtopic_id)
        if column is None:
            return
        begun = count_words(column_stand(self._desk.project.read, column.subtopic_id).begun, "cell")
        dialog = PlainDialog(
            f"Mark the cells of {column.number} to be looked at again",
            f"{begun} charted so far will show that the sub-topic has changed since, and why.",
            "Mark",
            self._desk,
        )
        reason = QLineEdit("The definition has changed")
        reason.setAccessibleName("What is different")
        reason.selectAll()
        dialog.body.addWidget(reason)
        reason.setFocus()
        if _is_wanted(dialog):
            words = reason.text().strip()
            self._desk.operations.run(lambda project: project.note_revision(column.subtopic_id, words))

    def settle(self) -> None:
        """Say of all cells of the chosen sub-topic that they still fit."""
        column = self._column()
        places = stale_places(self._desk.project.read, column.subtopic_id) if column else []
        if places and self._desk.operations.run(lambda project: project.settle(places)) is not None:
            self._tell(f"{count_words(len(places), 'cell')} still {'fits' if len(places) == 1 else 'fit'}.")

    def show_stale(self) -> None:
        """Go to the first cell of the chosen sub-topic that is to be looked at."""
        column = self._column()
        places = stale_places(self._desk.project.read, column.subtopic_id) if column else []
        if places:
            self._desk.record_requested.emit("stale", places[0][1])

    def tags(self) -> None:
        """Keep the tags of the chosen sub-topic."""
        column = self._column()
        if column is None:
            return
        from framework_qda.ui.framework.tags_dialog import TagsDialog

        heading = f"{column.number} {column.label}"
        dialog = TagsDialog(self._desk.operations, column.subtopic_id, heading, self._desk)
        dialog.exec()
        dialog.deleteLater()

    def rehome(self) -> None:
        """List the statements of the whole project that wait for a better sub-topic."""
        from framework_qda.ui.rehoming.dialog import open_rehoming

        self._desk.finish_editing()
        open_rehoming(self._desk.operations, self._desk)

    # -- within

    def _column(self, subtopic_id: str = "") -> GridColumn | None:
        self._desk.finish_editing()
        key = subtopic_id or self._desk.chosen_subtopic_id()
        outline = framework_outline(self._desk.project.read)
        return next((each for theme in outline for each in theme.columns if each.subtopic_id == key), None)

    def _tell(self, words: str, *buttons: object) -> None:
        self._desk.message_wanted.emit(words, list(buttons))


def _is_wanted(dialog: QDialog) -> bool:
    is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_wanted
