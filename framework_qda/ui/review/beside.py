"""What stands beside a list: words above differences, which scroll together in a low window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from framework_qda.ui.style import em

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class BesideList(QScrollArea):
    """A column that scrolls where it is higher than its window; its main part, if it has one, keeps a few lines."""

    def __init__(self, main: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main = main
        self._page = QWidget()
        self.column = QVBoxLayout(self._page)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    def fit_width(self) -> None:
        """Be wide enough for the widest button: it does not scroll sideways."""
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(max(em(self, 15), self._page.minimumSizeHint().width() + bar))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.fit_width()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font of the program."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_main"):
            self._fit()

    def _fit(self) -> None:
        side = em(self, 1.2)
        self.column.setContentsMargins(side, em(self, 0.7), side, em(self, 0.8))
        self.column.setSpacing(em(self, 0.6))
        if self._main is not None:
            self._main.setMinimumHeight(em(self, 6))
        self.fit_width()
