"""The fields of a cross-tab: how many interviews, which, and what they said, told by signs, words and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from framework_qda.matrix.within_theme import VOICES
from framework_qda.ui.matrix.look import GridLook
from framework_qda.ui.matrix.text_block import Run, TextBlock
from framework_qda.ui.style import colour

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter

    from framework_qda.matrix.crosstab import CrossTab
    from framework_qda.matrix.grid import GridRow

MOST_CODES = 400
"""How many interviews a line names; how many more there are it says, and the copied table names all."""
LINES = Qt.ItemDataRole.UserRole
PAD_EMS = 0.45


class VoiceLook(NamedTuple):
    """How it is shown what an interview is to a sub-topic; `role` names a colour."""

    sign: str
    role: str


_LOOKS: Mapping[str, VoiceLook] = dict(
    zip(
        VOICES,
        (
            VoiceLook("●", "accent_text"),
            VoiceLook("○", "warning_text"),
            VoiceLook("–", "text_soft"),
            VoiceLook("×", "text_soft"),
            VoiceLook("?", "text_soft"),
            VoiceLook("…", "text_soft"),
        ),
        strict=True,
    )
)


class Line(NamedTuple):
    """A line of a field: a sign with a count, and the interviews counted."""

    head: str
    codes: str
    role: str
    spoken: str


def field_lines(tab: CrossTab, row: int, column: int) -> list[Line]:
    """Return what stands in a field, a line for each thing that its interviews are to the sub-topic."""
    found = tab.interviews(row, column)
    if not found:
        return []
    if not tab.voices:
        noun = "interview" if len(found) == 1 else "interviews"
        return [Line(f"{len(found):,}", _codes(found), "text", f"{len(found):,} {noun} {_codes(found)}")]
    return [
        Line(
            f"{_LOOKS[voice].sign} {len(rows):,}",
            _codes(rows),
            _LOOKS[voice].role,
            f"{len(rows):,} {voice}: {_codes(rows)}",
        )
        for voice, rows in tab.heard(row, column)
    ]


def legend(tab: CrossTab) -> str:
    """Return what the signs mean that occur, and how often each does."""
    counts = {voice: sum(each == voice for each in tab.voices.values()) for voice in VOICES}
    return "     ".join(f"{_LOOKS[voice].sign} {count:,} {voice}" for voice, count in counts.items() if count)


def field_text(tab: CrossTab, row: int, column: int) -> str:
    """Return all interviews of a field in words, as for a spreadsheet."""
    if not tab.voices:
        return ", ".join(each.code for each in tab.interviews(row, column))
    return "; ".join(
        f"{len(rows)} {voice}: {', '.join(each.code for each in rows)}" for voice, rows in tab.heard(row, column)
    )


def _codes(rows: Sequence[GridRow]) -> str:
    named = ", ".join(each.code for each in rows[:MOST_CODES])
    return f"{named} and {len(rows) - MOST_CODES:,} more" if len(rows) > MOST_CODES else named


class FieldDelegate(QStyledItemDelegate):
    """Paint the lines of a field, each in its colour."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def _block(self, index: QModelIndex | QPersistentModelIndex, width: float, look: GridLook) -> TextBlock:
        runs: list[Run] = []
        for line in index.data(LINES) or ():
            runs += [Run("\n")] if runs else []
            runs += [
                Run(f"{line.head}  ", look.style(line.role, look.bold_font)),
                Run(line.codes, look.style(line.role)),
            ]
        room = width - 2 * look.length(PAD_EMS)
        return TextBlock(runs or [Run("–", look.style("text_dim"))], look.font, max(room, look.em), look.line_step)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Ask for room for all lines at the present width."""
        look = GridLook(self._view.font())
        width = self._view.columnWidth(index.column())
        return QSize(width, round(self._block(index, width, look).height + 2 * look.length(PAD_EMS)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a field."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        look = GridLook(self._view.font())
        painter.save()
        painter.setClipRect(rect)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour("accent_back"))
        pad = look.length(PAD_EMS)
        self._block(index, rect.width(), look).draw(painter, rect.x() + pad, rect.y() + pad)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()
