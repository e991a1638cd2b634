"""Which words of the open study are unknown: the dictionary of its language and the study's own words together."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from framework_qda.model import DictionaryWord
from framework_qda.text.spelling import AskingSpeller
from framework_qda.ui.spelling.suggestions import Suggestions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.text.spelling import Word
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.settings import Settings
    from framework_qda.ui.spelling.process import DictionaryProcess

BEGIN_MS = 700
"""The dictionary is read only when the window has long been painted."""
GATHER_MS = 15


class SpellingState(Enum):
    """How far checking has come."""

    OFF = "off"
    WAITING = "waiting"
    """Nothing that is shown has asked for it yet."""
    READING = "reading"
    READY = "ready"
    MISSING = "missing"
    FAILED = "failed"


class Spelling(QObject):
    """Check the words of one project after another. It belongs to the window and is asked by whatever shows text.

    An answer may come later: `unknown()` gives what is known now, and `changed` tells when to ask again.
    """

    changed = Signal()
    answered = Signal()
    """Answers have come; `is_settled` says whether they are all there."""
    suggested = Signal(str, object)
    """A word, and those that may have been meant."""
    state_changed = Signal()
    failed = Signal(str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._project: Project | None = None
        self._operations: Operations | None = None
        self._process: DictionaryProcess | None = None
        self._speller = AskingSpeller()
        self._ignored: set[str] = set()
        self._suggestions = Suggestions(lambda word: self._speller.near_study_words(word), self)
        self._suggestions.found.connect(self.suggested)
        self.language = ""
        self.found_language = ""
        """The tag of the dictionary that is used, which may be that of another country."""
        self.state = SpellingState.OFF
        self._begin_timer = QTimer(self, singleShot=True, interval=BEGIN_MS)
        self._begin_timer.timeout.connect(self._begin_reading)
        self._gather_timer = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather_timer.timeout.connect(self.ask_now)
        self._is_awake = False
        self._asked: set[str] = set()

    # -- which project

    def begin(self, project: Project, operations: Operations) -> None:
        """Check the words of another project."""
        self.end()
        self._project, self._operations = project, operations
        self._ignored, self._is_awake = set(), False
        self._take_language()
        self._take_study_words()

    def end(self) -> None:
        """Forget the project."""
        self._stop_reading()
        self._project = self._operations = None
        self._set_state(SpellingState.OFF)

    def show_changes(self, changes: Changes) -> None:
        """Follow the study's language and its words."""
        if self._project is not None and changes.touches("study", "dictionary_word"):
            self._take_language()
            self._take_study_words()

    # -- on and off

    @property
    def is_on(self) -> bool:
        """Whether spelling is to be checked, where there is a dictionary."""
        return self._settings.checks_spelling

    def set_on(self, is_on: bool) -> None:
        """Check spelling from now on, or no longer; this machine remembers it."""
        self._settings.checks_spelling = is_on
        self._stop_reading()
        if self._project is not None:
            self._start_over()
        self.changed.emit()

    def wake(self, *, is_urgent: bool = False) -> None:
        """Say that text is shown: read the dictionary soon, or at once, if spelling is to be checked."""
        self._is_awake = True
        if self.state is SpellingState.WAITING and (is_urgent or not self._begin_timer.isActive()):
            self._begin_timer.start(0 if is_urgent else BEGIN_MS)

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

    @property
    def is_checking(self) -> bool:
        """Whether words are judged, now or when the dictionary is read."""
        return self.state in (SpellingState.READING, SpellingState.READY)

    @property
    def is_ready(self) -> bool:
        """Whether words are judged now."""
        return self.state is SpellingState.READY

    # -- words

    def unknown(self, text: str) -> list[Word]:
        """Return the words of a text that are known to be unknown by now."""
        if not self.is_checking:
            return []
        found = self._speller.unknown(text)
        if self._speller.wanted and not self._gather_timer.isActive():
            self._gather_timer.start()
        return found

    def base_of(self, word: str) -> str:
        """Return a word as it would stand in a dictionary."""
        return self._speller.base_of(word)

    @property
    def is_settled(self) -> bool:
        """Whether every word that was seen has been judged, or nothing judges words."""
        return not self.is_checking or not self._speller.wanted

    def ask_now(self) -> None:
        """Ask at once for the words that are not judged yet."""
        self._gather_timer.stop()
        asked = self._speller.wanted - self._asked
        if self._process is not None and asked:
            self._asked |= asked
            self._process.ask(asked)

    def suggest(self, word: str) -> None:
        """Find what may have been meant by a word; `suggested` tells it, maybe at once."""
        self._suggestions.ask(word)

    def foresee(self, words: Iterable[str]) -> None:
        """Say that suggestions for these words will be wanted."""
        self._suggestions.foresee(words)

    # -- the study's own words

    @property
    def can_add(self) -> bool:
        """Whether words can be added to the study's dictionary."""
        return self._operations is not None and self._operations.can_edit

    def ignore(self, word: str) -> None:
        """Let a word be until the project is closed."""
        self._ignored.add(self._speller.base_of(word))
        self._take_study_words()

    def add(self, *words: str) -> None:
        """Put words into the study's own dictionary as one step."""
        if self._operations is not None:
            self._operations.run(lambda project: project.learn_words(words))

    def remove(self, *words: str) -> None:
        """Take words out of the study's own dictionary as one step."""
        if self._operations is not None and self._project is not None:
            ids = [record.id for record in self._project.read.all(DictionaryWord) if record.text in words]
            self._operations.run(lambda project: project.delete(DictionaryWord, *ids))

    def study_words(self) -> list[str]:
        """Return the words of the study's own dictionary in alphabetical order, each once."""
        records = self._project.read.all(DictionaryWord) if self._project is not None else ()
        return sorted({record.text for record in records if record.text}, key=str.casefold)

    def _take_study_words(self) -> None:
        self._speller.set_study_words([*self.study_words(), *self._ignored])
        self.changed.emit()

    # -- the dictionary

    def _take_language(self) -> None:
        assert self._project is not None
        language = self._project.read.study().language
        if language != self.language or self._process is None:
            self.language = language
            self._stop_reading()
            self._start_over()

    def _start_over(self) -> None:
        study_words = [*self.study_words(), *self._ignored]
        self._speller = AskingSpeller(self.language)
        self._speller.set_study_words(study_words)
        self._asked = set()
        self._set_state(SpellingState.WAITING if self.is_on else SpellingState.OFF)
        if self._is_awake:
            self.wake()

    def _begin_reading(self) -> None:
        if self._project is None or self.state is not SpellingState.WAITING:
            return
        # Loaded only now: the window opens without them.
        from framework_qda.io.dictionaries import dictionary_for, find_dictionaries
        from framework_qda.ui.spelling.process import DictionaryProcess

        file = dictionary_for(self.language, find_dictionaries(self._project.path))
        if file is None:
            self._set_state(SpellingState.MISSING)
            return
        self.found_language = file.language
        self._process = DictionaryProcess(file, self)
        self._process.ready.connect(self._be_ready)
        self._process.answered.connect(self._learn)
        self._suggestions.use(self._process)
        self._process.failed.connect(self._fail)
        self._set_state(SpellingState.READING)
        self.changed.emit()

    def _stop_reading(self) -> None:
        self._begin_timer.stop()
        self._gather_timer.stop()
        process, self._process = self._process, None
        self._suggestions.use(None)
        if process is not None:
            process.end()
            process.deleteLater()

    def _be_ready(self) -> None:
        self._set_state(SpellingState.READY)

    def _learn(self, answers: dict[str, bool]) -> None:
        self._asked.difference_update(answers)
        if self._speller.learn(answers):
            self.changed.emit()
        self.answered.emit()

    def _fail(self, words: str) -> None:
        self._stop_reading()
        self._set_state(SpellingState.FAILED)
        self.changed.emit()
        self.answered.emit()
        self.failed.emit(words)

    def _set_state(self, state: SpellingState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit()
