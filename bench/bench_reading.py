"""Opening the desks for reading: from the key until the desk has been painted, and memory.

Each opening is a process of its own: the window shows a project at another desk that reads little, then the desk is
asked for. Name desks and sizes to measure only those: `python bench/bench_reading.py case 28`.

`review` and `history` are asked for by a colleague to whom every cell of the study is new. They read the journal beside
the window, so that it is also measured when they have it all, and how long the window is held up at most meanwhile.
`board` is measured so too: it counts those cells.
"""

import os
import sys
import tempfile
from pathlib import Path

from bench_opening import COMPILED, build, remember_analyst, run
from measure import median, report_limit

from framework_qda import open_project
from framework_qda.model import Analyst

OPEN = """
import gc, os, resource, sys, time
gc.disable()
from pathlib import Path
from PySide6.QtWidgets import QApplication
from framework_qda.ui.settings import Settings
from framework_qda.ui.style import Look
app = QApplication([])
from framework_qda.ui.window import MainWindow
settings = Settings(Path(sys.argv[2]))
window = MainWindow(settings, Look(app, "light", 100))
window.resize(1400, 900)
window.show()
from framework_qda.project import open_project
with open_project(Path(sys.argv[1]), read_only=True) as project:
    settings.set_desk(project.project_id, "interviews")
window.menus.file.open_path(Path(sys.argv[1]))
assert window.desk_name == "interviews"
app.processEvents(); window.repaint(); app.processEvents()
asked = time.perf_counter()
window.show_desk(sys.argv[3])
app.processEvents(); window.repaint(); app.processEvents()
print(time.perf_counter() - asked, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
os._exit(0)
"""
BESIDE = """
import gc, os, resource, sys, time
gc.disable()
from pathlib import Path
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from framework_qda.ui.settings import Settings
from framework_qda.ui.style import Look
app = QApplication([])
from framework_qda.ui.window import MainWindow
settings = Settings(Path(sys.argv[2]))
window = MainWindow(settings, Look(app, "light", 100))
window.resize(1400, 900)
window.show()
from framework_qda.project import open_project
with open_project(Path(sys.argv[1]), read_only=True) as project:
    settings.set_desk(project.project_id, "interviews")
window.menus.file.open_path(Path(sys.argv[1]))
assert window.desk_name == "interviews"

def settle():
    app.processEvents(); window.repaint(); app.processEvents()

def wait_for(is_true):
    longest, last = 0.0, time.perf_counter()
    while not is_true():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        time.sleep(0.001)  # a window that has nothing to do lets its workers have Python
        longest, last = max(longest, time.perf_counter() - last), time.perf_counter()
    return longest

settle()
asked = time.perf_counter()
name = sys.argv[3]
if name == "history":
    window.menus.action("window.history").trigger()
else:
    window.show_desk(name)
settle()
painted = time.perf_counter() - asked
desk = window.current_desk()
part = {"review": lambda: desk.changed, "history": lambda: desk.history, "board": lambda: desk}[name]()
longest = wait_for(lambda: part.is_complete)
settle()
complete = time.perf_counter() - asked
step = 0.0
if name == "review":
    asked = time.perf_counter()
    for _ in range(10):
        desk.changed.go_on()
        settle()
    step = (time.perf_counter() - asked) / 10
print(painted, complete, longest, step, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
os._exit(0)
"""
DESKS = ("board", "case", "theme", "review", "history")
READ_BESIDE = ("board", "review", "history")
"""Desks that go on reading beside the window."""
LIMITS = {28: 0.3, 280: 0.3, 2800: 0.5}
MEMORY = 300
LONGEST = 0.1
"""Seconds: a window that stands still for longer is seen to."""
RUNS = 7


def bench(path: Path, settings: Path, desk: str, interviews: int) -> None:
    run(OPEN, path, settings, desk)  # the day's back-up, warm caches
    found = [run(OPEN, path, settings, desk)[1] for _ in range(RUNS)]
    print(f"-- {desk}, {interviews} interviews x 23 sub-topics, medians of {RUNS}")
    report_limit("the desk has been painted", median([float(taken) for taken, _ in found]), LIMITS[interviews])
    report_limit("memory at most", median([float(peak) for _, peak in found]), MEMORY, "MB")


def bench_beside(path: Path, settings: Path, desk: str, interviews: int) -> None:
    run(BESIDE, path, settings, desk)
    found = [[float(each) for each in run(BESIDE, path, settings, desk)[1]] for _ in range(RUNS)]
    painted, complete, longest, step, peak = (median(list(each)) for each in zip(*found, strict=True))
    print(f"-- {desk} of a colleague, {interviews} interviews x 23 sub-topics, medians of {RUNS}")
    report_limit("the desk has been painted", painted, LIMITS[interviews])
    print(f"{'all has been read':<58} {complete:10.3f} s")
    report_limit("the window was held up at most", longest, LONGEST)
    if step:
        report_limit("looked at, next cell", step, LONGEST)
    report_limit("memory at most", peak, MEMORY, "MB")


def add_colleague(path: Path, settings: Path) -> None:
    """Let somebody else work on the project, who begins to look at all that was ever changed."""
    with open_project(path, backs_up=False) as project:
        colleague = project.add(Analyst, name="C D", initials="CD").new_id
        settings.write_text(
            f"[analysts]\n{project.project_id}={colleague}\n[projects]\n{project.project_id}\\looked_{colleague}=0\n",
            encoding="utf-8",
        )


def main() -> None:
    desks = [each for each in sys.argv[1:] if not each.isdecimal()] or DESKS
    sizes = [int(each) for each in sys.argv[1:] if each.isdecimal()] or LIMITS
    with tempfile.TemporaryDirectory() as name:
        os.environ["FRAMEWORK_QDA_BACKUPS"] = COMPILED["FRAMEWORK_QDA_BACKUPS"] = f"{name}/backups"
        COMPILED["XDG_CONFIG_HOME"] = name
        settings = Path(name) / "framework-qda" / "settings.ini"
        for interviews in sizes:
            path = Path(name) / f"{interviews}.fqda"
            build(path, interviews)
            remember_analyst(path, settings)
            for desk in desks:
                if desk in DESKS[:3]:
                    bench(path, settings, desk, interviews)
            beside = [desk for desk in desks if desk in READ_BESIDE]
            if beside:
                add_colleague(path, settings)
            for desk in beside:
                bench_beside(path, settings, desk, interviews)


if __name__ == "__main__":
    main()
