"""Long work beside the window: progress, cancelling, and errors that come back to the window's thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from framework_qda.errors import FrameworkError


class CancelledError(FrameworkError):
    """Somebody cancelled the work; nothing was written."""


class Progress:
    """What the work is given: it tells how far it is, and hears here that it is to stop."""

    def __init__(self, tell: Callable[[int, int], object]) -> None:
        self._tell = tell
        self._stop = Event()

    def step(self, done: int, total: int) -> None:
        """Tell how far the work is; raise CancelledError if it is to stop."""
        if self._stop.is_set():
            raise CancelledError("Cancelled; nothing was written.")
        self._tell(done, total)

    def stop(self) -> None:
        """Let the next step raise."""
        self._stop.set()


class Task(QObject):
    """One piece of work in a thread of its own. The work must not touch a widget or the window's project."""

    progressed = Signal(int, int)
    ended = Signal()
    """The work is over: `result()` gives what it returned, or raises what it raised. Told in the window's thread."""
    _stepped = Signal(int, int)
    _returned = Signal()

    def __init__(self, work: Callable[[Progress], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._progress = Progress(self._stepped.emit)
        # Emitted in the worker's thread; bound methods of this object are called in the thread where it lives.
        self._stepped.connect(self._tell_step)
        self._returned.connect(self._tell_end)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="task")
        self._future: Future[Any] | None = None

    def start(self) -> None:
        """Begin."""
        self._future = self._pool.submit(self._work, self._progress)
        self._future.add_done_callback(lambda _future: self._returned.emit())
        self._pool.shutdown(wait=False)

    def cancel(self) -> None:
        """Stop the work at its next step."""
        self._progress.stop()

    def wait(self) -> None:
        """Wait until the work is over."""
        self._pool.shutdown(wait=True)

    @Slot(int, int)
    def _tell_step(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    @Slot()
    def _tell_end(self) -> None:
        self.ended.emit()

    def result(self) -> Any:  # noqa: ANN401 (whatever the work returns)
        """Return what the work returned, or raise what it raised."""
        assert self._future is not None
        return self._future.result()
