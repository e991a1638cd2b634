"""How fluent charting is: a key in a long cell, in long notes, while a recording plays; the next cell, linking.

Run it with `python -m bench.bench_typing`. Times are milliseconds until everything is painted; a frame has 16. Each is
told as it passed on the wall, where other work of the machine counts too, and as the window's own thread was busy.
The floor is a plain QPlainTextEdit of the same words in the same run.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from framework_qda import Project, create_project
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.rows import row_order
from framework_qda.model import CaseStudy, Interview, Notes, NotesParagraph, Statement, Subtopic, Theme
from framework_qda.project.recordings import read_sound_file
from framework_qda.shipped import sample_folder
from framework_qda.text.anchors import make_anchor
from framework_qda.ui.chart.desk import ChartDesk
from framework_qda.ui.chart.notes_finder import NotesFinder
from framework_qda.ui.chart.reading import first_place
from framework_qda.ui.chart.walk import Walk
from framework_qda.ui.operations import Operations
from framework_qda.ui.style import Look

SIZE = (1320, 820)
CELL_WORDS = 500
NOTES_CHARACTERS = 300_000
EXTRACTS = 200
KEYS = 300
CALLS = 36
"""How often the follow-up call of the sample stands behind itself: a recording of an hour."""
ROWS = 2800
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


class Taken(NamedTuple):
    """How long something took, in milliseconds: on the wall, and of the window's thread."""

    wall: float
    own: float


def timed(action: Callable[[], object], shown: QWidget | None = None) -> Taken:
    """Return how long an action takes until it is painted."""
    wall, own = time.perf_counter(), time.thread_time()
    action()
    if shown is not None:
        QCoreApplication.processEvents()
        shown.repaint()
    return Taken((time.perf_counter() - wall) * 1000, (time.thread_time() - own) * 1000)


def report(name: str, times: list[Taken], limit: float | None = None) -> None:
    wall, own = sorted(each.wall for each in times), sorted(each.own for each in times)
    place = int(len(times) * 0.99)
    verdict = "" if limit is None else f"   target {limit:g} ms: {'kept' if own[place] <= limit else 'MISSED'}"
    print(
        f"{name:<50} median {statistics.median(own):6.2f}   p99 {own[place]:6.2f}"
        f"   (wall {statistics.median(wall):6.2f}, {wall[place]:6.2f}){verdict}"
    )


def type_keys(widget: QWidget, shown: QWidget, count: int = KEYS) -> list[Taken]:
    letters = ["a", "e", " ", "t", "o"]
    return [timed(lambda n=n: QTest.keyClicks(widget, letters[n % 5]), shown) for n in range(count)]


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
    moves = [timed(lambda: desk.actions_by_id["chart.next_cell"].trigger(), desk) for _ in range(MOVES)]
    report("to the next cell, 200 extracts in the notes", moves, 50)
    written = []
    for _ in range(MOVES):
        QTest.keyClicks(editor, "y")
        written.append(timed(lambda: desk.actions_by_id["chart.previous_cell"].trigger(), desk))
    report("to the cell before, this one written on the way", written, 50)
    rows = [timed(lambda: desk.actions_by_id["chart.next_interview"].trigger(), desk) for _ in range(10)]
    report("to the next interview, without notes", rows, 50)
    back = [timed(lambda: desk.open_cell(interviews[0], subtopics[1]), desk)]
    report("back to the interview of 300,000 characters", back)
    links = []
    view = desk.panes.notes.view
    for number in range(12):
        view.go_to_place(number * 7 + 3, 50, 90)
        links.append(timed(lambda: desk.actions_by_id["chart.link"].trigger(), desk))
    report("link a passage (Ctrl+L)", links, 100)
    jumps = [timed(lambda: desk.actions_by_id["chart.jump"].trigger(), desk) for _ in range(12)]
    report("jump from reference to passage and back", jumps, 50)
    scrolls = [timed(lambda n=n: view.verticalScrollBar().setValue(n * 400), view) for n in range(60)]
    report("scroll the notes by a page", scrolls, 16)
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    keys = (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_End)
    carets = [timed(lambda n=n: QTest.keyClick(view, keys[n % 4]), desk) for n in range(KEYS)]
    report("a key in notes of 300,000 characters", carets, 16)
    shifted = Qt.KeyboardModifier.ShiftModifier
    marks = [timed(lambda: QTest.keyClick(view, Qt.Key.Key_Down, shifted), desk) for _ in range(KEYS)]
    report("selecting a line more in the notes", marks, 16)
    QTest.qWait(50)
    found = [timed(lambda: NotesFinder(view).find("winter"), view)]
    report("find a word in the notes", found)


def bench_playing(project: Project, interviews: list[str], subtopics: list[str], folder: Path) -> None:
    """Type while an hour of sound plays and its waveform is worked out."""
    path = folder / "notes.mp3"
    call = (sample_folder() / "recordings" / "I01 follow-up call.mp3").read_bytes()
    path.write_bytes(call * CALLS)
    sound = replace(read_sound_file(path), length_ms=CALLS * 103_941)
    project.add_recording(interviews[0], path, sound=sound)
    operations = Operations(project)
    desk = ChartDesk()
    operations.changed.connect(desk.show_changes)
    desk.resize(*SIZE)
    desk.show()
    desk.set_project(project, operations)
    desk.open_cell(interviews[0], subtopics[0])
    QCoreApplication.processEvents()
    editor, player = desk.panes.cell.editor, desk.hearing.player
    report("the first play of a recording", [timed(player.toggle, desk)])
    working = []
    while player._task is not None and len(working) < 4 * KEYS:
        working += type_keys(editor, desk, 10)
        pause(30)
    report("a key while the waveform of an hour is worked out", working, 16)
    playing = []
    for _ in range(KEYS // 10):
        playing += type_keys(editor, desk, 10)
        pause(30)
    report("a key while it plays", playing, 16)
    player.stop()
    desk.close()


def pause(ms: int) -> None:
    """Let the window rest as it does between keys; QTest would hold Python's lock."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def bench_first_place(folder: Path) -> None:
    """Find where to begin where no cell of many interviews is open."""
    with create_project(folder / "many.fqda", title="Many", analyst_name="Ann Marsh") as project:
        with project.bundle():
            theme = project.add(Theme, title="One").new_id
            subtopics = [project.add(Subtopic, theme_id=theme, label=f"label {n}").new_id for n in range(23)]
            for number in range(ROWS):
                interview = project.add(Interview, code=f"I{number:04}").new_id
                project.set_states([(interview, subtopic) for subtopic in subtopics], "nothing_said")
        rows = row_order(project.read).rows
        columns = tuple(column for each in framework_outline(project.read) for column in each.columns)
        walk = Walk(rows, columns)
        name = f"where to begin, {ROWS:,} x 23 cells that say why they are empty"
        report(name, [timed(lambda: first_place(project.read, walk))], 200)


def main() -> None:
    app = QApplication.instance() or QApplication([])
    Look(app, "light", 100)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FRAMEWORK_QDA_BACKUPS"] = os.environ["FRAMEWORK_QDA_CACHE"] = folder
        bench_floor()
        project, interviews, subtopics = make_project(Path(folder))
        bench_desk(project, interviews, subtopics)
        bench_playing(project, interviews, subtopics, Path(folder))
        project.close()
        bench_first_place(Path(folder))


if __name__ == "__main__":
    main()
