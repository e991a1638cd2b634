"""Going from cell to cell as one charts: step by step, or by saying that a cell is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.matrix.reshaping import stale_revisions
from framework_qda.model import CellState
from framework_qda.ui.widgets.carrying import UNDECIDED

if TYPE_CHECKING:
    from framework_qda.ui.cell_place import CellPlace
    from framework_qda.ui.chart.desk import ChartDesk

NO_WORDS = "The cell was left as not yet charted, for it has no words. A state can say why a cell is empty."
NOT_STALE = "This cell does not wait to be looked at again."
SAME_DEFINITION = "The definition reads as it did when this cell was charted."
LAST_CELL, FIRST_CELL = "This is the last cell of the study.", "This is the first cell of the study."
LAST_ROW, FIRST_ROW = "This is the last interview.", "This is the first interview."
FITS = "The cell before fits its sub-topic as it is now."


class Marching(QObject):
    """Leave the cell that is open for the next one."""

    hinted = Signal(str)

    def __init__(self, desk: ChartDesk) -> None:
        super().__init__(desk)
        self._desk = desk

    def step(self, columns: int, rows: int) -> None:
        """Go so many columns or rows on."""
        place, walk = self._desk.here(), self._desk.panes.walk
        if place is None:
            return
        target = walk.below(place, rows) if rows else walk.beside(place, columns)
        if target is None:
            is_forward = rows + columns > 0
            edge = (LAST_ROW if is_forward else FIRST_ROW) if rows else LAST_CELL if is_forward else FIRST_CELL
            self.hinted.emit(edge)
        elif self._desk.go(target):
            self.hinted.emit("")  # what was said of the cell that is left

    def charted_next(self) -> None:
        """Call the cell charted, if it has words, and open the next."""
        desk, place = self._desk, self._desk.here()
        if place is None:
            return
        state = desk.panes.states.get(place.subtopic_id, str(CellState.NOT_CHARTED))
        has_words = bool(desk.panes.cell.editor.content())
        if desk.panes.is_undecided:
            self.hinted.emit(UNDECIDED)
            return
        is_done = state in (CellState.CHARTED, CellState.REVIEWED)
        if desk.panes.saving.write(CellState.CHARTED if has_words and not is_done else None):
            self._go_on("" if has_words or state != CellState.NOT_CHARTED else NO_WORDS)

    def still_fits(self) -> None:
        """Say that the cell fits its sub-topic as it is now, and open the next."""
        desk, place = self._desk, self._desk.here()
        if place is None or not desk.panes.saving.write():
            return
        if not stale_revisions(desk.project.read, *place):
            self.hinted.emit(NOT_STALE)
        elif desk.operations.run(lambda project: project.settle([place])) is not None:
            self._go_on(FITS)

    def compare_definitions(self) -> None:
        """Show what has changed about the sub-topic of a cell that is to be looked at again, or hide it."""
        bar = self._desk.panes.cell.stale
        if bar.compare():
            self._desk.panes.bring_into_view(bar)
        else:
            self.hinted.emit(NOT_STALE if bar.isHidden() else SAME_DEFINITION)

    def _go_on(self, words: str) -> None:
        """Open the next cell; say words of the one that is left, and where a row or a column ends."""
        desk, place = self._desk, self._desk.here()
        if place is None:
            return
        is_by_column = desk.memory.is_by_column
        target = desk.panes.walk.onward(place, is_by_column=is_by_column)
        self.hinted.emit(" ".join(filter(None, (words, self._edge(place, target, is_by_column=is_by_column)))))
        desk.go(target)

    def _edge(self, place: CellPlace, target: CellPlace | None, *, is_by_column: bool) -> str:
        """Say what ends with a cell: the study, a row or a column."""
        walk = self._desk.panes.walk
        if target is None:
            return LAST_CELL
        if is_by_column and target.subtopic_id != place.subtopic_id:
            column = walk.columns[walk.column_number(place.subtopic_id)]
            return f"The column {column.number} ends here."
        if not is_by_column and target.interview_id != place.interview_id:
            row = walk.rows[walk.row_number(place.interview_id)]
            return f"The row of {row.code or 'the interview'} ends here."
        return ""
