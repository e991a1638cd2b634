"""Where cells stand in the project's order of rows and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.rows import row_order

if TYPE_CHECKING:
    from framework_qda.project.reader import Reader


class PlaceNumbers:
    """Where a cell stands in the project's order of rows and columns, read once for many."""

    def __init__(self, reader: Reader) -> None:
        rows = row_order(reader)
        self.rows = {row.interview_id: place for place, row in enumerate(rows.rows)}
        self.bands = {
            row.interview_id: number
            for number, band in enumerate(rows.bands)
            for row in rows.rows[band.first : band.first + band.count]
        }
        outline = framework_outline(reader)
        columns = [(number, column) for number, theme in enumerate(outline) for column in theme.columns]
        self.themes = {column.subtopic_id: number for number, column in columns}
        self.columns = {column.subtopic_id: place for place, (_number, column) in enumerate(columns)}

    def holds(self, place: tuple[str, str]) -> bool:
        """Say whether a cell has a row and a column."""
        return place[0] in self.rows and place[1] in self.columns
