"""While the slider of a grid is dragged: which row would stand at the top, beside the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QToolTip

from framework_qda.ui.widgets.labels import plain_tip

if TYPE_CHECKING:
    from framework_qda.ui.matrix.view import MatrixView


class SliderTip(QObject):
    """Say the interview and the case study that a drag of the slider has come to."""

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self._view = view
        view.verticalScrollBar().valueChanged.connect(lambda _place: self._show())
        view.verticalScrollBar().sliderReleased.connect(QToolTip.hideText)

    def words(self) -> str:
        """Return what the row at the top of the view is called."""
        view, row = self._view, self._view.rowAt(0)
        if not 0 <= row < len(view.grid_model.grid.rows):
            return ""
        around = (view.cases.group_of(row), view.cases.band_of(row))
        labels = [band.label for band in around if band is not None]
        return " · ".join(word for word in (view.grid_model.grid.rows[row].code, *labels[::-1]) if word)

    def _show(self) -> None:
        bar = self._view.verticalScrollBar()
        if not bar.isSliderDown():
            return
        beside = QPoint(bar.mapToGlobal(QPoint(0, 0)).x(), QCursor.pos().y())
        words = self.words()
        tip = QPoint(-bar.fontMetrics().horizontalAdvance(words) - 3 * bar.width(), 0)
        QToolTip.showText(beside + tip, plain_tip(words), self._view)
