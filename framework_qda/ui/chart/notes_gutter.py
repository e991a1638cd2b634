"""The margin of the notes: the number and the time of each paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from framework_qda.text.timecodes import format_timecode
from framework_qda.ui.style import colour, em, scaled_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.ui.chart.notes_text import NotesLine
    from framework_qda.ui.chart.notes_view import NotesView

_SCALE = 0.8
_SIDE = 1.1


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
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

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
            if line.start_ms is not None:
                painter.setFont(small)
                painter.setPen(colour("text_dim"))
                _draw_right(painter, format_timecode(line.start_ms), time_right, baseline)


def _draw_right(painter: QPainter, words: str, right: float, baseline: float) -> None:
    painter.drawText(QPointF(right - painter.fontMetrics().horizontalAdvance(words), baseline), words)
