"""What every table of prose shares: wrapped cells with frozen heads; what a key or a click means is told by signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from framework_qda.ui.matrix.prose_header import ProseHeader
from framework_qda.ui.style import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent

    from framework_qda.ui.matrix.look import GridLook
    from framework_qda.ui.matrix.pointer import ChipPointer

HAS_VAGUE_PIXELS = "xcb"
"""Under X the pixels of a turn are whatever the driver takes for one: only its angle can be relied on."""


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
    look: GridLook
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
        self.scroll_by_lines()

    def scroll_by_lines(self) -> None:
        """Let the wheel and the arrows of the scroll bar go on by lines of text, in the look in force.

        Left to Qt, a step is as tall as a row, and a notch three of them: in prose, more than the window shows.
        """
        self.verticalScrollBar().setSingleStep(max(self.look.line_step, QFontMetrics(self.font()).lineSpacing()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by lines with a wheel, with a touch pad as far as the fingers go."""
        across, down = event.pixelDelta().x(), event.pixelDelta().y()
        is_exact = bool(down) and QGuiApplication.platformName() != HAS_VAGUE_PIXELS
        if is_exact and abs(down) >= abs(across) and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - down)
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground beside and below the table, then the table."""
        port, across, down = self.viewport().rect(), self.horizontalHeader(), self.verticalHeader()
        right, bottom = across.length() - across.offset(), down.length() - down.offset()
        painter = QPainter(self.viewport())
        painter.fillRect(QRect(right, 0, port.width() - right, port.height()), colour("window"))
        painter.fillRect(QRect(0, bottom, port.width(), port.height() - bottom), colour("window"))
        painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read on through a cell that is taller than the window by Page Down and Page Up; leave all else to Qt."""
        direction = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        rect, tall = self.visualRect(self.currentIndex()), self.viewport().height()
        if direction and is_plain and rect.height() > tall and rect.top() < tall and rect.bottom() >= 0:
            self._read_on(direction, rect.bottom() + 1 - tall if direction > 0 else -rect.top())
        else:
            super().keyPressEvent(event)

    def _read_on(self, direction: int, left: int) -> None:
        """Go on (1) or back (-1) by a page of the current cell, of which so much is `left` (pixels), or to the next.

        Qt goes on by as many rows as the window holds: from a row that is taller, by none.
        """
        if left > 0:
            page = max(self.viewport().height() - 2 * self.look.line_step, self.look.line_step)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + direction * min(left, page))
            return
        step = self.CursorAction.MoveDown if direction > 0 else self.CursorAction.MoveUp
        self.selectionModel().setCurrentIndex(
            self.moveCursor(step, Qt.KeyboardModifier.NoModifier), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Tell that another cell is current, and show it in both heads."""
        super().currentChanged(current, previous)
        for header, section in ((self.verticalHeader(), current.row()), (self.horizontalHeader(), current.column())):
            if isinstance(header, ProseHeader):
                header.set_current(section)
        self.current_moved.emit()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters do not jump about in a table of prose."""
