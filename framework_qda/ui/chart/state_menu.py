"""The state of a cell: a button that shows it and a menu that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from framework_qda.model import EMPTY_REASONS
from framework_qda.ui.menu_headings import add_heading
from framework_qda.ui.menu_letters import give_letters
from framework_qda.ui.style import colour, em, state_look

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction


def state_icon(widget: QWidget, state: str) -> QIcon:
    """Return a spot in the colour of a state."""
    size, ratio = em(widget, 0.75), widget.devicePixelRatioF()
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(state_look(state).role))
    painter.drawEllipse(QRectF(0, 0, size, size).adjusted(1, 1, -1, -1))
    painter.end()
    return QIcon(picture)


class StateButton(QToolButton):
    """Show a state with colour, sign and words; its menu has the actions (state -> action)."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        menu = QMenu(self)
        for state, action in actions.items():
            if state == EMPTY_REASONS[0]:
                add_heading(menu, "Empty because")
            menu.addAction(action)
        self.setMenu(give_letters(menu))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip("Change the state of this cell")

    def show_state(self, state: str) -> None:
        """Show a state."""
        look = state_look(state)
        words = look.words[:1].upper() + look.words[1:]
        self.setText(f"{words} {look.sign}".strip() + " ▾")
        self.setAccessibleName(f"State: {look.words}")
        self.setIcon(state_icon(self, state))
