"""Where the cells of a project lie: which is beside which, along a row and down a column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework_qda.ui.cell_place import CellPlace

if TYPE_CHECKING:
    from framework_qda.matrix.grid import GridColumn, GridRow


@dataclass(frozen=True, slots=True)
class Walk:
    """The rows of the project and the columns of all themes in their order."""

    rows: tuple[GridRow, ...] = ()
    columns: tuple[GridColumn, ...] = ()

    def row_number(self, interview_id: str) -> int:
        """Return the place of an interview, or -1."""
        return next((n for n, row in enumerate(self.rows) if row.interview_id == interview_id), -1)

    def column_number(self, subtopic_id: str) -> int:
        """Return the place of a sub-topic among the columns of all themes, or -1."""
        return next((n for n, column in enumerate(self.columns) if column.subtopic_id == subtopic_id), -1)

    def sources(self, subtopic_id: str) -> tuple[GridColumn, ...]:
        """Return the columns that a synthesis column is written from: the others of its theme; of another, nothing."""
        place = self.column_number(subtopic_id)
        if place < 0 or not self.columns[place].is_synthesis:
            return ()
        theme = _theme_number(self.columns[place])
        return tuple(each for each in self.columns if _theme_number(each) == theme and not each.is_synthesis)

    def holds(self, place: CellPlace) -> bool:
        """Say whether a cell is in the project's rows and columns."""
        return self.row_number(place.interview_id) >= 0 and self.column_number(place.subtopic_id) >= 0

    def beside(self, place: CellPlace, step: int) -> CellPlace | None:
        """Return the cell `step` columns on; behind the end of a row comes the next row's first cell."""
        row, column = self.row_number(place.interview_id), self.column_number(place.subtopic_id)
        if row < 0 or column < 0:
            return None
        number = row * len(self.columns) + column + step
        if not 0 <= number < len(self.rows) * len(self.columns):
            return None
        row, column = divmod(number, len(self.columns))
        return CellPlace(self.rows[row].interview_id, self.columns[column].subtopic_id)

    def onward(self, place: CellPlace, *, is_by_column: bool) -> CellPlace | None:
        """Return the cell that comes next in charting: along the rows, or down one column after the other."""
        if not is_by_column:
            return self.beside(place, 1)
        following = self.below(place, 1)
        column = self.column_number(place.subtopic_id) + 1
        if following is not None or not 0 < column < len(self.columns):
            return following
        return CellPlace(self.rows[0].interview_id, self.columns[column].subtopic_id)

    def below(self, place: CellPlace, step: int) -> CellPlace | None:
        """Return the cell of the same column `step` rows on, or `None` beyond the ends."""
        row = self.row_number(place.interview_id) + step
        if not 0 <= row < len(self.rows):
            return None
        return CellPlace(self.rows[row].interview_id, place.subtopic_id)

    def around(self, interview_id: str, count: int) -> tuple[GridRow, ...]:
        """Return up to `count` rows before and behind a row, without itself."""
        row = self.row_number(interview_id)
        return self.rows[max(0, row - count) : row] + self.rows[row + 1 : row + 1 + count]


def _theme_number(column: GridColumn) -> str:
    return column.number.partition(".")[0]
