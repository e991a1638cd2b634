"""A letter in a menu: it chooses the one entry that begins with it, or goes from one to the next of several."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu

_HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def give_letters(menu: QMenu) -> QMenu:
    """Let letters work in a menu and in those that open from it; return it."""
    if menu.findChild(MenuLetters, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
        MenuLetters(menu)
    return menu


class MenuLetters(QObject):
    """Take letters in a menu. Entries need none of their own, so that no two can have the same."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        menu.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer to a letter; give letters to the menus of entries, which may have been made just now."""
        if event.type() == QEvent.Type.Show:
            for action in self._menu.actions():
                inner = cast("QMenu | None", action.menu())
                if inner is not None:
                    give_letters(inner)
        elif event.type() == QEvent.Type.KeyPress and self._choose(cast("QKeyEvent", event)):
            return True
        return super().eventFilter(watched, event)

    def _choose(self, event: QKeyEvent) -> bool:
        letter = event.text().casefold()
        if event.modifiers() & ~_HELD or not letter.isalnum():
            return False
        found = [each for each in self._menu.actions() if _begins(each, letter)]
        if not found:
            return False  # it may be underlined in the words of an entry, which Qt looks for
        active = self._menu.activeAction()
        place = (found.index(active) + 1) % len(found) if active in found else 0
        self._menu.setActiveAction(found[place])
        if len(found) == 1:
            enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(self._menu, enter)
        return True


def _begins(action: QAction, letter: str) -> bool:
    can_be = action.isVisible() and action.isEnabled() and not action.isSeparator()
    return can_be and action.text().replace("&", "").casefold().startswith(letter)
