"""The list of changes on screen: headings with the chip of who worked, below each the sentences with their times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from framework_qda.matrix.history import HistoryLine, HistorySection
from framework_qda.matrix.search_results import Passage
from framework_qda.ui.find.lit_text import lay_out
from framework_qda.ui.review.history_model import HistoryModel
from framework_qda.ui.style import SMALL, colour, em, scaled_font
from framework_qda.ui.widgets.analyst_chip import analyst_chip_size, draw_analyst_chip
from framework_qda.ui.widgets.row_list import Index, RowList, draw_line, paint_chosen
from framework_qda.ui.words import count_words, day_words, hour_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

NARROW = 34
"""In em: in a list that is narrower a sentence has two lines, and a day is written shortly."""


class HistoryView(RowList):
    """Walk the changes by key; `moved` tells that another is chosen, `opened` that one wants to go there."""

    moved = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history = HistoryModel(self)
        self.setModel(self.history)
        self.setItemDelegate(_LineDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Changes")
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.history.modelReset.connect(self._fit_headings)
        self._fit()

    def current(self) -> HistoryLine | None:
        """Return the line that is chosen."""
        return self.history.line(self.currentIndex().row())

    def choose(self, line: HistoryLine | None) -> None:
        """Choose a line, or the first where it is not shown."""
        row = self.history.row_of(line) if line is not None else -1
        index = self.history.index(row if row >= 0 else 1, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            if row < 0:
                self.scrollToTop()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another line is chosen."""
        super().currentChanged(current, previous)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "history"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a sentence a second line where the list is narrow."""
        super().resizeEvent(event)
        if (event.oldSize().width() < em(self, NARROW)) != self.is_narrow:
            self._fit()

    @property
    def is_narrow(self) -> bool:
        """Whether there is little room beside a sentence."""
        return self.width() < em(self, NARROW)

    @property
    def text_lines(self) -> int:
        """How many lines a sentence has."""
        return 2 if self.is_narrow else 1

    def _fit(self) -> None:
        height = self.text_lines * QFontMetrics(self.font()).lineSpacing() + em(self, 0.7)
        self.verticalHeader().setDefaultSectionSize(height)
        self._fit_headings()

    def _fit_headings(self) -> None:
        self.fit_headings(self.history.heading_rows(), 2.4, 3.0)

    def sizeHint(self) -> QSize:
        """Ask for the room of a sentence."""
        return QSize(em(self, 30), em(self, 30))


class _LineDelegate(QStyledItemDelegate):
    """Paint headings and sentences."""

    def __init__(self, view: HistoryView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setClipRect(option.rect)
        entry = self._view.history.entry(index.row())
        if isinstance(entry, HistorySection):
            self._paint_heading(painter, option.rect, entry)
        else:
            self._paint_line(painter, option, entry)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, section: HistorySection) -> None:
        view = self._view
        mark = view.history.analyst(section.analyst_id)
        side = em(view, 0.9)
        bold = scaled_font(view.font(), is_bold=True)
        line = QFontMetrics(bold).lineSpacing()
        row = QRect(rect.left() + side, rect.bottom() - line - em(view, 0.35), rect.width() - 2 * side, line)
        width, height = analyst_chip_size(view.font(), mark)
        draw_analyst_chip(painter, QRectF(row.left(), row.center().y() - height / 2, width, height), view.font(), mark)
        left = row.adjusted(round(width) + em(view, 0.5), 0, 0, 0)
        day = f"{section.day.day} {section.day:%b %Y}" if view.is_narrow else day_words(section.day)
        title = f"{day}  ·  {mark.name}"
        taken = draw_line(painter, left, title, bold, "text") + em(view, 0.8)
        small = scaled_font(view.font(), SMALL)
        count = count_words(len(section.lines), "change")
        if QFontMetrics(small).horizontalAdvance(count) <= left.width() - taken:  # no part of it says anything
            draw_line(painter, left.adjusted(taken, 1, 0, 0), count, small, "text_soft")
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour("line_strong"))

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: HistoryLine) -> None:
        view, rect = self._view, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            paint_chosen(view, painter, option)
        inner = rect.adjusted(em(view, 0.9), em(view, 0.35), -em(view, 0.7), 0)
        small = scaled_font(view.font(), SMALL)
        draw_line(painter, inner.adjusted(0, 1, 0, 0), hour_words(line.made_at), small, "text_soft")
        room = QFontMetrics(small).horizontalAdvance("00:00") + em(view, 0.7)
        _draw_lines(painter, inner.adjusted(room, 0, 0, 0), view.history.told(line), view.font(), view.text_lines)


def _draw_lines(painter: QPainter, rect: QRect, words: str, font: QFont, lines: int) -> None:
    layout = lay_out(Passage(words, ()), font, colour("text"), rect.width(), lines)
    layout.draw(painter, QPointF(rect.topLeft()))
