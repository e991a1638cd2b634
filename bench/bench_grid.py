"""How fluent the Matrix desk is: from 28 x 6 to 10,000 x 100 cells of 60 words with states and references.

Run it with `python bench/bench_grid.py`, or with sizes: `python bench/bench_grid.py 28x6 1000x23`. Each size is a
process of its own. Times are milliseconds of the window's own thread, those in brackets passed on the wall; a frame
has 16. Of a filter the longest that the window is held up is measured, and on the wall how long it takes until its
rows are seen. The floor is a plain QTableView with Qt's delegate over as
many cells of one text. The file of 10,000 x 100 has 2 GB and is made once, in some three minutes; it is kept in the
user's folder for caches, as is said at the end (`grid_files.py`).
"""

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from grid_files import MODELS, grid_file, tell_files
from measure import median, percentile
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QAbstractSlider, QApplication, QTableView

from framework_qda import open_project
from framework_qda.matrix.filters import RowFilter
from framework_qda.model import Attribute
from framework_qda.ui.garbage import GarbageTimer
from framework_qda.ui.matrix.desk import MatrixDesk
from framework_qda.ui.operations import Operations
from framework_qda.ui.style import Look

SIZES = ((28, 6), (1_000, 23), (10_000, 100))
WINDOW = (1400, 800)
FRAME_MS = 16
FILTER_MS = 200
FILTERINGS = 6
WORDS = "aeioulnrst " * 33


