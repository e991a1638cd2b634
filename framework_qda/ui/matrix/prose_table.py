"""What every table of prose shares: wrapped cells with frozen heads; what a key or a click means is told by signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from framework_qda.ui.matrix.prose_header import ProseHeader
from framework_qda.ui.style import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from framework_qda.ui.matrix.pointer import ChipPointer


class ProseTable(QTableView):
    """Cells that a desk paints, beside heads of the kind `ProseHeader`. Each kind calls `set_up()` once it is whole."""

    open_requested = Signal()
    evidence_requested = Signal()
    passage_pointed = Signal(str)
    """A chip was clicked: its extract."""
    passage_opened = Signal(str)
    """A chip was clicked twice."""
    menu_requested = Signal(QPoint)
    """The menu of the current cell is wanted at a place of the screen."""
    current_moved = Signal()
    pointer: ChipPointer
    """Knows what the mouse points at; each kind makes its own once it is whole."""

    def set_up(self) -> None:
        """Scroll, select and edit as a table of prose does. Qt asks for sizes at once, so all parts must be there."""
        per_pixel = QAbstractItemView.ScrollMode.ScrollPerPixel
        self.setVerticalScrollMode(per_pixel)
        self.setHorizontalScrollMode(per_pixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerWidget(QWidget(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground beside and below the table, then the table."""
        port, across, down = self.viewport().rect(), self.horizontalHeader(), self.verticalHeader()
        right, bottom = across.length() - across.offset(), down.length() - down.offset()
        painter = QPainter(self.viewport())
        painter.fillRect(QRect(right, 0, port.width() - right, port.height()), colour("window"))
        painter.fillRect(QRect(0, bottom, port.width(), port.height() - bottom), colour("window"))
        painter.end()
        super().paintEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Tell that another cell is current, and show it in both heads."""
        super().currentChanged(current, previous)
        for header, section in ((self.verticalHeader(), current.row()), (self.horizontalHeader(), current.column())):
            if isinstance(header, ProseHeader):
                header.set_current(section)
        self.current_moved.emit()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters do not jump about in a table of prose."""
