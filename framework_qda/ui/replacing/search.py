"""The search for places beside the window: the newest question counts, one before it is given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.errors import FrameworkError
from framework_qda.matrix.replacing import Hits, find_hits
from framework_qda.project.overview import looking
from framework_qda.ui.worker import CancelledError, Progress, Task

if TYPE_CHECKING:
    from pathlib import Path

    from framework_qda.matrix.replacing import Wanted


class HitSearch(QObject):
    """Look for words in a project file, one question after another."""

    progressed = Signal(int, int)
    found = Signal(object)
    """The `Hits` of the newest question."""
    failed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._task: Task | None = None

    @property
    def is_running(self) -> bool:
        """Whether a question is still open."""
        return self._task is not None

    def start(self, wanted: Wanted) -> None:
        """Ask; what was asked before is not answered any more."""
        self.cancel()
        path = self._path

        def work(progress: Progress) -> Hits:
            with looking(path) as reader:
                return find_hits(reader, wanted, progress.step)

        self._task = Task(work)
        self._task.progressed.connect(self.progressed)
        self._task.ended.connect(self._settle)
        self._task.start()

    def cancel(self) -> None:
        """Give up what was asked."""
        task, self._task = self._task, None
        if task is not None:
            task.progressed.disconnect(self.progressed)
            task.cancel()

    def _settle(self, task: Task) -> None:
        if task is not self._task:
            return
        self._task = None
        try:
            hits = task.result()
        except CancelledError:
            return
        except FrameworkError as error:
            self.failed.emit(str(error))
        else:
            self.found.emit(hits)
