"""Set pages from a terminal: the toolkit without a window, and without a screen where there is none."""

import os
import sys

from PySide6.QtGui import QGuiApplication

from framework_qda.ui.guard import check_toolkit


def begin() -> QGuiApplication:
    """Return the application that fonts and pages need; it is made if there is none, and must be kept.

    Raise FrameworkError if the toolkit cannot be used.
    """
    found = QGuiApplication.instance()
    if isinstance(found, QGuiApplication):
        return found
    check_toolkit()
    has_screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not has_screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication([sys.argv[0]])
