"""How tall rows are: guessed for those far away, measured by the columns in view for those that come into view."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from framework_qda.matrix.on_demand import fetch, text_sizes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from framework_qda.matrix.grid import MatrixGrid
    from framework_qda.project.cell_reader import Place, TextSize
    from framework_qda.ui.matrix.look import GridLook
    from framework_qda.ui.matrix.view import MatrixView

WRAP_LOSS = 1.1
"""Lines end where words do: so much longer a text stands than its letters alone would."""
REFERENCE_LETTERS = 15
FEW_COLUMNS = 8
"""Of so few columns all are measured: the rows then are right whatever is scrolled to."""
MOST_SAMPLED = 4_000
"""From so many cells the heights of all rows are guessed."""


def estimate_text(size: TextSize | None, letters_per_line: float, look: GridLook) -> float:
    """Guess how tall the text of a cell stands (pixels) from how much there is of it; rather too tall than too low."""
    if size is None or not size.statements:
        return look.line_step
    letters = size.letters * WRAP_LOSS + size.references * REFERENCE_LETTERS
    # Where a statement ends, half a line is free in the middle.
    lines = math.ceil(letters / letters_per_line + 0.5 * (size.statements - 1))
    return look.gap * (size.statements - 1) + max(lines, size.statements) * look.line_step


def letters_per_line(widths: Iterable[int], look: GridLook) -> list[float]:
    """Return how many letters a line of each of some columns takes."""
    return [look.text_width(width) / look.letter_width for width in widths]


def guess_heights(grid: MatrixGrid, widths: Sequence[int], look: GridLook, least: float) -> tuple[dict[int, int], int]:
    """Guess the heights of rows spread over the grid, all of them where they are few, and that of all others (pixels).

    None is lower than `least`.
    """
    step = max(1, math.ceil(len(grid.rows) * max(1, len(widths)) / MOST_SAMPLED))
    rows = range(0, len(grid.rows), step)
    sizes = text_sizes(grid, rows, range(len(widths)))
    per_line = letters_per_line(widths, look)
    around = 2 * look.pad_y + 1
    lowest = max(least, look.line_step + around)
    guessed = {}
    for row in rows:
        tallest = _tallest(grid, row, range(len(widths)), sizes, per_line, look)
        guessed[row] = math.ceil(max(lowest, tallest + around))
    usual = round(sum(guessed.values()) / len(guessed)) if guessed else math.ceil(lowest)
    return guessed, usual


def _tallest(
    grid: MatrixGrid,
    row: int,
    columns: Iterable[int],
    sizes: Mapping[Place, TextSize],
    per_line: Sequence[float],
    look: GridLook,
) -> float:
    interview_id = grid.rows[row].interview_id
    tallest = 0.0
    for column in columns:
        size = sizes.get((interview_id, grid.columns[column].subtopic_id))
        if size is not None:
            tallest = max(tallest, estimate_text(size, per_line[column], look))
    return tallest


class RowMeasure:
    """Measure rows of a view: by every word of the columns in view, by the amount of words of all others."""

    def __init__(self, view: MatrixView) -> None:
        self._view = view

    def columns(self) -> range:
        """Return the columns that are measured word by word now."""
        count = self._view.grid_model.columnCount()
        if count <= FEW_COLUMNS:
            return range(count)
        first, last = self._view.columnAt(0), self._view.columnAt(self._view.viewport().width() - 1)
        return range(max(0, first), (last if last >= 0 else count - 1) + 1)

    def measure(self, rows: Sequence[int], columns: range) -> dict[int, int]:
        """Return how tall some rows must be for all their columns (pixels); what that needs is read at once."""
        view = self._view
        grid, widths = view.grid_model.grid, view.sizes.widths()
        heights = self.measure_columns(rows, columns)
        others = [column for column in range(len(widths)) if column not in columns]
        if not others:
            return heights
        sizes, per_line = text_sizes(grid, rows, others), letters_per_line(widths, view.look)
        around = 2 * view.look.pad_y + 1
        for row in rows:
            text = _tallest(grid, row, others, sizes, per_line, view.look)
            heights[row] = max(heights[row], math.ceil(text + around))
        return heights

    def measure_columns(self, rows: Sequence[int], columns: range) -> dict[int, int]:
        """Return how tall some rows must be for some columns (pixels), by every word."""
        view = self._view
        fetch(view.grid_model.grid, rows, columns)
        widths = [(column, view.columnWidth(column)) for column in columns]
        tallest = {}
        for row in rows:
            heights = [view.cells.height_of(row, column, width) for column, width in widths]
            tallest[row] = math.ceil(max(float(view.cases.least_height(row)), *heights, 0.0))
        return tallest
