"""Between the column and the evidence at its side: what is shown of the cell at hand, and the way to the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from framework_qda.ui.matrix.charting import GridCharting
    from framework_qda.ui.theme.frame import ThemeFrame


class Beside(QObject):
    """Keep the evidence in step with the cell at hand."""

    def __init__(self, frame: ThemeFrame, charting: GridCharting) -> None:
        super().__init__(frame)
        self._frame, self._charting = frame, charting
        view, evidence = frame.view, frame.evidence
        view.open_requested.connect(self.request_cell)
        view.evidence_requested.connect(self.toggle_evidence)
        view.current_moved.connect(self.follow)
        view.passage_pointed.connect(self._point_to)
        view.passage_opened.connect(self._request_passage)
        charting.in_place.passage_pointed.connect(self._point_to)
        charting.decision_needed.connect(self.request_cell)
        evidence.passage_requested.connect(self._request_passage)
        evidence.close_requested.connect(self.toggle_evidence)

    def follow(self) -> None:
        """Show the passages of the cell at hand; the editor of another cell is left."""
        view, in_place = self._frame.view, self._charting.in_place
        if in_place.is_open and view.current_ids() != in_place.ids:
            self._charting.finish()
        index = view.currentIndex()
        if self._frame.evidence.isVisible() and index.isValid():
            grid, cell = view.grid_model.grid, view.grid_model.cell_at(index)
            place = f"{grid.rows[index.row()].code} · {grid.columns[index.column()].number}"
            self._frame.evidence.show_cell(place, cell.statements if cell else ())
        self._frame.status_changed.emit()

    def toggle_evidence(self) -> None:
        """Show or hide the passages of the current cell."""
        frame = self._frame
        frame.evidence.setVisible(frame.evidence.isHidden())
        frame.by_name["theme.evidence"].setChecked(not frame.evidence.isHidden())
        if not frame.evidence.isHidden() and frame.side.isHidden():
            frame.toggle_side()
        self.follow()

    def _point_to(self, extract_id: str) -> None:
        """Show a passage in the panel."""
        if self._frame.evidence.isHidden():
            self.toggle_evidence()
        self._frame.evidence.select_passage(extract_id)

    def request_cell(self) -> None:
        """Ask for the current cell on the Chart desk."""
        ids = self._frame.view.current_ids()
        if ids and self._charting.finish():
            self._frame.cell_requested.emit(*ids)

    def _request_passage(self, extract_id: str) -> None:
        """Ask for a passage of the current interview on the Chart desk."""
        ids = self._frame.view.current_ids()
        if ids and self._charting.finish():
            self._frame.passage_requested.emit(ids[0], extract_id)
