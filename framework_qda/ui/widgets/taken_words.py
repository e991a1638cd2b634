"""Own words that were just taken in are whole: what is typed behind them begins the next statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.ui.widgets import statement_blocks as blocks

if TYPE_CHECKING:
    from framework_qda.ui.widgets.cell_editor import CellEditor


class TakenWords:
    """Know the statement that was taken in, until the caret leaves its end or its words are changed."""

    def __init__(self, editor: CellEditor) -> None:
        self._editor = editor
        self._statement_id = ""
        editor.cursorPositionChanged.connect(self._follow_caret)
        editor.edited.connect(self._forget)

    def hold(self, statement_id: str) -> None:
        """Put the caret behind the words of a statement, which take in nothing that is typed there."""
        self._editor.put_caret_in(statement_id)
        self._statement_id = statement_id

    def leave(self) -> bool:
        """Begin the next statement if the caret stands behind words just taken in; say whether it does."""
        if not self._is_behind():
            return False
        cursor = self._editor.textCursor()
        blocks.split_statement(cursor)
        self._editor.setTextCursor(cursor)
        return True

    def _is_behind(self) -> bool:
        cursor = self._editor.textCursor()
        block = cursor.block()
        is_held = bool(self._statement_id) and blocks.statement_id_of(block) == self._statement_id
        return is_held and not cursor.hasSelection() and cursor.position() == blocks.text_end(block)

    def _follow_caret(self) -> None:
        if not self._editor.is_loading and not self._is_behind():
            self._forget()

    def _forget(self) -> None:
        self._statement_id = ""
