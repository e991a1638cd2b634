"""What checking spelling costs: a key in a long cell beside long notes, without it, while it begins, with it.

Run it with `python -m bench.bench_spelling`. Times are milliseconds of the window's thread until everything is painted,
without those in which the machine did other work; a frame has 16. Every seventh word is misspelt. The runs follow each
other in one process, so that they can be compared.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench.bench_typing import CELL_WORDS, NOTES_CHARACTERS, SIZE
from bench.measure import median, percentile
from framework_qda import Project, create_project
from framework_qda.matrix.spelling import texts_to_check
from framework_qda.model import Interview, Notes, NotesParagraph, Statement, Subtopic, Theme
from framework_qda.ui.chart.desk import ChartDesk
from framework_qda.ui.garbage import GarbageTimer
from framework_qda.ui.operations import Operations
from framework_qda.ui.settings import Settings
from framework_qda.ui.spelling.search import WordSearch
from framework_qda.ui.spelling.service import Spelling
from framework_qda.ui.style import Look

KEYS = 300
SCROLLS = 120
SENTENCE = "The liaison nurse reads every sheet by noon and nobody else on teh ward has time to lok"
WORDS = SENTENCE.split()


def make_project(folder: Path) -> Project:
    """Make a project of one row with a cell of one long statement, and long notes."""
    project = create_project(folder / "bench.fqda", title="Bench", analyst_name="Ann Marsh")
    interview = project.add(Interview, code="I01").new_id
    theme = project.add(Theme, title="One").new_id
    subtopic = project.add(Subtopic, theme_id=theme, label="forms").new_id
    words = (WORDS * (CELL_WORDS // len(WORDS) + 1))[:CELL_WORDS]
    project.chart(interview, subtopic, [Statement("s", "summary", " ".join(words))])
    paragraph = " ".join(WORDS * 4)
    lines = [f"{paragraph} {_rare(number)}" for number in range(NOTES_CHARACTERS // len(paragraph) + 1)]
    project.import_notes([(interview, Notes("notes.docx", "00", tuple(NotesParagraph(line) for line in lines)))])
    return project


def timed(action: Callable[[], object], shown: QWidget) -> float:
    """Return how long an action keeps the window's thread until it is painted, in milliseconds."""
    start = time.thread_time()
    action()
    QCoreApplication.processEvents()
    shown.repaint()
    return (time.thread_time() - start) * 1000


def _rare(number: int) -> str:
    """Return words that stand nowhere else, so that every view has some that the dictionary was not asked about yet."""
    letters = "abcdefghijklmnopqrst"
    return " ".join(
        f"w{letters[number % 20]}{letters[number // 20 % 20]}{letters[n]}{letters[-n]}" for n in range(1, 9)
    )


def report(name: str, times: list[float], limit: float = 16) -> None:
    worst = percentile(times, 0.99)
    verdict = "kept" if worst <= limit else "MISSED"
    print(
        f"{name:<58} median {median(times):6.2f}   p99 {worst:6.2f}   at most {limit:g} ms: {verdict}   ({len(times)})"
    )


def type_keys(desk: ChartDesk, count: int = KEYS) -> list[float]:
    """Type as people do, so that what waits for a pause of a hundredth of a second runs in between."""
    editor = desk.panes.cell.editor
    times = []
    for number in range(count):
        letter = "a e to"[number % 6]
        times.append(timed(lambda letter=letter: QTest.keyClicks(editor, letter), desk))
        QTest.qWait(5)
    return times


def wait_until_ready(spelling: Spelling) -> float:
    start = time.perf_counter()
    while not spelling.dictionary.is_ready:
        QTest.qWait(5)
    return (time.perf_counter() - start) * 1000


def bench(project: Project, settings: Settings) -> None:
    operations = Operations(project)
    spelling = Spelling(settings)
    spelling.begin(project, operations)
    desk = ChartDesk()
    operations.changed.connect(desk.show_changes)
    desk.resize(*SIZE)
    desk.show()
    desk.set_project(project, operations)
    QTest.qWait(800)
    report("a key in one statement of 500 words, spelling off", type_keys(desk))
    desk.spelling = spelling
    desk.spell_check.begin(spelling, operations)
    spelling.dictionary.wake(is_urgent=True)
    QCoreApplication.processEvents()
    during = []
    while not spelling.dictionary.is_ready:
        during += type_keys(desk, 6)
    report("the same while the dictionary is read", during)
    QTest.qWait(400)
    report("the same with 70 words marked", type_keys(desk))
    view = desk.panes.notes.view
    in_notes = desk.spell_check.in_notes
    marks, scrolls = [], []
    for number in range(SCROLLS):
        scrolls.append(timed(lambda n=number: view.verticalScrollBar().setValue(n * 600), view))
        marks.append(timed(in_notes.mark_now, view))
        QTest.qWait(20)
        marks.append(timed(in_notes.mark_now, view))
    report("scroll notes of 300,000 characters by a page", scrolls)
    report("mark the words of a page of notes", marks)
    bench_list(project, spelling)
    spelling.end()
    desk.close()


def bench_list(project: Project, spelling: Spelling) -> None:
    """Measure listing all unknown words, and the longest time for which that holds up the window."""
    found: list[object] = []
    ended: list[bool] = []
    search = WordSearch(spelling, texts_to_check(project.read))
    search.found.connect(lambda _place, word: found.append(word))
    search.ended.connect(lambda: ended.append(True))
    start = time.perf_counter()
    search.start()
    turns = []
    while not ended:
        began = time.perf_counter()
        QCoreApplication.processEvents()
        turns.append((time.perf_counter() - began) * 1000)
    total = (time.perf_counter() - start) * 1000
    print(f"list the {len(found):,} unknown words of the study: {total:.0f} ms, the longest turn {max(turns):.1f} ms")


def main() -> None:
    app = QApplication.instance() or QApplication([])
    Look(app, "light", 100)
    GarbageTimer(app)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FRAMEWORK_QDA_BACKUPS"] = folder
        project = make_project(Path(folder))
        bench(project, Settings(Path(folder) / "settings.ini"))
        project.close()


if __name__ == "__main__":
    main()
