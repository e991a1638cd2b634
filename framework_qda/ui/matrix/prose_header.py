"""What the heads of every table of prose share: the look, labels that are kept for it, and which of them is current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView

from framework_qda.ui.matrix.labels import LabelCache

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from framework_qda.ui.matrix.look import GridLook


class ProseHeader(QHeaderView):
    """Heads that are painted in the look of the cells beside them."""

    def __init__(self, orientation: Qt.Orientation, look: GridLook, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.look = look
        self.labels = LabelCache(look)
        self.current = -1
        self.setHighlightSections(False)

    def set_look(self, look: GridLook) -> None:
        """Take another font or other colours."""
        self.look = look
        self.labels = LabelCache(look)
        self.updateGeometry()
        self.viewport().update()

    def set_current(self, section: int) -> None:
        """Show which line or column the current cell stands in."""
        if section != self.current:
            self.current = section
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground behind the last head, then the heads."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.look.colour("window"))
        painter.end()
        super().paintEvent(event)
