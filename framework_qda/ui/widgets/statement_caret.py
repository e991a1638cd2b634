"""The caret of an editor of statements: kept in its statement while others are shown around it."""

from PySide6.QtWidgets import QTextEdit

from framework_qda.ui.widgets import statement_blocks as blocks


def caret_place(editor: QTextEdit) -> tuple[str, int]:
    """Return the statement of the caret and the place in it, in UTF-16 units."""
    cursor = editor.textCursor()
    return blocks.statement_id_of(cursor.block()), cursor.positionInBlock()


def restore_caret(editor: QTextEdit, statement_id: str, offset: int) -> None:
    """Put the caret back into its statement; where that is gone, behind the last one, with the first in view."""
    block = blocks.find_block(editor.document(), statement_id)
    cursor = editor.textCursor()
    if block is None:
        cursor.setPosition(blocks.text_end(editor.document().lastBlock()))
    else:
        cursor.setPosition(min(block.position() + offset, blocks.block_end(block)))
    editor.setTextCursor(cursor)
    if block is None:
        editor.verticalScrollBar().setValue(0)
