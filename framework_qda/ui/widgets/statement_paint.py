"""What a view of statements paints around its words: tints, tags, and a hint where nothing is written yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout

from framework_qda.ui.style import colour, em, scaled_font
from framework_qda.ui.widgets import statement_blocks as blocks
from framework_qda.ui.widgets import statement_places as places
from framework_qda.ui.widgets.statement_style import tint_of
from framework_qda.ui.widgets.tag_pill import draw_pill, fitting_pills, pill_gap, pills_width

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent, QTextBlock

    from framework_qda.ui.widgets.statement_view import StatementView


def paint_words(view: StatementView, painter: QPainter, event: QPaintEvent) -> None:
    """Paint the text as it is, with nothing laid over what is selected."""
    scroll = places.scroll_of(view)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = view.palette()
    context.clip = QRectF(event.rect().translated(scroll))
    painter.translate(-scroll)
    painter.setClipRect(context.clip)
    view.document().documentLayout().draw(painter, context)


def paint_tint(view: StatementView, painter: QPainter, block: QTextBlock) -> None:
    """Paint the tint behind a statement, if its kind has one."""
    tint = tint_of(blocks.kind_of(block))
    if tint is None:
        return
    pad = em(view, 0.35)
    area = places.text_area(view, block)
    area.setWidth(max(area.width(), em(view, 1)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawRoundedRect(area.adjusted(-pad, -pad * 0.2, pad, pad * 0.2), pad * 0.7, pad * 0.7)


def paint_tags(view: StatementView, painter: QPainter, block: QTextBlock) -> None:
    """Paint the tags of a statement at the end of its last line, as many as there is room for and how many more."""
    marks = view.tags_of(block)
    lines = block.layout().lineCount()
    if not marks or not lines:
        return
    last = block.layout().lineAt(lines - 1).naturalTextRect()
    last.translate(block.layout().position() - places.scroll_of(view))
    font = view.document().defaultFont()
    width, edge, gap = view.viewport().width(), em(view, 0.4), em(view, 0.8)
    # Lines that are written from right to left end at the left.
    is_mirrored = block.textDirection() == Qt.LayoutDirection.RightToLeft
    room = (last.left() if is_mirrored else width - last.right()) - edge - gap
    pills = fitting_pills(font, marks, room)
    left = edge if is_mirrored else width - edge - pills_width(font, pills)
    for words, place in pills:
        left = draw_pill(painter, left, last.center().y(), font, words, place) + pill_gap(font)


def paint_hint(view: StatementView, painter: QPainter) -> None:
    """Say what belongs into the blank statement of the caret, wherever the keyboard is."""
    block = view.textCursor().block()
    is_shown = blocks.is_blank(block) and not block.text() and not view.isReadOnly()
    if not is_shown or block.layout().preeditAreaText():
        return
    hint = view.hints.get(blocks.kind_of(block), "")
    painter.setFont(scaled_font(view.document().defaultFont(), 1.0, is_italic=False))
    painter.setPen(colour("text_dim"))
    left = places.text_area(view, block).left()
    top = places.first_baseline(view, block) - painter.fontMetrics().ascent()
    area = QRectF(left, top, view.viewport().width() - left - em(view, 0.3), view.viewport().height() - top)
    painter.drawText(area, int(Qt.TextFlag.TextWordWrap), hint)
