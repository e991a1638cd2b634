"""Start the program: the window where nothing else is asked for, else one of the commands."""

import sys
from pathlib import Path

from framework_qda.ui.show import show_window


def main() -> None:
    """Run `framework-qda`: without words or with one project file, the window opens; all else is a command.

    The reader of command lines is not even loaded for the window, which opens the sooner.
    """
    words = sys.argv[1:]
    if not words or (len(words) == 1 and words[0].endswith(".fqda")):
        show_window(Path(words[0]) if words else None)
    from framework_qda.cli import main as run_command

    run_command()
