"""Words broken into lines; of more than there is room for the first lines are kept, and end in an ellipsis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextOption

from framework_qda.text.direction import is_right_to_left
from framework_qda.text.offsets import to_code_points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

LINE_SEPARATOR = "\u2028"
LINE_SPACING = 1.09
"""Lines of prose stand this many times the font's own height apart."""


def break_lines(
    text: str,
    font: QFont,
    width: float,
    *,
    formats: Sequence[QTextLayout.FormatRange] = (),
    spacing: float = 1.0,
    most: int = 0,
) -> QTextLayout:
    """Break a text into lines of a width (pixels), at most so many (0: all)."""
    layout = QTextLayout(text.replace("\n", LINE_SEPARATOR), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    is_mirrored = is_right_to_left(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.setFormats(list(formats))
    y = 0
    layout.beginLayout()
    while (not most or layout.lineCount() < most) and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, y))
        y += round(line.height() * spacing)
    layout.endLayout()
    return layout


def few_lines(
    text: str,
    font: QFont,
    width: float,
    most: int,
    *,
    formats: Sequence[QTextLayout.FormatRange] = (),
    spacing: float = 1.0,
) -> QTextLayout:
    """Break a text into at most so many lines; one that has more ends in an ellipsis, behind a whole word if it can."""
    layout = break_lines(text, font, width, formats=formats, spacing=spacing, most=most)
    kept = _text_in_lines(layout)
    if kept == layout.text():
        return layout
    kept = kept.rstrip()
    while kept:
        shorter = break_lines(f"{kept} …", font, width, formats=formats, spacing=spacing, most=most)
        if _text_in_lines(shorter) == shorter.text():
            return shorter
        kept = kept.rpartition(" ")[0].rstrip() or (kept[:-1] if " " not in kept else "")
    return layout


def lines_height(layout: QTextLayout, spacing: float = 1.0) -> int:
    """Return how tall the lines of a layout stand (pixels)."""
    return sum(round(layout.lineAt(number).height() * spacing) for number in range(layout.lineCount()))


def _text_in_lines(layout: QTextLayout) -> str:
    if not layout.lineCount():
        return ""
    last = layout.lineAt(layout.lineCount() - 1)
    return layout.text()[: to_code_points(layout.text(), last.textStart() + last.textLength())]