class Taken(NamedTuple):
    """How long something took, in milliseconds: of the window's thread, and on the wall."""

    own: float
    wall: float


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of frame: its name, what is done, how often, and the most that it may take at the 99th percentile."""

    name: str
    do: Callable[[int], object]
    times: int
    limit_ms: float = FRAME_MS


class PlainModel(QAbstractTableModel):
    """As many cells, all with one text."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._size = rows, columns

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._size[0]

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._size[1]

    def data(self, _index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return WORDS if role == Qt.ItemDataRole.DisplayRole else None


def timed(action: Callable[[], object], view: QTableView) -> Taken:
    """Return how long an action takes until the view has painted; then let a frame pass."""
    wall, own = time.perf_counter(), time.thread_time()
    action()
    view.viewport().repaint()
    QCoreApplication.processEvents()
    taken = Taken((time.thread_time() - own) * 1000, (time.perf_counter() - wall) * 1000)
    QTest.qWait(FRAME_MS)  # as between two turns of a wheel or two repeats of a key
    return taken


def filtered(desk: MatrixDesk, row_filter: RowFilter) -> Taken:
    """Return the longest that the window is held up by a filter, and on the wall how long until its rows are seen."""
    asking, wall, held_up = desk.showing.asking, time.perf_counter(), 0.0
    for act in (lambda: desk.filter_bar.set_filter(row_filter), *[QCoreApplication.processEvents] * 100_000):
        own = time.thread_time()
        act()
        held_up = max(held_up, time.thread_time() - own)
        if not asking.is_filtering:
            break
        time.sleep(0.001)
    own = time.thread_time()
    desk.view.viewport().repaint()
    taken = Taken(max(held_up, time.thread_time() - own) * 1000, (time.perf_counter() - wall) * 1000)
    while asking.is_busy:  # it counts
        QTest.qWait(FRAME_MS)
    QTest.qWait(FRAME_MS)
    return taken


def turn_wheel(view: QTableView, pixels: int) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(0, -pixels),
        QPoint(0, -pixels),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(view.viewport(), event)


def drag(view: QTableView, number: int) -> None:
    """Let the slider stand somewhere else, a step further on as a hand would drag it."""
    bar = view.verticalScrollBar()
    bar.setSliderPosition(bar.minimum() + (number * 7919) % max(1, bar.maximum()))


def scrolling(view: QTableView) -> tuple[Step, ...]:
    across = view.horizontalScrollBar()
    add = QAbstractSlider.SliderAction.SliderSingleStepAdd
    return (
        Step("by a line (wheel, 60 px)", lambda _n: turn_wheel(view, 60), 150),
        Step("by a page", lambda _n: QTest.keyClick(view, Qt.Key.Key_PageDown), 100),
        Step("by dragging, anywhere", lambda number: drag(view, number), 150),
        Step("sideways by a column", lambda _n: across.triggerAction(add), 20),
        Step(
            "to the next cell", lambda number: QTest.keyClick(view, (Qt.Key.Key_Right, Qt.Key.Key_Down)[number % 2]), 60
        ),
    )


def open_plain(rows: int, columns: int) -> QTableView:
    view = QTableView()
    model = PlainModel(rows, columns)
    model.setParent(view)
    view.setModel(model)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.resize(*WINDOW)
    for column in range(columns):
        view.setColumnWidth(column, 280)
    view.show()
    QCoreApplication.processEvents()
    return view


def open_desk(path: Path) -> tuple[MatrixDesk, Taken]:
    """Open the desk on a project; return it and how long its first paint took."""
    project = open_project(path, read_only=True)
    desk = MatrixDesk()
    desk.resize(*WINDOW)
    wall, own = time.perf_counter(), time.thread_time()
    operations = Operations(project, desk)
    operations.changed.connect(desk.show_changes)
    desk.set_project(project, operations)
    desk.show()
    QCoreApplication.processEvents()
    desk.view.viewport().repaint()
    return desk, Taken((time.thread_time() - own) * 1000, (time.perf_counter() - wall) * 1000)


def begin_again(view: QTableView) -> None:
    view.verticalScrollBar().setValue(0)
    view.horizontalScrollBar().setValue(0)
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.qWait(20 * FRAME_MS)  # what going back to the beginning left to do is no part of what follows


def show_figures(name: str, times: list[Taken], limit: float, floor: list[Taken] | None = None) -> None:
    own, wall = [each.own for each in times], [each.wall for each in times]
    high, plain = percentile(own, 0.99), [each.own for each in floor or ()]
    beside = f"   floor {median(plain):6.1f} {percentile(plain, 0.99):6.1f}" if plain else " " * 22
    passed = f"({median(wall):.1f}, {percentile(wall, 0.99):.1f})"
    verdict = "met" if high <= limit else "MISSED"
    print(f"{name:<28}{median(own):9.1f} {high:8.1f} {passed:>18}{beside}   at most {limit:g}: {verdict}")


def filters(desk: MatrixDesk) -> dict[str, RowFilter]:
    model = next(each.id for each in desk.project.read.all(Attribute))
    return {
        "by an attribute": RowFilter(attributes={model: frozenset(MODELS[:1])}),
        "by a state": RowFilter(states=frozenset({"reviewed"})),
        "by starred passages": RowFilter(evidence=frozenset({"starred"})),
        "by words": RowFilter(text="ae io"),
        "by words that are nowhere": RowFilter(text="statistics"),
    }


def zooming(desk: MatrixDesk) -> Step:
    return Step("zoom", lambda number: desk.view.zoom.set((110, 100)[number % 2]), 20, 100)


def run(rows: int, columns: int) -> None:
    app = QApplication.instance() or QApplication([])
    Look(app, "light", 100)
    GarbageTimer(app)
    gc.disable()  # as in the program, where the timer collects
    path = grid_file(rows, columns)
    before = memory_mb()
    desk, opened = open_desk(path)
    print(
        f"\n{rows:,} x {columns} ({path.stat().st_size / 1e6:,.0f} MB)".ljust(30)
        + "  median      p99             (wall)"
    )
    print(f"{'first paint of the desk':<28}{opened.own:9.1f} {'':8} {f'({opened.wall:.1f})':>18}")
    view, plain = desk.view, open_plain(rows, columns)
    QTest.qWait(30 * FRAME_MS)
    for mine, base in zip(scrolling(view), scrolling(plain), strict=True):
        begin_again(view)
        begin_again(plain)
        times = [timed(partial(mine.do, n), view) for n in range(mine.times)]
        floor = [timed(partial(base.do, n), plain) for n in range(base.times)]
        show_figures(mine.name, times, mine.limit_ms, floor)
    begin_again(view)
    step = zooming(desk)
    show_figures(step.name, [timed(partial(step.do, n), view) for n in range(step.times)], step.limit_ms)
    for name, kept in filters(desk).items():
        begin_again(view)
        times = [filtered(desk, each) for _ in range(FILTERINGS) for each in (kept, RowFilter())]
        show_figures(f"filter {name}", times[::2], FILTER_MS)
        show_figures("  and clear it", times[1::2], FILTER_MS)
    print(f"{'memory beyond the toolkit':<28}{memory_mb() - before:9.0f} MB")
    desk.end()
    desk.close()
    plain.close()


def memory_mb() -> float:
    """Return the most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    if len(sys.argv) > 1 and sys.argv[1] == "--one":
        run(int(sys.argv[2]), int(sys.argv[3]))
        return
    asked = [tuple(map(int, each.split("x"))) for each in sys.argv[1:]] or SIZES
    with TemporaryDirectory() as folder:
        for rows, columns in asked:
            environment = {**os.environ, "FRAMEWORK_QDA_BACKUPS": folder}
            subprocess.run([sys.executable, __file__, "--one", str(rows), str(columns)], check=True, env=environment)
    tell_files()


if __name__ == "__main__":
    main()
