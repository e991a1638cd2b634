"""How the desk shows its matrices: chosen here, applied to the grid, remembered for each project on this machine."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.ui.matrix.view_state import ROW_LINES, ViewState

if TYPE_CHECKING:
    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.settings import Settings

MEMORY = "matrix_view"


class DeskViews(QObject):
    """Hold the state of the view, and apply every change of it."""

    changed = Signal()

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self._view = view
        self._settings: Settings | None = None
        self._project_id = ""
        self.state = ViewState()

    def set_project(self, project_id: str, settings: Settings | None) -> None:
        """Show a project as it was last shown on this machine."""
        self._settings, self._project_id = settings, project_id
        remembered = settings.remembered(project_id, MEMORY) if settings else ""
        self._apply(ViewState.from_text(remembered))

    def change(self, **values: object) -> None:
        """Show the matrices otherwise, and remember that."""
        state = replace(self.state, **values)  # type: ignore[arg-type]
        if state == self.state:
            return
        self._apply(state)
        if self._settings is not None:
            self._settings.remember(self._project_id, MEMORY, state.to_text())

    def _apply(self, state: ViewState) -> None:
        self.state = state
        self._view.set_row_lines(state.row_lines)
        self.changed.emit()

    def set_row_lines(self, lines: int) -> None:
        """Give all rows the height of so many lines; 0: by content."""
        self.change(row_lines=lines)

    def step_row_lines(self) -> None:
        """Take the next row height, round and round."""
        self.set_row_lines(ROW_LINES[(ROW_LINES.index(self.state.row_lines) + 1) % len(ROW_LINES)])
