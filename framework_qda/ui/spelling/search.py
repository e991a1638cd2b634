"""Looking through many texts for unknown words, a few thousandths of a second at a time."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from framework_qda.ui.spelling.dictionary import SpellingState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framework_qda.ui.spelling.service import Spelling

SLICE_S = 0.006
CHUNK = 25
"""How many texts wait together for the answers of the dictionary."""


class WordSearch(QObject):
    """Find the unknown words of texts, in their order; each text comes with a key that says where it stands."""

    found = Signal(object, object)
    """The key of a text, and an unknown `Word` of it."""
    ended = Signal()
    """Every text has been looked through, or nothing judges words. It is not told after `stop()`."""

    def __init__(self, spelling: Spelling, texts: Iterable[tuple[object, str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spelling = spelling
        self._texts = iter(texts)
        self._chunk: list[tuple[object, str]] = []
        self._is_stopped = False
        self._slice = QTimer(self, interval=0)
        self._slice.timeout.connect(self._gather)
        spelling.answered.connect(self._go_on)
        spelling.dictionary.state_changed.connect(self._go_on)

    def start(self) -> None:
        """Begin; words are told later."""
        self._spelling.dictionary.wake(is_urgent=True)
        self._slice.start()

    def stop(self) -> None:
        """Tell no more."""
        self._is_stopped = True
        self._slice.stop()
        self._spelling.answered.disconnect(self._go_on)
        self._spelling.dictionary.state_changed.disconnect(self._go_on)
        self.deleteLater()

    def _gather(self) -> None:
        """Take texts for a moment; when there are enough, wait for the dictionary's answers."""
        if self._spelling.dictionary.state is SpellingState.WAITING:
            self._slice.stop()
            return
        if not self._spelling.dictionary.is_checking:
            self._texts = iter(())  # the project may be closed by now: nothing is read from it any more
        end = perf_counter() + SLICE_S
        while perf_counter() < end:
            following = next(self._texts, None)
            if following is not None:
                self._spelling.unknown(following[1])
                self._chunk.append(following)
            if following is None or len(self._chunk) >= CHUNK:
                self._slice.stop()
                self._tell_chunk()
                return

    def _go_on(self) -> None:
        """Go on after an answer, if it was what was waited for."""
        if self._slice.isActive() or self._spelling.dictionary.state is SpellingState.WAITING:
            return
        if self._chunk:
            self._tell_chunk()
        else:
            self._slice.start()

    def _tell_chunk(self) -> None:
        if not self._spelling.is_settled:
            self._spelling.ask_now()
            return
        judged = [(key, word) for key, text in self._chunk for word in self._spelling.unknown(text)]
        if not self._spelling.is_settled:  # the parts of compounds are asked about only now
            self._spelling.ask_now()
            return
        is_over, self._chunk = not self._chunk, []
        for key, word in judged:
            if self._is_stopped:
                return
            self.found.emit(key, word)
        if is_over and not self._is_stopped:
            self.ended.emit()
        elif not self._is_stopped:
            self._slice.start()
