"""Reading and reviewing in a grid: the current cell, or all that are selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.matrix.charting import selected_ids
from framework_qda.ui.matrix.table_reviewing import TableReviewing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.matrix.grid import GridCell
    from framework_qda.matrix.place_order import PlaceNumbers
    from framework_qda.ui.matrix.charting import GridCharting
    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.widgets.comments_panel import CommentsPanel
    from framework_qda.ui.widgets.side_panels import SidePanels


class GridReviewing(TableReviewing):
    """What a reviewer does with the cells of a grid, on the Matrix desk and on the Theme desk."""

    def __init__(self, panel: CommentsPanel, panels: SidePanels, view: MatrixView, charting: GridCharting) -> None:
        super().__init__(panel, panels, view)
        self._view, self._charting = view, charting
        charting.in_place.comment_wanted.connect(self.comment_on)
        self.is_by_column = False
        """Whether the way from comment to comment leads down one column before the next."""

    def place(self) -> CellPlace | None:
        """Return the current cell."""
        ids = self._view.current_ids()
        return CellPlace(*ids) if ids else None

    def cell(self) -> GridCell | None:
        """Return the current cell as it is shown."""
        index = self._view.currentIndex()
        return self._view.grid_model.cell_at(index) if index.isValid() else None

    def places(self) -> Sequence[CellPlace]:
        """Return the selected cells."""
        return [CellPlace(*ids) for ids in selected_ids(self._view)]

    def finish(self) -> bool:
        """Leave the cell that is being edited."""
        return self._charting.finish()

    def statement_at_caret(self) -> str:
        """Return the statement of the caret, if the cell is being edited."""
        in_place = self._charting.in_place
        return in_place.editor.current_statement().id if in_place.is_open else ""

    def order_of(self, numbers: PlaceNumbers, place: CellPlace) -> tuple[int, ...]:
        """Go through one matrix before the next, in it row by row, or column by column."""
        row, column = numbers.rows[place.interview_id], numbers.columns[place.subtopic_id]
        return (column, row) if self.is_by_column else (numbers.themes[place.subtopic_id], row, column)

    def show_statement(self, statement_id: str) -> None:
        """Open the cell with the caret in a statement."""
        opened = self._charting.opened()
        if opened is not None:
            opened[0].put_caret_in(statement_id)
