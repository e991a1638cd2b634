"""The command that finds and replaces words, for any desk. Its dialog is imported when it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from framework_qda.model import Interview
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework_qda.ui.desk import Desk

_LONGEST = 60


class Replacing(QObject):
    """Open the dialog over a desk; what is chosen there is done as one action."""

    def __init__(self, desk: Desk, write: Callable[[], bool], where: Callable[[], tuple[str, str] | None]) -> None:
        """Take what writes the cell that is being typed, and what says which cell is open."""
        super().__init__(desk)
        self._desk = desk
        self._write = write
        self._where = where
        self.is_running = False
        """Whether words are being replaced just now: what changes elsewhere needs no visit, it was seen before."""

    def open(self) -> None:
        """Find words, those that are selected to begin with, and replace them where that is wanted."""
        from framework_qda.ui.replacing.dialog import ReplaceDialog

        words = _selected_words()
        if not self._write():
            return
        dialog = ReplaceDialog(self._desk.operations, self._here(), words, self._desk.window())
        self.is_running = True
        try:
            dialog.exec()
        finally:
            self.is_running = False
        if dialog.replaced:
            places = count_words(dialog.replaced, "place")
            self._desk.message_wanted.emit(f"Replaced in {places}. One step of undo brings all back.", [])
        dialog.deleteLater()

    def _here(self) -> tuple[str, str]:
        place = self._where()
        interview = self._desk.project.read.get(Interview, place[0]) if place else None
        return (interview.id, interview.code) if interview else ("", "")


def _selected_words() -> str:
    """Return what is selected where the keyboard is, if it is short and of one line."""
    widget = QApplication.focusWidget()
    words = ""
    if isinstance(widget, QTextEdit):
        words = widget.textCursor().selectedText()
    elif isinstance(widget, QLineEdit):
        words = widget.selectedText()
    is_plain = not {"\u2029", "\u2028", "\ufffc"} & set(words)
    return words.strip() if is_plain and len(words) <= _LONGEST else ""
