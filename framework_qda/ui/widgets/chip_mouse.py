"""What the mouse does on references: point, press and read the passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from framework_qda.text.offsets import to_code_points
from framework_qda.ui.widgets.statement_places import chip_under

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from framework_qda.ui.widgets.cell_editor import CellEditor
    from framework_qda.ui.widgets.doubts import Doubt


class ChipMouse(QObject):
    """Watch the viewport of a cell editor."""

    def __init__(self, editor: CellEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._hovered = ""
        self._pressed = ""
        editor.viewport().setMouseTracking(True)
        editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer what happens on a reference; leave everything else to the editor."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return self._show_tip(event)
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseMove:
                self._hover(event)
            elif event.type() == QEvent.Type.MouseButtonPress:
                return self._press(event)
            elif event.type() == QEvent.Type.MouseButtonRelease:
                return self._release(event)
        return super().eventFilter(watched, event)

    def _chip_id(self, event: QMouseEvent) -> str:
        chip = chip_under(self._editor, event.position().toPoint())
        return "" if chip is None else chip.extract_id

    def _show_tip(self, event: QHelpEvent) -> bool:
        chip = chip_under(self._editor, event.pos())
        doubt = self._doubt_at(event.pos()) if chip is None else None
        if doubt is not None:
            QToolTip.showText(event.globalPos(), doubt.tip, self._editor)
        elif chip is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), self._editor.passage_tip(chip.extract_id), self._editor)
        return True

    def _doubt_at(self, point: QPoint) -> Doubt | None:
        """Return the doubt whose mark is under a point."""
        cursor = self._editor.cursorForPosition(point)
        doubt = self._editor.doubt_of(cursor.block())
        if doubt is None:
            return None
        place = to_code_points(doubt.text, cursor.positionInBlock())
        return doubt if any(start <= place <= end for start, end in doubt.spans) else None

    def _hover(self, event: QMouseEvent) -> None:
        hovered = self._chip_id(event) if event.buttons() == Qt.MouseButton.NoButton else self._hovered
        if hovered == self._hovered:
            return
        self._hovered = hovered
        shape = Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.IBeamCursor
        self._editor.viewport().setCursor(shape)
        self._editor.chip_hovered.emit(hovered)

    def _press(self, event: QMouseEvent) -> bool:
        chip = chip_under(self._editor, event.position().toPoint())
        self._pressed = ""
        if chip is None or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        self._editor.setFocus(Qt.FocusReason.MouseFocusReason)
        self._editor.select_chip_at(chip.position)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self._editor.is_play_part(chip, event.position().toPoint()):
            self._editor.chip_played.emit(chip.extract_id)
            return True
        if is_left:
            self._pressed = chip.extract_id
        return True

    def _release(self, event: QMouseEvent) -> bool:
        pressed, self._pressed = self._pressed, ""
        if not pressed:
            return False
        if self._chip_id(event) == pressed:
            self._editor.chip_activated.emit(pressed)
        return True
