"""The map on the screen: only the fields in view are painted; hovering tells what stands in a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from framework_qda.ui.board.map_headers import InterviewHeader, ThemeHeader
from framework_qda.ui.board.map_model import MapModel
from framework_qda.ui.board.painting import FieldMarks, paint_field, paint_share
from framework_qda.ui.style import em, scaled_font, set_role

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from framework_qda.matrix.board import BoardMap, Place

FIELD_EMS = (2.15, 1.5)
"""How wide and how tall a field is."""
SECTION_GAP_EMS = 0.8
SIGN = 0.82


class FieldDelegate(QStyledItemDelegate):
    """Paint the fields of the map."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one field."""
        view, row, column = self._view, index.row(), index.column()
        rect = QRectF(option.rect)
        rect.setWidth(view.field_size.width())
        font, model = view.sign_font, view.map_model
        is_current = view.currentIndex() == index and view.hasFocus()
        places = model.places(row, column) if view.lit else ()
        is_lit = any(place in view.lit for place in places)
        marks = FieldMarks(is_lit=is_lit, is_dimmed=bool(view.lit) and not is_lit, is_current=is_current)
        if model.by_case:
            paint_share(painter, rect, model.share(row, column), font, marks)
            return
        board, place = model.board, model.board.place(row, column)
        marks = marks._replace(
            is_stale=place in board.stale,
            is_conflicted=place in board.conflicted,
            is_commented=place in board.commented,
        )
        paint_field(painter, rect, board.state(place), font, marks)


class MapView(QTableView):
    """Walk the map with arrows; Enter or a double click opens a cell."""

    opened = Signal(str, str)
    """An interview and a sub-topic."""
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map_model = MapModel(self)
        self.lit: frozenset[Place] = frozenset()
        self.field_size = QSize()
        self.sign_font = self.font()
        self.tell_of: Callable[[list[Place]], str] = lambda _places: ""
        """Returns the tool tip, as rich text, for the cells of a field."""
        self.setModel(self.map_model)
        self.setItemDelegate(FieldDelegate(self))
        self.setHorizontalHeader(ThemeHeader(self.map_model, self))
        self.setVerticalHeader(InterviewHeader(self.map_model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        set_role(self, "map")
        self.setAccessibleName("Map of the study")
        self.setAccessibleDescription("Arrows move from cell to cell, Enter opens one")
        self.activated.connect(self._open)

    def show_board(self, board: BoardMap, *, by_case: bool) -> None:
        """Show a map; the current cell stays where it is."""
        place = self.current_place()
        self.map_model.show(board, by_case=by_case)
        self.fit()
        if place is not None:
            self.go_to(place)
        if not self.currentIndex().isValid() and self.map_model.rowCount() and self.map_model.columnCount():
            self.setCurrentIndex(self.map_model.index(0, 0))
        self.viewport().update()

    def light(self, places: Collection[Place]) -> None:
        """Light some cells up and dim the others; none: show all alike."""
        lit = frozenset(places)
        if lit != self.lit:
            self.lit = lit
            self.viewport().update()

    def current_place(self) -> Place | None:
        """Return the cell at hand; of a case study, its first."""
        index = self.currentIndex()
        return self.map_model.places(index.row(), index.column())[0] if index.isValid() else None

    def go_to(self, place: Place) -> bool:
        """Make a cell the one at hand; return whether it is there."""
        index = self.map_model.field_of(place)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def fit(self) -> None:
        """Take sizes that follow the font; behind each theme is a gap."""
        self.field_size = QSize(em(self, FIELD_EMS[0]), em(self, FIELD_EMS[1]))
        self.sign_font = scaled_font(self.font(), SIGN)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setDefaultSectionSize(self.field_size.height())
        columns.setDefaultSectionSize(self.field_size.width())
        for section in self.map_model.board.sections:
            last = section.first + section.count - 1
            for column in range(section.first, last):
                columns.resizeSection(column, self.field_size.width())
            columns.resizeSection(last, self.field_size.width() + em(self, SECTION_GAP_EMS))
        rows.fit()  # type: ignore[attr-defined]
        self.updateGeometries()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "map_model"):
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell at hand with Enter, on every system."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.open_current()
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Tell that another cell is at hand."""
        super().currentChanged(current, previous)
        self.moved.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell of the cell under the pointer what stands in it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            words = self.tell_of(self.map_model.places(index.row(), index.column())) if index.isValid() else ""
            QToolTip.showText(
                event.globalPos(), words, self.viewport(), self.visualRect(index) if words else self.rect()
            )
            return True
        return super().viewportEvent(event)

    def open_current(self) -> None:
        """Open the cell at hand."""
        self._open(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(*self.map_model.places(index.row(), index.column())[0])
