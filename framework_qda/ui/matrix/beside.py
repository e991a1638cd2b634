"""The evidence beside the grid: it follows the current cell, and its passages can be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from framework_qda.ui.matrix.hearing import GridHearing

if TYPE_CHECKING:
    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.widgets.evidence_panel import EvidencePanel


class EvidenceBeside(QObject):
    """Show in a panel what the current cell of a view rests on."""

    def __init__(self, view: MatrixView, panel: EvidencePanel) -> None:
        super().__init__(panel)
        self._view, self._panel = view, panel
        self.hearing = GridHearing(panel)
        self.hearing.look_here = self._show

    def follow(self) -> None:
        """Show the evidence of the current cell; nothing is read for a panel that is hidden."""
        if self._view.current_ids() is None or not self._panel.isHidden():
            self._show()

    def _show(self) -> None:
        index, ids = self._view.currentIndex(), self._view.current_ids()
        if ids is None:
            self._panel.show_cell("", None)
            self.hearing.show_cell("", ())
        else:
            cell = self._view.grid_model.cell_at(index)
            statements = cell.statements if cell else ()
            self._panel.show_cell(self._place(), statements)
            self.hearing.show_cell(ids[0], statements)

    def _place(self) -> str:
        index, grid = self._view.currentIndex(), self._view.grid_model.grid
        return f"{grid.rows[index.row()].code} · {grid.columns[index.column()].number}"
