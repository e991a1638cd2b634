"""Refuse, with a sentence, a window toolkit that would kill the program in the middle of somebody's work."""

import sys

from PySide6 import __version__ as toolkit_version
from PySide6.QtCore import QObject

from framework_qda.errors import FrameworkError


class ToolkitError(FrameworkError):
    """The installed PySide6 cannot be used."""


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
