"""The menu of a button, opened by a key: what can be chosen first is at hand at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QToolButton


def open_by_key(button: QToolButton) -> None:
    """Open the menu of a button that is shown, so that the arrows and Enter act on it without a key more."""
    menu = button.menu()
    if menu is not None and button.isVisible():
        QTimer.singleShot(0, menu, lambda: choose_first(menu))  # it is filled when it opens
        button.showMenu()


def choose_first(menu: QMenu) -> None:
    """Choose the first entry that something can be done with."""
    usable = (each for each in menu.actions() if each.isEnabled() and each.isVisible() and not each.isSeparator())
    first = next(usable, None)
    if first is not None and menu.isVisible() and menu.activeAction() is None:
        menu.setActiveAction(first)
