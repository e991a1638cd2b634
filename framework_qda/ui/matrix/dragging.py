"""Statements carried by the mouse from one cell of a row to another, or to another place in their own cell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent

from framework_qda.ui.matrix.drop_mark import DropMark
from framework_qda.ui.style import em
from framework_qda.ui.widgets.carrying import (
    ELSEWHERE,
    UNDECIDED,
    Carried,
    carried_from,
    carried_in,
    carry,
    is_far,
)
from framework_qda.ui.widgets.view_carrying import ViewCarrying
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QDragMoveEvent, QDropEvent, QMouseEvent

    from framework_qda.matrix.grid import GridStatement
    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.matrix.charting import GridCharting
    from framework_qda.ui.matrix.layout import CellLayout
    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.operations import Operations

COLUMN_TICKS = 8
"""Sideways the grid goes on by a column after so many ticks, that it can be stopped at the right one."""
EDGE_EMS = 2.0


class GridDragging(ViewCarrying):
    """Carry statements of the current cell. A press on any other cell selects, as it does in every table."""

    hinted = Signal(str)

    def __init__(self, view: MatrixView, charting: GridCharting) -> None:
        super().__init__(view)
        self._view, self._charting = view, charting
        self._operations: Operations | None = None
        self._pressed: QPoint | None = None
        self._carried: Carried | None = None
        self._ticks = 0
        self.mark = DropMark(view)
        view.pointer.may_carry = lambda point: self.statement_at(point) is not None
        charting.in_place.carry_wanted.connect(self._carry)

    def begin(self, operations: Operations) -> None:
        """Move statements of another project."""
        self._operations = operations

    # -- from where

    def statement_at(self, point: QPoint) -> GridStatement | None:
        """Return the statement at a point of the view that the mouse can carry: one of the cell that is selected."""
        view, index = self._view, self._view.indexAt(point)
        if self._operations is None or not self._operations.can_edit or index != view.currentIndex():
            return None
        cell, chosen = view.grid_model.cell_at(index) if index.isValid() else None, view.selectionModel().selection()
        if (
            cell is None
            or cell.is_conflicted
            or chosen.count() != 1
            or chosen.first().height() * chosen.first().width() > 1
        ):
            return None
        return view.cells.statement_at(index, view.visualRect(index), point)

    def _layout(self, index: QModelIndex) -> CellLayout:
        return self._view.cells.layout_of(index.row(), index.column(), self._view.visualRect(index).width())

    def _inside(self, index: QModelIndex, point: QPoint) -> QPointF:
        """Return a point of the view as counted from the upper left corner of a cell's text."""
        corner, look = self._view.visualRect(index).topLeft(), self._view.look
        return QPointF(point - corner) - QPointF(look.gutter, look.pad_y)

    def _carry(self, statement_id: str, words: str) -> None:
        ids = self._charting.in_place.ids if self._charting.in_place.is_open else self._view.current_ids()
        if self._operations is not None and ids:
            self._pressed = None
            carry(self._view, carried_from(self._operations.project.project_id, ids, statement_id), words)
            self._end()

    def _answer_mouse(self, event: QMouseEvent) -> bool:
        point, is_left = event.position().toPoint(), event.button() == Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonPress:
            is_plain = is_left and event.modifiers() == Qt.KeyboardModifier.NoModifier
            self._pressed = point if is_plain and self.statement_at(point) is not None else None
            return self._pressed is not None
        if event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            statement = self.statement_at(self._pressed) if is_far(self._pressed, point) else None
            if statement is not None:
                self._carry(statement.id, statement.text)
            return True
        if event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick):
            self._pressed = None
        return False

    # -- to where

    def _follow(self, event: QDragMoveEvent) -> None:
        self._carried = self._known(event)
        self._point = event.position().toPoint()
        if self._carried is None:
            event.ignore()
            return
        if isinstance(event, QDragEnterEvent):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self._scrolling.start()
        elif self._show_mark():
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def _known(self, event: QDropEvent) -> Carried | None:
        if self._operations is None or not self._operations.can_edit:
            return None
        return carried_in(event.mimeData(), self._operations.project.project_id)

    def _show_mark(self) -> bool:
        """Mark where the statements would go, or why not there; return whether they can go there."""
        index = self._view.indexAt(self._point)
        if not index.isValid() or self._carried is None:
            self.mark.hide()
            return False
        reason, rect = self._refusal(index, self._carried), self._view.visualRect(index)
        if reason is None:
            self.mark.hide()
            return False
        if reason:
            self.mark.refuse(rect, reason)
            return False
        layout = self._layout(index)
        y = self._view.look.pad_y + layout.gap_y(layout.gap_at(self._inside(index, self._point).y()))
        self.mark.offer(rect, y)
        return True

    def _refusal(self, index: QModelIndex, carried: Carried) -> str | None:
        """Say why statements cannot go to a cell; nothing where they can; `None` where they stand and are edited."""
        ids, cell = self._view.grid_model.ids_at(index), self._view.grid_model.cell_at(index)
        if ids == carried.place and self._charting.in_place.is_open:
            return None
        if ids[0] != carried.interview_id:
            return ELSEWHERE
        return UNDECIDED if cell is not None and cell.is_conflicted else ""

    def _drop(self, event: QDropEvent) -> None:
        carried, index = self._known(event), self._view.indexAt(event.position().toPoint())
        self._point = event.position().toPoint()
        if carried is not None and index.isValid() and self._refusal(index, carried) == "":
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            place = self._layout(index).gap_at(self._inside(index, self._point).y())
            # Later, not now: the system is still carrying, and a message would stand in its way.
            target = self._view.grid_model.ids_at(index)[1]
            QTimer.singleShot(0, self, partial(self._move, carried, target, place))
        else:
            event.ignore()
        self._end()

    def _move(self, carried: Carried, target: str, place: int) -> None:
        if self._operations is None or not self._charting.finish():
            return
        count = count_words(len(carried.statement_ids), "statement")
        is_within = target == carried.subtopic_id
        action = partial(reorder if is_within else move, carried=carried, target=target, place=place)
        changes = self._operations.run(lambda project: action(project), self.hinted.emit)
        if changes is not None and changes.touched:
            head = self._head(target)
            self.hinted.emit(f"{count} moved within the cell." if is_within else f"{count} moved to {head}.")

    def _head(self, subtopic_id: str) -> str:
        column = next((each for each in self._view.grid_model.grid.columns if each.subtopic_id == subtopic_id), None)
        return f"{column.number} {column.label}" if column else "another sub-topic"

    def _end(self) -> None:
        super()._end()
        self.mark.hide()
        self._carried, self._ticks = None, 0

    # -- the edges

    def _scroll(self) -> None:
        """Scroll on while something is carried along an edge of the view."""
        port, edge = self._view.viewport().rect(), em(self._view, EDGE_EMS)
        down = _towards(self._point.y(), port.height(), edge)
        across = _towards(self._point.x(), port.width(), edge)
        if down:
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + down * self._view.look.line_step)
        self._ticks = self._ticks + 1 if across else 0
        if self._ticks == COLUMN_TICKS:
            self._ticks = 0
            self._view.edges.go(across)
        if down or across:
            self._show_mark()


def _towards(place: int, length: int, edge: int) -> int:
    return -1 if place < edge else 1 if place > length - edge else 0


def move(project: Project, carried: Carried, target: str, place: int) -> Changes:
    """Move statements to another column of their row."""
    return project.move_statements(*carried.place, target, carried.statement_ids, place=place)


def reorder(project: Project, carried: Carried, target: str, place: int) -> Changes:
    """Let statements stand at another place in their cell."""
    content = project.read.cell(carried.interview_id, target).content
    moved = [each for each in content if each.id in carried.statement_ids]
    above = [each for each in content[:place] if each not in moved]
    below = [each for each in content[place:] if each not in moved]
    return project.chart(carried.interview_id, target, (*above, *moved, *below))
