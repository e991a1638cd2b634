"""Marking unknown words in the notes: those in view alone, and only when scrolling pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QTextCursor

from framework_qda.text.offsets import Utf16Map
from framework_qda.ui.chart.notes_text import document_place, prefix_length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock

    from framework_qda.ui.chart.notes_text import NotesLine
    from framework_qda.ui.chart.notes_view import NotesView
    from framework_qda.ui.spelling.service import Spelling

PAUSE_MS = 120
LONG_LINE = 4000
"""From how many characters on only the part of a paragraph that is in view is checked."""


class NotesWord(NamedTuple):
    """An unknown word of the notes: its line, and its stretch in code points of the line's words."""

    line: int
    start: int
    end: int
    text: str


class NotesSpelling(QObject):
    """Keep the unknown words of a view marked, once it is given something that knows words."""

    def __init__(self, view: NotesView) -> None:
        super().__init__(view)
        self._view = view
        self.source: Spelling | None = None
        self._words: list[NotesWord] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.mark_now)
        view.verticalScrollBar().valueChanged.connect(self.wait)
        view.lines_shown.connect(self._forget)
        view.viewport().installEventFilter(self)

    def set_source(self, source: Spelling | None) -> None:
        """Mark what `source` does not know, or nothing."""
        if self.source is not None:
            self.source.changed.disconnect(self.wait)
        self.source = source
        if source is not None:
            source.changed.connect(self.wait)
            source.dictionary.wake()
        self.wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See when another part of the notes is in view."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.wait()
        return super().eventFilter(watched, event)

    def wait(self) -> None:
        """Mark what is in view when nothing has happened for a moment."""
        if self.source is not None:
            self._pause.start()

    def _forget(self) -> None:
        self._words = []
        self.wait()

    def mark_now(self) -> None:
        """Mark the unknown words in view."""
        self._pause.stop()
        words = list(self._words_in_view())
        if words != self._words:
            self._words = words
            self._view.marks.show_misspelt([self._cursor_of(word) for word in words])

    def word_at(self, position: int) -> NotesWord | None:
        """Return the marked word at a position of the document, if there is one."""
        block = self._view.document().findBlock(position)
        place = self._place_in(block, position)
        number = block.blockNumber()
        return next((each for each in self._words if each.line == number and each.start <= place <= each.end), None)

    def _words_in_view(self) -> Iterator[NotesWord]:
        if self.source is None or not self._view.isVisible():
            return
        for block in self._view.visible_blocks():
            number = block.blockNumber()
            if number >= len(self._view.lines):
                return
            line = self._view.lines[number]
            first, last = self._stretch_in_view(block, line)
            for word in self.source.unknown(line.text[first:last]):
                yield NotesWord(number, first + word.start, first + word.end, word.text)

    def _stretch_in_view(self, block: QTextBlock, line: NotesLine) -> tuple[int, int]:
        """Return the stretch of a line that is worth checking, cut between words."""
        if len(line.text) < LONG_LINE:
            return 0, len(line.text)
        port = self._view.viewport().rect()
        top = self._place_in(block, self._view.cursorForPosition(port.topLeft()).position())
        bottom = self._place_in(block, self._view.cursorForPosition(port.bottomRight()).position())
        first, last = line.text.rfind(" ", 0, top), line.text.find(" ", bottom)
        return max(first, 0), last if last >= 0 else len(line.text)

    def _place_in(self, block: QTextBlock, position: int) -> int:
        if block.blockNumber() >= len(self._view.lines):
            return 0
        line = self._view.lines[block.blockNumber()]
        return Utf16Map(line.text).to_code_points(position - block.position() - prefix_length(line))

    def _cursor_of(self, word: NotesWord) -> QTextCursor:
        line, block = self._view.lines[word.line], self._view.document().findBlockByNumber(word.line)
        cursor = QTextCursor(block)
        cursor.setPosition(document_place(block, line, word.start))
        cursor.setPosition(document_place(block, line, word.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor
