"""The size of the grid against the rest of the window, and the look that follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.ui.matrix.edges import NOTCH
from framework_qda.ui.matrix.look import GridLook
from framework_qda.ui.style import current_tokens, scaled_font

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from framework_qda.ui.matrix.view import MatrixView

ZOOMS = (50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200)


class GridZoom(QObject):
    """Hold the zoom of a view in per cent, and give all its parts the look for it."""

    changed = Signal(int)

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self._view = view
        self.value = 100
        self._turned = 0

    def make_look(self) -> GridLook:
        """Return the look for the font and the colours in force."""
        return GridLook(self._font())

    def set(self, value: int) -> None:
        """Show everything larger or smaller, in per cent; the row at the top stays there."""
        value = min(max(value, ZOOMS[0]), ZOOMS[-1])
        if value != self.value:
            self.value = value
            self.refresh()
            self.changed.emit(value)

    def step(self, direction: int) -> None:
        """Go one step larger (1) or smaller (-1)."""
        steps = [step for step in ZOOMS if (step - self.value) * direction > 0]
        if steps:
            self.set(min(steps) if direction > 0 else max(steps))

    def turn(self, angle: int) -> None:
        """Be told how far the wheel is turned: a notch is a step, and so is as much by fine turns."""
        self._turned = self._turned + angle if self._turned * angle >= 0 else angle
        while abs(self._turned) >= NOTCH:
            direction = 1 if self._turned > 0 else -1
            self._turned -= direction * NOTCH
            self.step(direction)

    def follow(self) -> None:
        """Take the font and the colours in force, if they are others."""
        look = self._view.look
        if look.font != self._font() or look.tokens is not current_tokens():
            self.refresh()

    def refresh(self) -> None:
        """Take the font and the colours in force; a current cell that is seen stays in view."""
        view = self._view
        current = view.currentIndex()
        is_seen = current.isValid() and view.viewport().rect().contains(view.visualRect(current).topLeft())
        with view.sizes.held():
            view.look = self.make_look()
            for part in (view.cells, view.cases, view.columns):
                part.set_look(view.look)
            view.scroll_by_lines()
            view.cases.fit_widths()
            view.sizes.refit()
        if is_seen:
            view.scrollTo(view.currentIndex())
        view.viewport().update()

    def _font(self) -> QFont:
        return scaled_font(self._view.font(), self.value / 100)
