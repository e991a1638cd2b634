"""Questions that are answered beside the window, of which only the newest counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from framework_qda.errors import FrameworkError
from framework_qda.ui.worker import CancelledError, Progress, Task

if TYPE_CHECKING:
    from collections.abc import Callable


class NewestTask(QObject):
    """Do one piece of work after another beside the window; a newer one stops the one before, whose end is not told."""

    progressed = Signal(int, int)
    told = Signal(object)
    """The newest work has something ready before the rest is."""
    found = Signal(object)
    """What the newest work returned."""
    failed = Signal(str)
    """Why the newest work returned nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None

    @property
    def is_running(self) -> bool:
        """Whether something is still worked on."""
        return self._task is not None

    def start(self, work: Callable[[Progress], Any]) -> None:
        """Begin; what was begun before is given up."""
        self.cancel()
        self._task = Task(work)
        self._task.progressed.connect(self.progressed)
        self._task.found.connect(self.told)
        self._task.ended.connect(self._settle)
        self._task.start()

    def cancel(self) -> None:
        """Give up what was begun."""
        task, self._task = self._task, None
        if task is not None:
            task.progressed.disconnect(self.progressed)
            task.found.disconnect(self.told)
            task.cancel()

    def _settle(self, task: Task) -> None:
        if task is not self._task:
            return
        self._task = None
        try:
            found = task.result()
        except CancelledError:
            return
        except FrameworkError as error:
            self.failed.emit(str(error))
        else:
            self.found.emit(found)
