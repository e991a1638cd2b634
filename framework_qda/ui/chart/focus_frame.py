"""The frame that tells which pane has the keyboard."""

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from framework_qda.ui.style import colour, em


class FramedPane(QFrame):
    """Hold `pane` and be painted anew as soon as `content`, the part that is worked in, gets or loses the keyboard."""

    def __init__(self, pane: QWidget, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.column = QVBoxLayout(self)
        self.column.addWidget(pane)
        content.installEventFilter(self)
        self.fit()

    def fit(self) -> None:
        """Take margins that follow the font."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paint_frame(self, painter: QPainter, area: QRectF, radius: float, pen: QPen | None = None) -> None:
        """Paint the frame within an area where the pane has the keyboard; elsewhere with the pen, if one is given."""
        if self.content.hasFocus():
            pen = QPen(colour("accent"), _width(self))
        if pen is not None:
            inset = (pen.widthF() - 1) / 2
            painter.setPen(pen)
            painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)


class FocusFrame(FramedPane):
    """A pane that fills its place; its frame is seen only while it has the keyboard."""

    def fit(self) -> None:
        """Keep the room of the frame free."""
        side = _width(self)
        self.column.setContentsMargins(side, side, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("surface"))
        self.paint_frame(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), em(self, 0.2))


def _width(widget: QWidget) -> int:
    return max(2, em(widget, 0.13))
