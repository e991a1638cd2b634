"""Start the program: the window where nothing else is asked for, else one of the commands."""

import sys
from pathlib import Path

from framework_qda.ui.show import show_window

READ_DICTIONARY = "read-dictionary"
"""What the window starts a second process of the program with; people have no use for it."""


def main() -> None:
    """Run `framework-qda`: without words or with one project file, the window opens; all else is a command.

    The reader of command lines is not even loaded for the window, which opens the sooner.
    """
    words = sys.argv[1:]
    if words[:1] == [READ_DICTIONARY]:
        from framework_qda.io.dictionary_process import main as read_dictionary

        read_dictionary(words[1:])
        return
    if not words or (len(words) == 1 and words[0].endswith(".fqda")):
        show_window(Path(words[0]) if words else None)
    from framework_qda.cli import main as run_command

    run_command()
