"""A statement that is dragged by its mark and dropped in its own editor stands at another place there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame

from framework_qda.ui.style import set_role
from framework_qda.ui.widgets import statement_blocks as blocks
from framework_qda.ui.widgets.carrying import carried_in
from framework_qda.ui.widgets.statement_places import block_area

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from framework_qda.ui.widgets.cell_editor import CellEditor

LINE = 3
"""The thickness in pixels of the line where the statement would stand."""


class StatementDropping(QObject):
    """Take in an editor what was dragged out of it, and show where it would stand."""

    def __init__(self, editor: CellEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.line = QFrame(editor.viewport())
        self.line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_role(self.line, "drop")
        self.line.hide()
        editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a statement of the editor; leave anything else to the editor and to what is around it."""
        if isinstance(event, QDragLeaveEvent):
            self.line.hide()
        elif isinstance(event, QDropEvent):  # to enter and to move are events of this kind too
            block = self._carried(event)
            if block is not None:
                self._answer(event, block)
                return True
        return super().eventFilter(watched, event)

    def _carried(self, event: QDropEvent) -> QTextBlock | None:
        """Return the statement that is dragged, if it is one of this editor."""
        carried = carried_in(event.mimeData()) if self._editor.may_carry and not self._editor.isReadOnly() else None
        return blocks.find_block(self._editor.document(), carried.statement_ids[0]) if carried else None

    def _answer(self, event: QDropEvent, block: QTextBlock) -> None:
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        gap = self._gap_at(event.position().y())
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            self._show_line(gap)
            return
        self.line.hide()
        number = block.blockNumber()
        place = gap - 1 if gap > number else gap
        cursor = self._editor.textCursor()
        cursor.setPosition(block.position())
        cursor.beginEditBlock()
        for _ in range(abs(place - number)):
            blocks.move_statement(cursor, 1 if place > number else -1)
        cursor.endEditBlock()
        self._editor.setTextCursor(cursor)

    def _gap_at(self, y: float) -> int:
        """Return before which statement something stands that is dropped at a height."""
        areas = [block_area(self._editor, block) for block in blocks.blocks_of(self._editor.document())]
        return sum(1 for area in areas if area.center().y() < y)

    def _show_line(self, gap: int) -> None:
        areas = [block_area(self._editor, block) for block in blocks.blocks_of(self._editor.document())]
        y = areas[gap].top() if gap < len(areas) else areas[-1].bottom()
        height = self._editor.viewport().height()
        top = min(max(0, round(y - LINE / 2)), height - LINE)
        self.line.setGeometry(0, top, self._editor.viewport().width(), LINE)
        self.line.show()
        self.line.raise_()
