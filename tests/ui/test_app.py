"""The start of the window, in a process of its own: there can be only one application in this one."""

import os
import subprocess
import sys

import pytest

from framework_qda.ui.settings import Settings

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from framework_qda.ui import app

def look_around(application=None):
    for _ in range(50):
        QApplication.processEvents()
    window = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow")
    print(window.windowTitle(), "|", type(sys.excepthook).__name__)
    window.close()
    return 0

QApplication.exec = staticmethod(look_around)
path = Path(sys.argv[2]) if len(sys.argv) > 2 else None
raise SystemExit(app.run(path, settings_path=Path(sys.argv[1])))
"""


def start(*arguments):
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


@pytest.mark.slow
def test_the_window_opens_without_a_project(tmp_path):
    result = start(tmp_path / "settings.ini")
    assert (result.returncode, result.stdout.strip()) == (0, "Framework QDA | FaultHook")


@pytest.mark.slow
def test_the_window_opens_on_a_project(tmp_path, project):
    path = project.path
    settings = Settings(tmp_path / "settings.ini")
    settings.set_analyst(project.project_id, project.analyst_id)
    settings.sync()
    project.close()
    result = start(tmp_path / "settings.ini", path)
    assert result.stdout.startswith("A study — Framework QDA"), result.stderr
