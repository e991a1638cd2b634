"""Say where something that was written is, and what must be looked at before it is passed on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from framework_qda.model.notices import group_notices
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from framework_qda.ui.shell import Shell


def tell_written(window: Shell, target: Path, warnings: Sequence[str]) -> None:
    """Say where a file is, and offer to open it."""
    buttons: list[tuple[str, Callable[[], object]]] = [
        ("Open file", partial(_open, target)),
        ("Open folder", partial(_open, target.parent)),
    ]
    _tell(window, f"Exported to {target}.", target.name, warnings, buttons)


def tell_printed(window: Shell, title: str, warnings: Sequence[str]) -> None:
    """Say that something was sent to a printer."""
    _tell(window, "Sent to the printer.", title, warnings, [])


def _tell(
    window: Shell, words: str, name: str, warnings: Sequence[str], buttons: list[tuple[str, Callable[[], object]]]
) -> None:
    if warnings:
        notes = count_words(len(warnings), "note")
        kinds = len(group_notices(warnings))
        of_kinds = f" of {kinds} kinds" if 1 < kinds < len(warnings) else ""
        buttons.insert(0, ("What to look at", partial(_list, window, f"{notes} on {name}", tuple(warnings))))
        words = f"{words} Before you pass it on, look at {notes}{of_kinds}."
    window.tell(words, *buttons, topic="written")


def _list(window: Shell, title: str, warnings: Sequence[str]) -> None:
    from framework_qda.ui.exporting.notices import NoticesDialog

    NoticesDialog(window, title, warnings).show()


def _open(path: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
