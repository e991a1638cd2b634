"""The results on screen: to whom they belong at the left, their words at the right, those looked for lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from framework_qda.matrix.search_results import SECTION_TITLES, Passage, Section
from framework_qda.ui.find.kinds import KIND_KEYS
from framework_qda.ui.find.lit_text import lay_out
from framework_qda.ui.keys import key_text
from framework_qda.ui.style import SMALL, colour, em, scaled_font
from framework_qda.ui.widgets.row_list import Index, RowList, draw_line, paint_chosen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from framework_qda.ui.find.results_model import ResultsModel

TEXT_LINES = 2
_GROUP_EMS, _NARROW_EMS, _WIDEST_EMS = 17, 60, 84
"""How wide the left column is; below which width of the whole it is narrower; how wide a text grows."""


class ResultsView(RowList):
    """Walk the results by key; `opened` tells which was chosen, `left` that the field is wanted."""

    opened = Signal(object)
    left = Signal(str)
    """A text that was typed here, or empty."""

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = model
        self.setModel(model)
        self.setItemDelegate(_ResultDelegate(self))
        self.setAccessibleName("Results")
        self.doubleClicked.connect(self.open)
        # What scrolls to the top shows whose it is, though its group began above.
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.viewport().update())
        model.modelReset.connect(self._fit_headings)
        model.rowsInserted.connect(lambda _parent, _first, _last: self._fit_headings())
        self._fit()

    def open(self, index: Index) -> None:
        """Tell that a result was chosen."""
        if index.isValid():
            entry = self.results.entry(index.row())
            if not isinstance(entry, Section):
                self.opened.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, go back with Escape or above the first result; what types goes into the field."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open(self.currentIndex())
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self._is_at_first()):
            self.left.emit("")
        elif _types(event):
            self.left.emit(event.text())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def first_visible(self) -> int:
        """Return the row at the upper edge, or -1."""
        return self.rowAt(0)

    def _fit(self) -> None:
        small = QFontMetrics(scaled_font(self.font(), SMALL)).lineSpacing()
        height = small + TEXT_LINES * QFontMetrics(self.font()).lineSpacing() + em(self, 0.95)
        self.verticalHeader().setDefaultSectionSize(height)
        self._fit_headings()

    def _fit_headings(self) -> None:
        self.fit_headings(self.results.heading_rows(), 2.6, 3.4)

    def _is_at_first(self) -> bool:
        return not self.currentIndex().isValid() or self.currentIndex() == self.results.first_hit()


class _ResultDelegate(QStyledItemDelegate):
    """Paint headings and results."""

    def __init__(self, view: ResultsView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setClipRect(option.rect)
        entry = self._view.results.entry(index.row())
        if isinstance(entry, Section):
            self._paint_heading(painter, option.rect, entry)
        else:
            self._paint_hit(painter, option, index.row())
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, section: Section) -> None:
        side = em(self._view, 1.1)
        font = scaled_font(self._view.font(), 1.15, is_bold=True)
        line = rect.adjusted(side, 0, -side, -em(self._view, 0.6))
        title = SECTION_TITLES[section.kind]
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.setFont(font)
        painter.setPen(colour("text"))
        painter.drawText(line, int(flags), title)
        taken = QFontMetrics(font).horizontalAdvance(title) + em(self._view, 0.9)
        painter.setFont(self._view.font())
        painter.setPen(colour("text_soft"))
        rest = line.adjusted(taken, 0, 0, -1)
        words = section.count_words
        if section.is_cut:
            words += "; these are the first. Another word or a filter says which you mean."
        elif section.left_out:
            key = key_text(KIND_KEYS[section.kind])
            words += f"; the likeliest stand here{f', {key} shows all' if key else ''}"
        shown = QFontMetrics(self._view.font()).elidedText(words, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, int(flags), shown)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour("line_strong"))

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, row: int) -> None:
        rect: QRect = option.rect
        results, size = self._view.results, em(self._view)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        begins = results.begins_group(row)
        if is_chosen:
            paint_chosen(self._view, painter, option)
        elif begins and row:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, colour("line"))
        inner = rect.adjusted(round(size * 1.1), round(size * 0.4), -round(size * 1.1), 0)
        width = self._group_width(rect.width())
        if begins or row == self._view.first_visible():
            self._paint_group(painter, QRect(inner.left(), inner.top(), width - size, inner.height()), row)
        text = inner.adjusted(width, 0, 0, 0)
        text.setWidth(min(text.width(), size * _WIDEST_EMS))
        self._paint_text(painter, text, row, is_chosen=is_chosen)

    def _group_width(self, whole: int) -> int:
        size = em(self._view)
        return size * _GROUP_EMS if whole >= size * _NARROW_EMS else size * _GROUP_EMS * 2 // 3

    def _paint_group(self, painter: QPainter, rect: QRect, row: int) -> None:
        group = self._view.results.group(row)
        bold = scaled_font(self._view.font(), is_bold=True)
        draw_line(painter, rect, group.title, bold, "text")
        small = scaled_font(self._view.font(), SMALL)
        layout = lay_out(Passage(group.subtitle, ()), small, colour("text_soft"), rect.width(), TEXT_LINES)
        layout.draw(painter, QPointF(rect.left(), rect.top() + QFontMetrics(bold).lineSpacing()))

    def _paint_text(self, painter: QPainter, rect: QRect, row: int, *, is_chosen: bool) -> None:
        results, font = self._view.results, self._view.font()
        small = scaled_font(font, SMALL)
        where = results.where(row)
        draw_line(painter, rect, where, small, "text" if is_chosen else "text_soft")
        layout = lay_out(
            results.passage(row), font, colour("text"), rect.width(), TEXT_LINES if where else TEXT_LINES + 1
        )
        top = rect.top() + (QFontMetrics(small).lineSpacing() if where else 0)
        layout.draw(painter, QPointF(rect.left(), top))


def _types(event: QKeyEvent) -> bool:
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return not held and event.text().isprintable() and bool(event.text().strip())
