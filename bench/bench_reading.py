"""Opening the desks for reading: from the key until the desk has been painted, and memory.

Each opening is a process of its own: the window shows a project at another desk that reads little, then the desk is
asked for. Name desks and sizes to measure only those: `python bench/bench_reading.py case 28`.
"""

import os
import sys
import tempfile
from pathlib import Path

from bench_opening import COMPILED, build, remember_analyst, run
from measure import median, report_limit

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
DESKS = ("board", "case", "theme")
LIMITS = {28: 0.3, 280: 0.3, 2800: 0.5}
MEMORY = 300
RUNS = 7


def bench(path: Path, settings: Path, desk: str, interviews: int) -> None:
    run(OPEN, path, settings, desk)  # the day's back-up, warm caches
    found = [run(OPEN, path, settings, desk)[1] for _ in range(RUNS)]
    print(f"-- {desk}, {interviews} interviews x 23 sub-topics, medians of {RUNS}")
    report_limit("the desk has been painted", median([float(taken) for taken, _ in found]), LIMITS[interviews])
    report_limit("memory at most", median([float(peak) for _, peak in found]), MEMORY, "MB")


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
                bench(path, settings, desk, interviews)


if __name__ == "__main__":
    main()
