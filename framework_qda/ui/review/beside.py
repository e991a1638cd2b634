"""What stands beside a list: words above differences, whole in a low window, where it scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from framework_qda.ui.style import em

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class BesideList(QScrollArea):
    """A column that keeps its wrapped labels whole, and its main part, if it has one, a few lines high."""

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

    def hold_heights(self) -> None:
        """Give wrapped lines the height that they need at this width."""
        # Wide enough for the widest button: it does not scroll sideways.
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(max(em(self, 15), self._page.minimumSizeHint().width() + bar))
        margins = self.column.contentsMargins()
        width = max(1, self.viewport().width() - margins.left() - margins.right())
        for place in range(self.column.count()):
            item = self.column.itemAt(place)
            part = item.widget() if item is not None else None
            if isinstance(part, QLabel) and part.wordWrap():
                part.setMinimumHeight(0)  # a label takes its own least height for what its words need
                part.setMinimumHeight(max(0, part.heightForWidth(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.hold_heights()

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
        self.hold_heights()
