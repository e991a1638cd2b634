"""The time in which nothing else is to be done in a view: frames come first while one scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

IDLE_MS = 8
"""So long after the last frame something is done."""
LEAP_MS = 120
"""So long after the last leap: who drags through the grid will not read the next page of where it is now."""


class QuietTime:
    """Do something once when a view has come to rest."""

    def __init__(self, view: QObject, do: Callable[[], object]) -> None:
        self._timer = QTimer(view, singleShot=True, interval=IDLE_MS)
        self._timer.timeout.connect(do)
        self._leapt = QElapsedTimer()

    def await_it(self) -> None:
        """Wait for it from now on."""
        has_leapt = self._leapt.isValid() and not self._leapt.hasExpired(LEAP_MS)
        self._timer.start(LEAP_MS if has_leapt else IDLE_MS)

    def put_off(self) -> None:
        """Be told that a frame was painted: what waits goes on waiting."""
        if self._timer.isActive():
            self.await_it()

    def leap(self) -> None:
        """Be told that the view has gone on by more than it shows."""
        self._leapt.start()
