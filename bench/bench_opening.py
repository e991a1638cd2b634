"""Opening a project in the window: first screen, memory, and the way from the command to a usable window.

Each opening is a process of its own. The clock of the first screen starts when the window toolkit is up. The whole
way goes through the command, from the start of the process until the map of the Board has been painted; its floor is
the same for an empty QMainWindow.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure import median, report, report_limit

from framework_qda import create_project, open_project
from framework_qda.model import Attribute, CaseStudy, Interview, Statement, Subtopic, Theme
from framework_qda.project.ids import new_id

EMPTY = """
import os
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.resize(1400, 900); window.show()
app.processEvents(); window.repaint()
print("usable", flush=True)
os._exit(0)
"""
COMMAND = """
import gc, os, sys
from framework_qda.start import main
gc.disable()  # as the command does before it loads the window
from framework_qda.ui import app
from PySide6.QtCore import QTimer
from framework_qda.ui.board.map_view import MapView

class PaintedView(MapView):
    def paintEvent(self, event):
        super().paintEvent(event)
        if self.map_model.board.rows:
            QTimer.singleShot(0, self.end)  # once the rest of the window has been painted too

    def end(self):
        print("usable", flush=True)
        os._exit(0)

import framework_qda.ui.board.frame as frame
frame.MapView = PaintedView
sys.argv = ["framework-qda", sys.argv[1]]
main()
"""
OURS = """
import gc, os, resource, sys, time
gc.disable()
from pathlib import Path
from framework_qda.ui import app as program
from PySide6.QtWidgets import QApplication
from framework_qda.ui.settings import Settings
from framework_qda.ui.style import Look
app = QApplication([])
up = time.perf_counter()
from framework_qda.ui.window import MainWindow
settings = Settings(Path(sys.argv[2]))
window = MainWindow(settings, Look(app, "light", 100))
window.resize(1400, 900)
window.show()
window.menus.file.open_path(Path(sys.argv[1]))
assert window.project is not None
assert window.desk_name == "board"
app.processEvents(); window.repaint(); app.processEvents()
print(time.perf_counter() - up, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
os._exit(0)  # what is measured ends here: a window is not taken down without being closed
"""
LIMITS = {28: (0.5, 150), 2800: (1.5, 300)}
RUNS = 11
# An installed program is compiled once; some development machines forbid that.
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def build(path: Path, interviews: int) -> None:
    """Make a project of so many interviews with 23 sub-topics in four themes, every cell charted."""
    dice = random.Random(3)
    words = [f"word{n}"[: 3 + n % 7] for n in range(2000)]
    with create_project(path, title="Bench", analyst_name="A B") as project:
        project.add(Attribute, label="model", is_shown=True, choices=("one", "two"))
        subtopics = []
        for number, columns in enumerate((6, 6, 6, 5), 1):
            theme = project.add(Theme, title=f"Theme {number}").new_id
            subtopics += [project.add(Subtopic, theme_id=theme, label=f"Column {n}").new_id for n in range(columns)]
        with project.bundle():
            case_study = ""
            for number in range(interviews):
                if number % 3 == 0:
                    case_study = project.add(CaseStudy, label=f"Area {number}", order=f"{number:06}1").new_id
                key = f"{number:06}1"
                interview = project.add(Interview, code=f"I{number:04}", case_study_id=case_study, order=key).new_id
                for subtopic in subtopics:
                    said = [Statement(new_id(), "summary", " ".join(dice.choices(words, k=30))) for _ in range(2)]
                    project.chart(interview, subtopic, said, "charted")


def remember_analyst(path: Path, settings: Path) -> None:
    settings.parent.mkdir(exist_ok=True)
    with open_project(path, read_only=True) as project:
        settings.write_text(f"[analysts]\n{project.project_id}={project.analyst_id}\n", encoding="utf-8")


def run(code: str, *arguments: object) -> tuple[float, list[str]]:
    """Run a script to its end; return how long it took (seconds) and the words that it printed."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=True,
        env={**COMPILED, "QT_QPA_PLATFORM": "offscreen"},
    )
    return time.perf_counter() - start, done.stdout.split()


def bench(folder: Path, interviews: int) -> None:
    path, settings = folder / f"{interviews}.fqda", folder / "framework-qda" / "settings.ini"
    build(path, interviews)
    remember_analyst(path, settings)
    run(OURS, path, settings)  # the day's back-up, warm caches
    run(COMMAND, path)
    whole, floor, first, memory = [], [], [], []
    for _ in range(RUNS):
        floor.append(run(EMPTY)[0])
        whole.append(run(COMMAND, path)[0])
        _, (screen, peak) = run(OURS, path, settings)
        first.append(float(screen))
        memory.append(float(peak))
    limit_s, limit_mb = LIMITS[interviews]
    size = path.stat().st_size / 1e6
    print(f"-- {interviews} interviews x 23 sub-topics, {size:.0f} MB, medians of {RUNS}")
    report_limit("first screen after the toolkit is up", median(first), limit_s)
    report_limit("memory at most", median(memory), limit_mb, "MB")
    if interviews == min(LIMITS):
        report("from the command to a usable window", median(whole), median(floor), 3)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        os.environ["FRAMEWORK_QDA_BACKUPS"] = COMPILED["FRAMEWORK_QDA_BACKUPS"] = f"{name}/backups"
        COMPILED["XDG_CONFIG_HOME"] = name
        for interviews in [int(each) for each in sys.argv[1:]] or LIMITS:
            bench(Path(name), interviews)


if __name__ == "__main__":
    main()
