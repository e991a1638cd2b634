"""What the keys do among statements and references, where it differs from any other text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor

from framework_qda.ui.widgets import statement_blocks as blocks
from framework_qda.ui.widgets.statement_clipboard import cut_statements

if TYPE_CHECKING:
    from framework_qda.ui.widgets.cell_editor import CellEditor

Key = Qt.Key
Standard = QKeySequence.StandardKey
KEPT = "The references stay with the first part. One that belongs to the second can be cut and pasted there."
_KEEP = QTextCursor.MoveMode.KeepAnchor
_BACKWARDS = (Standard.DeleteStartOfWord,)
_FORWARDS = (Standard.DeleteEndOfWord, Standard.DeleteEndOfLine)


class StatementKeys:
    """Answer the keys of a cell editor."""

    def __init__(self, editor: CellEditor) -> None:
        self._editor = editor

    def press(self, event: QKeyEvent) -> bool:
        """Answer a key; return whether nothing is left to do."""
        if event.matches(Standard.Cut):
            cut_statements(self._editor)
            return True
        if not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            action = {
                Key.Key_Return: self._start_next,
                Key.Key_Enter: self._start_next,
                Key.Key_Tab: lambda: self._editor.step_kind(1),
                Key.Key_Backtab: lambda: self._editor.step_kind(-1),
                Key.Key_Backspace: self._delete_backwards,
                Key.Key_Delete: self._delete_forwards,
                Key.Key_Space: self._show_passage,
            }.get(Key(event.key()))
            if action is not None and action() is not False:
                return True
            return self._walk(event) or self._prepare_typing(event)
        if any(event.matches(key) for key in _BACKWARDS):
            return self._delete_backwards()
        if any(event.matches(key) for key in _FORWARDS):
            return self._delete_forwards()
        return self._prepare_typing(event)

    def make_room(self) -> None:
        """Bring the caret to where words may be typed: before the references, and in no style of theirs."""
        self._editor.taken_words.leave()
        cursor = self._editor.textCursor()
        end = blocks.text_end(cursor.block())
        if cursor.hasSelection():
            if self._editor.selected_chip() is None and self._holds_more_than_words(cursor):
                blocks.remove_selection(cursor)
            elif self._editor.selected_chip() is not None:
                cursor.setPosition(end)
        if not cursor.hasSelection():
            cursor.setPosition(min(cursor.position(), blocks.text_end(cursor.block())))
            cursor.setCharFormat(QTextCharFormat())
        self._editor.setTextCursor(cursor)

    def _holds_more_than_words(self, cursor: QTextCursor) -> bool:
        selected = cursor.selectedText()
        return blocks.CHIP_CHARACTER in selected or "\u2029" in selected

    def _start_next(self) -> bool:
        chip = self._editor.selected_chip()
        if chip is not None:
            self._editor.chip_activated.emit(chip.extract_id)
            return True
        block = self._editor.textCursor().block()
        has_references = bool(blocks.chips_of(block))
        self._edit(blocks.split_statement)
        if has_references and not blocks.is_blank(self._editor.textCursor().block()):
            self._editor.remarked.emit(KEPT)
        return True

    def _show_passage(self) -> bool:
        chip = self._editor.selected_chip()
        if chip is None:
            return False
        self._editor.show_passage(chip)
        return True

    def _edit(self, change: object) -> bool:
        cursor = self._editor.textCursor()
        change(cursor)  # type: ignore[operator]
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
        return True

    def _delete_backwards(self) -> bool:
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            return self._edit(blocks.remove_selection)
        if cursor.atBlockStart():
            return self._edit(lambda made: blocks.join_statements(made, made.block()))
        return self._delete_chip(cursor.position() - 1)

    def _delete_forwards(self) -> bool:
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            return self._edit(blocks.remove_selection)
        if cursor.atBlockEnd():
            following = cursor.block().next()
            return not following.isValid() or self._edit(lambda made: blocks.join_statements(made, following))
        return self._delete_chip(cursor.position())

    def _delete_chip(self, position: int) -> bool:
        if blocks.chip_at(self._editor.document(), position) is None:
            return False
        cursor = self._editor.textCursor()
        cursor.setPosition(position)
        cursor.deleteChar()
        self._editor.setTextCursor(cursor)
        return True

    def _walk(self, event: QKeyEvent) -> bool:
        """Walk over references one by one, each selected in turn."""
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        if event.key() == Key.Key_End:
            return self._go_to_end_of_words()
        if event.key() not in (Key.Key_Left, Key.Key_Right):
            return False
        cursor = self._editor.textCursor()
        is_mirrored = cursor.block().textDirection() == Qt.LayoutDirection.RightToLeft
        is_forwards = (event.key() == Key.Key_Right) != is_mirrored
        return self._step_over_chip(cursor, is_forwards)

    def _step_over_chip(self, cursor: QTextCursor, is_forwards: bool) -> bool:
        is_on_chip = self._editor.selected_chip() is not None
        if cursor.hasSelection() and not is_on_chip:
            return False
        edge = cursor.selectionEnd() if is_forwards else cursor.selectionStart()
        position = edge if is_forwards else edge - 1
        if blocks.chip_at(self._editor.document(), position) is not None:
            cursor.setPosition(position)
            cursor.setPosition(position + 1, _KEEP)
        elif is_on_chip:
            cursor.setPosition(edge)
        else:
            return False
        self._editor.setTextCursor(cursor)
        return True

    def _go_to_end_of_words(self) -> bool:
        cursor = self._editor.textCursor()
        end = blocks.text_end(cursor.block())
        before = cursor.position()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfLine)
        if before >= end or cursor.position() <= end:
            return False
        cursor.setPosition(end)
        self._editor.setTextCursor(cursor)
        return True

    def _prepare_typing(self, event: QKeyEvent) -> bool:
        control = Qt.KeyboardModifier.ControlModifier
        is_alt_graph = event.modifiers() & control and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.text().isprintable() and event.text() and (not event.modifiers() & control or is_alt_graph):
            if event.text().isspace() and self._editor.taken_words.leave():
                return True  # the next statement has begun, and no statement begins with a blank
            self.make_room()
        return False
