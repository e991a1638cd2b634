"""The whole of a cell over the grid, for rows that show its first lines only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QLabel

from framework_qda.ui.style import colour

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QWheelEvent

    from framework_qda.ui.matrix.layout import CellLayout
    from framework_qda.ui.matrix.view import MatrixView

SCROLL_KEYS = {
    Qt.Key.Key_Down: 2.0,
    Qt.Key.Key_Up: -2.0,
    Qt.Key.Key_PageDown: 20.0,
    Qt.Key.Key_PageUp: -20.0,
}
"""How many lines a key goes down."""


class WholeCell(QLabel):  # for a screen reader: a frame would be an ornament
    """Lie over the current cell with all its words until a key, a click elsewhere or the way on closes it."""

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._layout: CellLayout | None = None
        self._offset = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        view.current_moved.connect(self._close)
        view.scrolled.connect(self._close)
        view.zoom.changed.connect(lambda _zoom: self._close())
        view.grid_model.dataChanged.connect(lambda *_: self._follow())
        view.viewport().installEventFilter(self)
        self.hide()

    def toggle(self) -> None:
        """Show the current cell in full, or no longer."""
        if not self.isHidden():
            self._close()
            return
        index = self._view.currentIndex()
        if not index.isValid():
            return
        self._view.scrollTo(index)
        self._offset = 0.0
        self._fill(index)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, index: QModelIndex) -> None:
        rect = self._view.visualRect(index)
        self._layout = self._view.cells.layout_of(index.row(), index.column(), rect.width())
        self.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        self._place(rect)

    def _follow(self) -> None:
        """Show what the cell holds now, as after an undo."""
        if not self.isHidden():
            self._fill(self._view.currentIndex())
            self._scroll(0.0)

    def _place(self, rect: QRect) -> None:
        """Grow downwards as far as there is room, then upwards."""
        port = self._view.viewport().rect()
        height = min(max(rect.height(), int(self._wanted())), port.height())
        top = max(0, min(rect.top(), port.height() - height))
        self.setGeometry(QRect(rect.left(), top, rect.width(), height))

    def _wanted(self) -> float:
        return (self._layout.height if self._layout else 0.0) + 2 * self._view.look.pad_y + 2

    def _scroll(self, lines: float) -> None:
        most = max(0.0, self._wanted() - self.height())
        self._offset = min(max(0.0, self._offset + lines * self._view.look.line_step), most)
        self.update()

    def _close(self) -> None:
        had_focus = self.hasFocus()
        self.hide()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words as the grid does, on a ground of their own."""
        painter, look = QPainter(self), self._view.look
        painter.fillRect(self.rect(), colour("surface"))
        if self._layout is not None:
            self._layout.draw(painter, look.gutter, look.pad_y - self._offset)
        pen = QPen(colour("accent"), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll what does not fit into the window."""
        self._scroll(-event.angleDelta().y() / 40)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll where there is more; any other key closes and does in the grid what it does there."""
        lines = SCROLL_KEYS.get(Qt.Key(event.key()))
        if lines is not None and self._wanted() > self.height():
            self._scroll(lines)
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self._view.copy()
            return
        self._close()
        if event.key() != Qt.Key.Key_Escape:
            self._view.keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close when the focus goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a click beside it, and when the view takes another size."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Resize):
            self._close()
        return super().eventFilter(watched, event)
