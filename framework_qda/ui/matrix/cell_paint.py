"""What is painted of a cell in any table: the edge and the signs of its state, and the frame of the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QStaticText

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


def sign_places(count: int, height: float, look: GridLook) -> list[tuple[int, int]]:
    """Return where signs stand beside a cell of a height (pixels): the line, and 0 or 1 across.

    They stand below each other. Where the row is too low for that, two stand in each line but the first; those for
    which there is no room even then are left to the tip.
    """
    lines = max(1, int((height - look.pad_y) / look.line_step))
    if count <= lines:
        return [(line, 0) for line in range(count)]
    return [(0, 0), *((line, place) for line in range(1, lines) for place in (0, 1))][:count]


class CellPainter:
    """Paint what surrounds the words of a cell in one look."""

    def __init__(self, look: GridLook) -> None:
        self.look = look
        self._signs: dict[tuple[str, bool], QStaticText] = {}

    def paint_state(self, painter: QPainter, rect: QRect, cell: GridCell | None) -> None:
        """Paint the edge in the colour of the state, and its sign beside it."""
        look = self.look
        edge, words = look.state(cell.state if cell else CellState.NOT_CHARTED)
        painter.fillRect(rect.left(), rect.top(), int(look.edge), rect.height() - 1, edge)
        signs = [(words.sign, edge)] if words.sign else []
        signs += [(mark.sign, look.colour(mark.role)) for mark in marks_of(cell)]
        left, top = rect.left() + look.edge + look.length(0.3), rect.top() + look.pad_y
        places = sign_places(len(signs), rect.height(), look)
        is_paired = any(place for _line, place in places)
        for (sign, colour), (line, place) in zip(signs, places, strict=False):
            font = look.pair_font if line and is_paired else look.sign_font
            painter.setFont(font)
            painter.setPen(colour)
            text = self._sign(sign, font)
            x, y = left + place * look.length(0.62), top + line * look.line_step
            painter.drawStaticText(QPointF(x, y + (look.line_step - text.size().height()) / 2), text)

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

    def _sign(self, sign: str, font: QFont) -> QStaticText:
        key = sign, font is self.look.pair_font
        text = self._signs.get(key)
        if text is None:
            text = self._signs[key] = QStaticText(sign)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=font)
        return text
