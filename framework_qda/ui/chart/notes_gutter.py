"""The margin of the notes: the number and the time of each paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from framework_qda.text.timecodes import format_timecode
from framework_qda.ui.style import colour, em, scaled_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.ui.chart.notes_text import NotesLine
    from framework_qda.ui.chart.notes_view import NotesView

_SCALE = 0.8
_SIDE = 1.1
MARK_WORDS = "No cell cites this paragraph"


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

    def __init__(self, view: NotesView) -> None:
        super().__init__(view)
        self._view = view
        self._uncited: frozenset[str] = frozenset()
        self._marks_uncited = False
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

    def event(self, event: QEvent) -> bool:
        """Say in a tool tip what the mark means."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._view.cursorForPosition(event.pos()).blockNumber()
            is_marked = number < len(self._view.lines) and self.is_marked(self._view.lines[number])
            QToolTip.showText(event.globalPos(), MARK_WORDS if is_marked else "", self)
            return True
        return super().event(event)

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
            baseline = view.baseline_of(block).y()
            is_caret = block.blockNumber() == caret
            painter.setFont(strong if is_caret else small)
            painter.setPen(colour("accent_text" if is_caret else "text_dim"))
            _draw_right(painter, str(line.number), number_right, baseline)
            if self.is_marked(line):
                _draw_ring(painter, em(view, _SIDE) / 2, baseline - em(view, 0.27), em(view, 0.2))
            if line.start_ms is not None:
                painter.setFont(small)
                painter.setPen(colour("text_dim"))
                _draw_right(painter, format_timecode(line.start_ms), time_right, baseline)


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
