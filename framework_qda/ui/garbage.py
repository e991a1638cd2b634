"""Python's garbage is collected in the window's thread only.

Python collects in whichever thread happens to ask for memory. A dialog that has been closed is a ring of
references, so that it is freed by that collector: in a worker's thread this would destroy widgets there, which
aborts the program. The collector is therefore switched off and called by a timer of the window's thread.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

PAUSE_MS = 1000
MOST_PUT_OFF = 10
"""So many times garbage may wait for the mouse to be let go: while something is dragged, frames come first."""


class GarbageTimer(QObject):
    """Collect garbage in the thread in which this object was made, from now on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=PAUSE_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()
        self._put_off = 0

    def _collect(self) -> None:
        is_dragging = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if is_dragging and self._put_off < MOST_PUT_OFF:
            self._put_off += 1
            return
        self._put_off = 0
        collect_due()


def collect_due() -> None:
    """Collect the oldest generation that is due by Python's own thresholds."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [generation for generation in range(3) if counts[generation] > thresholds[generation] > 0]
    if due:
        gc.collect(due[-1])
