"""A piece of wrapped text in several styles, laid out once and drawn often.

Positions inside a `QTextLayout` count UTF-16 units; they are counted here from the runs themselves.
"""

from collections.abc import Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from framework_qda.text.direction import is_right_to_left

LINE_SEPARATOR = "\u2028"


class Run(NamedTuple):
    """A stretch of text in one style; `chip` is the place of its chip among the statement's, or -1."""

    text: str
    style: QTextCharFormat | None = None
    chip: int = -1


def utf16_length(text: str) -> int:
    """Count the UTF-16 units of a text."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class TextBlock:
    """Lay out runs at a width (pixels); `height` says how tall they stand.

    They run from right to left, and begin there, where the `leading` words do: all of them, if none are given.
    """

    __slots__ = ("chip_rects", "height", "layout", "width_used")

    def __init__(self, runs: Sequence[Run], font: QFont, width: float, line_step: float, leading: str = "") -> None:
        text = "".join(run.text for run in runs)
        self.layout = QTextLayout(text.replace("\n", LINE_SEPARATOR), font)
        self.layout.setTextOption(_wrapping(leading or text))
        self.layout.setCacheEnabled(True)
        chip_spans = self._apply_styles(runs)
        self.height, self.width_used = self._break_lines(max(width, 1.0), line_step)
        self.chip_rects = {chip: self._span_rects(start, end) for chip, (start, end) in chip_spans.items()}

    def _apply_styles(self, runs: Sequence[Run]) -> dict[int, tuple[int, int]]:
        formats: list[QTextLayout.FormatRange] = []
        chip_spans: dict[int, tuple[int, int]] = {}
        place = 0
        for run in runs:
            length = utf16_length(run.text)
            if run.style is not None:
                span = QTextLayout.FormatRange()
                span.start, span.length, span.format = place, length, run.style
                formats.append(span)
            if run.chip >= 0:
                first = chip_spans.get(run.chip, (place, place))[0]
                chip_spans[run.chip] = (first, place + length)
            place += length
        if formats:
            self.layout.setFormats(formats)
        return chip_spans

    def _break_lines(self, width: float, line_step: float) -> tuple[float, float]:
        y = widest = 0.0
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            # A fallback font (emoji, Arabic) may stand taller than the step: never let lines overlap.
            step = max(line_step, line.height())
            line.setPosition(QPointF(0.0, y + (step - line.height()) / 2))
            y += step
            widest = max(widest, line.naturalTextWidth())
        self.layout.endLayout()
        return y, widest

    def _span_rects(self, start: int, end: int) -> list[QRectF]:
        rects = []
        line = self.layout.lineForTextPosition(start)
        while line.isValid() and (first := line.textStart()) < end:
            last = first + line.textLength()
            if start < last:
                edges = [_cursor_x(line, max(start, first)), _cursor_x(line, min(end, last))]
                rects.append(QRectF(min(edges), line.y(), abs(edges[1] - edges[0]), line.height()))
            if end <= last or line.lineNumber() + 1 == self.layout.lineCount():
                break
            line = self.layout.lineAt(line.lineNumber() + 1)
        return rects

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the text with its upper left corner at x, y."""
        self.layout.draw(painter, QPointF(x, y))


def _cursor_x(line: QTextLine, place: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(place))
    return x


def _wrapping(text: str) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if not text.isascii():
        is_rtl = is_right_to_left(text)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft)
    return option
