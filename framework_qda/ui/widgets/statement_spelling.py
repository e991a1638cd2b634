"""Which words of a cell are marked as unknown; the word that is being typed is not marked yet."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from framework_qda.text.offsets import Utf16Map
from framework_qda.ui.widgets.statement_blocks import blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock

    from framework_qda.ui.spelling.service import Spelling
    from framework_qda.ui.widgets.statement_view import StatementView

_NOWHERE = -1


class MarkedWord(NamedTuple):
    """An unknown word and where it stands, in positions of its Qt document."""

    start: int
    end: int
    text: str


class StatementSpelling(QObject):
    """Tell an editor which words to mark, once it is given something that knows words."""

    def __init__(self, editor: StatementView) -> None:
        super().__init__(editor)
        self._editor = editor
        self.source: Spelling | None = None
        self._typed = _NOWHERE
        """Where the last character was typed."""
        editor.document().contentsChange.connect(self._note_edit)
        editor.cursorPositionChanged.connect(self._note_caret)

    def set_source(self, source: Spelling | None) -> None:
        """Mark what `source` does not know, or nothing."""
        if self.source is not None:
            self.source.changed.disconnect(self._mark_anew)
        self.source = source
        if source is not None:
            source.changed.connect(self._mark_anew)
            source.dictionary.wake()
        self._mark_anew()

    def words_of(self, block: QTextBlock) -> list[MarkedWord]:
        """Return the words of a paragraph that are marked."""
        words = [word for word in self._unknown(block) if not word.start <= self._typed <= word.end]
        if words and self.source is not None:
            self.source.foresee(word.text for word in words)
        return words

    def word_at(self, position: int) -> MarkedWord | None:
        """Return the marked word at a position, if there is one."""
        block = self._editor.document().findBlock(position)
        return next((word for word in self.words_of(block) if word.start <= position <= word.end), None)

    def next_word(self, position: int, *, goes_round: bool = True) -> MarkedWord | None:
        """Return the first marked word from a position on; behind the last one, the first of all or none."""
        words = [word for block in blocks_of(self._editor.document()) for word in self.words_of(block)]
        return next((word for word in words if word.start >= position), words[0] if words and goes_round else None)

    def select_next(self, *, goes_round: bool = True) -> bool:
        """Select the next unknown word, behind the last one the first of all or none; return whether there is one."""
        self.settle()
        word = self.next_word(self._editor.textCursor().selectionEnd(), goes_round=goes_round)
        if word is None:
            return False
        self._editor.setTextCursor(self._cursor_over(word))
        self._editor.ensureCursorVisible()
        return True

    def replace(self, word: MarkedWord, words: str) -> None:
        """Put other words in the place of a word, if it still stands there."""
        cursor = self._cursor_over(word)
        if cursor.selectedText() == word.text and not self._editor.isReadOnly():
            cursor.insertText(words)
            self._editor.setTextCursor(cursor)

    def settle(self) -> None:
        """Take the word that is being typed for finished."""
        block = self._editor.document().findBlock(self._typed) if self._typed != _NOWHERE else None
        was_hidden = block is not None and self._word_being_typed(block) is not None
        self._typed = _NOWHERE
        if block is not None and was_hidden:
            self._editor.mark_words_anew(block)

    @contextmanager
    def loading(self) -> Iterator[None]:
        """Take what happens meanwhile for no typing."""
        try:
            yield
        finally:
            self._typed = _NOWHERE

    def _cursor_over(self, word: MarkedWord) -> QTextCursor:
        cursor = self._editor.textCursor()
        cursor.setPosition(word.start)
        cursor.setPosition(word.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _unknown(self, block: QTextBlock) -> list[MarkedWord]:
        if self.source is None:
            return []
        text, at = block.text(), block.position()
        words = self.source.unknown(text)
        if not words:
            return []
        places = Utf16Map(text)
        spans = ((places.to_utf16(each.start), places.to_utf16(each.end), each.text) for each in words)
        return [MarkedWord(at + start, at + end, word) for start, end, word in spans]

    def _word_being_typed(self, block: QTextBlock) -> MarkedWord | None:
        return next((word for word in self._unknown(block) if word.start <= self._typed <= word.end), None)

    def _note_edit(self, position: int, _removed: int, added: int) -> None:
        # The caret stands behind what was typed; it does not where only the look of a paragraph changed.
        if self.source is not None and self._editor.textCursor().position() == position + added:
            self._typed = position + added

    def _note_caret(self) -> None:
        if self._typed == _NOWHERE:
            return
        caret = self._editor.textCursor().position()
        if caret == self._typed:
            return
        word = self._word_being_typed(self._editor.document().findBlock(self._typed))
        if word is None or not word.start <= caret <= word.end:
            self.settle()

    def _mark_anew(self) -> None:
        self._editor.mark_words_anew()
