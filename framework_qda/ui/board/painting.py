"""How a field of the map is painted: by state, with its sign, on the screen as in a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from framework_qda.matrix.board import is_done
from framework_qda.model import CellState
from framework_qda.ui.matrix.cell_paint import CONFLICTED
from framework_qda.ui.style import STATE_LOOKS, colour, state_look

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFont

GAP = 1.0
DIMMED = 0.28
"""How much of a field is seen that is not among those lit up."""


class FieldMarks(NamedTuple):
    """What a field says beside its state."""

    is_stale: bool = False
    is_conflicted: bool = False
    is_commented: bool = False
    is_lit: bool = False
    is_dimmed: bool = False
    is_current: bool = False


NO_MARKS = FieldMarks()


def paint_field(painter: QPainter, rect: QRectF, state: str, font: QFont, marks: FieldMarks = NO_MARKS) -> None:
    """Paint the field of one cell: the colour and the sign of its state, small marks in its corners."""
    field = rect.adjusted(GAP, GAP, -GAP, -GAP)
    look = state_look(state)
    painter.save()
    painter.setOpacity(DIMMED if marks.is_dimmed else 1.0)
    painter.fillRect(field, colour(f"{look.role}_back"))
    if look.role == "state_none":
        # A tint alone would hardly be seen in the dark: what waits is an empty box.
        _paint_outline(painter, field)
    painter.setFont(font)
    painter.setPen(colour("text"))
    painter.drawText(field, Qt.AlignmentFlag.AlignCenter, CONFLICTED.sign if marks.is_conflicted else look.sign)
    corner = max(3.0, field.height() * 0.26)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if marks.is_stale:
        painter.setBrush(colour("star"))
        left, bottom = field.left(), field.bottom()
        painter.drawPolygon(
            QPolygonF([QPointF(left, bottom), QPointF(left + corner, bottom), QPointF(left, bottom - corner)])
        )
    if marks.is_commented:
        painter.setBrush(colour("accent"))
        size = corner * 0.8
        painter.drawEllipse(QRectF(field.right() - size - 1, field.top() + 1, size, size))
    painter.restore()
    _paint_frame(painter, field, marks)


def paint_share(
    painter: QPainter, rect: QRectF, states: Mapping[str, int], font: QFont, marks: FieldMarks = NO_MARKS
) -> None:
    """Paint a field that stands for several cells: a strip for each state, and a sign or figure for all."""
    field = rect.adjusted(GAP, GAP, -GAP, -GAP)
    total = sum(states.values())
    painter.save()
    painter.setOpacity(DIMMED if marks.is_dimmed else 1.0)
    left = field.left()
    for state, look in STATE_LOOKS.items():
        count = states.get(state)
        if count:
            width = field.width() * count / total
            painter.fillRect(QRectF(left, field.top(), width, field.height()), colour(f"{look.role}_back"))
            left += width
    if states.get(CellState.NOT_CHARTED):
        _paint_outline(painter, field)
    painter.setFont(font)
    painter.setPen(colour("text"))
    painter.drawText(field, Qt.AlignmentFlag.AlignCenter, share_sign(states))
    painter.restore()
    _paint_frame(painter, field, marks)


def share_sign(states: Mapping[str, int]) -> str:
    """Return what a field of several cells says: the sign that all share, `↩` if one was sent back, or a figure.

    The figure counts the cells that are done; where all are, but not alike, `✓` says so.
    """
    present = [state for state, count in states.items() if count]
    signs = {state_look(state).sign for state in present}
    if len(signs) == 1:
        return signs.pop()
    if CellState.SENT_BACK in present:
        return state_look(CellState.SENT_BACK).sign
    if present and all(is_done(state) for state in present):
        return state_look(CellState.CHARTED).sign
    done = sum(states[state] for state in present if is_done(state))
    return str(done) if done else ""


def _paint_outline(painter: QPainter, field: QRectF) -> None:
    painter.setPen(colour("outline"))
    painter.drawRect(field.adjusted(0.5, 0.5, -0.5, -0.5))


def _paint_frame(painter: QPainter, field: QRectF, marks: FieldMarks) -> None:
    if not (marks.is_lit or marks.is_current):
        return
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour("accent"), 2.0 if marks.is_current else 1.0)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(field.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()
