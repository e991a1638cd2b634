"""The initials of an analyst on their colour: one small sign wherever it is said who wrote something.

For views that paint themselves there is `draw_analyst_chip()`; for lists and buttons `analyst_icon()`; for layouts
`AnalystChip`. The name always stands beside the chip or in its tool tip.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from framework_qda.matrix.analysts import NOBODY_KNOWN, AnalystMark
from framework_qda.ui.style import scaled_font
from framework_qda.ui.widgets.labels import set_plain_tip

SCALE = 0.78
"""The size of the initials beside the words around."""
_LONGEST = 4


class _Paint(NamedTuple):
    back: str
    ink: str


PAINTS: Mapping[str, _Paint] = {
    "blue": _Paint("#0072b2", "#ffffff"),
    "orange": _Paint("#e69f00", "#1a1200"),
    "green": _Paint("#009e73", "#00150f"),
    "pink": _Paint("#cc79a7", "#1c0a14"),
    "sky": _Paint("#56b4e9", "#03141f"),
    "red": _Paint("#d55e00", "#170a00"),
    "grey": _Paint("#68717a", "#ffffff"),
}
"""The colours of Okabe and Ito (2008) for colour-blind readers, and letters that can be read on each."""


def shown_initials(mark: AnalystMark) -> str:
    """Return the initials as a chip has room for them."""
    return mark.initials[:_LONGEST]


def analyst_chip_size(font: QFont, mark: AnalystMark) -> tuple[float, float]:
    """Return width and height of a chip in pixels; `font` is that of the words around."""
    metrics = QFontMetricsF(_letters(font))
    height = metrics.height() * 1.12
    return max(metrics.horizontalAdvance(shown_initials(mark)) + height * 0.55, height * 1.2), height


def draw_analyst_chip(painter: QPainter, rect: QRectF, font: QFont, mark: AnalystMark) -> None:
    """Draw a chip into a rectangle."""
    paint = PAINTS.get(mark.colour, PAINTS["grey"])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(paint.back))
    radius = rect.height() * 0.28
    painter.drawRoundedRect(rect, radius, radius)
    painter.setFont(_letters(font))
    painter.setPen(QColor(paint.ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown_initials(mark))
    painter.restore()


def analyst_icon(mark: AnalystMark, font: QFont, size: QSize | None = None) -> QIcon:
    """Return a chip as an icon for lists and buttons: of its own size, or at the left of a size that all share."""
    width, height = analyst_chip_size(font, mark)
    size = size or analyst_icon_size(font, [mark])
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_analyst_chip(painter, QRectF(0, (size.height() - height) / 2, width, height), font, mark)
    painter.end()
    made = QIcon(picture)
    made.addPixmap(picture, QIcon.Mode.Selected)  # else a chosen line would tint the colour
    return made


def analyst_icon_size(font: QFont, marks: Iterable[AnalystMark]) -> QSize:
    """Return the room that the icons of some analysts need."""
    sizes = [analyst_chip_size(font, mark) for mark in marks] or [analyst_chip_size(font, NOBODY_KNOWN)]
    return QSize(*(round(max(each)) + 1 for each in zip(*sizes, strict=True)))


class AnalystChip(QWidget):
    """The chip of one analyst, with their name as its tool tip."""

    def __init__(self, mark: AnalystMark = NOBODY_KNOWN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self.show_mark(mark)

    def show_mark(self, mark: AnalystMark) -> None:
        """Show another analyst."""
        self._mark = mark
        self.setAccessibleName(mark.name)
        set_plain_tip(self, mark.name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of the initials."""
        width, height = analyst_chip_size(self.font(), self._mark)
        return QSize(round(width) + 1, round(height) + 1)

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip in the middle."""
        width, height = analyst_chip_size(self.font(), self._mark)
        place = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        draw_analyst_chip(QPainter(self), place, self.font(), self._mark)


def _letters(font: QFont) -> QFont:
    return scaled_font(font, SCALE, is_bold=True)
