"""The card that a cell is written on: its edge shows the state by colour."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from framework_qda.ui.style import colour, em, state_look
from framework_qda.ui.widgets.focus_frame import FramedPane


class CellCard(FramedPane):
    """A sheet with a coloured left edge and a faint shadow; its frame is stronger while it is written on."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(content, content, parent)
        self._state = ""

    def show_state(self, state: str) -> None:
        """Show a state in the colour of the edge."""
        self._state = state
        self.update()

    def fit(self) -> None:
        """Take margins that follow the font."""
        side = em(self, 0.75)
        self.column.setContentsMargins(side, em(self, 0.7), side, em(self, 0.9))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -2.5)
        radius = em(self, 0.4)
        shadow = QColor(0, 0, 0, 16)
        for step in (1.0, 2.0):
            painter.setPen(QPen(shadow, 1))
            painter.drawRoundedRect(area.translated(0, step), radius, radius)
        shape = QPainterPath()
        shape.addRoundedRect(area, radius, radius)
        painter.fillPath(shape, colour("surface"))
        painter.setClipPath(shape)
        edge = QRectF(area.left(), area.top(), em(self, 0.3), area.height())
        painter.fillRect(edge, colour(state_look(self._state).role))
        painter.setClipping(False)
        self.paint_frame(painter, area, radius, QPen(colour("line_strong"), 1))
        painter.setClipPath(shape)
        painter.fillRect(edge, colour(state_look(self._state).role))
