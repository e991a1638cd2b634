"""Tags, re-homing and moving of statements in the grid: of the one that is pointed at, or of the whole cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt

from framework_qda.matrix.remarks import shorten
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.widgets.carrying import UNDECIDED
from framework_qda.ui.widgets.marking import StatementMarking
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from framework_qda.matrix.grid import GridCell
    from framework_qda.ui.desk import Desk
    from framework_qda.ui.matrix.charting import GridCharting
    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.widgets.marking import Parts


class GridMarking(StatementMarking):
    """While a cell is edited its caret says which statements are meant, else the pointer, else all of the cell are."""

    def __init__(self, desk: Desk, view: MatrixView, charting: GridCharting) -> None:
        super().__init__(desk, self._open_parts, self._go_back)
        self._view, self._in_place = view, charting.in_place
        self._pointed = ""

    def point_at(self, place: QPoint) -> None:
        """Mean the statement at a place of the screen, if there is one, until `point_at_none()` is called."""
        point, index = self._view.viewport().mapFromGlobal(place), self._view.currentIndex()
        statement = self._view.cells.statement_at(index, self._view.visualRect(index), point)
        self._pointed = statement.id if statement is not None else ""

    def point_at_none(self) -> None:
        """Mean all statements of the current cell again."""
        self._pointed = ""

    def name_meant(self) -> str:
        """Say what a menu of the current cell would tag or move; nothing where there is no statement."""
        cell = self._cell()
        statements = cell.statements if cell is not None else ()
        meant = [each for each in statements if each.id == self._pointed] or statements
        if len(meant) > 1:
            return f"All {count_words(len(meant), 'statement')} of the cell"
        return f"“{shorten(meant[0].text)}”" if meant else ""

    def area(self) -> QRect | None:
        """Return where what is meant stands on the desk, as far as it is seen."""
        if self._in_place.is_open:
            return super().area()
        port = self._view.viewport()
        seen = self._view.visualRect(self._view.currentIndex()) & port.rect()
        return None if seen.isEmpty() else seen.translated(port.mapTo(self.desk, QPoint(0, 0)))

    def _open_parts(self) -> Parts | None:
        return (self._in_place.editor, self._in_place.saving) if self._in_place.is_open else None

    def _go_back(self) -> None:
        if self._in_place.is_open:
            self._in_place.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._view.setFocus()

    def _find(self) -> tuple[CellPlace, tuple[str, ...]] | None:
        if self._in_place.is_open:
            return super()._find()
        place, cell = self._view.current_ids(), self._cell()
        if place is None:
            return None
        if cell is not None and cell.is_conflicted:
            self.hinted.emit(UNDECIDED)
            return None
        ids = tuple(statement.id for statement in (cell.statements if cell is not None else ()))
        return CellPlace(*place), (self._pointed,) if self._pointed in ids else ids

    def _cell(self) -> GridCell | None:
        index = self._view.currentIndex()
        return self._view.grid_model.cell_at(index) if index.isValid() else None
