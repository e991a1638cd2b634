"""What is marked in the words of the notes: what was looked for, words that are unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from framework_qda.ui.style import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextCursor

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
        """Mark everything as it is now."""
        found, misspelt = QTextCharFormat(), QTextCharFormat()
        found.setBackground(colour("find_back"))
        found.setForeground(colour("text"))
        misspelt.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        misspelt.setUnderlineColor(colour("error"))
        marks = [_extra(cursor, found) for cursor in self._found]
        self._view.setExtraSelections(marks + [_extra(cursor, misspelt) for cursor in self._misspelt])


def _extra(cursor: QTextCursor, char_format: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format = char_format
    return made
