"""The heads of the table: sub-topics at the left, interviews and verdicts above, and their corner."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from framework_qda.ui.case.delegate import paint_band
from framework_qda.ui.case.model import interview_words, pair_title
from framework_qda.ui.matrix.header import column_tip
from framework_qda.ui.matrix.labels import Label
from framework_qda.ui.matrix.prose_header import ProseHeader
from framework_qda.ui.matrix.text_block import Run
from framework_qda.ui.widgets.labels import plain_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

    from framework_qda.matrix.within_case import CasePart
    from framework_qda.ui.case.model import CaseModel
    from framework_qda.ui.matrix.look import GridLook

WIDE, NARROW = (11.5, 14.0), (8.5, 12.0)
"""How wide the names of sub-topics stand, in em: as their longest word asks, within these limits."""
PAD = 0.7
TITLE_PAD = 0.3


class TableHeader(ProseHeader):
    """What both heads share: the case study, and that nothing is dragged or clicked in them."""

    def __init__(self, orientation: Qt.Orientation, model: CaseModel, look: GridLook, parent: QWidget) -> None:
        super().__init__(orientation, look, parent)
        self.case_model = model
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    @property
    def pad(self) -> int:
        """The space before the words of a head."""
        return round(self.look.length(PAD))


class SubtopicHeader(TableHeader):
    """The frozen column of sub-topics; a name stays in view as long as any of its line does."""

    def __init__(self, model: CaseModel, look: GridLook, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, model, look, parent)
        self._width = 0

    def sizeHint(self) -> QSize:
        """Return the width of the names."""
        return QSize(self._width or math.ceil(self.look.length(WIDE[0])), 0)

    def fit(self, *, is_narrow: bool) -> None:
        """Make the names wide enough for their longest word; in a narrow table they leave more room to the columns."""
        measure = QFontMetricsF(self.look.bold_font)
        words = {word for row in self.case_model.reading.rows for word in row.subtopic.label.split()}
        # A text that is laid out is a little wider than its letters add up to.
        widest = max((measure.horizontalAdvance(word) for word in words), default=0) + 2 * self.pad + 2
        least, most = (self.look.length(limit) for limit in (NARROW if is_narrow else WIDE))
        width = math.ceil(min(max(widest, least), most))
        if width != self._width:
            self._width = width
            self.updateGeometry()

    def least_height(self, line: int) -> int:
        """Return how tall a line must be for its name, or for its theme."""
        if self.case_model.section_at(line) is not None:
            return math.ceil(self.look.line_step + 2 * self.look.length(0.4) + 1)
        label = self._label(line)
        return math.ceil((label.height if label else 0) + 2 * self.look.pad_y + 1)

    def _label(self, line: int) -> Label | None:
        row = self.case_model.row_at(line)
        return self.labels.column(row.subtopic, self.sizeHint().width() - 2 * self.pad) if row else None

    def paintSection(self, painter: QPainter, rect: QRect, line: int) -> None:
        """Paint the head of one line."""
        if not rect.isValid():
            return
        look = self.look
        section = self.case_model.section_at(line)
        painter.save()
        painter.setClipRect(rect)
        if section is not None:
            paint_band(painter, rect, section.heading, look, rect.left())
        else:
            painter.fillRect(rect, look.colour("accent_back" if line == self.current else "surface_dim"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
            label = self._label(line)
            if label is not None:
                top = max(rect.top(), 0) + look.pad_y
                y = max(min(top, rect.bottom() - look.pad_y - label.height), rect.top() + look.pad_y)
                painter.setPen(look.colour("text"))
                label.draw(painter, rect.x() + self.pad, y)
            painter.fillRect(rect.right(), rect.top(), 1, rect.height(), look.colour("line_strong"))
        painter.restore()

    def event(self, event: QEvent) -> bool:
        """Show number, name and definition of a sub-topic when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            line = self.logicalIndexAt(event.pos())
            row = self.case_model.row_at(line) if line >= 0 else None
            words = column_tip(row.subtopic.number, row.subtopic.label, row.subtopic.definition) if row else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)


