"""Evidence chips: a reference such as `¶14 · 0:23:10` as a small rounded thing among words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from framework_qda.matrix.grid import EvidenceRef
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


def lost_reference(extract_id: str) -> EvidenceRef:
    """Return what stands for an extract that nobody knows any more."""
    return EvidenceRef(extract_id, None, None, False, "")


def chip_width(font: QFont, ref: EvidenceRef) -> float:
    """Return the width of a chip in pixels, without the gap before it; `font` is that of the words around."""
    metrics = QFontMetricsF(scaled_font(font, CHIP_SCALE))
    star = metrics.horizontalAdvance(f"{STAR} ") if ref.is_starred else 0.0
    return star + metrics.horizontalAdvance(ref.label) + 2 * _PADDING * metrics.height() / 1.3


def chip_height(font: QFont) -> float:
    """Return the height of a chip in pixels."""
    return QFontMetricsF(scaled_font(font, CHIP_SCALE)).height() * _HEIGHT / 1.3


def draw_chip(painter: QPainter, rect: QRectF, font: QFont, ref: EvidenceRef, *, is_selected: bool = False) -> None:
    """Draw a chip into a rectangle; one whose passage is lost has a broken edge, never colour alone."""
    tokens = current_tokens()
    small = scaled_font(font, CHIP_SCALE)
    metrics = QFontMetricsF(small)
    padding = _PADDING * metrics.height() / 1.3
    is_lost = ref.paragraph_number is None
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
    if ref.is_starred:
        painter.setPen(QColor(tokens.on_accent if is_selected else tokens.star))
        painter.drawText(QPointF(left, baseline), STAR)
        left += metrics.horizontalAdvance(f"{STAR} ")
    painter.setPen(QColor(ink))
    painter.drawText(QPointF(left, baseline), ref.label)
    painter.restore()


class ChipObject(QPyTextObject):
    """Draw the references of a document; `refs` says what each extract is called, `selection` what is marked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.refs: Mapping[str, EvidenceRef] = {}
        self.selection = (0, 0)

    def ref_of(self, extract_id: str) -> EvidenceRef:
        """Return the reference to show for an extract."""
        return self.refs.get(extract_id) or lost_reference(extract_id)

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        """Return the room that a chip takes, with the gap before it."""
        font = doc.defaultFont()
        width = chip_width(font, self.ref_of(extract_id_of(format)))
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
        draw_chip(painter, inner, doc.defaultFont(), self.ref_of(extract_id_of(format)), is_selected=is_selected)

    @staticmethod
    def _gap(doc: QTextDocument, position: int) -> float:
        follows_chip = position > 0 and str(doc.characterAt(position - 1)) == CHIP_CHARACTER
        height = QFontMetricsF(doc.defaultFont()).height() / 1.3
        return (_GAP if follows_chip else _FIRST_GAP) * height
