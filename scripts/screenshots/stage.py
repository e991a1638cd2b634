"""The stage that pictures are taken on: a window on a copy of the sample study, where the clock stands still.

The sample is the same on every build, and settings and back-ups lie in a temporary folder: a picture differs only
where the program does.
"""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from framework_qda.io.waveforms import FOLDER_VARIABLE as CACHE_VARIABLE
from framework_qda.matrix.outline import framework_outline
from framework_qda.model import Analyst, Changes, Interview, Record
from framework_qda.project import Project, open_project
from framework_qda.project.backup import FOLDER_VARIABLE
from framework_qda.ui.desk import Desk
from framework_qda.ui.settings import Settings
from framework_qda.ui.style import Look
from framework_qda.ui.window import MainWindow

D = TypeVar("D", bound=Desk)

SIZE = (1400, 900)
NOON = datetime(2012, 11, 23, 12, 0, tzinfo=UTC)
"""When all that happens in a picture happens: after the last day of the sample study."""
LONGEST_WAIT_S = 10.0


@dataclass(frozen=True, slots=True)
class Scene:
    """A window that was made for one picture, and where copies of the sample can be taken from."""

    window: MainWindow
    look: Look
    sample: Path
    folder: Path

    @property
    def project(self) -> Project:
        """The project that the window shows."""
        assert self.window.project is not None
        return self.window.project

    def open(self, desk: str) -> None:
        """Open a copy of the sample at a desk, as its first analyst."""
        path = self.folder / "Joint working study.fqda"
        shutil.copyfile(self.sample, path)
        for recordings in self.sample.parent.glob("*recordings"):
            shutil.copytree(recordings, self.folder / recordings.name, dirs_exist_ok=True)
        project = open_project(path, clock=lambda: NOON)
        project.analyst_id = project.read.all(Analyst)[0].id
        self.window.settings.set_analyst(project.project_id, project.analyst_id)
        self.window.show_project(project)
        self.window.show_desk(desk)
        settle()

    def desk(self, desk_type: type[D]) -> D:
        """Return the desk that is shown."""
        desk = self.window.current_desk()
        assert isinstance(desk, desk_type)
        return desk

    def go_to(self, code: str, number: str) -> None:
        """Go to a cell on the desk that is shown."""
        self.desk(Desk).open_cell(*self.cell(code, number))
        settle()

    def cell(self, code: str, number: str) -> tuple[str, str]:
        """Return the ids of an interview and a sub-topic."""
        columns = [column for theme in framework_outline(self.project.read) for column in theme.columns]
        subtopic_id = next(column.subtopic_id for column in columns if column.number == number)
        return self.find(Interview, "code", code), subtopic_id

    def find(self, record_type: type[Record], field: str, value: str) -> str:
        """Return the id of the record whose field has a value."""
        return next(each.id for each in self.project.read.all(record_type) if getattr(each, field) == value)

    def do(self, action: Callable[[Project], Changes]) -> None:
        """Change the project as a desk would."""
        assert self.window.operations is not None
        assert self.window.operations.run(action) is not None
        settle()

    def trigger(self, command_id: str) -> None:
        """Do a command of the window or of the desk that is shown."""
        action = self.window.findChild(QAction, command_id)
        assert isinstance(action, QAction)
        action.trigger()
        settle()


def settle() -> None:
    """Let the window lay out and paint what was asked of it."""
    for _ in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_for(is_true: Callable[[], bool]) -> None:
    """Go on once something is true; fail if it never is."""
    end = time.monotonic() + LONGEST_WAIT_S
    while not is_true():
        if time.monotonic() > end:
            raise TimeoutError("what the picture waits for did not happen")
        pause = QEventLoop()  # QTest's own would hold Python's lock, and workers wait for it
        QTimer.singleShot(20, pause.quit)
        pause.exec()
    settle()


@contextmanager
def make_scene(app: QApplication, look: Look, sample: Path) -> Iterator[Scene]:
    """Give a shown window without a project, in a folder of its own."""
    with TemporaryDirectory() as folder:
        os.environ[FOLDER_VARIABLE] = str(Path(folder) / "backups")
        os.environ[CACHE_VARIABLE] = str(Path(folder) / "cache")
        settings = Settings(Path(folder) / "settings.ini")
        settings.folder = Path(folder)
        look.set_scheme("light")
        window = MainWindow(settings, look)
        window.resize(*SIZE)
        window.show()
        settle()
        try:
            yield Scene(window, look, sample, Path(folder))
        finally:
            window.close()
            window.deleteLater()
            settle()
            app.closeAllWindows()


def start_toolkit() -> QApplication:
    """Start Qt without a screen, as if there were one that a window of the guide's size fits on."""
    os.environ["QT_SCALE_FACTOR"] = "1"
    os.environ["TZ"] = "UTC"
    time.tzset()
    screen = {"name": "screen", "x": 0, "y": 0, "width": 1600, "height": 1000, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    with TemporaryDirectory() as folder:
        screens = Path(folder) / "screens.json"
        screens.write_text(json.dumps({"screens": [screen]}))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        app = QApplication([])
    app.setCursorFlashTime(0)
    return app