class InterviewHeader(TableHeader):
    """The interviews by code, role and agency; case studies above them where several stand side by side."""

    def __init__(self, model: CaseModel, look: GridLook, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, model, look, parent)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    @property
    def parts_height(self) -> int:
        """How tall case studies stand above their interviews (pixels), where there are several."""
        if len(self.case_model.reading.parts) < 2:
            return 0
        return math.ceil(self.look.line_step + 2 * self.look.length(TITLE_PAD))

    def sizeHint(self) -> QSize:
        """Return a height that shows every head in full at the present widths."""
        least = float(self.look.line_step)
        for column in range(len(self.case_model.columns)):
            least = max(least, self._label(column, self.sectionSize(column)).height)
        return QSize(0, self.parts_height + math.ceil(least + 2 * self.look.pad_y + 2))

    def _label(self, column: int, width: int) -> Label:
        number = self.case_model.columns[column].number
        if number < 0:
            title = [Run("Verdict", self.look.style("text_soft", self.look.bold_font))]
            return Label(title, pair_title(self.case_model.part_at(column)), width - 2 * self.pad, self.look)
        words, below = interview_words(self.case_model.reading, number)
        return Label([Run(words, self.look.bold)], below, self.look.text_width(width), self.look)

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Paint the head of one column, its words where the words of its cells begin."""
        if not rect.isValid():
            return
        look = self.look
        painter.fillRect(rect, look.colour("accent_back" if column == self.current else "header"))
        thick, role = (2, "line_strong") if self.case_model.is_part_end(column) else (1, "line")
        painter.fillRect(rect.right() - thick + 1, rect.top(), thick, rect.height(), look.colour(role))
        painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, look.colour("line_strong"))
        left = self.pad if self.case_model.is_verdict(column) else round(look.gutter)
        painter.setPen(look.colour("text"))
        self._label(column, rect.width()).draw(painter, rect.x() + left, rect.y() + self.parts_height + look.pad_y)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground behind the last column, then the columns, then the case studies above them."""
        super().paintEvent(event)
        self._paint_parts()

    def _paint_parts(self) -> None:
        tall, model = self.parts_height, self.case_model
        if not tall:
            return
        painter = QPainter(self.viewport())
        for place, part in enumerate(model.reading.parts):
            columns = [n for n, each in enumerate(model.columns) if each.part == place]
            if not columns:
                continue
            left = self.sectionViewportPosition(columns[0])
            right = self.sectionViewportPosition(columns[-1]) + self.sectionSize(columns[-1])
            shown = QRect(left, 0, right - left, tall) & self.viewport().rect()
            painter.save()
            painter.setClipRect(shown)
            paint_band(painter, shown, self._part_words(part), self.look, shown.left())
            painter.restore()

    @staticmethod
    def _part_words(part: CasePart) -> str:
        return " · ".join((part.label, *part.facts))

    def event(self, event: QEvent) -> bool:
        """Show the whole head when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos()), self)
            return True
        return super().event(event)

    def _tip_at(self, point: QPoint) -> str:
        column = self.logicalIndexAt(point)
        if column < 0:
            return ""
        if point.y() < self.parts_height:
            return plain_tip(self._part_words(self.case_model.part_at(column)))
        number = self.case_model.columns[column].number
        if number < 0:
            return "How what the agencies say compares: A agree, D differ, S one silent, N no partner"
        title, below = interview_words(self.case_model.reading, number)
        return f"<b>{escape(title)}</b><br>{escape(below)}" if below else plain_tip(title)


class TableCorner(QWidget):
    """The title above the sub-topics."""

    def __init__(self, lines: SubtopicHeader, columns: InterviewHeader, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines, self._columns = lines, columns
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the title."""
        look = self._lines.look
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("header"))
        painter.fillRect(0, self.height() - 2, self.width(), 2, look.colour("line_strong"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look.colour("line_strong"))
        painter.setPen(look.colour("text"))
        label = self._lines.labels.title("Sub-topic", self.width() - 2 * self._lines.pad)
        label.draw(painter, self._lines.pad, self._columns.parts_height + look.pad_y)
