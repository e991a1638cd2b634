"""The widths of columns that the analyst sets: by hand, by content, or all alike again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.ui.matrix.widths import content_widths

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.operations import Operations

STEP = 1.15
"""How much wider or narrower one step makes a column."""
NARROWEST_EMS = 7


class ColumnSizes(QObject):
    """Write the widths of a view's columns. A column without a width of its own is as wide as its neighbours."""

    kept = Signal(str, int)
    """A width that stands on the screen already was written: of a sub-topic, in pixels at 100 %."""

    def __init__(self, view: MatrixView, finish: Callable[[], bool]) -> None:
        super().__init__(view)
        self._view, self._finish = view, finish
        self._operations: Operations | None = None
        self.is_keeping = False
        """Whether a width is being written that stands on the screen already."""
        view.width_chosen.connect(self.keep)
        view.fit_requested.connect(lambda column: self._fit([column]))

    def begin(self, operations: Operations) -> None:
        """Write to another project from now on."""
        self._operations = operations

    def keep(self, subtopic_id: str, width: int) -> None:
        """Remember a width that was dragged (pixels at 100 %)."""
        self.is_keeping = True
        try:
            is_written = self._write({subtopic_id: width})
        finally:
            self.is_keeping = False
        if is_written:
            self.kept.emit(subtopic_id, width)

    def fit(self) -> None:
        """Let the current column be as wide as its content asks for."""
        self._fit([self._view.currentIndex().column()])

    def fit_all(self) -> None:
        """Let every column be as wide as its content asks for."""
        self._fit(list(range(self._view.grid_model.columnCount())))

    def make_alike(self) -> None:
        """Let all columns be alike: as many as can be read well fill the window."""
        if self._finish():
            self._write({column.subtopic_id: None for column in self._view.grid_model.grid.columns})

    def step(self, direction: int) -> None:
        """Make the current column one step wider (1) or narrower (-1)."""
        column = self._view.currentIndex().column()
        if column >= 0 and self._finish():
            least = self._view.look.em * NARROWEST_EMS
            width = max(least, self._view.columnWidth(column) * STEP**direction)
            self._write({self._view.grid_model.grid.columns[column].subtopic_id: self._at_100(width)})

    def _fit(self, columns: list[int]) -> None:
        if columns and columns[0] >= 0 and self._finish():
            view = self._view
            widths = content_widths(view.grid_model.grid, columns, view.look)
            ids = [view.grid_model.grid.columns[column].subtopic_id for column in columns]
            self._write({key: self._at_100(width) for key, width in zip(ids, widths, strict=True)})

    def _at_100(self, width: float) -> int:
        return round(width * 100 / self._view.zoom.value)

    def _write(self, widths: Mapping[str, int | None]) -> bool:
        if self._operations is None or not self._operations.can_edit or not widths:
            return False
        return self._operations.run(lambda project: project.set_widths(widths)) is not None
