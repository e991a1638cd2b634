"""Finding words: from a key stroke to the first results on the screen, and how long the window is kept from anything.

Interviews have notes of 6,000 words, 23 cells, 20 extracts. Words are typed key by key, each key as soon as the first
results of the one before are painted. The floor is FTS5 alone: the rows of the four indexes that match, 5,001 of each
at most, without their texts, without order, without a window. `python bench/bench_find.py 28 280` takes sizes, or
paths of projects that were built before.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from interviews_of_words import build
from measure import median, percentile, report_limit
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from framework_qda import Project, open_project
from framework_qda.project.connection import connect_for_reading
from framework_qda.project.schema import SEARCHED
from framework_qda.project.searching import MOST_HITS, fts_expression
from framework_qda.text.query import parse_query
from framework_qda.ui.find.desk import FindDesk
from framework_qda.ui.garbage import GarbageTimer
from framework_qda.ui.operations import Operations
from framework_qda.ui.style import Look

SIZES = (28, 280, 2800)
TYPED = (
    "safeguarding",
    "the ward",
    '"of the"',
    "police -nurse",
    "meeting (police OR nurse)",
    "referral child",
    "xylophone",
)
LIMIT_S = 0.150
TICK_MS = 4


class Gaps:
    """Note how long the window's thread does nothing else: what somebody would feel as a stutter."""

    def __init__(self) -> None:
        self.worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, now - self._last)
        self._last = now


def wait_until(is_true) -> None:
    """Wait as a window waits: asleep until something happens, not spinning, which would hold up other threads."""
    while not is_true():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def floor(path: Path, typed: str) -> float:
    """Return how long FTS5 takes to give the rows of all indexes that match."""
    node = parse_query(typed)
    if node is None:
        return 0.0
    connection = connect_for_reading(path)
    connection.execute("pragma cache_size=-32768")
    start = time.perf_counter()
    for table in SEARCHED:
        query = f"select rowid from {table}_fts where {table}_fts match :q limit {MOST_HITS + 1:d}"
        connection.execute(query, {"q": fts_expression(node)}).fetchall()
    taken = time.perf_counter() - start
    connection.close()
    return taken


def open_desk(project: Project) -> FindDesk:
    desk = FindDesk()
    operations = Operations(project, desk)
    operations.changed.connect(desk.show_changes)
    desk.resize(1320, 820)
    desk.show()
    desk.set_project(project, operations)
    wait_until(lambda: desk.searcher.is_idle)
    return desk


def type_key(desk: FindDesk, key: str) -> tuple[float, float]:
    """Return how long after a key the first results are painted, and how long until all are there."""
    start = time.perf_counter()
    QTest.keyClicks(desk.field, key)
    wait_until(lambda: is_answered(desk))
    QCoreApplication.processEvents()  # until it is painted
    first = time.perf_counter() - start
    wait_until(lambda: not desk.searcher.is_busy)
    return first, time.perf_counter() - start


def is_answered(desk: FindDesk) -> bool:
    """Whether the newest question has its first results, or surely none."""
    is_shown = desk.answering.answered.question.typed == desk.field.text() and not desk.answering.is_waiting
    return is_shown and (bool(desk.results.sections) or not desk.searcher.is_busy)


def bench(path: Path) -> None:
    with open_project(path, backs_up=False) as project:
        desk = open_desk(project)
        interviews = project.read.counts()["interview"]
        print(f"-- {interviews:,} interviews, {path.stat().st_size / 1e6:.0f} MB")
        firsts, wholes, floors = [], [], []
        gaps = Gaps()
        for typed in TYPED:
            desk.field.clear()
            wait_until(lambda: not desk.searcher.is_busy)
            for key in typed:
                first, whole = type_key(desk, key)
                firsts.append(first)
                wholes.append(whole)
                floors.append(floor(path, desk.field.text()))
        report_limit(
            f"key to first results, median of {len(firsts)} (floor {median(floors) * 1000:.1f} ms)",
            median(firsts),
            LIMIT_S,
        )
        report_limit(
            f"key to first results, 95th percentile (floor {percentile(floors, 0.95) * 1000:.1f} ms)",
            percentile(firsts, 0.95),
            LIMIT_S,
        )
        report_limit(f"key to first results, slowest (floor {max(floors) * 1000:.1f} ms)", max(firsts), LIMIT_S)
        print(f"key to all results: median {median(wholes) * 1000:.1f} ms, slowest {max(wholes) * 1000:.1f} ms")
        print(f"longest time in which the window did nothing else: {gaps.worst * 1000:.1f} ms")
        bench_near(desk)
        desk.end()
        desk.close()


def bench_near(desk: FindDesk) -> None:
    """Misspelt words: the first time the vocabulary is read, afterwards it is known."""
    desk.field.clear()
    wait_until(lambda: not desk.searcher.is_busy)
    for name in ("near words, vocabulary read", "near words, vocabulary known"):
        desk.bar.near.setChecked(True)
        start = time.perf_counter()
        desk.field.setText("safegaurding")
        wait_until(lambda: is_answered(desk))
        print(f"{name}: {(time.perf_counter() - start) * 1000:.1f} ms")
        desk.field.clear()
        wait_until(lambda: not desk.searcher.is_busy)


def main() -> None:
    app = QApplication.instance() or QApplication([])
    Look(app, "light", 100)
    GarbageTimer(app)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FRAMEWORK_QDA_BACKUPS"] = f"{folder}/backups"
        for given in sys.argv[1:] or map(str, SIZES):
            path = Path(given)
            if given.isdecimal():
                path = Path(folder) / f"{given}.fqda"
                build(path, int(given))
            bench(path)


if __name__ == "__main__":
    main()
