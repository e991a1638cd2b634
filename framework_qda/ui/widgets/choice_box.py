"""A list to choose from that gives the keyboard back once something is chosen, or nothing is wanted after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget


class ChoiceBox(QComboBox):
    """Choose from a list. Who steps through it by arrows, letters or the wheel stays in it."""

    left = Signal()
    """Something was chosen from the open list, or Escape was pressed: the keyboard is wanted elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_stepping = False
        self.activated.connect(self._take)

    def take_place(self, place: int) -> None:
        """Do what is to be done with a choice before the keyboard is given back."""

    def _take(self, place: int) -> None:
        self.take_place(place)
        self.leave_chosen()

    def leave_chosen(self) -> None:
        """Tell that the choice is made, unless the next step may follow."""
        if not self._is_stepping:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape; any other key steps or opens the list."""
        if event.key() == Qt.Key.Key_Escape and not self.isEditable():
            self.left.emit()
            return
        self._is_stepping = event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        super().keyPressEvent(event)
        self._is_stepping = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step to the next."""
        self._is_stepping = True
        super().wheelEvent(event)
        self._is_stepping = False
