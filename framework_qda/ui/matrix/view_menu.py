"""The menu of the button View: how the matrix is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from framework_qda.ui.matrix.actions import MatrixActions
    from framework_qda.ui.matrix.views import DeskViews


class ViewMenu(QMenu):
    """Offer the ways to show a matrix, those in force ticked."""

    def __init__(self, views: DeskViews, actions: MatrixActions, parent: QWidget) -> None:
        super().__init__("How the matrix is shown", parent)
        self._views, self._actions = views, actions
        self.addSection("Row height")
        self._heights = QActionGroup(self)
        for action in actions.row_heights.values():
            action.setCheckable(True)
            self._heights.addAction(action)
            self.addAction(action)
        views.changed.connect(self._show_state)
        self._show_state()

    def _show_state(self) -> None:
        self._actions.row_heights[self._views.state.row_lines].setChecked(True)
