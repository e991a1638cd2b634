"""Going from cell to cell to the words that are in no dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.ui.matrix.in_place import Step
from framework_qda.ui.spelling.search import WordSearch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework_qda.text.spelling import Word
    from framework_qda.ui.matrix.charting import GridCharting
    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.spelling.service import Spelling

NONE_HERE = "Every word of the cells shown is in the dictionary."


class GridSpelling(QObject):
    """Go to the next unknown word: on in the cell that is edited, then in the cells after it, row by row."""

    hinted = Signal(str)

    def __init__(self, view: MatrixView, charting: GridCharting) -> None:
        super().__init__(view)
        self._view = view
        self._charting = charting
        self._search: WordSearch | None = None
        # What is looked through then is no longer what is shown.
        view.grid_model.modelAboutToBeReset.connect(self._stop)

    def go_on(self, spelling: Spelling | None) -> None:
        """Go to the next unknown word."""
        in_place = self._charting.in_place
        if spelling is None or (in_place.is_open and in_place.editor.spelling.select_next(goes_round=False)):
            return
        if not spelling.dictionary.is_ready:
            spelling.dictionary.wake(is_urgent=True)
            self.hinted.emit(spelling.dictionary.words())
            return
        is_after = in_place.is_open
        if self._charting.finish(Step.STAY):
            self._stop()
            self._search = WordSearch(spelling, self._texts(is_after=is_after), self)
            self._search.found.connect(self._show_found)
            self._search.ended.connect(self._tell_none)
            self._search.start()

    def _texts(self, *, is_after: bool) -> Iterator[tuple[object, str]]:
        """Yield the statements from the current cell, or the one after it, round to where it began."""
        model, index = self._view.grid_model, self._view.currentIndex()
        columns, total = model.columnCount(), model.columnCount() * model.rowCount()
        first = max(0, index.row() * columns + index.column()) + is_after
        for number in (place % total for place in range(first, first + total)):
            row, column = divmod(number, columns)
            cell = model.cell_at(model.index(row, column))
            for statement in cell.statements if cell is not None else ():
                yield (row, column, statement.id), statement.text

    def _show_found(self, key: tuple[int, int, str], word: Word) -> None:
        self._stop()
        row, column, statement_id = key
        self._view.choose(row, column)
        self._charting.edit()
        if self._charting.in_place.is_open:
            self._charting.in_place.editor.select_stretch(statement_id, word.start, word.end)

    def _tell_none(self) -> None:
        self._stop()
        self.hinted.emit(NONE_HERE)

    def _stop(self) -> None:
        search, self._search = self._search, None
        if search is not None:
            search.stop()
