"""The scroll bar of words that ask for the height of all of them, and get it where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit


class NeededBar(QObject):
    """Let words ask for their new height first, and show a bar only where it is not given."""

    def __init__(self, view: QTextEdit) -> None:
        super().__init__(view)
        self._view = view
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._fit)
        view.document().documentLayout().documentSizeChanged.connect(self._ask)

    def follow(self) -> None:
        """Show or hide the bar a moment later: one that comes or goes changes the size again, without an end."""
        self._timer.start()

    def _ask(self) -> None:
        self._view.updateGeometry()
        self.follow()

    def _fit(self) -> None:
        is_needed = self._view.document().size().height() > self._view.viewport().height() + 1
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_needed else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self._view.verticalScrollBarPolicy():
            self._view.setVerticalScrollBarPolicy(policy)
