"""Where statements and their references stand on the screen, in pixels of an editor's viewport."""

from typing import Any

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QTextEdit

from framework_qda.ui.widgets.statement_blocks import Chip, chips_of


def scroll_of(editor: QTextEdit) -> QPoint:
    """Return how far an editor is scrolled."""
    return QPoint(editor.horizontalScrollBar().value(), editor.verticalScrollBar().value())


def block_area(editor: QTextEdit, block: QTextBlock) -> QRectF:
    """Return the area of a paragraph."""
    area = editor.document().documentLayout().blockBoundingRect(block)
    return area.translated(-scroll_of(editor).toPointF())


def first_baseline(editor: QTextEdit, block: QTextBlock) -> float:
    """Return the y of the baseline of a paragraph's first line."""
    area = block_area(editor, block)
    layout = block.layout()
    if not layout.lineCount():
        return area.top()
    line = layout.lineAt(0)
    return layout.position().y() + line.y() + line.ascent() - scroll_of(editor).y()


def text_area(editor: QTextEdit, block: QTextBlock) -> QRectF:
    """Return the area that a paragraph's lines fill, as wide as the widest of them."""
    layout = block.layout()
    area = QRectF()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        area = area.united(line.naturalTextRect())
    return area.translated(layout.position() - scroll_of(editor).toPointF())


def chip_area(editor: QTextEdit, position: int) -> QRectF:
    """Return the area of the character at a position of the document."""
    block = editor.document().findBlock(position)
    layout = block.layout()
    place = position - block.position()
    line = layout.lineForTextPosition(place)
    if not line.isValid():
        return QRectF()
    edges = sorted((x_of(line, place), x_of(line, place + 1)))
    area = QRectF(edges[0], line.y(), edges[1] - edges[0], line.height())
    return area.translated(layout.position() - scroll_of(editor).toPointF())


def chip_under(editor: QTextEdit, point: QPoint) -> Chip | None:
    """Return the reference at a point, or `None`."""
    block = editor.cursorForPosition(point).block()
    for chip in chips_of(block):
        if chip_area(editor, chip.position).contains(point.toPointF()):
            return chip
    return None


def x_of(line: Any, place: int) -> float:  # noqa: ANN401 - the stub of cursorToX() differs between releases
    """Return the x of a place in a line of text."""
    found = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)
