"""The heads of the map: themes and numbers above, case studies and interviews at the left."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QHeaderView, QWidget

from framework_qda.ui.style import colour, em, scaled_font

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from framework_qda.ui.board.map_model import MapModel

SMALL = 0.82
MOST_LINES = 3
MOST_MEASURED = 400


class ThemeHeader(QHeaderView):
    """Themes over their columns, in lines as they fit, and the number of each sub-topic."""

    def __init__(self, model: MapModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._map = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setAccessibleName("Sub-topics")

    def sizeHint(self) -> QSize:
        """Be tall enough for the titles of the themes, three lines at most, and a line of numbers."""
        line = QFontMetrics(self._bold).lineSpacing()
        lines = max((self._lines_of(place) for place in range(len(self._map.board.sections))), default=1)
        return QSize(super().sizeHint().width(), line * min(lines, MOST_LINES) + self._number_height + em(self, 0.5))

    @property
    def _bold(self) -> QFont:
        return scaled_font(self.font(), SMALL, is_bold=True)

    @property
    def _number_height(self) -> int:
        return QFontMetrics(scaled_font(self.font(), SMALL)).lineSpacing() + em(self, 0.4)

    def _lines_of(self, place: int) -> int:
        section = self._map.board.sections[place]
        width = sum(self.sectionSize(column) for column in range(section.first, section.first + section.count))
        layout = QTextLayout(section.heading, self._bold)
        layout.setTextOption(_wrapping())
        layout.beginLayout()
        lines = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width - em(self, 0.8), 1))
            lines += 1
        layout.endLayout()
        return lines

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the themes in view and the numbers of their columns."""
        painter = QPainter(self.viewport())
        port = self.viewport().rect()
        painter.fillRect(port, colour("surface"))
        small, bold = scaled_font(self.font(), SMALL), self._bold
        numbers_top = port.height() - self._number_height
        for section in self._map.board.sections:
            first, last = section.first, section.first + section.count - 1
            left = self.sectionViewportPosition(first)
            right = self.sectionViewportPosition(last) + self.sectionSize(last) - em(self, 0.8)
            if right < 0 or left > port.width():
                continue
            painter.setFont(bold)
            painter.setPen(colour("text"))
            area = QRect(max(left, 0) + 2, 0, max(right - max(left, 0), 1), numbers_top)
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(area, int(flags), section.heading)
            painter.setFont(small)
            painter.setPen(colour("text_soft"))
            for column in range(first, last + 1):
                width = self.sectionSize(first)
                place = QRect(self.sectionViewportPosition(column), numbers_top, width, self._number_height)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._map.board.columns[column].number)


class InterviewHeader(QHeaderView):
    """The case studies, whose labels stay in view, and the codes of their interviews."""

    def __init__(self, model: MapModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._map = model
        self._case_width = self._code_width = 0
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setAccessibleName("Interviews")

    def fit(self) -> None:
        """Make room for the labels, within reason."""
        board = self._map.board
        bold = QFontMetrics(scaled_font(self.font(), SMALL, is_bold=True))
        small = QFontMetrics(scaled_font(self.font(), SMALL))
        labels = [band.label for band in board.bands[:MOST_MEASURED]]
        codes = [] if self._map.by_case else [row.code for row in board.rows[:MOST_MEASURED]]
        widest = max((bold.horizontalAdvance(label) for label in labels), default=0)
        self._case_width = min(widest + em(self, 1.0), em(self, 12))
        self._code_width = max((small.horizontalAdvance(code) for code in codes), default=0) + em(self, 1.0)
        self._code_width = min(self._code_width, em(self, 8)) if codes else 0
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the width of labels and codes."""
        return QSize(math.ceil(self._case_width + self._code_width), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in view, and the label of each case study once."""
        painter = QPainter(self.viewport())
        port = self.viewport().rect()
        painter.fillRect(port, colour("surface"))
        row = self.logicalIndexAt(0)
        if self._map.by_case:
            self._paint_cases(painter, port, row)
        else:
            self._paint_interviews(painter, port, row)

    def _paint_cases(self, painter: QPainter, port: QRect, row: int) -> None:
        while 0 <= row < self.count() and self.sectionViewportPosition(row) < port.height():
            area = QRect(0, self.sectionViewportPosition(row), self._case_width, self.sectionSize(row))
            self._paint_label(painter, area, self._map.board.bands[row].label)
            row += 1

    def _paint_interviews(self, painter: QPainter, port: QRect, row: int) -> None:
        bands = {band.first: band for band in self._map.board.bands}
        band = next((each for each in self._map.board.bands if each.first <= row < each.first + each.count), None)
        while 0 <= row < self.count() and (top := self.sectionViewportPosition(row)) < port.height():
            band = bands.get(row, band)
            if band is not None and (row == band.first or top <= 0):
                self._paint_label(painter, QRect(0, max(top, 0), self._case_width, self.sectionSize(row)), band.label)
                if top > 0:
                    painter.fillRect(0, top, port.width(), 1, colour("line"))
            painter.setFont(scaled_font(self.font(), SMALL))
            painter.setPen(colour("text_soft"))
            area = QRect(self._case_width, top, self._code_width, self.sectionSize(row))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), self._map.board.rows[row].code)
            row += 1

    def _paint_label(self, painter: QPainter, area: QRect, label: str) -> None:
        bold = scaled_font(self.font(), SMALL, is_bold=True)
        painter.setFont(bold)
        painter.setPen(colour("text"))
        room = area.width() - em(self, 0.6)
        words = QFontMetrics(bold).elidedText(label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), words)


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    return option
