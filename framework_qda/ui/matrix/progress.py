"""How far a matrix is charted, in figures and in words."""

from collections import Counter
from typing import NamedTuple

from framework_qda.matrix.grid import MatrixGrid, ReadCells
from framework_qda.model import EMPTY_REASONS, CellState


class Progress(NamedTuple):
    """How many cells there are, are charted (or reviewed), and are empty for a reason."""

    total: int
    charted: int
    with_reason: int


def count_progress(grid: MatrixGrid) -> Progress:
    """Count the cells of the rows and columns that a grid shows."""
    cells = grid.cells
    states = cells.count_states() if isinstance(cells, ReadCells) else Counter(cell.state for cell in cells.values())
    charted = sum(states.get(state, 0) for state in (CellState.CHARTED, CellState.REVIEWED))
    reasons = sum(states.get(state, 0) for state in EMPTY_REASONS)
    return Progress(len(grid.rows) * len(grid.columns), charted, reasons)


def progress_words(grid: MatrixGrid) -> str:
    """Write `Matrix 2: 141 of 168 charted, 9 with a reason`; say so where a filter leaves rows out."""
    if not grid.columns or not grid.rows:
        return f"{grid.name}: nothing to chart yet" if grid.name else ""
    counted = count_progress(grid)
    reasons = f", {counted.with_reason} with a reason" if counted.with_reason else ""
    scope = "" if len(grid.rows) == grid.total_rows else f" in the {len(grid.rows)} interviews shown"
    return f"{grid.name}: {counted.charted:,} of {counted.total:,} charted{reasons}{scope}"
