"""Between the column and the evidence at its side: what is shown of the cell at hand, and the way to the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

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
        view.passage_opened.connect(self.request_passage)
        charting.in_place.passage_pointed.connect(self._point_to)
        charting.decision_needed.connect(self.request_cell)
        evidence.passage_requested.connect(self.request_passage)
        evidence.close_requested.connect(self.toggle_evidence)
        frame.panels.shown_changed.connect(self.follow)

    def follow(self) -> None:
        """Show the passages of the cell at hand; the editor of another cell is left."""
        view, in_place = self._frame.view, self._charting.in_place
        if in_place.is_open and view.current_ids() != in_place.ids:
            self._charting.finish()
        index = view.currentIndex()
        if self._frame.panels.is_shown("evidence") and index.isValid():
            grid, cell = view.grid_model.grid, view.grid_model.cell_at(index)
            place = f"{grid.rows[index.row()].code} · {grid.columns[index.column()].number}"
            self._frame.evidence.show_cell(place, cell.statements if cell else ())
        self._frame.status_changed.emit()

    def toggle_evidence(self) -> None:
        """Show or hide the passages of the current cell."""
        self._frame.panels.toggle("evidence")
        if not self._frame.panels.is_shown("evidence"):
            self._frame.panels.show_main()

    def toggle_synthesis(self) -> None:
        """Show the synthesis and go there, or hide it."""
        self._frame.panels.toggle("synthesis")
        if self._frame.panels.is_shown("synthesis"):
            self._frame.synthesis.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._frame.panels.show_main()

    def _point_to(self, extract_id: str) -> None:
        """Show a passage in the panel."""
        self._frame.panels.open("evidence")
        self._frame.evidence.select_passage(extract_id)

    def request_cell(self) -> None:
        """Ask for the current cell on the Chart desk."""
        ids = self._frame.view.current_ids()
        if ids and self._charting.finish():
            self._frame.cell_requested.emit(*ids)

    def request_passage(self, extract_id: str) -> None:
        """Ask for a passage of the current interview on the Chart desk."""
        ids = self._frame.view.current_ids()
        if ids and self._charting.finish():
            self._frame.passage_requested.emit(ids[0], extract_id)
