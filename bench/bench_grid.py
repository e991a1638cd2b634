"""How fluent the grid of the Matrix desk is: opening, moving, scrolling; beside Qt's own table in the same run.

Run it with `python -m bench.bench_grid`. Times are milliseconds; a frame has 16. The floor is a plain
QTableView with Qt's delegate and one line a row over the same data.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from framework_qda.matrix.grid import MatrixGrid
from framework_qda.ui.garbage import GarbageTimer
from framework_qda.ui.matrix.model import GridModel
from framework_qda.ui.matrix.view import MatrixView
from framework_qda.ui.style import Look
from tests.ui.matrix.grids import make_grid

SIZE = (1400, 900)
FRAME_MS = 16


def timed(action: Callable[[], object], view: QTableView) -> float:
    """Return how long an action takes until the view has painted, in milliseconds; then let a frame pass."""
    start = time.perf_counter()
    action()
    QCoreApplication.processEvents()
    view.viewport().repaint()
    taken = (time.perf_counter() - start) * 1000
    QTest.qWait(FRAME_MS)  # as between two turns of a wheel or two repeats of a key
    return taken


def ours(grid: MatrixGrid) -> MatrixView:
    view = MatrixView()
    view.resize(*SIZE)
    view.show_grid(grid)
    return view


def floor(grid: MatrixGrid) -> QTableView:
    view = QTableView()
    model = GridModel(view)
    model.set_grid(grid)
    view.setModel(model)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.resize(*SIZE)
    for column in range(model.columnCount()):
        view.setColumnWidth(column, 280)
    return view


def open_view(make: Callable[[MatrixGrid], QTableView], grid: MatrixGrid) -> tuple[QTableView, float]:
    start = time.perf_counter()
    view = make(grid)
    view.show()
    QCoreApplication.processEvents()
    view.viewport().repaint()
    return view, (time.perf_counter() - start) * 1000


def wheel(view: QTableView, step: int) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(0, -step),
        QPoint(0, -step),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(view.viewport(), event)


def measure(view: QTableView, action: Callable[[], object], times: int) -> list[float]:
    return [timed(action, view) for _ in range(times)]


def walk(view: QTableView) -> Iterator[float]:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left) * 24:
        yield timed(lambda key=key: QTest.keyClick(view, key), view)


def figures(times: list[float]) -> str:
    ranked = sorted(times)
    worst = ranked[min(len(ranked) - 1, int(len(ranked) * 0.99))]
    return f"{statistics.median(ranked):7.1f} {worst:7.1f}"


def run(rows: int, columns: int) -> None:
    grid = make_grid(rows, columns)
    print(f"\n{rows:,} x {columns}".ljust(26) + "   median     p99     floor")
    plain, floor_open = open_view(floor, grid)
    view, opened = open_view(ours, grid)
    print(f"{'open':<26}{opened:9.1f}{'':8}{floor_open:10.1f}   ratio {opened / floor_open:.1f}")
    for name, action, times in (
        ("wheel, 60 px", lambda shown: wheel(shown, 60), 120),
        ("page down", lambda shown: QTest.keyClick(shown, Qt.Key.Key_PageDown), 40),
    ):
        for shown in (view, plain):
            shown.verticalScrollBar().setValue(0)
            shown.setCurrentIndex(shown.model().index(0, 0))
            QTest.qWait(10 * FRAME_MS)  # what going back to the beginning left to do is no part of what follows
        mine = measure(view, lambda action=action: action(view), times)
        base = measure(plain, lambda action=action: action(plain), times)
        ratio = statistics.median(mine) / statistics.median(base)
        print(f"{name:<26}{figures(mine)} {statistics.median(base):9.1f}   ratio {ratio:.1f}")
    view.setCurrentIndex(view.grid_model.index(0, 0))
    print(f"{'to the next cell':<26}{figures(list(walk(view)))}")
    for shown in (view, plain):
        shown.close()
        shown.deleteLater()


def main() -> None:
    app = QApplication.instance() or QApplication([])
    Look(app, "light", 100)
    GarbageTimer(app)
    run(28, 6)  # the first run pays for fonts: shown, so that nobody wonders
    run(28, 6)
    run(28, 23)
    run(2_800, 6)


if __name__ == "__main__":
    main()
