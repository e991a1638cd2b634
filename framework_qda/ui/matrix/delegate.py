"""Paint the cells of the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from framework_qda.text.holding import squeeze
from framework_qda.ui.matrix.cell_paint import CellPainter, signs_height
from framework_qda.ui.matrix.fading import paint_fade
from framework_qda.ui.matrix.layout import CellLayout, LayoutCache

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QPoint
    from PySide6.QtGui import QPainter

    from framework_qda.matrix.grid import EvidenceRef, GridStatement
    from framework_qda.ui.matrix.look import GridLook
    from framework_qda.ui.matrix.model import GridModel, Index


class CellDelegate(QStyledItemDelegate):
    """Paint a cell: its ground, the edge and the sign of its state, its statements, and who is current."""

    def __init__(self, model: GridModel, look: GridLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.cache = LayoutCache()
        self.look = look
        self._around = CellPainter(look)

    def set_look(self, look: GridLook) -> None:
        """Take another font or other colours."""
        self.look = look
        self.cache.clear()
        self._around = CellPainter(look)

    def light(self, words: str) -> None:
        """Light up some words wherever a cell holds them; an empty text lights nothing."""
        sought = squeeze(words)
        if sought != self.cache.sought:
            self.cache.sought = sought
            self.cache.clear()

    def layout_of(self, row: int, column: int, column_width: int) -> CellLayout:
        """Return the layout of a cell in a column of this width (pixels)."""
        width = self.look.text_width(column_width)
        return self.cache.layout((row, column), self._model.grid.cell(row, column), width, self.look)

    def height_of(self, row: int, column: int, column_width: int) -> float:
        """Return how tall a row must be to show this cell in full."""
        words = self.layout_of(row, column, column_width).height
        return max(words, signs_height(self._model.grid.cell(row, column), self.look)) + 2 * self.look.pad_y + 1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size that shows the cell in full at its column's width."""
        width = option.rect.width()
        return QSize(width, round(self.height_of(index.row(), index.column(), width)))

    def evidence_at(self, index: Index, rect: QRect, point: QPointF) -> EvidenceRef | None:
        """Return the passage whose chip stands at a point of the view, in the cell shown in `rect`."""
        layout = self.layout_of(index.row(), index.column(), rect.width())
        corner = QPointF(rect.x() + self.look.gutter, rect.y() + self.look.pad_y)
        return layout.evidence_at(point - corner)

    def statement_at(self, index: Index, rect: QRect, point: QPoint) -> GridStatement | None:
        """Return the statement that stands at a point of the view, in the cell shown in `rect`."""
        cell = self._model.cell_at(index) if index.isValid() and rect.contains(point) else None
        if cell is None:
            return None
        corner = QPointF(rect.x() + self.look.gutter, rect.y() + self.look.pad_y)
        number = self.layout_of(index.row(), index.column(), rect.width()).statement_at(QPointF(point) - corner)
        return None if number is None else cell.statements[number]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row, column, look = index.row(), index.column(), self.look
        cell = self._model.grid.cell(row, column)
        painter.save()
        painter.setClipRect(rect)
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        is_current = self._is_current(option, index)
        ground = look.colour(self._ground(column, is_selected=is_selected and not is_current))
        painter.fillRect(rect, ground)
        self._around.paint_state(painter, rect, cell)
        layout = self.layout_of(row, column, rect.width())
        layout.draw(painter, rect.x() + look.gutter, rect.y() + look.pad_y)
        if self._is_cut(layout, rect):
            room = QRectF(rect).adjusted(look.gutter - look.length(0.1), 0, 0, 0)  # the signs stay clear
            paint_fade(painter, room, ground, look.line_step, look.pad_y)
        self._paint_lines(painter, rect, row, column)
        if is_current:
            self._around.paint_current(painter, rect, is_focused=bool(state & QStyle.StateFlag.State_Active))
        painter.restore()

    def _is_cut(self, layout: CellLayout, rect: QRect) -> bool:
        # Pixels are whole and heights are not: what is cut by less than a few has all its words.
        return layout.height + 2 * self.look.pad_y > rect.height() + self.look.length(0.3)

    def is_cut_at(self, index: Index, rect: QRect) -> bool:
        """Say whether a cell shown in `rect` has more words than it has room for."""
        return self._is_cut(self.layout_of(index.row(), index.column(), rect.width()), rect)

    @staticmethod
    def _is_current(option: QStyleOptionViewItem, index: Index) -> bool:
        view = option.widget
        if not isinstance(view, QAbstractItemView):
            return False
        current = view.currentIndex()
        return current.row() == index.row() and current.column() == index.column()

    def _ground(self, column: int, *, is_selected: bool) -> str:
        if is_selected:
            return "accent_back"
        return "surface_dim" if self._model.grid.columns[column].is_synthesis else "surface"

    def _paint_lines(self, painter: QPainter, rect: QRect, row: int, column: int) -> None:
        look = self.look
        thick, role = (2, "line_strong") if column in self._model.section_ends else (1, "line")
        painter.fillRect(rect.right() - thick + 1, rect.top(), thick, rect.height(), look.colour(role))
        thick, role = (2, "line_strong") if row in self._model.band_ends else (1, "line")
        painter.fillRect(rect.left(), rect.bottom() - thick + 1, rect.width(), thick, look.colour(role))
