"""The margin at the right of the notes: how many statements rest on the passages that end in a line, and stars."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QToolTip, QWidget

from framework_qda.ui.chart.passage_paint import passage_areas
from framework_qda.ui.style import colour, em, scaled_font
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtCore import QPoint, QRectF
    from PySide6.QtGui import QTextBlock

    from framework_qda.ui.chart.notes_text import Passage
    from framework_qda.ui.chart.notes_view import NotesView

STAR = "★"
MORE = "…"
_SCALE = 0.8
_WIDTH = 2.3
_SHOWN_WORDS = 60


def uses_width(view: QWidget) -> int:
    """Return the width of the margin, in pixels."""
    return em(view, _WIDTH)


def mark_of(passage: Passage) -> str:
    """Return the mark of a passage: how many statements rest on it, and a star where it is to be quoted."""
    return f"{passage.uses or ''}{STAR if passage.is_starred else ''}"


def tell_passages(view: NotesView, passages: Iterable[Passage]) -> str:
    """Return a tool tip that says of passages what rests on them; empty where there is none."""
    told = []
    for passage in passages:
        words = view.lines[passage.line].text[passage.start : passage.end]
        shown = words if len(words) <= _SHOWN_WORDS else words[:_SHOWN_WORDS].rstrip() + MORE
        resting = f"{count_words(passage.uses, 'statement rests', 'statements rest')} on it" if passage.uses else ""
        starred = "starred for quotation" if passage.is_starred else ""
        told.append(f"<p>“{escape(shown)}”<br>{', '.join(filter(None, (resting, starred)))}</p>")
    return "".join(told)


class NotesUses(QWidget):
    """Paint the marks of the passages in view, each beside the line in which it ends."""

    def __init__(self, view: NotesView) -> None:
        super().__init__(view)
        self._view = view
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def event(self, event: QEvent) -> bool:
        """Say in a tool tip what the marks mean."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tell_passages(self._view, self._marked_at(event.pos())), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the margin."""
        painter = QPainter(self)
        font = scaled_font(self._view.font(), _SCALE)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for block in self._view.visible_blocks():
            for area, passages in self._endings(block):
                baseline = area.center().y() + (metrics.ascent() - metrics.descent()) / 2
                self._paint_marks(painter, metrics, passages, baseline)

    def _paint_marks(self, painter: QPainter, metrics: QFontMetricsF, passages: list[Passage], baseline: float) -> None:
        left, gap = float(em(self._view, 0.2)), metrics.horizontalAdvance(" ")
        for place, passage in enumerate(passages):
            mark = mark_of(passage)
            room = self.width() - (metrics.horizontalAdvance(MORE) if place + 1 < len(passages) else 0)
            if left + metrics.horizontalAdvance(mark) > room:
                painter.setPen(colour("text_soft"))
                painter.drawText(QPointF(left, baseline), MORE)
                return
            for words, role in ((mark.rstrip(STAR), "text_soft"), (STAR if passage.is_starred else "", "star")):
                painter.setPen(colour(role))
                painter.drawText(QPointF(left, baseline), words)
                left += metrics.horizontalAdvance(words)
            left += gap

    def _endings(self, block: QTextBlock) -> Iterator[tuple[QRectF, list[Passage]]]:
        """Yield where passages of a paragraph end: the area of a line, and the passages in their order."""
        endings: dict[float, tuple[QRectF, list[Passage]]] = {}
        for passage in self._view.passages.get(block.blockNumber(), ()):
            area = next(reversed(list(passage_areas(self._view, block, passage))), None)
            if area is not None and passage.is_last:
                endings.setdefault(area.top(), (area, []))[1].append(passage)
        for area, passages in endings.values():
            yield area, sorted(passages, key=lambda each: (each.end, each.start))

    def _marked_at(self, point: QPoint) -> list[Passage]:
        for block in self._view.visible_blocks():
            for area, passages in self._endings(block):
                if area.top() <= point.y() <= area.bottom():
                    return passages
        return []
