"""A passage with lit words, laid out in a few lines and cut short with an ellipsis where it has more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from framework_qda.text.direction import is_right_to_left
from framework_qda.text.offsets import Utf16Map
from framework_qda.ui.style import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont

    from framework_qda.matrix.search_results import Passage


def lay_out(passage: Passage, font: QFont, ink: QColor, width: float, most_lines: int) -> QTextLayout:
    """Lay a passage out at a width (pixels) in at most so many lines."""
    text = passage.text
    layout = _broken(text, passage, font, ink, width, most_lines)
    last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
    if last is not None and last.textStart() + last.textLength() < len(layout.text()):
        places = Utf16Map(text)
        start = places.to_code_points(last.textStart())
        # A line has room for far fewer characters than this; measuring the whole text would cost.
        rest = text[start : start + 400]
        cut = QFontMetricsF(font).elidedText(rest + "…", Qt.TextElideMode.ElideRight, width)
        layout = _broken(text[:start] + cut, passage, font, ink, width, most_lines)
    return layout


def _broken(text: str, passage: Passage, font: QFont, ink: QColor, width: float, most_lines: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setTextOption(_option(text))
    layout.setFormats(_formats(text, passage, ink))
    layout.beginLayout()
    y = 0.0
    while layout.lineCount() < most_lines and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0.0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _formats(text: str, passage: Passage, ink: QColor) -> list[QTextLayout.FormatRange]:
    places = Utf16Map(text)
    plain = QTextCharFormat()
    plain.setForeground(ink)
    lit = QTextCharFormat()
    lit.setForeground(colour("text"))
    lit.setBackground(colour("find_back"))
    spans = [(0, len(text), plain), *((start, end, lit) for start, end in passage.lit if start < len(text))]
    made = []
    for start, end, style in spans:
        span = QTextLayout.FormatRange()
        span.start = places.to_utf16(start)
        span.length = places.to_utf16(min(end, len(text))) - span.start
        span.format = style
        made.append(span)
    return made


def _option(text: str) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if is_right_to_left(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    return option
