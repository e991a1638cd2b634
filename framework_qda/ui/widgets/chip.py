"""Evidence chips: a reference such as `¶14 · 0:23:10` as a small rounded thing among words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPolygonF,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from framework_qda.matrix.grid import EvidenceRef, Reference
from framework_qda.ui.style import current_tokens, scaled_font
from framework_qda.ui.widgets.statement_blocks import CHIP_CHARACTER, extract_id_of

if TYPE_CHECKING:
    from collections.abc import Mapping

CHIP_SCALE = 0.74
STAR = "★"
_PADDING = 0.6
_HEIGHT = 1.5
_GAP = 0.34
_FIRST_GAP = 0.6
_PLAY = 0.62
_PLAY_GAP = 0.34
"""The triangle of a reference that can be heard, and the gap behind it, in heights of the small font."""


def lost_reference(extract_id: str) -> EvidenceRef:
    """Return what stands for an extract that nobody knows any more."""
    return EvidenceRef(extract_id, None, None, False, "")


def chip_width(font: QFont, ref: Reference, *, is_playable: bool = False) -> float:
    """Return the width of a chip in pixels, without the gap before it; `font` is that of the words around."""
    metrics = QFontMetricsF(scaled_font(font, CHIP_SCALE))
    play = (_PLAY + _PLAY_GAP) * metrics.height() / 1.3 if is_playable else 0.0
    star = metrics.horizontalAdvance(f"{STAR} ") if ref.is_starred else 0.0
    return play + star + metrics.horizontalAdvance(ref.label) + 2 * _PADDING * metrics.height() / 1.3


def play_width(font: QFont) -> float:
    """Return how far the part of a chip reaches that plays its passage, from the chip's left edge."""
    height = QFontMetricsF(scaled_font(font, CHIP_SCALE)).height() / 1.3
    return (_PADDING + _PLAY + _PLAY_GAP / 2) * height


def chip_height(font: QFont) -> float:
    """Return the height of a chip in pixels."""
    return QFontMetricsF(scaled_font(font, CHIP_SCALE)).height() * _HEIGHT / 1.3


def draw_chip(
    painter: QPainter,
    rect: QRectF,
    font: QFont,
    ref: Reference,
    *,
    is_selected: bool = False,
    is_playable: bool = False,
) -> None:
    """Draw a chip into a rectangle; one whose passage is lost has a broken edge, never colour alone."""
    tokens = current_tokens()
    small = scaled_font(font, CHIP_SCALE)
    metrics = QFontMetricsF(small)
    padding = _PADDING * metrics.height() / 1.3
    is_lost = ref.is_lost
    back = tokens.accent if is_selected else tokens.warning_back if is_lost else tokens.chip_back
    ink = tokens.on_accent if is_selected else tokens.warning_text if is_lost else tokens.chip_text
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if is_lost and not is_selected:
        painter.setPen(QColor(ink))
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
    painter.setBrush(QColor(back))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2, rect.height() / 2)
    painter.setFont(small)
    baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    left = rect.left() + padding
    if is_playable:
        left += _draw_play(painter, QPointF(left, rect.center().y()), metrics.height() / 1.3, QColor(ink))
    if ref.is_starred:
        painter.setPen(QColor(tokens.on_accent if is_selected else tokens.star))
        painter.drawText(QPointF(left, baseline), STAR)
        left += metrics.horizontalAdvance(f"{STAR} ")
    painter.setPen(QColor(ink))
    painter.drawText(QPointF(left, baseline), ref.label)
    painter.restore()


def _draw_play(painter: QPainter, place: QPointF, height: float, ink: QColor) -> float:
    """Draw the triangle of a passage that can be heard; return the width that it takes with its gap."""
    half = _PLAY * height * 0.55
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    tip = QPointF(place.x() + _PLAY * height, place.y())
    painter.drawPolygon(QPolygonF([place - QPointF(0, half), tip, place + QPointF(0, half)]))
    painter.restore()
    return (_PLAY + _PLAY_GAP) * height


class ChipObject(QPyTextObject):
    """Draw the references of a document; `refs` says what each extract is called, `selection` what is marked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.refs: Mapping[str, Reference] = {}
        self.selection = (0, 0)
        self.playable: frozenset[str] = frozenset()
        """The extracts that can be heard."""

    def ref_of(self, extract_id: str) -> Reference:
        """Return the reference to show for an extract."""
        return self.refs.get(extract_id) or lost_reference(extract_id)

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        """Return the room that a chip takes, with the gap before it."""
        font = doc.defaultFont()
        extract_id = extract_id_of(format)
        width = chip_width(font, self.ref_of(extract_id), is_playable=extract_id in self.playable)
        return QSizeF(self._gap(doc, posInDocument) + width, chip_height(font))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        """Draw a chip where the text flow puts it."""
        start, end = self.selection
        inner = QRectF(rect).adjusted(self._gap(doc, posInDocument), 0, 0, 0)
        is_selected = start <= posInDocument < end
        extract_id = extract_id_of(format)
        is_playable = extract_id in self.playable
        ref = self.ref_of(extract_id)
        draw_chip(painter, inner, doc.defaultFont(), ref, is_selected=is_selected, is_playable=is_playable)

    @staticmethod
    def _gap(doc: QTextDocument, position: int) -> float:
        follows_chip = position > 0 and str(doc.characterAt(position - 1)) == CHIP_CHARACTER
        height = QFontMetricsF(doc.defaultFont()).height() / 1.3
        return (_GAP if follows_chip else _FIRST_GAP) * height
