"""Python's garbage is collected in the window's thread only.

Python collects in whichever thread happens to ask for memory. A dialog that has been closed is a ring of
references, so that it is freed by that collector: in a worker's thread this would destroy widgets there, which
aborts the program. The collector is therefore switched off and called by a timer of the window's thread.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 1000


class GarbageTimer(QObject):
    """Collect garbage in the thread in which this object was made, from now on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=PAUSE_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()


def collect_due() -> None:
    """Collect the oldest generation that is due by Python's own thresholds."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [generation for generation in range(3) if counts[generation] > thresholds[generation] > 0]
    if due:
        gc.collect(due[-1])
