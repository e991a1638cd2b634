"""A list of painted rows: how it behaves, how high its headings are, and what all of them paint alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QTableView

from framework_qda.ui.style import colour, em

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
_UPPER_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class RowList(QTableView):
    """Walk rows by key, one of them chosen.

    A table of one column: unlike a list, it asks the model for no row that is not seen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings: set[int] = set()
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyboardSearch(self, _search: str) -> None:
        """Search nothing by its first letters: it would ask the model for every row."""

    def fit_headings(self, rows: Sequence[int], first_ems: float, ems: float) -> None:
        """Give headings their heights, that of the first row another, and all other rows the common one."""
        # Rows keep their heights when others take their places.
        for row in self._headings - set(rows):
            self.setRowHeight(row, self.verticalHeader().defaultSectionSize())
        for row in rows:
            self.setRowHeight(row, em(self, ems if row else first_ems))
        self._headings = set(rows)


def paint_chosen(view: QTableView, painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint the ground of a row that is chosen, stronger where the keyboard is in the list."""
    has_focus = bool(option.state & QStyle.StateFlag.State_Active) and view.hasFocus()
    rect: QRect = option.rect
    painter.fillRect(rect, colour("mark_back" if has_focus else "accent_back"))
    painter.fillRect(rect.left(), rect.top(), max(2, em(view, 0.2)), rect.height(), colour("accent"))


def draw_line(painter: QPainter, rect: QRect, words: str, font: QFont, role: str) -> int:
    """Draw one line, cut where there is no room; return how wide it is."""
    painter.setFont(font)
    painter.setPen(colour(role))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _UPPER_LEFT, shown)
    return QFontMetrics(font).horizontalAdvance(shown)
