"""A matrix of any size whose cells are read when they are needed: a screenful at a time, the last ones kept."""

from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Self

from framework_qda.matrix.build import CellContext, empty_grid, grid_cells, read_context
from framework_qda.matrix.filters import Step, in_parts
from framework_qda.matrix.grid import GridCell, MatrixGrid, ReadCells
from framework_qda.matrix.rows import row_order
from framework_qda.project.cell_reader import TextSize
from framework_qda.project.reader import Reader

Key = tuple[str, str]

KEPT = 6_000
"""Cells of some 60 words take about two kilobytes each."""
ROWS_AT_ONCE = 200


def open_grid(reader: Reader, theme_id: str) -> MatrixGrid:
    """Return the matrix of a theme (`ALL_THEMES`: of all) with all rows; no cell is read yet.

    Raise RefusedError if there is no such theme (any more). It is for the thread of its reader.
    """
    frame, order = empty_grid(reader, theme_id), row_order(reader)
    rows = tuple(row.interview_id for row in order.rows)
    columns = tuple(column.subtopic_id for column in frame.columns)
    cells = CellsOnDemand(KeptCells(reader), rows, columns)
    return replace(frame, rows=order.rows, bands=order.bands, cells=cells, total_rows=len(rows))


def whole_grid(grid: MatrixGrid) -> MatrixGrid:
    """Return the grid with all its cells as plain data, for what works in another thread."""
    return replace(grid, cells=dict(grid.cells)) if isinstance(grid.cells, ReadCells) else grid


def count_states(reader: Reader, grid: MatrixGrid, step: Step = lambda *_: None) -> Counter[str]:
    """Return how many written cells of a grid are in each state; of the grid itself no cell is read."""
    counted: Counter[str] = Counter()
    subtopic_ids = [column.subtopic_id for column in grid.columns]
    for part in in_parts([row.interview_id for row in grid.rows], len(subtopic_ids), step):
        counted.update(reader.count_states(subtopic_ids, part))
    return counted


def fetch(grid: MatrixGrid, rows: Iterable[int], columns: Iterable[int]) -> None:
    """Read the cells where some rows meet some columns at once, if they are read on demand and not known yet."""
    if isinstance(grid.cells, CellsOnDemand):
        ids = [grid.columns[column].subtopic_id for column in columns]
        grid.cells.kept.fetch((grid.rows[row].interview_id, each) for row in rows for each in ids)


def fetch_places(grid: MatrixGrid, places: Iterable[Key]) -> None:
    """Read some cells (interview id, sub-topic id) at once, if they are read on demand and not known yet."""
    if isinstance(grid.cells, CellsOnDemand):
        grid.cells.kept.fetch(places)


def text_sizes(grid: MatrixGrid, rows: Iterable[int], columns: Iterable[int]) -> dict[Key, TextSize]:
    """Return how much stands in the cells where some rows meet some columns, those without words left out."""
    interview_ids = [grid.rows[row].interview_id for row in rows]
    subtopic_ids = [grid.columns[column].subtopic_id for column in columns]
    if isinstance(grid.cells, CellsOnDemand):
        return grid.cells.kept.reader.text_sizes(interview_ids, subtopic_ids)
    keys = ((row, column) for row in interview_ids for column in subtopic_ids)
    found = ((key, grid.cells.get(key)) for key in keys)
    return {key: text_size(cell) for key, cell in found if cell is not None and cell.statements}


def text_size(cell: GridCell) -> TextSize:
    """Return how much stands in a cell."""
    return TextSize(
        len(cell.statements),
        sum(len(statement.text) for statement in cell.statements),
        sum(len(statement.evidence) for statement in cell.statements),
    )


class KeptCells:
    """The cells that were used last, those that were never written among them; shared by all views of one matrix."""

    def __init__(self, reader: Reader, most: int = KEPT) -> None:
        self.reader = reader
        self._most = most
        self._kept: OrderedDict[Key, GridCell | None] = OrderedDict()
        self._context: CellContext | None = None

    def get(self, key: Key) -> GridCell | None:
        """Return a cell, read now if it is not kept."""
        if key not in self._kept:
            self.fetch([key])
        self._kept.move_to_end(key)
        return self._kept[key]

    def fetch(self, keys: Iterable[Key]) -> None:
        """Read those of some cells that are not kept, with a handful of queries."""
        missing = [key for key in keys if key not in self._kept]
        if not missing:
            return
        if self._context is None:
            self._context = read_context(self.reader)
        found = grid_cells(self.reader, self.reader.cells_at(missing), self._context)
        self._kept.update((key, found.get(key)) for key in missing)
        # What was asked for just now stays, however much it is.
        while len(self._kept) > max(self._most, len(missing)):
            self._kept.popitem(last=False)

    def forget(self, keys: Iterable[Key]) -> dict[Key, GridCell | None]:
        """Read some cells anew next time, and what all are shown with; return what was known of them."""
        self._context = None
        return {key: self._kept.pop(key) for key in keys if key in self._kept}


class CellsOnDemand(ReadCells):
    """The cells of some rows and columns: a mapping like any other, but to go through it reads all of them."""

    def __init__(self, kept: KeptCells, interview_ids: Sequence[str], subtopic_ids: Sequence[str]) -> None:
        self.kept = kept
        self._interview_ids, self._subtopic_ids = interview_ids, subtopic_ids
        self._rows, self._columns = frozenset(interview_ids), frozenset(subtopic_ids)

    def narrowed(self, interview_ids: Sequence[str], subtopic_ids: Sequence[str]) -> Self:
        """Return the cells of some rows and columns only; what was read stays read."""
        return type(self)(self.kept, interview_ids, subtopic_ids)

    def __getitem__(self, key: Key) -> GridCell:
        """Return a cell that was written."""
        cell = self._find(key)
        if cell is None:
            raise KeyError(key)
        return cell

    def get(self, key: Key, default: GridCell | None = None) -> GridCell | None:  # type: ignore[override]
        """Return a cell, or the default where nothing was ever written."""
        return self._find(key) or default

    def _find(self, key: Key) -> GridCell | None:
        return self.kept.get(key) if key[0] in self._rows and key[1] in self._columns else None

    def __iter__(self) -> Iterator[Key]:
        """Go through the written cells row by row."""
        for first in range(0, len(self._interview_ids), ROWS_AT_ONCE):
            rows = self._interview_ids[first : first + ROWS_AT_ONCE]
            self.kept.fetch((row, column) for row in rows for column in self._subtopic_ids)
            yield from ((row, column) for row in rows for column in self._subtopic_ids if self._find((row, column)))

    def __len__(self) -> int:
        """Count the written cells."""
        return sum(self.count_states().values())

    def count_states(self) -> dict[str, int]:
        """Return how many written cells are in each state, without reading them."""
        return self.kept.reader.count_states(self._subtopic_ids, self._interview_ids)

    def count_words(self, subtopic_id: str) -> int:
        """Return how many words a column has, without keeping its cells."""
        return self.kept.reader.count_words(subtopic_id, self._interview_ids)
