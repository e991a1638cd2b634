"""The paragraphs of an interview that no cell cites: marked in the margin, and gone to one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from framework_qda.ui.chart.notes_text import is_place_chosen
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from framework_qda.ui.chart.notes_pane import NotesPane
    from framework_qda.ui.chart.notes_text import NotesLine

ALL_CITED = "Every paragraph of this interview is cited by a cell."
NO_NOTES = "This interview has no notes yet."


class Uncited(QObject):
    """Show which paragraphs no cell cites, and go to them."""

    hinted = Signal(str)

    def __init__(self, notes: NotesPane) -> None:
        super().__init__(notes)
        self._notes = notes

    def show(self, is_shown: bool) -> None:
        """Mark the paragraphs in the margin, or no longer."""
        self._notes.view.gutter.mark_uncited(is_shown)

    def go(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) paragraph that no cell cites, in any document, and round."""
        lines = [(notes.document_id, line) for notes in self._notes.documents for line in notes.lines]
        places = [n for n, (_, line) in enumerate(lines) if line.paragraph_id in self._notes.uncited]
        if not places:
            self.hinted.emit(ALL_CITED if lines else NO_NOTES)
            return
        here = self._here(lines)
        if step > 0:
            number = next((n for n, place in enumerate(places) if place > here), 0)
        else:
            number = next((n for n in reversed(range(len(places))) if places[n] < here), len(places) - 1)
        line = lines[places[number]][1]
        self._notes.go_to_paragraph(line.paragraph_id, 0, 0)
        self._notes.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        left = count_words(len(places), "paragraph")
        self.hinted.emit(f"¶{line.number}: {number + 1} of {left} that no cell cites")

    def _here(self, lines: list[tuple[str, NotesLine]]) -> int:
        """Return the place of the caret's paragraph among all; before the first step, the place before it."""
        first = next((n for n, (document_id, _) in enumerate(lines) if document_id == self._notes.document_id), 0)
        view = self._notes.view
        return first + view.textCursor().blockNumber() if is_place_chosen(view) else first - 1
