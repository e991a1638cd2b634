"""Reading and reviewing in a grid: the current cell, or all that are selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.matrix.charting import selected_ids
from framework_qda.ui.widgets.about_menu import AboutMenu
from framework_qda.ui.widgets.cell_reviewing import CellReviewing, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction

    from framework_qda.matrix.place_order import PlaceNumbers
    from framework_qda.ui.matrix.charting import GridCharting
    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.widgets.comments_panel import CommentsPanel
    from framework_qda.ui.widgets.evidence_panel import PassageList
    from framework_qda.ui.widgets.side_panels import SidePanels


class GridReviewing(CellReviewing):
    """What a reviewer does with the cells of a grid, on the Matrix desk and on the Theme desk."""

    passage_wanted = Signal(str)

    def __init__(self, panel: CommentsPanel, panels: SidePanels, view: MatrixView, charting: GridCharting) -> None:
        super().__init__(panel, view)
        self._panels, self._view, self._charting = panels, view, charting
        panels.shown_changed.connect(self.follow)
        charting.in_place.comment_wanted.connect(self.comment_on)
        self._about = AboutMenu(self, view)
        self.is_by_column = False
        """Whether the way from comment to comment leads down one column before the next."""

    def about_actions(self, point: QPoint) -> Sequence[QAction]:
        """Return what the menu at a point of the screen offers to comment on."""
        evidence = self._view.pointer.evidence_at(self._view.viewport().mapFromGlobal(point))
        return self._about.actions_for(evidence.extract_id if evidence else "")

    def serve(self, passages: PassageList) -> None:
        """Let a passage of the evidence be commented on where it stands."""
        self._about.serve(passages)

    def place(self) -> CellPlace | None:
        """Return the current cell."""
        ids = self._view.current_ids()
        return CellPlace(*ids) if ids else None

    def places(self) -> Sequence[CellPlace]:
        """Return the selected cells."""
        return [CellPlace(*ids) for ids in selected_ids(self._view)]

    def finish(self) -> bool:
        """Leave the cell that is being edited."""
        return self._charting.finish()

    def statement_at_caret(self) -> str:
        """Return the statement of the caret, if the cell is being edited."""
        in_place = self._charting.in_place
        return in_place.editor.current_statement().id if in_place.is_open else ""

    def show_panel(self, *, is_shown: bool) -> None:
        """Show or hide the comments beside the grid."""
        if is_shown:
            self._panels.open("comments")
        elif self._panels.is_shown("comments"):
            self._panels.toggle("comments")

    def go_back(self) -> None:
        """Bring the keyboard to the grid."""
        self._panels.show_main()

    def follow(self) -> None:
        """Show what is said of the current cell; the tab says how many comments are open on it."""
        super().follow()
        index = self._view.currentIndex()
        cell = self._view.grid_model.cell_at(index) if index.isValid() else None
        say_count(self._panels, cell.open_comments if cell else 0)

    def order_of(self, numbers: PlaceNumbers, place: CellPlace) -> tuple[int, ...]:
        """Go through one matrix before the next, in it row by row, or column by column."""
        row, column = numbers.rows[place.interview_id], numbers.columns[place.subtopic_id]
        return (column, row) if self.is_by_column else (numbers.themes[place.subtopic_id], row, column)

    def show_statement(self, statement_id: str) -> None:
        """Open the cell with the caret in a statement."""
        opened = self._charting.opened()
        if opened is not None:
            opened[0].put_caret_in(statement_id)

    def show_passage(self, extract_id: str) -> None:
        """Ask for the passage on the Chart desk."""
        self.passage_wanted.emit(extract_id)
