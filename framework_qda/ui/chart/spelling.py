"""Spelling on the Chart desk: marks in cell and notes, what their menus offer, and the way to the next word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from framework_qda.text.replacing import Edit
from framework_qda.ui.chart.notes_spelling import NotesSpelling, NotesWord
from framework_qda.ui.spelling.offer import SpellingOffer
from framework_qda.ui.spelling.search import WordSearch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QMenu

    from framework_qda.text.spelling import Word
    from framework_qda.ui.chart.notes_pane import NotesPane
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.spelling.service import Spelling
    from framework_qda.ui.widgets.cell_editor import CellEditor

NONE_IN_CELL = "Every word of this cell is in the dictionary."
NONE_IN_NOTES = "Every word of these notes is in the dictionary."


class ChartSpelling(QObject):
    """Check the words of the cell and of the notes that are shown."""

    hinted = Signal(str)

    def __init__(self, notes: NotesPane, editor: CellEditor) -> None:
        super().__init__(editor)
        self._notes = notes.view
        self._editor = editor
        self._operations: Operations | None = None
        self._spelling: Spelling | None = None
        self._search: WordSearch | None = None
        self.in_notes = NotesSpelling(notes.view)
        notes.view.menu_opening.connect(self._offer)
        notes.document_shown.connect(self._stop)

    def begin(self, spelling: Spelling | None, operations: Operations) -> None:
        """Check the words of a project."""
        self._spelling, self._operations = spelling, operations
        self._editor.spelling.set_source(spelling)
        self.in_notes.set_source(spelling)

    def go_on(self) -> None:
        """Select the next unknown word: in the notes if the keyboard is there, else in the cell."""
        if self._spelling is None:
            return
        if not self._spelling.dictionary.is_ready:
            self._spelling.dictionary.wake(is_urgent=True)
            self.hinted.emit(self._spelling.dictionary.words())
        elif self._notes.hasFocus():
            self._search_notes(self._spelling)
        else:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self._editor.spelling.select_next():
                self.hinted.emit(NONE_IN_CELL)

    # -- in the notes

    def _search_notes(self, spelling: Spelling) -> None:
        self._stop()
        self._search = WordSearch(spelling, self._lines_from_caret(), self)
        self._search.found.connect(self._show_found)
        self._search.ended.connect(self._tell_none)
        self._search.start()

    def _lines_from_caret(self) -> Iterator[tuple[object, str]]:
        """Yield the lines from the caret on, the first of them without what lies before it, round to the caret."""
        lines = self._notes.lines
        if not lines:
            return
        here, place = self._notes.caret_place()
        words = lines[here].text
        while 0 < place < len(words) and words[place - 1].isalnum() and words[place].isalnum():
            place += 1  # out of the word that the caret stands in
        yield (here, place), words[place:]
        for number in (*range(here + 1, len(lines)), *range(here + 1)):
            yield (number, 0), lines[number].text

    def _show_found(self, key: tuple[int, int], word: Word) -> None:
        self._stop()
        line, offset = key
        self._notes.go_to_place(line, offset + word.start, offset + word.end)

    def _tell_none(self) -> None:
        self._stop()
        self.hinted.emit(NONE_IN_NOTES)

    def _stop(self) -> None:
        search, self._search = self._search, None
        if search is not None:
            search.stop()

    def _offer(self, menu: QMenu, position: int) -> None:
        word = self.in_notes.word_at(position)
        if word is None or self._spelling is None or self._operations is None:
            return
        paragraph_id = self._notes.lines[word.line].paragraph_id
        # Of two versions of a paragraph one must be chosen first: correcting one would drop the other unseen.
        is_undecided = paragraph_id in self._operations.project.read.conflicted_ids()
        can_replace = self._operations.can_edit and not is_undecided
        replace = (lambda words: self._replace(word, words)) if can_replace else None
        SpellingOffer(menu, word.text, self._spelling, replace)

    def _replace(self, word: NotesWord, words: str) -> None:
        """Correct a word of the notes as one step; passages keep their places."""
        line = self._notes.lines[word.line] if word.line < len(self._notes.lines) else None
        if line is None or line.text[word.start : word.end] != word.text or self._operations is None:
            return
        edit = Edit(word.start, word.end, words)
        self._operations.run(lambda project: project.revise({}, {line.paragraph_id: [edit]}))
