"""What is marked in the words of the notes: the current extract, what was looked for, words that are unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from framework_qda.ui.chart.notes_text import document_place
from framework_qda.ui.style import colour

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framework_qda.ui.chart.notes_view import NotesView


class NotesMarks:
    """Mark stretches of the notes over the shades of their passages."""

    def __init__(self, view: NotesView) -> None:
        self._view = view
        self._found: list[QTextCursor] = []
        self._misspelt: list[QTextCursor] = []

    def forget(self) -> None:
        """Mark nothing: another document is shown."""
        self._found, self._misspelt = [], []
        self._view.setExtraSelections([])

    def show_found(self, found: Sequence[QTextCursor]) -> None:
        """Mark stretches that were looked for."""
        self._found = list(found)
        self.refresh()

    def show_misspelt(self, misspelt: Sequence[QTextCursor]) -> None:
        """Underline words that are unknown."""
        self._misspelt = list(misspelt)
        self.refresh()

    def refresh(self) -> None:
        """Mark everything as it is now, the words of the current extract first."""
        current, found, misspelt = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        current.setForeground(colour("on_accent"))
        found.setBackground(colour("find_back"))
        found.setForeground(colour("text"))
        misspelt.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        misspelt.setUnderlineColor(colour("error"))
        marks = [_extra(cursor, current) for cursor in self._current()]
        marks += [_extra(cursor, found) for cursor in self._found]
        self._view.setExtraSelections(marks + [_extra(cursor, misspelt) for cursor in self._misspelt])

    def _current(self) -> Iterator[QTextCursor]:
        view = self._view
        for passage in view.passages_of(view.current_extract):
            block, line = view.document().findBlockByNumber(passage.line), view.lines[passage.line]
            cursor = QTextCursor(block)
            cursor.setPosition(document_place(block, line, passage.start))
            cursor.setPosition(document_place(block, line, passage.end), QTextCursor.MoveMode.KeepAnchor)
            yield cursor


def _extra(cursor: QTextCursor, char_format: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format = char_format
    return made
