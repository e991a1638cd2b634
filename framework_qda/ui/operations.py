"""The one way in which the window changes a project."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from framework_qda.errors import FrameworkError, NotSavedError, RefusedError
from framework_qda.ui.unsent import Unsent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from framework_qda.model import Changes
    from framework_qda.project import Project


class Holder(Protocol):
    """Who holds words that are not yet written."""

    def unsaved_words(self) -> str:
        """Return them as they stand."""


@dataclass(frozen=True, eq=False)
class WordsSetAside:
    """Words that could not be written, and whose field shows something else by now."""

    words: str

    def unsaved_words(self) -> str:
        """Return them."""
        return self.words


@dataclass(slots=True)
class Visit:
    """One visit of a field, known by a `key`: the action that it writes, and whether the last of it was refused.

    `is_unsaved`: it was the disk that refused it.
    """

    key: object
    action_id: str = ""
    is_under_way: bool = False
    is_refused: bool = False
    is_unsaved: bool = False


class Operations(QObject):
    """Run actions on a project, tell what they changed, and say why one could not be done."""

    changed = Signal(object)
    """`Changes` of an action that wrote something."""
    failed = Signal(str)
    """The sentence of a FrameworkError."""
    steps_changed = Signal()
    """Another action than before is the next to be undone or redone, though nothing was written."""

    unsaved_changed = Signal()
    """Something has been typed that is not yet written, or nothing is left to write."""

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.unsaved: dict[Holder, None] = {}
        """Who holds words that are not yet written, in the order of typing."""
        self.unsent = Unsent()
        """What is being written as a comment and not sent, which is no part of the project."""
        self._visit = Visit(None)

    @property
    def can_edit(self) -> bool:
        """Whether the project may be changed at all."""
        return not self.project.is_read_only

    @contextmanager
    def visiting(self, key: object) -> Iterator[Visit]:
        """Let what is run in the block be one undo step with what was run under the same key just before."""
        visit = self._visit = self._visit if self._visit.key is key else Visit(key)
        visit.is_under_way, visit.is_refused, visit.is_unsaved = True, False, False
        try:
            with self.project.joining(visit.action_id):
                yield visit
        finally:
            visit.is_under_way = False

    def run(
        self, action: Callable[[Project], Changes], refused: Callable[[str], object] | None = None
    ) -> Changes | None:
        """Do one action; return what it changed, or `None` if it could not be done (`failed` says why).

        What the project refuses as things stand is told to `refused` instead, if that is given.
        """
        try:
            changes = action(self.project)
        except FrameworkError as error:
            self._visit.is_refused = True
            self._visit.is_unsaved = isinstance(error, NotSavedError)
            tell = self.failed.emit if refused is None or not isinstance(error, RefusedError) else refused
            tell(str(error))
            return None
        return self._told(changes)

    def note_unsaved(self, holder: Holder, *, is_unsaved: bool) -> None:
        """Take note that somebody holds words that are not yet written, or none any more."""
        if is_unsaved != (holder in self.unsaved):
            if is_unsaved:
                self.unsaved[holder] = None
            else:
                del self.unsaved[holder]
            self.unsaved_changed.emit()

    def unsaved_words(self) -> str:
        """Return all that is typed and not yet written."""
        return "\n\n".join(filter(None, (holder.unsaved_words() for holder in self.unsaved)))

    def skip_undo(self) -> None:
        """Leave the step that undo would take back, and go on with the one before."""
        self.project.skip_undo()
        self.steps_changed.emit()

    def skip_redo(self) -> None:
        """Leave the step that redo would bring back, and go on with the one before."""
        self.project.skip_redo()
        self.steps_changed.emit()

    def take_in(self, changes: Changes) -> Changes:
        """Tell what an action changed that was done beside the window."""
        return self._told(self.project.catch_up(changes))

    def _told(self, changes: Changes) -> Changes:
        if changes.touched:
            if self._visit.is_under_way:
                self._visit.action_id = changes.action_id
            self.changed.emit(changes)
        return changes
