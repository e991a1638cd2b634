"""Pages on the screen, as they will be printed: only those in view are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from framework_qda.ui.printing.painter import paint_page
from framework_qda.ui.style import colour, em

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from framework_qda.ui.printing.setting import Pages


class PagePreview(QAbstractScrollArea):
    """Show pages below each other, as wide as there is room."""

    page_shown = Signal(int)
    """The page in the upper part of the view, counted from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: Pages | None = None
        self.current = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Pages as they will be printed")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._follow())

    def show_pages(self, pages: Pages | None) -> None:
        """Show other pages from the first on; `None`: nothing is ready."""
        self.pages = pages
        self._fit()
        self.verticalScrollBar().setValue(0)
        self._follow()
        self.viewport().update()

    def go_to(self, number: int) -> None:
        """Bring a page into view."""
        if self.pages is not None:
            number = min(max(number, 0), self.pages.count - 1)
            self.verticalScrollBar().setValue(round(number * self._step))

    # -- places

    @property
    def _gap(self) -> float:
        return float(em(self, 0.9))

    @property
    def _scale(self) -> float:
        """Pixels in a unit of a page."""
        if self.pages is None:
            return 1.0
        return max(1.0, self.viewport().width() - 2 * self._gap) / self.pages.measures.setup.width

    @property
    def _step(self) -> float:
        """How far it is from page to page (pixels)."""
        assert self.pages is not None
        return self.pages.measures.setup.height * self._scale + self._gap

    def _page_rect(self, number: int) -> QRectF:
        assert self.pages is not None
        setup = self.pages.measures.setup
        top = self._gap + number * self._step - self.verticalScrollBar().value()
        return QRectF(self._gap, top, setup.width * self._scale, setup.height * self._scale)

    def _visible(self) -> Iterator[int]:
        if self.pages is None:
            return
        first = int(max(0.0, self.verticalScrollBar().value() - self._gap) // self._step)
        for number in range(first, self.pages.count):
            if self._page_rect(number).top() > self.viewport().height():
                return
            yield number

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        height = 0.0 if self.pages is None else self.pages.count * self._step + self._gap
        bar.setRange(0, max(0, round(height) - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(em(self, 3))

    def _follow(self) -> None:
        self.viewport().update()
        upper = self.viewport().height() / 4
        current = next((n for n in self._visible() if self._page_rect(n).bottom() >= upper), self.current)
        if current != self.current:
            self.current = current
            self.page_shown.emit(current)

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the room, the same one in view."""
        place = self.verticalScrollBar().value() / self._step if self.pages is not None else 0.0
        super().resizeEvent(event)
        self._fit()
        if self.pages is not None:
            self.verticalScrollBar().setValue(round(place * self._step))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from page to page, or to the first and the last."""
        last = self.pages.count - 1 if self.pages is not None else 0
        target = {
            Qt.Key.Key_PageDown: self.current + 1,
            Qt.Key.Key_PageUp: self.current - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self.go_to(target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pages in view."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour("line"))
        if self.pages is None:
            return
        for number in self._visible():
            rect = self._page_rect(number)
            painter.fillRect(rect, QColor("white"))
            painter.save()
            painter.setClipRect(rect)
            painter.translate(rect.topLeft())
            painter.scale(self._scale, self._scale)
            paint_page(painter, self.pages, number)
            painter.restore()
