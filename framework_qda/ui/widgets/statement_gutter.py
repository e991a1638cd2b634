"""The marks beside the statements of a cell, which tell whose words they are and change that with a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QTextBlock
from PySide6.QtWidgets import QToolTip, QWidget

from framework_qda.ui.style import colour, kind_look, scaled_font
from framework_qda.ui.widgets.carrying import is_far
from framework_qda.ui.widgets.doubts import SIGN
from framework_qda.ui.widgets.labels import plain_tip
from framework_qda.ui.widgets.statement_blocks import (
    blocks_of,
    is_blank,
    kind_of,
    marks_of,
    statement_id_of,
    text_of,
)
from framework_qda.ui.widgets.statement_places import block_area, first_baseline
from framework_qda.ui.words import join_words, weight_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.matrix.grid import TagMark
    from framework_qda.model import Marks
    from framework_qda.ui.widgets.statement_view import StatementView

WEIGHT_SIGN = "≈"
"""Stands beside a statement that says for how many it holds."""
REHOME_SIGN = "→"
"""Stands beside a statement that waits for a better column."""
TAG_SIGN = "#"
"""Stands beside a statement with tags."""
GUTTER_EMS = 1.75


class StatementGutter(QWidget):
    """Paint S, a quotation mark or a pencil beside each statement of an editor."""

    kinds_wanted = Signal(int, QPoint)
    taken = Signal(str, str)
    """A statement is dragged away by its mark: its id and its words."""

    def __init__(self, editor: StatementView) -> None:
        super().__init__(editor)
        self._editor = editor
        self._pressed: QPoint | None = None
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks of the statements in view."""
        painter = QPainter(self)
        painter.setFont(scaled_font(self._editor.document().defaultFont(), 0.8))
        metrics = painter.fontMetrics()
        right = self.width() * 0.62
        for block in blocks_of(self._editor.document()):
            baseline = first_baseline(self._editor, block)
            if baseline < -metrics.height():
                continue
            if baseline > self.height() + metrics.height():
                break
            sign = kind_look(kind_of(block)).sign
            painter.setPen(colour("text_dim"))
            painter.drawText(QPointF((right - metrics.horizontalAdvance(sign)) / 2, baseline), sign)
            aside = ""
            if self._editor.doubt_of(block) is not None:
                painter.setPen(colour("star"))
                aside = SIGN
            else:
                aside = _aside(marks_of(block))
            left = right + (self.width() - right - metrics.horizontalAdvance(aside)) / 2
            painter.drawText(QPointF(left, baseline), aside)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a statement's mark was pressed."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if is_left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let a statement be carried away by its mark."""
        if self._pressed is None or not is_far(self._pressed, event.position().toPoint()):
            return
        block, self._pressed = self._block_at(self._pressed.y()), None
        if block is not None and self._may_carry() and not is_blank(block):
            self.taken.emit(statement_id_of(block), text_of(block))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Offer the kinds for the statement whose mark was clicked."""
        block = None if self._pressed is None else self._block_at(self._pressed.y())
        self._pressed = None
        if block is not None:
            self.kinds_wanted.emit(block.position(), event.globalPosition().toPoint())

    def _may_carry(self) -> bool:
        return self._editor.may_carry and not self._editor.isReadOnly()

    def event(self, event: QEvent) -> bool:
        """Say in a tool tip which kind a mark means."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            block = self._block_at(event.pos().y())
            doubt = None if block is None else self._editor.doubt_of(block)
            words = "" if block is None else _tip(block, self._editor.tags_of(block), may_carry=self._may_carry())
            QToolTip.showText(event.globalPos(), words if doubt is None else doubt.tip, self)
            return True
        return super().event(event)

    def _block_at(self, y: float) -> QTextBlock | None:
        for block in blocks_of(self._editor.document()):
            area = block_area(self._editor, block)
            if area.top() <= y <= area.bottom():
                return block
        return None


def _aside(marks: Marks) -> str:
    if marks.weight:
        return WEIGHT_SIGN
    return REHOME_SIGN if marks.to_rehome else TAG_SIGN if marks.tags else ""


def _tip(block: QTextBlock, tag_marks: Sequence[TagMark], *, may_carry: bool = False) -> str:
    marks = marks_of(block)
    how = "Tab changes the kind; drag it to another place or cell" if may_carry else "Tab changes the kind"
    kind = f"{kind_look(kind_of(block)).words} ({how})"
    tags = f"tagged {join_words([mark.label for mark in tag_marks])}" if tag_marks else ""
    waits = "to re-home: it waits for a better sub-topic" if marks.to_rehome else ""
    parts = [part for part in (kind, weight_words(marks), tags, waits) if part]
    return plain_tip(" · ".join(parts)) if len(parts) > 1 else kind
