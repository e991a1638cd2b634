"""Words that have more to them than there is room for fade at the foot of their room."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter

FADED_LINES = 1.3


def paint_fade(painter: QPainter, rect: QRectF, ground: QColor, line_step: float, foot: float) -> None:
    """Let what stands at the foot of a rectangle fade into the ground; the lowest `foot` pixels are ground alone."""
    clear = QColor(ground)
    clear.setAlpha(0)
    end = rect.bottom() - foot
    top = max(rect.top(), end - FADED_LINES * line_step)
    gradient = QLinearGradient(QPointF(0, top), QPointF(0, end))
    gradient.setColorAt(0, clear)
    gradient.setColorAt(1, ground)
    painter.fillRect(QRectF(rect.left(), top, rect.width(), rect.bottom() - top), gradient)
