"""The menu of a place: by a key, for not every keyboard and system has one; of tables and outlines by the mouse too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from framework_qda.ui.menu_headings import add_heading
from framework_qda.ui.menu_letters import give_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QAbstractItemView, QWidget


def open_context_menu() -> None:
    """Ask whatever has the focus for its menu, as the menu key does."""
    widget = QApplication.focusWidget()
    if widget is not None:
        # Of a field of text it is the caret, of a table the current item, of anything else its middle.
        here = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        place = (here.toRect() if isinstance(here, QRectF) else here).center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place))
        QApplication.sendEvent(widget, event)


class PlaceMenu(QObject):
    """The menu of an item of a table or an outline: what is pointed at becomes the current item first."""

    def __init__(self, view: QAbstractItemView, actions: Callable[[], Sequence[QAction | None]]) -> None:
        """Take what gives the actions when they are asked for; `None` draws a line."""
        super().__init__(view)
        self._view = view
        self._actions = actions
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the menu where it is asked for."""
        if not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        view = self._view
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        point = view.visualRect(view.currentIndex()).center() if is_by_key else event.pos()
        index = view.indexAt(point)
        if index.isValid():
            if not view.selectionModel().isSelected(index):
                view.setCurrentIndex(index)
            show_menu(view, self._actions(), view.viewport().mapToGlobal(point))
        return True


def show_menu(parent: QWidget, actions: Sequence[QAction | str | None], place: QPoint) -> QMenu:
    """Show a menu at a place of the screen; `None` draws a line, words are a heading below one.

    It is gone when it has been used or left.
    """
    menu = QMenu(parent)
    menu.setObjectName("place_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for action in actions:
        if action is None:
            menu.addSeparator()
        elif isinstance(action, str):
            add_heading(menu, action)
        else:
            menu.addAction(action)
    give_letters(menu).popup(place)
    return menu
