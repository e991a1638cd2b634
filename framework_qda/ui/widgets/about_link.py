"""A line of words that leads to what they name; it ends in … where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from framework_qda.ui.style import set_role
from framework_qda.ui.widgets.labels import LEAST_LETTERS, set_plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


class AboutLink(QPushButton):
    """A click, Enter or Space leads there."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        set_role(self, "about")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Go to {words.removeprefix('On ')}")
        set_plain_tip(self, words, "Go to what the comment is about")
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """Be content with room for a word or two."""
        return QSize(self.fontMetrics().averageCharWidth() * LEAST_LETTERS, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as there is room for."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - self.fontMetrics().averageCharWidth()
        shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, max(room, 1))
        self.setText(shown.replace("&", "&&"))
