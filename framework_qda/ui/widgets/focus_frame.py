"""The frame that tells which pane has the keyboard."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from framework_qda.ui.style import colour, em


class FramedPane(QFrame):
    """Hold `pane` and be painted anew as soon as `content`, the part that is worked in, gets or loses the keyboard.

    What stands in the content is part of it.
    """

    def __init__(self, pane: QWidget, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.column = QVBoxLayout(self)
        self.column.addWidget(pane)
        self._has_keyboard = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_keyboard)
        self.fit()

    def fit(self) -> None:
        """Take margins that follow the font."""

    def _follow_keyboard(self, _left: QWidget | None, reached: QWidget | None) -> None:
        has_keyboard = reached is not None and (reached is self.content or self.content.isAncestorOf(reached))
        if has_keyboard != self._has_keyboard:
            self._has_keyboard = has_keyboard
            self.update()

    def paint_frame(self, painter: QPainter, area: QRectF, radius: float, pen: QPen | None = None) -> None:
        """Paint the frame within an area where the pane has the keyboard; elsewhere with the pen, if one is given."""
        if self._has_keyboard:
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

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("surface"))
        self.paint_frame(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), em(self, 0.2))


def _width(widget: QWidget) -> int:
    return max(2, em(widget, 0.13))
