"""How far a matrix is charted, in figures and in words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from framework_qda.matrix.grid import GridCell, MatrixGrid, ReadCells
from framework_qda.model import EMPTY_REASONS, CellState
from framework_qda.project.cell_reader import Place


class Progress(NamedTuple):
    """How many cells there are, are charted (or reviewed), and are empty for a reason."""

    total: int
    charted: int
    with_reason: int


class ProgressCount:
    """Count the cells of the rows and columns that a grid shows, and keep count when single ones change."""

    def __init__(self) -> None:
        self._states: Counter[str] = Counter()

    def show_grid(self, grid: MatrixGrid) -> str:
        """Count anew; return the words."""
        cells = grid.cells
        self._states = Counter(
            cells.count_states() if isinstance(cells, ReadCells) else (cell.state for cell in cells.values())
        )
        return self._words(grid)

    def take(self, grid: MatrixGrid, states: Mapping[str, int]) -> str:
        """Take the count of a grid's cells by their states; return the words."""
        self._states = Counter(states)
        return self._words(grid)

    def change(self, grid: MatrixGrid, places: Iterable[Place], known: Mapping[Place, GridCell | None]) -> str | None:
        """Count some cells that are otherwise now, given those whose state before is known; return the words.

        `None`: of one of them that is not known, so that all must be counted anew.
        """
        rows = {row.interview_id for row in grid.rows}
        columns = {column.subtopic_id for column in grid.columns}
        shown = [place for place in places if place[0] in rows and place[1] in columns]
        if any(place not in known for place in shown):
            return None
        for place in shown:
            for cell, step in ((known[place], -1), (grid.cells.get(place), 1)):
                if cell is not None:
                    self._states[cell.state] += step
        return self._words(grid)

    def _words(self, grid: MatrixGrid) -> str:
        charted = sum(self._states[state] for state in (CellState.CHARTED, CellState.REVIEWED))
        reasons = sum(self._states[state] for state in EMPTY_REASONS)
        return progress_words(grid, Progress(len(grid.rows) * len(grid.columns), charted, reasons))


def progress_words(grid: MatrixGrid, counted: Progress) -> str:
    """Write `Matrix 2: 141 of 168 charted, 9 with a reason`; say so where a filter leaves rows out."""
    if grid.total_rows and not grid.rows:
        return f"{grid.name}: no interview shown"
    if not grid.columns or not grid.rows:
        return f"{grid.name}: nothing to chart yet" if grid.name else ""
    reasons = f", {counted.with_reason:,} with a reason" if counted.with_reason else ""
    scope = "" if len(grid.rows) == grid.total_rows else f" in the {len(grid.rows):,} interviews shown"
    return f"{grid.name}: {counted.charted:,} of {counted.total:,} charted{reasons}{scope}"
