"""A long action on the project beside the window: with progress, cancelled as a whole or done as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.errors import FrameworkError
from framework_qda.ui.worker import CancelledError, Progress, Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.operations import Operations


class LongAction(QObject):
    """Do one action in a thread of its own, in which nothing else is written: whoever starts it is modal."""

    progressed = Signal(int, int)
    ended = Signal(object)
    """`Changes`, told by the operations before; `None` where it was cancelled or refused (`failed` says why)."""

    def __init__(
        self, operations: Operations, action: Callable[[Project], Changes], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        project = operations.project

        def work(progress: Progress) -> Changes:
            with project.beside(progress.step) as other:
                return action(other)

        self._task: Task | None = Task(work)
        self._task.progressed.connect(self.progressed)
        self._task.ended.connect(self._settle)

    def start(self) -> None:
        """Begin."""
        if self._task is not None:
            self._task.start()

    def cancel(self) -> None:
        """Stop at the next step and write nothing, unless all is written already."""
        if self._task is not None:
            self._task.cancel()

    def finish(self) -> None:
        """Cancel and wait: when this returns, it is known what has been written."""
        if self._task is not None:
            self._task.cancel()
            self._task.wait()
            self._settle(self._task)

    def _settle(self, task: Task) -> None:
        if self._task is None:
            return
        self._task = None
        changes = None
        try:
            changes = self._operations.take_in(task.result())
        except CancelledError:
            changes = None
        except FrameworkError as error:
            self._operations.failed.emit(str(error))
        self.ended.emit(changes)
