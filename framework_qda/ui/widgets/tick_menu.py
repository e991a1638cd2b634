"""A menu in which several things are ticked one after the other: it stays open until one has done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from framework_qda.ui.words import for_menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget


class TickMenu(QMenu):
    """Space and a click tick and leave the menu open. Enter ticks and closes it; what was ticked last it leaves so."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(for_menu(title), parent)
        self._ticks: dict[QAction, Callable[[], bool]] = {}
        self._is_pressed = False
        self._ticked_last: QAction | None = None
        self.aboutToShow.connect(self._begin)

    def _begin(self) -> None:
        self._ticked_last = None

    def add_tick(self, words: str, is_ticked: Callable[[], bool], toggle: Callable[[], object]) -> None:
        """Offer something: `is_ticked()` says whether it is chosen now, `toggle()` chooses it or leaves it out."""
        action = self.addAction(for_menu(words))
        action.setCheckable(True)
        action.setChecked(is_ticked())
        action.triggered.connect(lambda _checked=False: self._toggle(toggle))
        self._ticks[action] = is_ticked

    def clear_ticks(self) -> None:
        """Offer nothing, before something else is offered."""
        self._ticks.clear()
        self.clear()

    def refresh_ticks(self) -> None:
        """Tick what is chosen now."""
        for action, is_ticked in self._ticks.items():
            action.setChecked(is_ticked())

    def _toggle(self, toggle: Callable[[], object]) -> None:
        toggle()
        self.refresh_ticks()  # one tick may take another away, or be refused

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, for which Qt has no use here; let Enter not take back what Space has just ticked."""
        action = self.activeAction()
        is_ticked_last = action is not None and action is self._ticked_last
        if event.key() == Qt.Key.Key_Space and action in self._ticks:
            if not event.isAutoRepeat():
                self._tick(action)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_ticked_last:
            self._close_all()
        else:
            super().keyPressEvent(event)

    def _tick(self, action: QAction) -> None:
        self._ticked_last = action
        action.trigger()

    def _close_all(self) -> None:
        menu: QWidget | None = self
        while isinstance(menu, QMenu):
            menu.close()
            menu = menu.parentWidget()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take note that a click begins here: a button may be let go here that was pressed to open the menu."""
        self._is_pressed = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick with a click."""
        action = self.actionAt(event.position().toPoint())
        is_click, self._is_pressed = self._is_pressed, False
        if is_click and action in self._ticks and action is self.activeAction():
            self._tick(action)
        else:
            super().mouseReleaseEvent(event)
