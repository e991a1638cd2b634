"""Sideways scrolling that comes to rest where a column begins: no word stands cut off beside the interviews."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractSlider

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from framework_qda.ui.matrix.view import MatrixView

NOTCH = 120
"""What one notch of a wheel counts."""
REST_MS = 150
STRIDE = 0.8
"""How much of the window one step takes through a column that is wider than it."""

Action = QAbstractSlider.SliderAction


class ColumnEdges(QObject):
    """Let a view stop sideways at the edges of its columns. A touch pad moves freely until it is let go."""

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self._view = view
        self._bar = view.horizontalScrollBar()
        self._turned = 0
        self._is_gliding = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.settle)
        self._bar.actionTriggered.connect(self._stop)

    def stops(self) -> list[int]:
        """Return where scrolling may come to rest, in pixels from the first column on."""
        columns, port = self._view.columns, self._view.viewport().width()
        stops = []
        for column in range(columns.count()):
            left, width = columns.sectionPosition(column), columns.sectionSize(column)
            stops.append(left)
            if width > port:
                stride = max(1, int(port * STRIDE))
                stops += range(left + stride, left + width - port + stride, stride)
        return stops or [0]

    def widen(self) -> None:
        """Let the last columns too be scrolled to an edge: the ground shows behind them."""
        most = self._bar.maximum()
        stops = self.stops()
        place = bisect_left(stops, most)
        if most and place < len(stops):
            self._bar.setMaximum(stops[place])

    def settle(self) -> None:
        """Go to the nearest edge."""
        self._is_gliding = False
        self._bar.setValue(self._nearest(self._bar.value()))

    def settle_forward(self) -> None:
        """Go to the next edge on, as after the current cell was brought into view at the right."""
        self._bar.setValue(self._on(self._bar.value()))

    def go(self, count: int) -> None:
        """Scroll so many columns on."""
        self._bar.setValue(self._step(count))

    def sees(self, column: int) -> bool:
        """Say whether all of a column is in view."""
        left = self._view.columns.sectionViewportPosition(column)
        return left >= 0 and left + self._view.columns.sectionSize(column) <= self._view.viewport().width()

    def show_column(self, column: int) -> None:
        """Bring a column into view, no further than it must be."""
        if not self.sees(column):
            columns = self._view.columns
            left, right = columns.sectionPosition(column), columns.sectionPosition(column) + columns.sectionSize(column)
            place = right - self._view.viewport().width() if left > self._bar.value() else left
            self._bar.setValue(min(self._on(place), left))

    def _on(self, place: int) -> int:
        stops = self.stops()
        return stops[min(bisect_left(stops, place), len(stops) - 1)]

    def _nearest(self, place: int) -> int:
        return min(self.stops(), key=lambda stop: abs(stop - place))

    def _step(self, count: int) -> int:
        """Return the edge so many further on than the one that is scrolled to."""
        stops, value = self.stops(), self._bar.value()
        here = bisect_right(stops, value) - 1 if count > 0 else bisect_left(stops, value)
        return stops[min(max(here + count, 0), len(stops) - 1)]

    def _stop(self, action: int) -> None:
        if self._is_gliding:
            return
        page = max(1, sum(1 for stop in self.stops() if 0 < stop <= self._view.viewport().width()) - 1)
        steps = {
            Action.SliderSingleStepAdd: 1,
            Action.SliderSingleStepSub: -1,
            Action.SliderPageStepAdd: page,
            Action.SliderPageStepSub: -page,
        }
        if Action(action) in steps:
            self._bar.setSliderPosition(self._step(steps[Action(action)]))
        elif Action(action) == Action.SliderMove:
            self._bar.setSliderPosition(self._nearest(self._bar.sliderPosition()))

    def wheel(self, event: QWheelEvent) -> bool:
        """Answer a turn sideways: a notch is a column. Say whether nothing else is to be done about it."""
        across = event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not across:
            across = event.angleDelta().y()
        if not across:
            return False
        if not event.pixelDelta().isNull():
            self._is_gliding = True
            self._rest.start()
            return False
        self._turned += across
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        if notches:
            self._bar.setValue(self._step(-notches))
        return True
