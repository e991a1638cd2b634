"""Statements carried by the mouse from the cell to another one of the row, in the strip above."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from framework_qda.ui.chart.strip import Segment
from framework_qda.ui.widgets.carrying import Carried, carried_from, carried_in, carry
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from framework_qda.ui.chart.panes import ChartPanes
    from framework_qda.ui.operations import Operations


class StripDragging(QObject):
    """Let a statement be dragged by the mark beside it and dropped on a cell of the strip."""

    hinted = Signal(str)

    def __init__(self, panes: ChartPanes) -> None:
        super().__init__(panes)
        self._panes = panes
        self._operations: Operations | None = None
        panes.cell.editor.may_carry = True
        panes.cell.editor.carry_wanted.connect(self._carry)
        panes.strip.setAcceptDrops(True)
        panes.strip.installEventFilter(self)

    def begin(self, operations: Operations) -> None:
        """Move statements of another project."""
        self._operations = operations

    def _carry(self, statement_id: str, words: str) -> None:
        place = self._panes.saving.place
        if self._operations is not None and place is not None and self._panes.saving.write():
            project_id = self._operations.project.project_id
            carry(self._panes.cell.editor, carried_from(project_id, place, statement_id), words)
            self._mark(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is carried over the cells of the row."""
        if isinstance(event, QDragLeaveEvent):
            self._mark(None)
            return True
        if isinstance(event, QDropEvent):  # to enter and to move are events of this kind too
            self._answer(event)
            return True
        return super().eventFilter(watched, event)

    def _answer(self, event: QDropEvent) -> None:
        carried = self._known(event)
        target = self._target(event.position().toPoint(), carried)
        is_entering = isinstance(event, QDragEnterEvent) and carried is not None
        if target is None and not is_entering:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        if isinstance(event, QDragMoveEvent):
            self._mark(target)
            return
        self._mark(None)
        if carried is not None and target is not None:
            # Later, not now: the system is still carrying, and a message would stand in its way.
            QTimer.singleShot(0, self, partial(self._move, carried, target))

    def _known(self, event: QDropEvent) -> Carried | None:
        if self._operations is None or not self._operations.can_edit:
            return None
        return carried_in(event.mimeData(), self._operations.project.project_id)

    def _target(self, point: QPoint, carried: Carried | None) -> Segment | None:
        """Return the cell at a point of the strip, if what is carried can go there."""
        segment, place = self._panes.strip.childAt(point), self._panes.saving.place
        if carried is None or place is None or not isinstance(segment, Segment):
            return None
        is_other = segment.column.subtopic_id != carried.subtopic_id
        return segment if is_other and carried.interview_id == place.interview_id else None

    def _mark(self, target: Segment | None) -> None:
        for segment in self._panes.strip.segments():
            segment.show_target(is_target=segment is target)

    def _move(self, carried: Carried, target: Segment) -> None:
        if self._operations is None or not self._panes.saving.write():
            return
        column = target.column
        changes = self._operations.run(
            lambda project: project.move_statements(*carried.place, column.subtopic_id, carried.statement_ids),
            self.hinted.emit,
        )
        if changes is not None:
            count = count_words(len(carried.statement_ids), "statement")
            self.hinted.emit(f"{count} moved to {column.number} {column.label}.")
