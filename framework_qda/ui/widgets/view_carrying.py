"""What every view does whose lines or statements the mouse carries: take what happens to them, and scroll on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

SCROLL_MS = 60


class ViewCarrying(QObject):
    """Tell apart what the mouse does over a view; what can be carried and where to, each kind of view says."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._point = QPoint()
        """Where in the view something is carried now."""
        self._scrolling = QTimer(self, interval=SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what the mouse pulls away, and what is carried over the view."""
        if isinstance(event, QMouseEvent):
            return self._answer_mouse(event)
        if isinstance(event, QDragMoveEvent):  # one that enters is one too
            self._follow(event)
            return True
        if isinstance(event, QDragLeaveEvent):
            self._end()
            return True
        if isinstance(event, QDropEvent):
            self._drop(event)
            return True
        return super().eventFilter(watched, event)

    def _answer_mouse(self, event: QMouseEvent) -> bool:
        """Begin to carry what the mouse pulls away; say whether the view shall not hear of the event."""
        raise NotImplementedError

    def _follow(self, event: QDragMoveEvent) -> None:
        """Show where what is carried would go, or why it cannot; begin `_scrolling` when it enters."""
        raise NotImplementedError

    def _drop(self, event: QDropEvent) -> None:
        """Put what is carried where it is let go."""
        raise NotImplementedError

    def _scroll(self) -> None:
        """Scroll on while something is held near an edge of the view."""
        raise NotImplementedError

    def _end(self) -> None:
        """Nothing is carried over the view any more."""
        self._scrolling.stop()
