"""A sentence that the status bar says for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

HINT_MS = 8_000


class Hint(QObject):
    """Why nothing happened, or what to look at."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ""
        self._timer = QTimer(self, singleShot=True, interval=HINT_MS)
        self._timer.timeout.connect(lambda: self.say(""))

    def say(self, words: str) -> None:
        """Say something in place of what was said before."""
        self.words = words
        self._timer.start()
        self.changed.emit()
