"""Qt's multimedia, loaded when the first sound is wanted: the window opens without it, and works without it."""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING

from framework_qda.errors import FrameworkError

if TYPE_CHECKING:
    from types import ModuleType

NAME = "PySide6.QtMultimedia"
HELP = (
    "Nothing can be heard on this computer: {reason}. Notes, times and charting work without it. "
    "On Debian or Ubuntu, `sudo apt-get install libpulse0 libxrandr2` brings what is missing; then start the "
    "program again."
)
NO_BACKEND = "the part of Qt that plays sound does not start"


class NoSoundError(FrameworkError):
    """Sound cannot be played or read on this computer; the sentence says why and what to do."""


@cache
def load_multimedia() -> ModuleType:
    """Return `PySide6.QtMultimedia`; raise NoSoundError with a sentence where it cannot be loaded."""
    from PySide6.QtCore import QLoggingCategory

    # It tells on the terminal of every library for pictures that it does not find: nothing here shows pictures.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    try:
        return importlib.import_module(NAME)
    except ImportError as error:
        raise NoSoundError(HELP.format(reason=str(error).rstrip("."))) from error
