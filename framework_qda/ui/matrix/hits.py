"""The way from one cell that holds the words of the filter to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.matrix.on_demand import fetch
from framework_qda.text.holding import holds

if TYPE_CHECKING:
    from framework_qda.ui.matrix.view import MatrixView

NO_HIT = "No cell that is shown holds these words."


class GridHits:
    """Go through the cells of a view that hold the words which are lit in it."""

    def __init__(self, view: MatrixView) -> None:
        self._view = view

    @property
    def is_asked(self) -> bool:
        """Whether there are words to look for."""
        return bool(self._view.cells.cache.sought)

    def step(self, direction: int) -> bool:
        """Go to the next (1) or the previous (-1) cell with the words, round and round; say whether there is one."""
        return self._go(direction, range(1, self._count() + 1))

    def enter(self) -> None:
        """Go from the field of the words to the current cell if it has them, else to the next one that has."""
        if self._go(1, range(self._count())):
            self._view.setFocus()

    def _count(self) -> int:
        return self._view.grid_model.rowCount() * self._view.grid_model.columnCount()

    def _go(self, direction: int, steps: range) -> bool:
        view, current = self._view, self._view.currentIndex()
        if not self.is_asked or not self._count():
            return False
        columns = view.grid_model.columnCount()
        here = max(0, current.row()) * columns + max(0, current.column())
        seen = -1
        for step in steps:
            row, column = divmod((here + direction * step) % self._count(), columns)
            if row != seen:
                fetch(view.grid_model.grid, [row], range(columns))
                seen = row
            if self._is_hit(row, column):
                view.choose(row, column)
                return True
        return False

    def _is_hit(self, row: int, column: int) -> bool:
        cell, sought = self._view.grid_model.grid.cell(row, column), self._view.cells.cache.sought
        return cell is not None and any(holds(statement.text, sought) for statement in cell.statements)
