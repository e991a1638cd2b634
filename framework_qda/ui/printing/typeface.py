"""The fonts of a page, and the lines that runs of text take in them. All lengths are in units (`setup.UNIT`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from framework_qda.io.runs import Run, RunKind
from framework_qda.text.direction import is_right_to_left
from framework_qda.ui.matrix.text_block import utf16_length
from framework_qda.ui.printing.setup import UNIT
from framework_qda.ui.tokens import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

LINE_STEP = 1.3
"""Lines stand this many times the size of the text apart, or further where a font is taller."""

NO_BREAK = "\u00a0"
GAP = 0.22
"""The space between two statements of a cell, in sizes of the text."""


class Line(NamedTuple):
    """A line of text: its layout, its place there, where it begins below the line before, and its height."""

    layout: QTextLayout
    number: int
    offset: float
    height: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the line with the upper left corner of its room at x, y."""
        line = self.line
        line.draw(painter, QPointF(x, y + self.offset - line.y()))

    @property
    def line(self) -> QTextLine:
        """The line as the layout knows it."""
        return self.layout.lineAt(self.number)


class Typeface:
    """One font at one size, in the styles of statements; always dark on white, whatever the window looks like."""

    def __init__(self, base: QFont, points: float) -> None:
        self.size = points * UNIT
        self.font = self._sized(base, 1.0)
        self.small = self._sized(base, 0.86)
        self.title = self._sized(base, 1.7, is_bold=True)
        self.sign = self._sized(base, 0.8)
        self.styles: dict[RunKind, QTextCharFormat] = {
            RunKind.PLAIN: _style(self.font, LIGHT.text),
            RunKind.STRONG: _style(self._sized(base, 1.0, is_bold=True), LIGHT.text),
            RunKind.OWN_WORDS: _style(self._sized(base, 1.0, is_italic=True), LIGHT.text),
            RunKind.NOTE: _style(self._sized(base, 0.95), LIGHT.note_text),
            RunKind.REFERENCE: _style(self._sized(base, 0.8), LIGHT.text_soft),
            RunKind.STATE: _style(self.small, LIGHT.text_soft),
        }
        self.step = self.size * LINE_STEP
        self.gap = self.size * GAP

    def _sized(self, base: QFont, times: float, *, is_bold: bool = False, is_italic: bool = False) -> QFont:
        font = QFont(base)
        font.setPixelSize(max(1, round(self.size * times)))
        font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
        font.setItalic(is_italic)
        # Letters are as wide on every device as they are in the font: pages break alike everywhere.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def lines(self, runs: Sequence[Run], width: float) -> list[Line]:
        """Break runs into lines of a width; a line end in them begins a paragraph, with its own direction."""
        found: list[Line] = []
        for paragraph in _paragraphs(runs):
            found += self._paragraph(paragraph, width, self.gap if found else 0.0)
        return found

    def _paragraph(self, runs: Sequence[Run], width: float, gap: float) -> list[Line]:
        text = "".join(run.text for run in runs)
        layout = QTextLayout(text, self.font)
        layout.setTextOption(_option(text))
        layout.setFormats(self._formats(runs))
        lines: list[Line] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            step = max(self.step if text else self.step * 0.5, line.height())
            above = gap if not lines else 0.0
            lines.append(Line(layout, len(lines), above + (step - line.height()) / 2, above + step))
        layout.endLayout()
        return lines

    def _formats(self, runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
        formats = []
        place = 0
        for run in runs:
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = place, utf16_length(run.text), self.styles[run.kind]
            formats.append(span)
            place += span.length
        return formats


def _paragraphs(runs: Sequence[Run]) -> list[list[Run]]:
    """Cut runs where lines end in them; nothing has no paragraph."""
    paragraphs: list[list[Run]] = [[]]
    for run in runs:
        # A reference such as (¶14, 0:23:10) is broken before a passage, never inside it.
        words = run.text.replace(", ", f",{NO_BREAK}") if run.kind is RunKind.REFERENCE else run.text
        first, *others = words.split("\n")
        paragraphs[-1].append(Run(run.kind, first))
        paragraphs += [[Run(run.kind, text)] for text in others]
    return paragraphs if any(run.text for run in runs) else []


def _style(font: QFont, colour: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFont(font)
    style.setForeground(QColor(colour))
    return style


def _option(text: str) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    is_mirrored = not text.isascii() and is_right_to_left(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight)
    return option
