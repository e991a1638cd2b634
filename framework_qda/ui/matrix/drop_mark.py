"""The mark over the cell that something is carried to: where it would stand, or why it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from framework_qda.ui.style import colour, em

if TYPE_CHECKING:
    from framework_qda.ui.matrix.view import MatrixView

LINE = 3
"""The thickness in pixels of the line where the statements would stand."""


class DropMark(QWidget):
    """Lie over one cell; the mouse passes through it."""

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._y = 0.0
        self.reason = ""
        """Why what is carried cannot go there; empty where it can."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def offer(self, rect: QRect, y: float) -> None:
        """Show that what is carried would stand at a height (pixels from the top) of a cell."""
        self._show(rect, y, "")

    def refuse(self, rect: QRect, reason: str) -> None:
        """Show that what is carried cannot go to a cell, and why."""
        self._show(rect, 0.0, reason)

    def _show(self, rect: QRect, y: float, reason: str) -> None:
        self._y, self.reason = y, reason
        self.setGeometry(rect)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame of the cell, and the line or the reason in it."""
        painter = QPainter(self)
        pen = QPen(colour("error" if self.reason else "accent"), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if self.reason:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        if self.reason:
            self._paint_reason(painter)
        else:
            self._paint_line(painter)

    def _paint_line(self, painter: QPainter) -> None:
        look = self._view.look
        y = min(max(self._y, LINE), self.height() - LINE - 1)
        left, right = look.gutter - look.length(0.5), self.width() - look.pad_right + look.length(0.25)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(QRectF(left, y - LINE / 2, right - left, LINE), LINE / 2, LINE / 2)
        painter.drawEllipse(QRectF(left - LINE, y - LINE, 2 * LINE, 2 * LINE))

    def _paint_reason(self, painter: QPainter) -> None:
        side, flags = em(self, 0.5), Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        room = QRectF(self.rect()).adjusted(2 * side, 2 * side, -2 * side, -side)
        words = painter.boundingRect(room, int(flags), self.reason)
        painter.fillRect(words.adjusted(-side, -side / 2, side, side / 2), colour("error_back"))
        painter.setPen(colour("error"))
        painter.drawText(words, int(flags), self.reason)
