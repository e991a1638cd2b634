"""The margin of the notes: the number and the time of each paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QToolTip, QWidget

from framework_qda.text.timecodes import format_timecode
from framework_qda.ui.style import colour, em, scaled_font
from framework_qda.ui.widgets.statement_places import first_baseline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.ui.chart.notes_text import NotesLine
    from framework_qda.ui.chart.notes_view import NotesView

_SCALE = 0.8
_SIDE = 1.1
MARK_WORDS = "No cell cites this paragraph"
HEAR_WORDS = "Hear the recording from here"


def gutter_width(view: QWidget, lines: Sequence[NotesLine]) -> int:
    """Return the width that numbers and times take, in pixels."""
    number, time = _columns(view, lines)
    return em(view, _SIDE) + number + (em(view, 0.9) + time if time else 0) + em(view, 0.45)


def _columns(view: QWidget, lines: Sequence[NotesLine]) -> tuple[int, int]:
    metrics = QFontMetrics(scaled_font(view.font(), _SCALE))
    number = metrics.horizontalAdvance("0" * max(2, len(str(max((line.number for line in lines), default=0)))))
    latest = max((line.start_ms for line in lines if line.start_ms is not None), default=None)
    time = 0 if latest is None else metrics.horizontalAdvance(format_timecode(latest))
    return number, time


class NotesGutter(QWidget):
    """Paint numbers and times beside the paragraphs in view; the number of the caret's is stronger."""

    time_pressed = Signal(str)
    """The paragraph whose time was clicked on, where there is a recording."""

    def __init__(self, view: NotesView) -> None:
        super().__init__(view)
        self._view = view
        self._uncited: frozenset[str] = frozenset()
        self._marks_uncited = False
        self._has_recording = False
        self._heard = ""
        self._pointed = ""
        self.setMouseTracking(True)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def show_uncited(self, paragraph_ids: frozenset[str]) -> None:
        """Take note of the paragraphs that no cell cites."""
        self._uncited = paragraph_ids
        self.update()

    def mark_uncited(self, is_marked: bool) -> None:
        """Mark the paragraphs that no cell cites, or no longer."""
        self._marks_uncited = is_marked
        self.update()

    def is_marked(self, line: NotesLine) -> bool:
        """Say whether a line is marked as cited by no cell."""
        return self._marks_uncited and line.paragraph_id in self._uncited

    def show_recording(self, has_recording: bool) -> None:
        """Let times be clicked on where there is a recording to hear."""
        self._has_recording = has_recording
        self._point_at("")

    def show_heard(self, paragraph_id: str) -> None:
        """Mark the paragraph that is being heard; an empty text: none."""
        if paragraph_id != self._heard:
            self._heard = paragraph_id
            self.update()

    def event(self, event: QEvent) -> bool:
        """Say in a tool tip what the mark means, and what a click on a time does."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            line = self._line_at(event.pos())
            words = MARK_WORDS if line is not None and self.is_marked(line) else ""
            QToolTip.showText(event.globalPos(), HEAR_WORDS if self._timed_at(event.pos()) else words, self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which time can be clicked on."""
        self._point_at(self._timed_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._point_at("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which time was clicked on."""
        paragraph_id = self._timed_at(event.position().toPoint())
        if paragraph_id and event.button() == Qt.MouseButton.LeftButton:
            self.time_pressed.emit(paragraph_id)

    def _line_at(self, point: QPoint) -> NotesLine | None:
        number = self._view.cursorForPosition(point).blockNumber()
        return self._view.lines[number] if number < len(self._view.lines) else None

    def _timed_at(self, point: QPoint) -> str:
        """Return the paragraph whose time is at a point and can be heard, or an empty text."""
        number_width, _ = _columns(self._view, self._view.lines)
        line = self._line_at(point)
        is_over_time = point.x() > em(self._view, _SIDE) + number_width
        return line.paragraph_id if self._has_recording and is_over_time and line and line.start_ms is not None else ""

    def _point_at(self, paragraph_id: str) -> None:
        if paragraph_id != self._pointed:
            self._pointed = paragraph_id
            self.setCursor(Qt.CursorShape.PointingHandCursor if paragraph_id else Qt.CursorShape.ArrowCursor)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the margin."""
        view = self._view
        painter = QPainter(self)
        small = scaled_font(view.font(), _SCALE)
        strong = scaled_font(view.font(), _SCALE, is_bold=True)
        number_width, time_width = _columns(view, view.lines)
        number_right = em(view, _SIDE) + number_width
        time_right = number_right + em(view, 0.9) + time_width
        caret = view.textCursor().blockNumber()
        for block in view.visible_blocks():
            line = view.lines[block.blockNumber()]
            baseline = first_baseline(view, block)
            is_caret = block.blockNumber() == caret
            painter.setFont(strong if is_caret else small)
            painter.setPen(colour("accent_text" if is_caret else "text_dim"))
            _draw_right(painter, str(line.number), number_right, baseline)
            is_heard = bool(self._heard) and line.paragraph_id == self._heard
            if is_heard:
                _draw_triangle(painter, em(view, _SIDE) / 2, baseline - em(view, 0.27), em(view, 0.26))
            elif self.is_marked(line):
                _draw_ring(painter, em(view, _SIDE) / 2, baseline - em(view, 0.27), em(view, 0.2))
            if line.start_ms is not None:
                is_pointed = line.paragraph_id == self._pointed
                painter.setFont(_underlined(small) if is_pointed else strong if is_heard else small)
                painter.setPen(colour("accent_text" if is_pointed or is_heard else "text_dim"))
                _draw_right(painter, format_timecode(line.start_ms), time_right, baseline)


def _underlined(font: QFont) -> QFont:
    made = QFont(font)
    made.setUnderline(True)
    return made


def _draw_triangle(painter: QPainter, x: float, y: float, radius: float) -> None:
    """Draw the sign of playing: this is being heard."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("accent"))
    shape = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    painter.drawPolygon(QPolygonF([shape.topLeft(), QPointF(shape.right(), y), shape.bottomLeft()]))
    painter.restore()


def _draw_ring(painter: QPainter, x: float, y: float, radius: float) -> None:
    """Draw an open ring: nothing has been taken from here yet."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("accent"), max(1.0, radius * 0.4)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.restore()


def _draw_right(painter: QPainter, words: str, right: float, baseline: float) -> None:
    painter.drawText(QPointF(right - painter.fontMetrics().horizontalAdvance(words), baseline), words)
