"""Reading the sound of a file in a worker: its length and its waveform."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QEventLoop, QObject, QTimer, QUrl

from framework_qda.matrix.waveform import PeakMeter, SampleKind
from framework_qda.ui.listening.multimedia import NoSoundError, load_multimedia
from framework_qda.ui.worker import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from framework_qda.ui.worker import Progress

PATIENCE_MS = 8000
"""After how long without a sign of life reading is given up: some files make the decoder wait for ever."""
LENGTH_PATIENCE_MS = 3000
"""After how long a file that tells no length is taken as one without."""
TOLD_EVERY = 0.04
"""After which part of a file the waveform is shown further."""
BUSY_S, REST_S = 0.0008, 0.001
"""How long reading goes on before it rests, and for how long: typing must never wait for the waveform."""
UNREADABLE = "The waveform of {name} cannot be drawn: the sound is damaged, or of a kind that is not known here."


class _Reading:
    """An event loop of the worker's thread, ended by a result, a fault, a cancelled task or silence."""

    def __init__(self, progress: Progress, patience_ms: int) -> None:
        self._progress = progress
        self._loop = QEventLoop()
        self._watchdog = QTimer()
        self._watchdog.setInterval(patience_ms)
        self._watchdog.timeout.connect(self.end)
        self._pulse = QTimer()
        self._pulse.setInterval(100)
        self._pulse.timeout.connect(self._look_round)
        self._done, self._total = 0, 0
        self._is_over = False
        self._cancelled: CancelledError | None = None

    def run(self) -> None:
        """Wait for the end, once; raise CancelledError where the task was cancelled."""
        if not self._is_over:  # a file that cannot be opened is told of before anybody waits
            self._watchdog.start()
            self._pulse.start()
            self._loop.exec()
        for each in (self._watchdog, self._pulse, self._loop):
            # Here, not whenever Python gets to it: another thread must not free what lives in this one.
            shiboken6.delete(each)
        if self._cancelled is not None:
            raise self._cancelled

    def tell(self, done: int, total: int) -> None:
        """Take note that it goes on."""
        self._done, self._total = done, total
        self._watchdog.start()

    def end(self) -> None:
        """End the wait."""
        if not self._is_over:  # stopping the decoder says once more that it is finished
            self._is_over = True
            self._loop.quit()

    def _look_round(self) -> None:
        try:
            self._progress.step(self._done, self._total)
        except CancelledError as error:
            self._cancelled = error
            self.end()


def read_length(path: Path, progress: Progress) -> int | None:
    """Return the length of a sound file in ms, or `None` where it cannot be told here. For a worker's thread."""
    try:
        multimedia = load_multimedia()
    except NoSoundError:
        return None
    reading = _Reading(progress, LENGTH_PATIENCE_MS)
    player = multimedia.QMediaPlayer()
    player.errorOccurred.connect(lambda _error, _words: reading.end())
    player.mediaStatusChanged.connect(lambda status: _end_when_loaded(multimedia, status, reading.end))
    player.setSource(QUrl.fromLocalFile(str(path)))
    try:
        reading.run()
        length = int(player.duration())
    finally:
        shiboken6.delete(player)
    return length if length > 0 else None


def _end_when_loaded(multimedia: Any, status: object, end: Callable[[], None]) -> None:  # noqa: ANN401
    if status in (multimedia.QMediaPlayer.MediaStatus.LoadedMedia, multimedia.QMediaPlayer.MediaStatus.InvalidMedia):
        end()


class _Decoding(QObject):
    """Read the buffers of a decoder into a meter."""

    def __init__(self, multimedia: Any, path: Path, reading: _Reading, progress: Progress) -> None:  # noqa: ANN401
        super().__init__()
        self._reading = reading
        self._progress = progress
        self._told = 0
        self._rest_at = 0.0
        self._meter: PeakMeter | None = None
        self.is_whole = False
        formats = multimedia.QAudioFormat.SampleFormat
        self._kinds: dict[object, SampleKind] = {
            formats.UInt8: "B",
            formats.Int16: "h",
            formats.Int32: "i",
            formats.Float: "f",
        }
        # No format may be asked for: with one, the decoder never ends on files that some recorders write.
        self.decoder = multimedia.QAudioDecoder(self)
        self.decoder.bufferReady.connect(self._take)
        self.decoder.finished.connect(self._finish)
        self.decoder.error.connect(self._fail)
        self.decoder.setSource(QUrl.fromLocalFile(str(path)))
        self.decoder.start()

    def peaks(self) -> bytes:
        return self._meter.peaks() if self._meter is not None else b""

    def _take(self) -> None:
        while self.decoder.bufferAvailable():
            buffer = self.decoder.read()
            if not buffer.isValid():
                return
            shape = buffer.format()
            kind = self._kinds.get(shape.sampleFormat())
            if kind is None:
                self._reading.end()
                return
            if self._meter is None:
                self._meter = PeakMeter(shape.sampleRate(), shape.channelCount(), kind)
            self._meter.add(memoryview(buffer.constData()).cast("B").cast(kind))
            self._rest()
        if self._meter is not None:
            length = int(self.decoder.duration())
            self._reading.tell(self._meter.length_ms, length)
            if length > 0 and self._meter.length_ms - self._told > length * TOLD_EVERY:
                self._told = self._meter.length_ms
                self._progress.tell((self.peaks(), length))

    def _rest(self) -> None:
        """Let the window's thread have Python in between."""
        if time.perf_counter() > self._rest_at:
            time.sleep(REST_S)
            self._rest_at = time.perf_counter() + BUSY_S

    def _finish(self) -> None:
        self.is_whole = True
        self._reading.end()

    def _fail(self, _error: object) -> None:
        self._reading.end()


def read_peaks(path: Path, progress: Progress) -> bytes:
    """Return the waveform of a sound file, as `PeakMeter` makes it. For a worker's thread.

    Tell (peaks so far, length in ms) on the way. Raise NoSoundError where sound cannot be read.
    """
    multimedia = load_multimedia()
    reading = _Reading(progress, PATIENCE_MS)
    decoding = _Decoding(multimedia, path, reading, progress)
    try:
        reading.run()
        peaks = decoding.peaks()
        is_whole = decoding.is_whole
    finally:
        decoding.decoder.stop()
        shiboken6.delete(decoding)
    if not peaks or not is_whole:
        raise NoSoundError(UNREADABLE.format(name=path.name))
    return peaks
