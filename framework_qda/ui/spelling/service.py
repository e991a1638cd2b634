"""Which words of the open study are unknown: the dictionary of its language and the study's own words together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from framework_qda.model import DictionaryWord
from framework_qda.text.spelling import AskingSpeller
from framework_qda.ui.spelling.dictionary import SpellingState, StudyDictionary
from framework_qda.ui.spelling.suggestions import Suggestions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.text.spelling import Word
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.settings import Settings

GATHER_MS = 15


class Spelling(QObject):
    """Check the words of one project after another. It belongs to the window and is asked by whatever shows text.

    An answer may come later: `unknown()` gives what is known now, and `changed` tells when to ask again.
    """

    changed = Signal()
    answered = Signal()
    """Answers have come; `is_settled` says whether they are all there."""
    suggested = Signal(str, object)
    """A word, and those that may have been meant."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._project: Project | None = None
        self._operations: Operations | None = None
        self._speller = AskingSpeller()
        self._ignored: set[str] = set()
        self._asked: set[str] = set()
        self._suggestions = Suggestions(lambda word: self._speller.near_study_words(word), self)
        self._suggestions.found.connect(self.suggested)
        self.dictionary = StudyDictionary(self)
        self.dictionary.process_changed.connect(self._suggestions.use)
        self.dictionary.state_changed.connect(self._follow_state)
        self.dictionary.answered.connect(self._learn)
        self._gather_timer = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather_timer.timeout.connect(self.ask_now)

    # -- which project

    def begin(self, project: Project, operations: Operations) -> None:
        """Check the words of another project."""
        self.end()
        self._project, self._operations = project, operations
        self._ignored = set()
        self._take_language()
        self._take_study_words()

    def end(self) -> None:
        """Forget the project."""
        self._gather_timer.stop()
        self._project = self._operations = None
        self.dictionary.end()

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
        if self._project is not None:
            self._start_over()
        self.changed.emit()

    # -- words

    def unknown(self, text: str) -> list[Word]:
        """Return the words of a text that are known to be unknown by now."""
        if not self.dictionary.is_checking:
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
        return not self.dictionary.is_checking or not self._speller.wanted

    def ask_now(self) -> None:
        """Ask at once for the words that are not judged yet."""
        self._gather_timer.stop()
        asked = self._speller.wanted - self._asked
        if asked and self.dictionary.is_checking:
            self._asked |= asked
            self.dictionary.ask(asked)

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
        if language != self.dictionary.language or not self.dictionary.is_checking:
            self._start_over()

    def _start_over(self) -> None:
        assert self._project is not None
        language = self._project.read.study().language
        self._gather_timer.stop()
        self._speller = AskingSpeller(language)
        self._speller.set_study_words([*self.study_words(), *self._ignored])
        self._asked = set()
        self.dictionary.use(language, self._project.path, is_on=self.is_on)

    def _follow_state(self) -> None:
        if self.dictionary.state is SpellingState.FAILED:
            self._gather_timer.stop()
            self.answered.emit()
        if self.dictionary.state in (SpellingState.READING, SpellingState.FAILED):
            self.changed.emit()

    def _learn(self, answers: dict[str, bool]) -> None:
        self._asked.difference_update(answers)
        if self._speller.learn(answers):
            self.changed.emit()
        self.answered.emit()
