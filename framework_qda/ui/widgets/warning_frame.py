"""The ground of what a person must decide about a cell before going on."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from framework_qda.ui.style import colour, em

_GAP_EMS = 0.6


class WarningFrame(QFrame):
    """A frame on a ground that stands out, with round corners; it stands a little apart from what is below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit_gap()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_gap()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of a warning."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("state_progress"), 1))
        painter.setBrush(colour("warning_back"))
        area = QRectF(self.contentsRect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, em(self, 0.4), em(self, 0.4))

    def _fit_gap(self) -> None:
        self.setContentsMargins(0, 0, 0, em(self, _GAP_EMS))
