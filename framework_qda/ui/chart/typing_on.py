"""What is typed in the notes, which cannot be changed, goes into the cell that is open: no word is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from framework_qda.ui.widgets.carrying import UNDECIDED

if TYPE_CHECKING:
    from framework_qda.ui.chart.desk import ChartDesk

READ_ONLY = "Nothing can be typed here: this project can only be read."


def is_typed(event: QKeyEvent) -> bool:
    """Return whether a key types a character that is seen; the space bar turns the page of what cannot be changed."""
    held, control, alt = event.modifiers(), Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    is_plain = not held & (control | alt | Qt.KeyboardModifier.MetaModifier)
    is_alt_graph = bool(held & control and held & alt)
    text = event.text()
    return (is_plain or is_alt_graph) and bool(text) and text.isprintable() and not text.isspace()


def type_in_cell(desk: ChartDesk, typed: str) -> None:
    """Bring the keyboard to the caret of the cell and type there; what is selected in the cell stays."""
    editor = desk.panes.cell.editor
    if editor.isReadOnly():
        desk.hint.say(UNDECIDED if desk.panes.is_undecided else READ_ONLY)
        return
    desk.panes.focus_cell()
    cursor = editor.textCursor()
    cursor.setPosition(cursor.selectionEnd())
    editor.setTextCursor(cursor)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, typed)
    QApplication.sendEvent(editor, event)
