"""The dictionary of the study's language: found, read by a process of its own once it is wanted, asked, given up."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from framework_qda.ui.spelling.process import DictionaryProcess

BEGIN_MS = 700
"""The dictionary is read only when the window has long been painted."""


class SpellingState(Enum):
    """How far checking has come."""

    OFF = "off"
    WAITING = "waiting"
    """Nothing that is shown has asked for it yet."""
    READING = "reading"
    READY = "ready"
    MISSING = "missing"
    FAILED = "failed"


class StudyDictionary(QObject):
    """The dictionary of one language after another; where it has come to is its state."""

    state_changed = Signal()
    process_changed = Signal(object)
    """The DictionaryProcess that answers from now on, or None."""
    answered = Signal(object)
    """Whether words are known, by word."""
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = ""
        self.found_language = ""
        """The tag of the dictionary that is used, which may be that of another country."""
        self.state = SpellingState.OFF
        self._project_path: Path | None = None
        self._process: DictionaryProcess | None = None
        self._is_awake = False
        self._begin_timer = QTimer(self, singleShot=True, interval=BEGIN_MS)
        self._begin_timer.timeout.connect(self._begin_reading)

    def use(self, language: str, project_path: Path, *, is_on: bool) -> None:
        """Take the dictionary of a language, maybe one that lies beside the project; it is read when it is wanted."""
        self._stop_reading()
        self.language, self._project_path = language, project_path
        self._set_state(SpellingState.WAITING if is_on else SpellingState.OFF)
        if self._is_awake:
            self.wake()

    def end(self) -> None:
        """Give the dictionary up; nothing wants it any more."""
        self._stop_reading()
        self._is_awake = False
        self._set_state(SpellingState.OFF)

    def wake(self, *, is_urgent: bool = False) -> None:
        """Say that text is shown: read the dictionary soon, or at once, if spelling is to be checked."""
        self._is_awake = True
        if self.state is SpellingState.WAITING and (is_urgent or not self._begin_timer.isActive()):
            self._begin_timer.start(0 if is_urgent else BEGIN_MS)

    @property
    def is_checking(self) -> bool:
        """Whether words are judged, now or when the dictionary is read."""
        return self.state in (SpellingState.READING, SpellingState.READY)

    @property
    def is_ready(self) -> bool:
        """Whether words are judged now."""
        return self.state is SpellingState.READY

    def ask(self, words: Iterable[str]) -> None:
        """Ask whether words are known; `answered` tells it, once the dictionary is read."""
        if self._process is not None:
            self._process.ask(words)

    def words(self) -> str:
        """Say how spelling is checked."""
        if self.state is SpellingState.MISSING:
            from framework_qda.io.dictionaries import FOLDER_BESIDE

            return (
                f"There is no dictionary for the study’s language, “{self.language}”. One of Hunspell can be put in a "
                f"folder “{FOLDER_BESIDE}” beside the project; another language can be chosen in About this study."
            )
        return {
            SpellingState.OFF: "Spelling is not checked: it is switched off in the View menu.",
            SpellingState.FAILED: "The spelling dictionary could not be used.",
            SpellingState.READY: f"Checked against the dictionary {self.found_language} and the study’s own words.",
        }.get(self.state, "The dictionary is being read.")

    def _begin_reading(self) -> None:
        if self._project_path is None or self.state is not SpellingState.WAITING:
            return
        # Loaded only now: the window opens without them.
        from framework_qda.io.dictionaries import dictionary_for, find_dictionaries
        from framework_qda.ui.spelling.process import DictionaryProcess

        file = dictionary_for(self.language, find_dictionaries(self._project_path))
        if file is None:
            self._set_state(SpellingState.MISSING)
            return
        self.found_language = file.language
        self._process = DictionaryProcess(file, self)
        self._process.ready.connect(self._be_ready)
        self._process.answered.connect(self.answered)
        self._process.failed.connect(self._fail)
        self.process_changed.emit(self._process)
        self._set_state(SpellingState.READING)

    def _stop_reading(self) -> None:
        self._begin_timer.stop()
        process, self._process = self._process, None
        if process is not None:
            self.process_changed.emit(None)
            process.end()
            process.deleteLater()

    def _be_ready(self) -> None:
        self._set_state(SpellingState.READY)

    def _fail(self, words: str) -> None:
        self._stop_reading()
        self._set_state(SpellingState.FAILED)
        self.failed.emit(words)

    def _set_state(self, state: SpellingState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit()
