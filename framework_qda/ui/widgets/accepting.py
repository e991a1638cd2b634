"""Accepting cells: what is said of it, in the status bar and, where somebody should know it, in a message."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.matrix.accepting import cell_name, read_acceptance
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framework_qda.matrix.accepting import Acceptance
    from framework_qda.model import Changes
    from framework_qda.project.overview import Overview
    from framework_qda.ui.operations import Operations

NOTHING_TO_ACCEPT = "There is nothing to accept: the cell has no words."
ALREADY = "It is accepted already. Its history says by whom, and when."
NOT_LAST = "Something else has been done since: undo takes that back first."
TOPIC = "acceptance"
"""What the messages are about: a newer one takes the place of the one before."""


class Accepting(QObject):
    """Accept cells of a project, and tell what was done."""

    hinted = Signal(str)
    """Words for the status bar."""
    told = Signal(str, object)
    """A message with its buttons, or an empty text: the one before is no longer true of what was done last."""
    done = Signal()
    """A button of a message was used: the keyboard is to go back to where it was."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._operations: Operations | None = None
        self._has_told = False
        """Whether a message stands that was told here: another desk takes away only its own."""

    def begin(self, operations: Operations) -> None:
        """Work in another project from now on."""
        if self._operations is not None:
            self._operations.changed.disconnect(self._withdraw)
        self._operations = operations
        operations.changed.connect(self._withdraw)

    def accept(self, places: Sequence[tuple[str, str]]) -> bool:
        """Accept cells as one step; say whether any was."""
        operations = self._operations
        if operations is None or not places:
            return False
        project = operations.project
        acceptance = read_acceptance(project.overview, places, project.analyst_id)
        if not acceptance.count:
            self.hinted.emit(NOTHING_TO_ACCEPT)
            return False
        changes = operations.run(lambda project: project.accept(places))
        if changes is None:
            return False
        if not changes.touched:
            self.hinted.emit(ALREADY)
            return False
        self._tell(acceptance, changes.action_id)
        return True

    def _withdraw(self, changes: Changes) -> None:
        """Take away what was said of an acceptance that is no longer what was done last, on whichever desk."""
        if self._has_told and changes.touches("cell", "comment"):
            self._has_told = False
            self.told.emit("", ())

    def _tell(self, acceptance: Acceptance, action_id: str) -> None:
        self.hinted.emit(hint_of(acceptance))
        words = message_of(acceptance)
        buttons: list[tuple[str, Callable[[], object]]] = []
        if acceptance.remark_ids:
            one = len(acceptance.remark_ids) == 1
            words_of_button = "Resolve it" if one else "Resolve them"
            buttons.append((words_of_button, partial(self._resolve, acceptance.remark_ids)))
        if action_id:
            buttons.append(("Undo", partial(self._undo, action_id)))
        self._has_told = bool(words)
        self.told.emit(words, tuple(buttons) if words else ())

    def _resolve(self, remark_ids: Sequence[str]) -> None:
        if self._operations is not None and self._operations.run(lambda project: project.resolve_comments(remark_ids)):
            self.hinted.emit(f"{count_words(len(remark_ids), 'comment')} resolved.")
        self.done.emit()

    def _undo(self, action_id: str) -> None:
        operations = self._operations
        if operations is None:
            return
        step = operations.project.next_undo()
        if step is None or step.id != action_id:
            self.hinted.emit(NOT_LAST)
        elif operations.run(lambda project: project.undo()) is not None:
            self.hinted.emit("No longer accepted.")
        self.done.emit()


def hint_of(acceptance: Acceptance) -> str:
    """Say what was accepted, for the status bar."""
    if acceptance.count == 1 and not acceptance.without_words:
        own = ", which you charted yourself" if acceptance.own else ""
        return f"Accepted: {acceptance.where}{own}."
    left = acceptance.without_words
    rest = f" {count_words(left, 'cell')} without words left as they were." if left else ""
    return f"{count_words(acceptance.count, 'cell')} accepted.{rest}"


def message_of(acceptance: Acceptance) -> str:
    """Say what somebody who accepts should know, or nothing where all is as it should be.

    Who works alone reads their own cells again, and is not told each time that nobody else did.
    """
    parts = []
    if acceptance.is_unread and acceptance.count == 1:
        parts.append(f"You accepted {acceptance.where}, which you charted yourself: no second person has read it.")
    elif acceptance.is_unread:
        which = "All of them" if acceptance.own == acceptance.count else f"{acceptance.own:,} of them"
        parts.append(
            f"{count_words(acceptance.count, 'cell')} accepted. {which} you charted yourself: no second person has "
            "read them."
        )
    count = len(acceptance.remark_ids)
    if count and not parts:
        parts.append(f"You accepted {acceptance.where or count_words(acceptance.count, 'cell')}.")
    if count:
        on = "it" if acceptance.count == 1 else "them"
        parts.append(f"{count_words(count, 'comment')} on {on} {'is' if count == 1 else 'are'} still open.")
    return " ".join(parts)


def sent_back_words(overview: Overview, places: Sequence[tuple[str, str]]) -> str:
    """Say which cells were sent back, for the status bar."""
    if len(places) == 1:
        return f"Sent back: {cell_name(overview, places[0])}, with your comment."
    return f"{count_words(len(places), 'cell')} sent back with your comment."
