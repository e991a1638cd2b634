"""Finding words in the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from framework_qda.ui.chart.notes_view import NotesView

MOST_FOUND = 500


class NotesFinder:
    """Find words in the notes that a view shows."""

    def __init__(self, view: NotesView) -> None:
        self._view = view
        self._found: list[QTextCursor] = []

    @property
    def count(self) -> int:
        """How many occurrences were found."""
        return len(self._found)

    def find(self, words: str) -> int:
        """Mark every occurrence of some words, 500 at most; return how many there are."""
        self._found = []
        cursor = QTextCursor(self._view.document())
        while words and len(self._found) < MOST_FOUND:
            cursor = self._view.document().find(words, cursor)
            if cursor.isNull():
                break
            self._found.append(QTextCursor(cursor))
        self._view.marks.show_found(self._found)
        return len(self._found)

    def go(self, step: int) -> int:
        """Select the next or the previous occurrence; return its number from 1, or 0."""
        if not self._found:
            return 0
        here = self._view.textCursor()
        starts = [each.selectionStart() for each in self._found]
        if step > 0:
            after = [number for number, start in enumerate(starts) if start >= here.selectionEnd()]
            number = after[0] if after else 0
        else:
            before = [number for number, start in enumerate(starts) if start < here.selectionStart()]
            number = before[-1] if before else len(starts) - 1
        self._view.setTextCursor(self._found[number])
        self._view.ensureCursorVisible()
        return number + 1
