"""Read files of notes beside the window."""

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from framework_qda.errors import ImportFileError
from framework_qda.io.file_types import describe_type
from framework_qda.io.notes_in import notes_from_bytes, read_source
from framework_qda.io.notes_txt import guess_encoding
from framework_qda.ui.importing.plan import ReadFile
from framework_qda.ui.worker import CancelledError, Progress, Task

Request = tuple[Path, str | None]
"""A file, and the encoding that somebody has chosen for it."""


def read_file(path: Path, encoding: str | None = None) -> ReadFile:
    """Read one file; a fault of the file comes back as its problem."""
    found = ""
    try:
        data = read_source(path)
        if describe_type(data) == "text":
            found = encoding or guess_encoding(data)[0]
        notes = notes_from_bytes(data, path.name, encoding)
    except ImportFileError as error:
        return ReadFile(path, problem=str(error), encoding=found)
    return ReadFile(path, notes, encoding=found)


class FileReader(QObject):
    """Read files one after the other in a thread of its own; each is told as soon as it is read."""

    file_read = Signal(object)
    """`ReadFile`."""
    finished = Signal()

    def __init__(self, parent: QObject | None = None, read: Callable[[Path, str | None], ReadFile] = read_file) -> None:
        super().__init__(parent)
        self._read = read
        self._waiting: list[Request] = []
        self._task: Task | None = None
        self._has_left = False

    @property
    def is_running(self) -> bool:
        """Whether something is being read."""
        return self._task is not None

    def start(self, requests: Sequence[Request]) -> None:
        """Read files, after those that are being read."""
        self._waiting.extend(requests)
        if self._task is None:
            self._start_next()

    def cancel(self) -> None:
        """Read no further file; the one in hand is read to its end."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()

    def leave(self) -> None:
        """Cancel, tell nobody any more and go, without waiting for the file in hand; once gone, it stays so."""
        if self._has_left:
            return
        self._has_left = True
        self.cancel()
        self.blockSignals(True)
        self.deleteLater()

    def _start_next(self) -> None:
        requests, self._waiting = tuple(self._waiting), []
        read = self._read
        self._task = Task(lambda progress: _read_all(progress, requests, read))
        self._task.found.connect(self.file_read)
        self._task.ended.connect(self._end)
        self._task.start()

    def _end(self, task: Task) -> None:
        self._task = None
        if self._waiting:
            self._start_next()
        else:
            self.finished.emit()
        with contextlib.suppress(CancelledError):  # anything else is a bug and must be seen
            task.result()


def _read_all(progress: Progress, requests: Sequence[Request], read: Callable[[Path, str | None], ReadFile]) -> None:
    for done, (path, encoding) in enumerate(requests):
        progress.step(done, len(requests))
        progress.tell(read(path, encoding))
