"""The menus of the heads of a grid: what is pointed at becomes the current column or row first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject
from PySide6.QtGui import QContextMenuEvent

from framework_qda.ui.context_menu import show_menu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from framework_qda.ui.matrix.view import MatrixView

    Offered = Callable[[], Sequence[QAction | None]]


class HeadMenus(QObject):
    """Offer what can be done with a column or a row where its head is clicked with the right button."""

    def __init__(self, view: MatrixView, of_column: Offered, of_row: Offered) -> None:
        super().__init__(view)
        self._view, self._of_column, self._of_row = view, of_column, of_row
        for header in (view.columns, view.cases):
            header.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the menu of the head that is pointed at."""
        if not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        view, flag = self._view, QItemSelectionModel.SelectionFlag
        is_column = watched is view.columns.viewport()
        row, column = self._row_in_view(), max(0, view.currentIndex().column())
        if is_column:
            column = view.columns.logicalIndexAt(event.pos())
        else:
            row = view.cases.logicalIndexAt(event.pos())
        index = view.grid_model.index(row, column)
        if index.isValid():
            # A column or a row that is selected stays so: it can be copied as a whole.
            is_chosen = view.selectionModel().isSelected(index)
            view.selectionModel().setCurrentIndex(index, flag.NoUpdate if is_chosen else flag.ClearAndSelect)
            show_menu(view, self._of_column() if is_column else self._of_row(), event.globalPos())
        return True

    def _row_in_view(self) -> int:
        """Return the current row, or another one where that has been scrolled out of view: nothing is to move."""
        view, row = self._view, self._view.currentIndex().row()
        top, tall = view.rowViewportPosition(row), view.viewport().height()
        return row if row >= 0 and top < tall and top + view.rowHeight(row) > 0 else max(0, view.rowAt(0))
