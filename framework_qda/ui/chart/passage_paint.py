"""How extracts are shaded in the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from framework_qda.ui.chart.notes_text import document_place
from framework_qda.ui.style import colour, em
from framework_qda.ui.widgets.statement_places import scroll_of, x_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter, QTextBlock

    from framework_qda.ui.chart.notes_text import Passage
    from framework_qda.ui.chart.notes_view import NotesView


def paint_passage(painter: QPainter, view: NotesView, block: QTextBlock, passage: Passage, *, is_current: bool) -> None:
    """Shade a passage and underline it; one that only other cells rest on has a thin line alone.

    The current one has a frame: filled as words that are selected are, it would be taken for a selection.
    """
    thickness = max(1.0, em(view, 0.13 if passage.is_here else 0.08))
    for area in passage_areas(view, block, passage):
        if is_current or passage.is_here:
            painter.setPen(QPen(colour("accent"), max(1.0, em(view, 0.08))) if is_current else Qt.PenStyle.NoPen)
            painter.setBrush(colour("mark_back"))
            painter.drawRoundedRect(area, 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("star" if passage.is_starred else "mark_line"))
        painter.drawRect(QRectF(area.left(), area.bottom() - thickness / 2, area.width(), thickness))


def passage_areas(view: NotesView, block: QTextBlock, passage: Passage) -> Iterator[QRectF]:
    """Yield where a passage stands in the viewport, one area a line of its paragraph."""
    words = view.lines[passage.line]
    start = document_place(block, words, passage.start) - block.position()
    end = document_place(block, words, passage.end) - block.position()
    layout = block.layout()
    offset = layout.position() - scroll_of(view).toPointF()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = sorted((x_of(line, first), x_of(line, last)))
        right = min(right, line.naturalTextRect().right())  # a blank at the end of a line hangs over it
        height = line.ascent() + line.descent()
        yield QRectF(left, line.y(), max(0.0, right - left), height).translated(offset).adjusted(-1, -1, 1, 1)
