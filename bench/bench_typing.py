"""How fluent charting is: a key in a long cell, a key beside long notes, going to the next cell, linking.

Run it with `python -m bench.bench_typing`. Times are milliseconds until everything is painted; a frame has 16.
The floor is a plain QPlainTextEdit of the same words in the same run.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from framework_qda import Project, create_project
from framework_qda.model import CaseStudy, Interview, Notes, NotesParagraph, Statement, Subtopic, Theme
from framework_qda.text.anchors import make_anchor
from framework_qda.ui.chart.desk import ChartDesk
from framework_qda.ui.chart.notes_finder import NotesFinder
from framework_qda.ui.operations import Operations
from framework_qda.ui.style import Look

SIZE = (1320, 820)
CELL_WORDS = 500
NOTES_CHARACTERS = 300_000
EXTRACTS = 200
KEYS = 120
MOVES = 22
SENTENCE = "Paper forms gave way to a daily read of every sheet by the liaison nurse. "
PARAGRAPH = "Used to rely on the form coming down in the internal post. Two got lost one winter and it shook them. " * 3


def make_project(folder: Path) -> tuple[Project, list[str], list[str]]:
    """Make a project of 28 rows and 23 columns: a long cell, long notes with many extracts."""
    project = create_project(folder / "bench.fqda", title="Bench", analyst_name="Ann Marsh")
    with project.bundle():
        area = project.add(CaseStudy, label="Area 1").new_id
        interviews = [project.add(Interview, code=f"I{n:02}", case_study_id=area).new_id for n in range(28)]
        subtopics = []
        for title, count in (("One", 6), ("Two", 6), ("Three", 6), ("Four", 5)):
            theme = project.add(Theme, title=title).new_id
            subtopics += [project.add(Subtopic, theme_id=theme, label=f"label {n}").new_id for n in range(count)]
        count = NOTES_CHARACTERS // len(PARAGRAPH) + 1
        lines = tuple(NotesParagraph(PARAGRAPH, "R" if n % 2 else "INT", n * 4000) for n in range(count))
        project.import_notes([(interviews[0], Notes("notes.docx", "00", lines))])
        paragraphs = project.read.paragraphs(project.read.documents(interviews[0])[0].id)
        for number, subtopic in enumerate(subtopics):
            words = CELL_WORDS if number == 0 else 80
            text = (SENTENCE * (words // 14 + 1)).split()[:words]
            parts = [" ".join(text[n : n + 50]) for n in range(0, words, 50)]
            statements = [Statement(f"s{number}.{n}", "summary", part) for n, part in enumerate(parts)]
            project.chart(interviews[0], subtopic, statements)
        for number in range(EXTRACTS):
            paragraph = paragraphs[number * len(paragraphs) // EXTRACTS]
            anchor = make_anchor(paragraph.id, paragraph.text, 0, 40)
            column = number % len(subtopics)
            project.link(interviews[0], subtopics[column], f"s{column}.0", [anchor])
    return project, interviews, subtopics


def timed(action: Callable[[], object], shown: QWidget) -> float:
    """Return how long an action takes until it is painted, in milliseconds."""
    start = time.perf_counter()
    action()
    QCoreApplication.processEvents()
    shown.repaint()
    return (time.perf_counter() - start) * 1000


def report(name: str, times: list[float], limit: float | None = None) -> None:
    ordered = sorted(times)
    worst = ordered[int(len(ordered) * 0.95)]
    verdict = "" if limit is None else f"   target {limit:g} ms: {'kept' if worst <= limit else 'MISSED'}"
    print(f"{name:<48} median {statistics.median(ordered):6.2f}   p95 {worst:6.2f}{verdict}")


def type_keys(widget: QWidget, shown: QWidget) -> list[float]:
    letters = ["a", "e", " ", "t", "o"]
    return [timed(lambda n=n: QTest.keyClicks(widget, letters[n % 5]), shown) for n in range(KEYS)]


def bench_floor() -> None:
    plain = QPlainTextEdit()
    plain.setPlainText((SENTENCE * (CELL_WORDS // 14 + 1)).strip())
    plain.resize(700, 400)
    plain.show()
    QCoreApplication.processEvents()
    report("floor: a key in QPlainTextEdit, 500 words", type_keys(plain, plain.viewport()))


def bench_desk(project: Project, interviews: list[str], subtopics: list[str]) -> None:
    operations = Operations(project)
    desk = ChartDesk()
    operations.changed.connect(desk.show_changes)
    desk.resize(*SIZE)
    desk.show()
    opening = timed(lambda: desk.set_project(project, operations), desk)
    report("open the desk on notes of 300,000 characters", [opening])
    editor = desk.panes.cell.editor
    desk.open_cell(interviews[0], subtopics[0])
    QCoreApplication.processEvents()
    report("a key in a cell of 500 words, whole desk painted", type_keys(editor, desk), 16)
    writing = [timed(lambda: (QTest.keyClicks(editor, "x"), desk.finish_editing()), desk) for _ in range(15)]
    report("a key and the entry written (focus leaves)", writing)
    moves = [timed(lambda: desk._actions["chart.next_cell"].trigger(), desk) for _ in range(MOVES)]
    report("to the next cell, 200 extracts in the notes", moves, 50)
    written = []
    for _ in range(MOVES):
        QTest.keyClicks(editor, "y")
        written.append(timed(lambda: desk._actions["chart.previous_cell"].trigger(), desk))
    report("to the cell before, this one written on the way", written, 50)
    rows = [timed(lambda: desk._actions["chart.next_interview"].trigger(), desk) for _ in range(10)]
    report("to the next interview, without notes", rows, 50)
    back = [timed(lambda: desk.open_cell(interviews[0], subtopics[1]), desk)]
    report("back to the interview of 300,000 characters", back)
    links = []
    view = desk.panes.notes.view
    for number in range(12):
        view.go_to_place(number * 7 + 3, 50, 90)
        links.append(timed(lambda: desk._actions["chart.link"].trigger(), desk))
    report("link a passage (Ctrl+L)", links, 100)
    jumps = [timed(lambda: desk._actions["chart.jump"].trigger(), desk) for _ in range(12)]
    report("jump from reference to passage and back", jumps, 50)
    scrolls = [timed(lambda n=n: view.verticalScrollBar().setValue(n * 400), view) for n in range(60)]
    report("scroll the notes by a page", scrolls, 16)
    QTest.qWait(50)
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    found = [timed(lambda: NotesFinder(view).find("winter"), view)]
    report("find a word in the notes", found)


def main() -> None:
    app = QApplication.instance() or QApplication([])
    Look(app, "light", 100)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FRAMEWORK_QDA_BACKUPS"] = folder
        bench_floor()
        project, interviews, subtopics = make_project(Path(folder))
        bench_desk(project, interviews, subtopics)
        project.close()


if __name__ == "__main__":
    main()
