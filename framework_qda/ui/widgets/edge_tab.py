"""A tab at the edge of a desk, its word turned upright, that opens and folds what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from framework_qda.ui.style import SMALL, colour, em, icon, scaled_font

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent
    from PySide6.QtWidgets import QWidget

PAD, LEAST_PAD = 0.7, 0.2
"""In em: the air before and behind the word, where there is room and where there is little."""
AIR = 0.35


class EdgeTab(QAbstractButton):
    """Checked while what it names is shown. Where there is no room for words, a picture stands for its own."""

    def __init__(self, words: str, picture: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._is_short = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)

    def nextCheckState(self) -> None:
        """Leave it to what is shown: a click only asks."""

    @property
    def least_for_word(self) -> int:
        """How tall the tab must be for its word (pixels)."""
        return self._long + 2 * em(self, LEAST_PAD)

    def shorten(self, *, is_short: bool) -> None:
        """Show the picture instead of the word, or the word again."""
        is_short = is_short and bool(self._picture)
        if is_short != self._is_short:
            self._is_short = is_short
            self.updateGeometry()
            self.update()

    @property
    def _small_font(self) -> QFont:
        return scaled_font(self.font(), SMALL, is_bold=True)  # always: the width stays when it is checked

    def sizeHint(self) -> QSize:
        """Ask for room for the word with air around it."""
        wide = QFontMetrics(self._small_font).height() + 2 * em(self, AIR)
        return QSize(wide, wide if self._is_short else self._long + 2 * em(self, PAD))

    def minimumSizeHint(self) -> QSize:
        """Be content with room for the word."""
        wide = self.sizeHint().width()
        return QSize(wide, wide if self._is_short else self.least_for_word)

    @property
    def _long(self) -> int:
        return QFontMetrics(self._small_font).horizontalAdvance(self.text()) + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word from top to bottom, and a bar at the edge while what it names is shown."""
        painter = QPainter(self)
        is_hovered = self.underMouse() and self.isEnabled()
        ground = "accent_back" if self.isChecked() else "header" if is_hovered else "surface"
        painter.fillRect(self.rect(), colour(ground))
        if self.isChecked():
            bar = max(2, em(self, 0.14))
            painter.fillRect(self.width() - bar, 0, bar, self.height(), colour("accent"))
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawRect(self.rect().adjusted(1, 0, -1, -1))
        role = "accent_text" if self.isChecked() else "text" if is_hovered else "text_soft"
        if self._is_short:
            side = em(self, 1.1)
            place = QRect(0, 0, side, side)
            place.moveCenter(self.rect().center())
            icon(self._picture, role).paint(painter, place)
            return
        painter.setFont(scaled_font(self.font(), SMALL, is_bold=self.isChecked()))
        painter.setPen(colour(role))
        painter.translate(self.width(), 0)
        painter.rotate(90)
        pad = em(self, LEAST_PAD)
        room = QRect(pad, 0, self.height() - 2 * pad, self.width())
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
