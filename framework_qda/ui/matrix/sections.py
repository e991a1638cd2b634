"""The themes above their sub-topics, where the columns of several stand side by side."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHeaderView

    from framework_qda.matrix.grid import Section
    from framework_qda.ui.matrix.look import GridLook

TITLE_PAD = 0.3


def sections_height(look: GridLook, *, has_sections: bool) -> int:
    """Return how tall the line of themes is (pixels); nothing where there is one theme only."""
    return math.ceil(look.line_step + 2 * look.length(TITLE_PAD)) if has_sections else 0


def section_rect(header: QHeaderView, section: Section, height: int) -> QRect:
    """Return where a theme stands in the header's viewport."""
    last = section.first + section.count - 1
    left = header.sectionViewportPosition(section.first)
    right = header.sectionViewportPosition(last) + header.sectionSize(last)
    return QRect(left, 0, right - left, height)


def paint_section(painter: QPainter, rect: QRect, port: QRect, heading: str, look: GridLook) -> None:
    """Paint a theme above its columns; its title stays in view as long as any of them does."""
    shown = rect & port
    if shown.isEmpty():
        return
    painter.fillRect(shown, look.colour("band"))
    painter.fillRect(shown.left(), shown.bottom(), shown.width(), 1, look.colour("line"))
    painter.fillRect(rect.right() - 1, rect.top(), 2, rect.height(), look.colour("line_strong"))
    room = shown.adjusted(int(look.gutter), 0, -int(look.pad_right), 0)
    words = QFontMetrics(look.bold_font).elidedText(heading, Qt.TextElideMode.ElideRight, max(room.width(), 0))
    painter.setFont(look.bold_font)
    painter.setPen(look.colour("text"))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
