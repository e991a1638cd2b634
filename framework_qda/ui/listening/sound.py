"""One recording as it is played: from where to where, how fast, and why it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal

from framework_qda.ui.listening.multimedia import HELP, NO_BACKEND, NoSoundError, load_multimedia

if TYPE_CHECKING:
    from pathlib import Path

BACK_MS = 2000
"""How far a pause goes back: one hears the last words again before going on."""
SPEEDS = (50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 175, 200)
"""In per cent; voices keep their pitch."""
NO_DEVICE = "No loudspeaker or headphones were found: the recording runs, but nothing is heard."


class Sound(QObject):
    """Play one file. Positions are in ms; nothing of Qt's multimedia is loaded before `open()`."""

    moved = Signal(int)
    """The place that is heard now."""
    playing_changed = Signal(bool)
    length_known = Signal(int)
    failed = Signal(str)
    """Why the file cannot be played, in a sentence."""
    remarked = Signal(str)
    """What is to be known though it plays, in a sentence."""
    ended = Signal()
    """A stretch, or the file, was heard to its end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player: Any = None
        self._path: Path | None = None
        self._is_loaded = False
        self._is_wanted = False
        self._position = 0
        self._start = 0
        self._end: int | None = None
        self._speed = 100

    # -- what is played

    @property
    def path(self) -> Path | None:
        """The file that is open."""
        return self._path

    @property
    def is_playing(self) -> bool:
        """Whether it plays, or will as soon as the file is loaded."""
        return self._is_wanted

    @property
    def position(self) -> int:
        """The place that is heard, or would be."""
        return self._position

    @property
    def speed(self) -> int:
        """How fast it plays, in per cent."""
        return self._speed

    def open(self, path: Path) -> bool:
        """Open a file, from its beginning; return whether sound can be played here at all (`failed` says why not)."""
        if path == self._path and self._player is not None:
            return True
        self.close()
        try:
            self._make_player()
        except NoSoundError as error:
            self.failed.emit(str(error))
            return False
        self._path = path
        self._player.setSource(QUrl.fromLocalFile(str(path)))
        return True

    def close(self) -> None:
        """Play nothing and hold no file."""
        self._stop()
        self._path = None
        self._is_loaded = False
        self._position = self._start = 0
        self._end = None
        if self._player is not None:
            self._player.setSource(QUrl())

    # -- playing

    def play(self, start: int | None = None, end: int | None = None) -> None:
        """Play on, or from a place on, to the end of a stretch if one is given."""
        if self._player is None:
            return
        if start is not None:
            self._place(start)
            self._start, self._end = start, end
        if not self._is_wanted:
            self._is_wanted = True
            self.playing_changed.emit(True)
        if self._is_loaded:
            self._player.play()

    def pause(self, *, is_going_back: bool = True) -> None:
        """Pause, two seconds back, so that the last words are heard again when it plays on."""
        was_playing = self._is_wanted
        self._stop()
        if was_playing and is_going_back:
            self._place(max(self._start if self._end is not None else 0, self._position - BACK_MS))

    def seek(self, position: int) -> None:
        """Go to a place; playing goes on there, to no end of a stretch."""
        self._end = None
        self._start = 0
        self._place(position)

    def set_speed(self, speed: int) -> None:
        """Play at another speed, in per cent."""
        self._speed = speed
        if self._player is not None:
            self._player.setPlaybackRate(speed / 100)

    def step_speed(self, direction: int) -> None:
        """Play one step faster (1) or slower (-1)."""
        steps = [each for each in SPEEDS if (each > self._speed if direction > 0 else each < self._speed)]
        if steps:
            self.set_speed(steps[0] if direction > 0 else steps[-1])

    # -- within

    def _make_player(self) -> None:
        if self._player is not None:
            return
        multimedia = load_multimedia()
        player = multimedia.QMediaPlayer(self)
        if not player.isAvailable():
            player.deleteLater()
            raise NoSoundError(HELP.format(reason=NO_BACKEND))
        output = multimedia.QAudioOutput(self)
        player.setAudioOutput(output)
        if hasattr(player, "setPitchCompensation"):
            player.setPitchCompensation(True)
        player.setPlaybackRate(self._speed / 100)
        player.positionChanged.connect(self._follow)
        player.durationChanged.connect(self._tell_length)
        player.errorOccurred.connect(self._fail)
        player.mediaStatusChanged.connect(self._follow_status)
        self._player = player
        if multimedia.QMediaDevices.defaultAudioOutput().isNull():
            self.remarked.emit(NO_DEVICE)

    def _stop(self) -> None:
        if self._player is not None:
            self._player.pause()
        if self._is_wanted:
            self._is_wanted = False
            self.playing_changed.emit(False)

    def _place(self, position: int) -> None:
        self._position = max(0, position)
        if self._is_loaded:
            self._player.setPosition(self._position)
        self.moved.emit(self._position)

    def _follow(self, position: int) -> None:
        if not self._is_loaded or not self._is_wanted:
            return
        self._position = position
        self.moved.emit(position)
        if self._end is not None and position >= self._end:
            self._stop()
            self._place(self._end)
            self._end = None
            self._start = 0
            self.ended.emit()

    def _tell_length(self, length: int) -> None:
        if length > 0:
            self.length_known.emit(length)

    def _follow_status(self, status: object) -> None:
        statuses = load_multimedia().QMediaPlayer.MediaStatus
        if status == statuses.LoadedMedia and not self._is_loaded:
            self._is_loaded = True
            # A place asked for before the file is loaded would have been lost.
            self._player.setPosition(self._position)
            if self._is_wanted:
                self._player.play()
        elif status == statuses.EndOfMedia:
            self._end, self._start = None, 0
            self._stop()
            self.ended.emit()

    def _fail(self, error: object, words: str) -> None:
        if self._path is None:
            return
        name = self._path.name
        self._stop()
        self._is_loaded = False
        self._path = None
        self.failed.emit(
            f"The recording {name} cannot be played: it is damaged, or of a kind that is not known here ({words})."
        )
