"""Start the window: the toolkit is checked, faults are caught, the look is put on, a project is opened."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from framework_qda.errors import FrameworkError
from framework_qda.ui.fault_hook import FaultHook
from framework_qda.ui.file_commands import is_large
from framework_qda.ui.garbage import GarbageTimer
from framework_qda.ui.guard import check_screen, check_toolkit
from framework_qda.ui.settings import Settings
from framework_qda.ui.style import Look, icon
from framework_qda.ui.window import MainWindow
from framework_qda.ui.worker import Task


def run(
    path: Path | None = None,
    *,
    settings_path: Path | None = None,
    arguments: Sequence[str] = (),
) -> int:
    """Show the window, on a project if a path is given, until it is closed; return the exit code.

    Where no window can be shown, a sentence goes to stderr and the code is 1.

    `settings_path` puts the settings elsewhere than in the user's folder; `arguments` are for Qt.
    """
    try:
        check_screen()
        check_toolkit()
    except FrameworkError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    app = QApplication([sys.argv[0], *arguments])
    app.setApplicationName("Framework QDA")
    app.setDesktopFileName("framework-qda")
    GarbageTimer(app)
    FaultHook().install()
    settings = Settings(settings_path)
    look = Look(app, settings.scheme, settings.zoom)
    app.setWindowIcon(icon("ph.table-fill", "accent"))
    window = MainWindow(settings, look)
    if path is None or is_large(path):  # what takes long has a window to be looked at meanwhile
        window.show()
    if path is not None:
        QTimer.singleShot(0, lambda: _open(window, path))
    exit_code = app.exec()
    for task in app.findChildren(Task):  # such as the reading of a file whose dialog has been closed
        task.wait()
    return exit_code


def _open(window: MainWindow, path: Path) -> None:
    """Open a project before the window is shown: it is laid out and painted once."""
    try:
        window.menus.file.open_path(path)
    finally:
        window.show()
