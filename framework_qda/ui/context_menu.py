"""The context menu by a key: not every keyboard has one for it, and not every system knows `Shift+F10`."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication


def open_context_menu() -> None:
    """Ask whatever has the focus for its menu, as the menu key does."""
    widget = QApplication.focusWidget()
    if widget is not None:
        place = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).toRect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place))
        QApplication.sendEvent(widget, event)
