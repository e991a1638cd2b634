"""The matrix that the desk shows, as read from the project: read once, then filtered from memory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framework_qda.errors import RefusedError
from framework_qda.matrix.arranging import Arrangement, arrange_grid
from framework_qda.matrix.columns import ColumnChoice, choose_columns
from framework_qda.matrix.filters import filter_grid
from framework_qda.matrix.grid import keep_cells, with_width
from framework_qda.matrix.on_demand import CellsOnDemand, open_grid
from framework_qda.ui.matrix.model import EMPTY_GRID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framework_qda.matrix.filters import RowFilter
    from framework_qda.matrix.grid import GridCell, MatrixGrid
    from framework_qda.project import Reader
    from framework_qda.project.cell_reader import Place

IN_PROJECT_ORDER = Arrangement()
ALL_COLUMNS = ColumnChoice()


class GridSource:
    """Give the rows of a matrix that a filter lets through; its cells are read when they are needed."""

    def __init__(self) -> None:
        self._reader: Reader | None = None
        self._whole = EMPTY_GRID

    def set_reader(self, reader: Reader) -> None:
        """Read another project."""
        self._reader = reader
        self.forget()

    @property
    def total_columns(self) -> int:
        """How many columns the matrix has, hidden ones too."""
        return len(self._whole.columns)

    def forget(self) -> None:
        """Read rows, columns and cells anew next time."""
        self._whole = EMPTY_GRID

    def grid(
        self,
        theme_id: str,
        row_filter: RowFilter,
        arrangement: Arrangement = IN_PROJECT_ORDER,
        columns: ColumnChoice = ALL_COLUMNS,
    ) -> MatrixGrid:
        """Return the matrix of a theme, filtered and ordered; an empty one where there is no such theme."""
        grid = self.whole_grid(theme_id, columns)
        if self._reader is not None and not row_filter.is_empty:
            grid = filter_grid(self._reader, grid, row_filter)
        if self._reader is not None and not arrangement.is_empty:
            grid = arrange_grid(self._reader, grid, arrangement)
        return grid

    def whole_grid(self, theme_id: str, columns: ColumnChoice = ALL_COLUMNS) -> MatrixGrid:
        """Return the matrix of a theme with all its rows; an empty one where there is no such theme."""
        if self._reader is None or not theme_id:
            return EMPTY_GRID
        if self._whole.theme_id != theme_id:
            try:
                self._whole = open_grid(self._reader, theme_id)
            except RefusedError:  # the theme has gone since the tabs were read; the next Changes will say so
                self.forget()
        return choose_columns(self._whole, columns)

    def take_width(self, subtopic_id: str, width: int) -> None:
        """Know that a column has another width now."""
        self._whole = with_width(self._whole, subtopic_id, width)

    def with_cells(self, grid: MatrixGrid) -> MatrixGrid:
        """Return a grid of which rows and columns are known with its cells, which are read as they are needed."""
        return keep_cells(replace(grid, cells=self._whole.cells))

    def refresh_cells(self, cell_ids: Iterable[str]) -> tuple[list[Place], dict[Place, GridCell | None]]:
        """Read some cells anew next time; return where they stand, and what was known of them."""
        if self._reader is None:
            return [], {}
        places = list(self._reader.cell_places(cell_ids).values())
        cells = self._whole.cells
        return places, cells.kept.forget(places) if isinstance(cells, CellsOnDemand) else {}
