"""The one way in which the window changes a project."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.errors import FrameworkError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from framework_qda.model import Changes
    from framework_qda.project import Project


@dataclass(slots=True)
class Visit:
    """One visit of a field, known by a `key`: the action that it writes, and whether the last of it was refused."""

    key: object
    action_id: str = ""
    is_under_way: bool = False
    is_refused: bool = False


class Operations(QObject):
    """Run actions on a project, tell what they changed, and say why one could not be done."""

    changed = Signal(object)
    """`Changes` of an action that wrote something."""
    failed = Signal(str)
    """The sentence of a FrameworkError."""

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self._visit = Visit(None)

    @property
    def can_edit(self) -> bool:
        """Whether the project may be changed at all."""
        return not self.project.is_read_only

    @contextmanager
    def visiting(self, key: object) -> Iterator[Visit]:
        """Let what is run in the block be one undo step with what was run under the same key just before."""
        visit = self._visit = self._visit if self._visit.key is key else Visit(key)
        visit.is_under_way, visit.is_refused = True, False
        try:
            with self.project.joining(visit.action_id):
                yield visit
        finally:
            visit.is_under_way = False

    def run(self, action: Callable[[Project], Changes]) -> Changes | None:
        """Do one action; return what it changed, or `None` if it was refused (`failed` says why)."""
        try:
            changes = action(self.project)
        except FrameworkError as error:
            self._visit.is_refused = True
            self.failed.emit(str(error))
            return None
        return self._told(changes)

    def take_in(self, changes: Changes) -> Changes:
        """Tell what an action changed that was done beside the window."""
        return self._told(self.project.catch_up(changes))

    def _told(self, changes: Changes) -> Changes:
        if changes.touched:
            if self._visit.is_under_way:
                self._visit.action_id = changes.action_id
            self.changed.emit(changes)
        return changes
