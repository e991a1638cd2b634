"""Refuse, with a sentence, where the window toolkit would end the program without one."""

import os
import sys

from PySide6 import __version__ as toolkit_version
from PySide6.QtCore import QObject

from framework_qda.errors import FrameworkError


class ToolkitError(FrameworkError):
    """The installed PySide6 cannot be used."""


class ScreenError(FrameworkError):
    """There is no screen to show a window on."""


def check_screen() -> None:
    """Raise ScreenError where the toolkit would find no screen: Linux without a display server and without a wish."""
    if sys.platform in ("win32", "darwin") or any(
        map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    ):
        return
    raise ScreenError(
        "There is no screen to show a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. Start the program from a "
        "desktop. What needs no window works here too: framework-qda --help lists it."
    )


def count_lost_references(calls: int = 200) -> int:
    """Return how many references to `None` the toolkit lost in `calls` calls that return nothing.

    PySide6 6.12.0 loses one a call; Python before 3.12 aborts when none is left.
    """
    probe = QObject()
    before = sys.getrefcount(None)
    for _ in range(calls):
        probe.setObjectName("x")
    return before - sys.getrefcount(None)


def check_toolkit() -> None:
    """Raise ToolkitError if the installed PySide6 loses references to `None`."""
    if count_lost_references() > 100:
        raise ToolkitError(
            f"PySide6 {toolkit_version} has a fault that would end this program after some minutes under "
            f"Python {sys.version_info.major}.{sys.version_info.minor}. Your projects are safe. Install another "
            'PySide6, for example with: pip install "PySide6-Essentials!=6.12.0"'
        )
