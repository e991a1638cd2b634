"""Tags as pills: a name on a ground of its own, less round than a reference, so that the two are never mistaken."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QPainter, QPen, QPixmap

from framework_qda.matrix.grid import TagMark
from framework_qda.ui.style import scaled_font, tag_look

TAG_SIGN = "#"
_SCALE = 0.78
_PADDING = 0.35
_HEIGHT = 1.2
_ROUNDNESS = 0.22
_GAP = 0.4
"""Between two pills, in heights of their font, as the other measures here."""
REST = -1
"""The place whose colours the pill has that counts the tags for which there is no room."""


def tag_words(mark: TagMark) -> str:
    """Return what stands in the pill of a tag."""
    return f"{TAG_SIGN}{mark.label}"


def pill_font(font: QFont) -> QFont:
    """Return the font of pills among words in a font."""
    return scaled_font(font, _SCALE)


def pill_width(font: QFont, words: str) -> float:
    """Return the width of a pill in pixels; `font` is that of the words around."""
    metrics = QFontMetricsF(pill_font(font))
    return metrics.horizontalAdvance(words) + 2 * _PADDING * metrics.height()


def pill_gap(font: QFont) -> float:
    """Return how far pills stand apart."""
    return _GAP * QFontMetricsF(pill_font(font)).height()


def pills_width(font: QFont, pills: Sequence[tuple[str, int]]) -> float:
    """Return the width of pills beside each other."""
    return sum(pill_width(font, words) for words, _ in pills) + pill_gap(font) * max(0, len(pills) - 1)


def fitting_pills(font: QFont, marks: Sequence[TagMark], room: float) -> list[tuple[str, int]]:
    """Return the pills, as (words, place), that fit into a width; where some do not, the last says how many more."""
    for shown in range(len(marks), -1, -1):
        pills = [(tag_words(mark), mark.place) for mark in marks[:shown]]
        if shown < len(marks):
            pills.append((f"+{len(marks) - shown}", REST))
        if pills_width(font, pills) <= room:
            return pills
    return []


def tag_icon(place: int, size: int) -> QIcon:
    """Return a small pill in the colours of a place, to stand before the name of a tag in a list."""
    look = tag_look(place)
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.ink, max(1.0, size / 16)))
    painter.setBrush(look.back)
    area = QRectF(0, 0, size, size).adjusted(size * 0.1, size * 0.2, -size * 0.1, -size * 0.2)
    painter.drawRoundedRect(area, size * _ROUNDNESS * 0.6, size * _ROUNDNESS * 0.6)
    painter.end()
    return QIcon(picture)


def draw_pill(painter: QPainter, left: float, middle: float, font: QFont, words: str, place: int) -> float:
    """Draw a pill from `left` on, its middle at `middle`, in the colours of a place; return its right edge."""
    small = pill_font(font)
    metrics = QFontMetricsF(small)
    look = tag_look(place)
    tall, width = _HEIGHT * metrics.height(), pill_width(font, words)
    area = QRectF(left, middle - tall / 2, width, tall)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.back)
    painter.drawRoundedRect(area, tall * _ROUNDNESS, tall * _ROUNDNESS)
    painter.setFont(small)
    painter.setPen(look.ink)
    baseline = middle + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(left + _PADDING * metrics.height(), baseline), words)
    painter.restore()
    return area.right()
