"""Long work beside the window: progress, cancelling, and errors that come back to the window's thread.

A worker's thread touches one object of Qt, its `Task`, and only to emit signals that are queued. The task belongs
to the application and goes by itself, after its thread: neither the work nor whoever began it can outlive the other
in a way that hurts.
"""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from framework_qda.errors import FrameworkError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor, Future


class CancelledError(FrameworkError):
    """Somebody cancelled the work; nothing was written."""


class Progress:
    """What the work is given: it tells how far it is, and hears here that it is to stop."""

    def __init__(self, step: Callable[[int, int], object], tell: Callable[[object], object]) -> None:
        self._step = step
        self._tell = tell
        self._stop = Event()

    def step(self, done: int, total: int) -> None:
        """Tell how far the work is; raise CancelledError if it is to stop."""
        if self._stop.is_set():
            raise CancelledError("Cancelled; nothing was written.")
        self._step(done, total)

    def tell(self, found: object) -> None:
        """Hand over something that is ready before the rest is."""
        self._tell(found)

    def stop(self) -> None:
        """Let the next step raise."""
        self._stop.set()

    def is_stopped(self) -> bool:
        """Say whether the work is to stop, for work whose steps cannot be counted."""
        return self._stop.is_set()


class Task(QObject):
    """One piece of work in a thread of its own. The work must not touch a widget or the window's project.

    Every signal arrives in the window's thread, in the order in which the work told it. Whoever began it may be
    gone by then; connect methods, not lambdas, so that they go too.
    """

    progressed = Signal(int, int)
    found = Signal(object)
    """Something is ready before the rest is."""
    ended = Signal(object)
    """This task is over and its thread has gone: `result()` gives what it returned, or raises what it raised."""
    _stepped = Signal(int, int)
    _told = Signal(object)
    _returned = Signal()

    def __init__(self, work: Callable[[Progress], Any]) -> None:
        # Were it a child of what the work refers to, freeing it could free its parent, which frees its children.
        super().__init__(QCoreApplication.instance())
        self._work = work
        self._progress = Progress(self._stepped.emit, self._told.emit)
        # These three are emitted in the worker's thread. Queued by name: nothing of Qt may guess whose thread it is.
        queued = Qt.ConnectionType.QueuedConnection
        self._stepped.connect(self._tell_step, queued)
        self._told.connect(self._tell_found, queued)
        self._returned.connect(self._end, queued)
        self._pool: Executor | None = None
        self._future: Future[Any] | None = None
        self._is_given_up = False

    def start(self) -> None:
        """Begin; `ended` comes later, however short the work is."""
        # Needed when something takes long, not to open a window: it takes a hundredth of a second to load.
        from concurrent.futures import ThreadPoolExecutor

        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="task")
        self._future = self._pool.submit(self._work, self._progress)
        self._future.add_done_callback(lambda _future: self._returned.emit())

    def cancel(self) -> None:
        """Stop the work at its next step."""
        self._progress.stop()

    def give_up(self) -> None:
        """Stop the work at its next step; nothing more is told of it."""
        self._is_given_up = True
        self.cancel()

    def wait(self) -> None:
        """Wait until the work is over and its thread has gone; `ended` is told afterwards, unless it was given up."""
        if self._pool is not None:
            self._pool.shutdown(wait=True)

    @Slot(int, int)
    def _tell_step(self, done: int, total: int) -> None:
        if not self._is_given_up:
            self.progressed.emit(done, total)

    @Slot(object)
    def _tell_found(self, found: object) -> None:
        if not self._is_given_up:
            self.found.emit(found)

    @Slot()
    def _end(self) -> None:
        self.wait()
        if not self._is_given_up:
            self.ended.emit(self)
        self.deleteLater()

    def result(self) -> Any:  # noqa: ANN401 (whatever the work returns)
        """Return what the work returned, or raise what it raised."""
        assert self._future is not None
        return self._future.result()
