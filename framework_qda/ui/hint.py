"""A sentence that the status bar says for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

HINT_MS = 8_000
LEAST_MS = 1_500
"""What was said of an action may come just before it."""


class Hint(QObject):
    """Why nothing happened, or what to look at."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ""
        self._said = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True, interval=HINT_MS)
        self._timer.timeout.connect(lambda: self.say(""))

    def follow_action(self) -> None:
        """Go when something else was done, unless it was said of that."""
        if self.words and self._said.elapsed() >= LEAST_MS:
            self.say("")

    def say(self, words: str) -> None:
        """Say something in place of what was said before."""
        self.words = words
        self._said.start()
        self._timer.start()
        self.changed.emit()
