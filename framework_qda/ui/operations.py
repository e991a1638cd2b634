"""The one way in which the window changes a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.errors import FrameworkError

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework_qda.model import Changes
    from framework_qda.project import Project


class Operations(QObject):
    """Run actions on a project, tell what they changed, and say why one could not be done."""

    changed = Signal(object)
    """`Changes` of an action that wrote something."""
    failed = Signal(str)
    """The sentence of a FrameworkError."""

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project

    @property
    def can_edit(self) -> bool:
        """Whether the project may be changed at all."""
        return not self.project.is_read_only

    def run(self, action: Callable[[Project], Changes]) -> Changes | None:
        """Do one action; return what it changed, or `None` if it was refused (`failed` says why)."""
        try:
            changes = action(self.project)
        except FrameworkError as error:
            self.failed.emit(str(error))
            return None
        if changes.touched:
            self.changed.emit(changes)
        return changes
