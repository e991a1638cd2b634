"""What may have been meant by a word: asked of the dictionary once, and ahead of time where it will be wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from framework_qda.text.spelling import plain_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from framework_qda.ui.spelling.process import DictionaryProcess

MOST_SUGGESTIONS = 7
MOST_FORESEEN = 20
IDLE_MS = 400
"""The process answers one question after the other, so it is asked ahead of time only when nothing else is."""


class Suggestions(QObject):
    """Keep the suggestions of a dictionary. `near` gives words of the study that may have been meant."""

    found = Signal(str, object)
    """A word, and those that may have been meant, the likeliest first."""

    def __init__(self, near: Callable[[str], list[str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._near = near
        self._process: DictionaryProcess | None = None
        self._known: dict[str, list[str]] = {}
        self._asked: set[str] = set()
        self._foreseen: list[str] = []
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._ask_ahead)

    def use(self, process: DictionaryProcess | None) -> None:
        """Ask another dictionary from now on, or none."""
        self._idle.stop()
        self._process, self._known, self._asked, self._foreseen = process, {}, set(), []
        if process is not None:
            process.suggested.connect(self._keep)

    def ask(self, word: str) -> None:
        """Find what may have been meant by a word; `found` tells it, maybe at once."""
        plain = plain_word(word)
        if plain in self._known or self._process is None:
            self._tell(plain)
        else:
            self._ask(plain)

    def foresee(self, words: Iterable[str]) -> None:
        """Say that somebody will want suggestions for words that are shown: the last ones are asked first."""
        new = [plain for plain in map(plain_word, words) if plain not in self._asked]
        kept = [word for word in self._foreseen if word not in new]
        self._foreseen = [*kept, *dict.fromkeys(new)][-MOST_FORESEEN:]
        if self._foreseen and self._process is not None:
            self._idle.start()

    def _ask_ahead(self) -> None:
        if self._foreseen:
            self._ask(self._foreseen.pop())

    def _ask(self, plain: str) -> None:
        if self._process is not None and plain not in self._asked:
            self._asked.add(plain)
            self._process.suggest(plain)

    def _keep(self, word: str, suggestions: Iterable[str]) -> None:
        self._known[word] = list(suggestions)
        self._tell(word)
        if self._foreseen:
            self._idle.start()

    def _tell(self, word: str) -> None:
        both = dict.fromkeys([*self._near(word), *self._known.get(word, ())])
        self.found.emit(word, list(both)[:MOST_SUGGESTIONS])
