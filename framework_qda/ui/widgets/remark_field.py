"""The field in which a remark is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from framework_qda.ui.style import set_role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RemarkField(QPlainTextEdit):
    """A few lines to write in. `Ctrl+Enter` sends them, whatever the desk means by that key; Escape leaves."""

    sent = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: tuple[str, ...] = ("",)
        set_role(self, "field")
        self.setTabChangesFocus(True)
        self.setAccessibleName("Comment")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_hint(self, words: str, *shorter: str) -> None:
        """Say in the empty field what it is for: the first of some words that can be read whole, else the last."""
        self._hints = (words, *shorter)
        self._fit_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more or less, as there is room."""
        super().resizeEvent(event)
        self._fit_hint()

    def _fit_hint(self) -> None:
        margin = round(self.document().documentMargin())
        room = self.viewport().rect().adjusted(margin, margin, -margin, 0)
        endless = QRect(0, 0, room.width(), 10 * max(1, self.height()))
        metrics, wrapped = self.fontMetrics(), Qt.TextFlag.TextWordWrap
        heights = {each: metrics.boundingRect(endless, wrapped, each).height() for each in self._hints}
        words = next((each for each in self._hints if heights[each] <= room.height()), self._hints[-1])
        if words != self.placeholderText():
            self.setPlaceholderText(words)

    def event(self, event: QEvent) -> bool:
        """Take the key that sends before the desk's own commands do."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_sending(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send on Ctrl+Enter, leave on Escape."""
        if self._is_sending(event):
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _is_sending(event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier
