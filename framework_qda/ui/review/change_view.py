"""What one change did: the words that came and went in statements, or in the fields of any other record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor

from framework_qda.text.worddiff import diff_statements, diff_words
from framework_qda.ui.style import colour, em
from framework_qda.ui.widgets.diff_view import DiffView, write_pieces

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framework_qda.matrix.history_telling import LineChange

NO_WORDS = "No words were changed."


class ChangeView(DiffView):
    """Show a change. Nothing in it can be changed."""

    def show_change(self, change: LineChange | None, labels: Mapping[str, str]) -> None:
        """Show a change; `labels` names the extracts that came or went (`¶14`)."""
        if change is not None and change.has_statements:
            self.show_statements(diff_statements(change.before, change.after), labels)
            return
        self._show_again = lambda: self.show_change(change, labels)
        self.clear()
        if change is None:
            return
        cursor = self.textCursor()
        for field in change.fields:
            self._start_block(cursor)
            cursor.insertText(f"{field.name[:1].upper()}{field.name[1:]}\u2002", _ink("text_soft"))
            write_pieces(cursor, diff_words(field.before, field.after))
        for name in change.names:
            self._start_block(cursor)
            cursor.insertText(name, _ink("text"))
        if not (change.fields or change.names):
            cursor.insertText(NO_WORDS, _ink("text_dim"))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _start_block(self, cursor: QTextCursor) -> None:
        if not self.document().isEmpty():
            cursor.insertBlock()
        block = QTextBlockFormat()
        block.setBottomMargin(em(self, 0.4))
        cursor.setBlockFormat(block)


def _ink(role: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour(role))
    return made
