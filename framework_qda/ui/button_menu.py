"""The menu of a button, opened by a key: what can be chosen first is at hand at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from framework_qda.ui.menu_letters import give_letters

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QToolButton


def open_by_key(button: QToolButton) -> None:
    """Open the menu of a button that is shown, so that the arrows and Enter act on it without a key more."""
    menu = button.menu()
    if menu is not None and button.isVisible():
        QTimer.singleShot(0, menu, lambda: choose_first(menu))  # it is filled when it opens
        give_letters(menu)
        button.showMenu()


def choose_first(menu: QMenu) -> None:
    """Choose the first entry that something can be done with, as the arrow down does: no menu in it opens by itself."""
    if menu.isVisible() and menu.activeAction() is None:
        down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(menu, down)
