"""What is painted of a cell in any table: the edge and the signs of its state, and the frame of the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QStaticText

from framework_qda.model import CellState

if TYPE_CHECKING:
    from framework_qda.matrix.grid import GridCell
    from framework_qda.ui.matrix.look import GridLook


class CellMark(NamedTuple):
    """What is to be known of a cell beside its state: `role` names a colour."""

    sign: str
    role: str
    words: str


CONFLICTED = CellMark("≠", "error", "two versions to decide between")
STALE = CellMark("△", "star", "charted before its sub-topic changed")
REHOMING = CellMark("→", "star", "a statement to re-home")
COMMENTED = CellMark("●", "accent", "comment open")
DEVIANT = CellMark("★", "star", "kept in view as deviant")


def marks_of(cell: GridCell | None) -> list[CellMark]:
    """Return the marks of a cell, the most pressing first."""
    if cell is None:
        return []
    found = (
        (cell.is_conflicted, CONFLICTED),
        (cell.is_stale, STALE),
        (cell.has_rehoming, REHOMING),
        (bool(cell.open_comments), COMMENTED),
        (cell.is_deviant, DEVIANT),
    )
    return [mark for is_there, mark in found if is_there]


def signs_height(cell: GridCell | None, look: GridLook) -> float:
    """Return how much room the sign of the state and those of the marks take below each other."""
    return float((1 + len(marks_of(cell))) * look.line_step)


class CellPainter:
    """Paint what surrounds the words of a cell in one look."""

    def __init__(self, look: GridLook) -> None:
        self.look = look
        self._signs: dict[str, QStaticText] = {}

    def paint_state(self, painter: QPainter, rect: QRect, cell: GridCell | None) -> None:
        """Paint the edge in the colour of the state, and its sign beside it."""
        look = self.look
        edge, words = look.state(cell.state if cell else CellState.NOT_CHARTED)
        painter.fillRect(rect.left(), rect.top(), int(look.edge), rect.height() - 1, edge)
        signs = [(words.sign, edge)] if words.sign else []
        signs += [(mark.sign, look.colour(mark.role)) for mark in marks_of(cell)]
        y = rect.top() + look.pad_y
        painter.setFont(look.sign_font)
        for sign, colour in signs:
            painter.setPen(colour)
            text = self._sign(sign)
            x = rect.left() + look.edge + look.length(0.3)
            painter.drawStaticText(QPointF(x, y + (look.line_step - text.size().height()) / 2), text)
            y += look.line_step

    def paint_current(self, painter: QPainter, rect: QRect, *, is_focused: bool) -> None:
        """Paint the frame of the current cell."""
        accent = QColor(self.look.tokens.accent if is_focused else self.look.tokens.outline)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        pen = QPen(accent, 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # The edge keeps telling the state of the current cell too.
        painter.drawRect(rect.adjusted(int(self.look.edge) + 1, 1, -1, -1))

    def _sign(self, sign: str) -> QStaticText:
        text = self._signs.get(sign)
        if text is None:
            text = self._signs[sign] = QStaticText(sign)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=self.look.sign_font)
        return text
