"""What plays the recordings of an interview: which one goes with the notes that are shown, and where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.io.waveforms import keep_waveform, read_waveform
from framework_qda.matrix.listening import Listening, Stretch
from framework_qda.ui.listening.sound import BACK_MS, Sound
from framework_qda.ui.worker import CancelledError, Task

if TYPE_CHECKING:
    from pathlib import Path

    from framework_qda.model import Recording
    from framework_qda.project import Project
    from framework_qda.ui.listening.bar import PlayerBar
    from framework_qda.ui.settings import Settings
    from framework_qda.ui.worker import Progress

SPEED = "speed"
"""Under which name this machine remembers how fast a project's recordings are played."""
NO_RECORDING = "No recording goes with these notes."
MISSING = "The file {name} of this recording is missing."
NONE_YET = "This interview has no recording yet. One is added on the Interviews desk."
NOT_HEARD = "There is no recording for this place."


class Player(QObject):
    """Play through one bar. It changes no project."""

    hinted = Signal(str)
    heard = Signal(str)
    """The paragraph of the notes that is being heard; an empty text while nothing plays."""

    def __init__(self, bar: PlayerBar) -> None:
        super().__init__(bar)
        self.bar = bar
        self.sound = Sound(self)
        self.listening = Listening()
        self._project: Project | None = None
        self._settings: Settings | None = None
        self._document_id = ""
        self._recording: Recording | None = None
        self._heard = ""
        self._task: Task | None = None
        bar.play_pressed.connect(self.toggle)
        bar.back_pressed.connect(self.back)
        bar.speed_chosen.connect(self.set_speed)
        bar.waveform.sought.connect(self.sound.seek)
        self.sound.moved.connect(self._follow)
        self.sound.playing_changed.connect(self._follow_playing)
        self.sound.length_known.connect(bar.waveform.show_length)
        self.sound.failed.connect(self._fail)
        self.sound.remarked.connect(self.hinted)

    # -- what is shown

    @property
    def recording(self) -> Recording | None:
        """The recording that the bar shows."""
        return self._recording

    @property
    def is_reading(self) -> bool:
        """Whether a waveform is being worked out."""
        return self._task is not None

    def begin(self, project: Project, settings: Settings | None) -> None:
        """Play recordings of another project from now on."""
        self.stop()
        self._project, self._settings = project, settings
        remembered = settings.remembered(project.project_id, SPEED) if settings is not None else ""
        self.set_speed(int(remembered) if remembered.isdecimal() and 0 < int(remembered) <= 400 else 100)
        self.show_notes(Listening(), "")

    def show_notes(self, listening: Listening, document_id: str) -> None:
        """Show the recording of a document. What is being heard goes on while it is one of the same interview."""
        self.listening, self._document_id = listening, document_id
        self.bar.setVisible(bool(listening.recordings))
        wanted = listening.recording(document_id)
        is_still_there = self._recording is not None and self._recording.id in {one.id for one in listening.recordings}
        if self.sound.is_playing and is_still_there:
            wanted = next(one for one in listening.recordings if self._recording and one.id == self._recording.id)
        self._show_recording(wanted)

    def show_listening(self, listening: Listening) -> None:
        """Play recordings of an interview without its notes beside them."""
        self.listening, self._document_id = listening, ""
        self.bar.show()

    def stop(self) -> None:
        """Play nothing, and read no waveform."""
        self.sound.close()
        self._drop_task()

    # -- playing

    def toggle(self) -> None:
        """Play on, or pause two seconds further back."""
        if self.sound.is_playing:
            self.sound.pause()
        elif self._load():
            self.sound.play()

    def play_stretch(self, stretch: Stretch | None) -> None:
        """Play a stretch from its beginning to its end; while it is heard, pause."""
        if stretch is None:
            self.hinted.emit(NOT_HEARD if self.listening.recordings else NONE_YET)
            return
        wanted = next((one for one in self.listening.recordings if one.id == stretch.recording_id), None)
        if wanted is not None and self._recording != wanted:
            self._show_recording(wanted)
        if self._load():
            self.sound.play(stretch.start_ms, stretch.end_ms)

    def play_from(self, stretch: Stretch | None) -> None:
        """Play from the beginning of a stretch, and on."""
        self.play_stretch(stretch._replace(end_ms=None) if stretch is not None else None)

    def pause(self) -> None:
        """Pause where it plays."""
        self.sound.pause()

    def back(self) -> None:
        """Go back two seconds, playing or not."""
        self.sound.seek(max(0, self.sound.position - BACK_MS))

    def set_speed(self, speed: int) -> None:
        """Play at another speed, in per cent, and remember it."""
        self.sound.set_speed(speed)
        self._show_speed()

    def step_speed(self, direction: int) -> None:
        """Play one step faster (1) or slower (-1)."""
        self.sound.step_speed(direction)
        self._show_speed()

    # -- within

    def _show_speed(self) -> None:
        self.bar.show_speed(self.sound.speed)
        if self._settings is not None and self._project is not None:
            self._settings.remember(self._project.project_id, SPEED, str(self.sound.speed))

    def _show_recording(self, recording: Recording | None) -> None:
        is_other = recording != self._recording
        self._recording = recording
        can_edit = self._project is not None and not self._project.is_read_only
        self.bar.show_recordings(self.listening.recordings, recording.id if recording else "", can_edit=can_edit)
        if recording is None or self._project is None:
            self.stop()
            self.bar.show_problem(NO_RECORDING)
            return
        file = self._project.recording_file(recording.id)
        if file.problem:
            self.stop()
            self.bar.show_problem(MISSING.format(name=file.path.name), file.problem, can_locate=can_edit)
            return
        if is_other:
            self.stop()
            self.bar.show_problem("")
            self.bar.waveform.show_length(recording.length_ms or 0)
            self.bar.show_position(0)
            self.bar.waveform.show_peaks(read_waveform(recording.sha256, file.path.stat().st_size))

    def _load(self) -> bool:
        """Open the file of the recording that is shown; return whether it can be played as far as is known."""
        if self._recording is None or self._project is None:
            self.hinted.emit(NO_RECORDING if self.listening.recordings else NONE_YET)
            return False
        recording, file = self._recording, self._project.recording_file(self._recording.id)
        if file.problem or self.bar.problem.text():
            self._recording = None  # shown anew, for its file has gone, or may be there again
            self._show_recording(recording)
        if file.problem:
            return False
        position = self.bar.waveform.value()
        is_open = self.sound.path == file.path
        if not self.sound.open(file.path):
            return False
        if not is_open:
            self.sound.seek(position)
            self._read_peaks(file.path, recording.sha256)
        return True

    def _read_peaks(self, path: Path, sha256: str) -> None:
        self._drop_task()
        size = path.stat().st_size
        if kept := read_waveform(sha256, size):
            self.bar.waveform.show_peaks(kept)
            return
        self._task = Task(partial(_work_out_waveform, path, sha256, size))
        self._task.found.connect(self._show_peaks)
        self._task.ended.connect(self._end_task)
        self.destroyed.connect(self._task.cancel)
        self._task.start()

    def _show_peaks(self, found: tuple[bytes, int]) -> None:
        peaks, length = found
        if self.sender() is self._task:
            self.bar.waveform.show_length(self.bar.waveform.length or length)
            self.bar.waveform.show_peaks(peaks)

    def _end_task(self, task: Task) -> None:
        if task is not self._task:
            return
        self._task = None
        try:
            self.bar.waveform.show_peaks(task.result())
        except CancelledError:
            return

    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _follow(self, position: int) -> None:
        self.bar.show_position(position)
        self._tell_heard()

    def _follow_playing(self, is_playing: bool) -> None:
        self.bar.show_playing(is_playing)
        self._tell_heard()

    def _tell_heard(self) -> None:
        own = self.listening.recording(self._document_id)
        is_shown = own is not None and self._recording is not None and own.id == self._recording.id
        heard = ""
        if self.sound.is_playing and is_shown:
            heard = self.listening.paragraph_at(self._document_id, self.sound.position)
        if heard != self._heard:
            self._heard = heard
            self.heard.emit(heard)

    def _fail(self, words: str) -> None:
        self._drop_task()
        self.bar.show_problem(words)
        self.hinted.emit(words)


def _work_out_waveform(path: Path, sha256: str, size: int, progress: Progress) -> bytes:
    from framework_qda.ui.listening.decoding import read_peaks
    from framework_qda.ui.listening.multimedia import NoSoundError

    try:
        peaks = read_peaks(path, progress)
    except NoSoundError:
        return b""  # why it cannot be played is said where it is played
    keep_waveform(sha256, size, peaks)
    return peaks
