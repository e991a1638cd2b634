"""Reading and reviewing in a table of cells, whatever its rows and columns are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from framework_qda.ui.widgets.about_menu import AboutMenu
from framework_qda.ui.widgets.cell_reviewing import CellReviewing, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction

    from framework_qda.matrix.grid import GridCell
    from framework_qda.ui.matrix.prose_table import ProseTable
    from framework_qda.ui.widgets.comments_panel import CommentsPanel
    from framework_qda.ui.widgets.passage_list import PassageList
    from framework_qda.ui.widgets.side_panels import SidePanels


class TableReviewing(CellReviewing):
    """What a reviewer does with the cells of a table, the comments in a panel at its side."""

    passage_wanted = Signal(str)

    def __init__(self, panel: CommentsPanel, panels: SidePanels, view: ProseTable) -> None:
        super().__init__(panel, view)
        self._panels, self._table = panels, view
        panels.shown_changed.connect(self.follow)
        self._about = AboutMenu(self, view)

    def cell(self) -> GridCell | None:
        """Return what is shown of the cell at hand."""
        raise NotImplementedError

    def about_actions(self, point: QPoint) -> Sequence[QAction]:
        """Return what the menu at a point of the screen offers to comment on."""
        evidence = self._table.pointer.evidence_at(self._table.viewport().mapFromGlobal(point))
        return self._about.actions_for(evidence.extract_id if evidence else "")

    def serve(self, passages: PassageList) -> None:
        """Let a passage of the evidence be commented on where it stands."""
        self._about.serve(passages)

    def show_panel(self, *, is_shown: bool) -> None:
        """Show or hide the comments beside the table."""
        if is_shown:
            self._panels.open("comments")
        elif self._panels.is_shown("comments"):
            self._panels.toggle("comments")

    def go_back(self) -> None:
        """Bring the keyboard to the table."""
        self._panels.show_main()

    def follow(self) -> None:
        """Show what is said of the cell at hand; the tab says how many comments are open on it."""
        super().follow()
        cell = self.cell()
        say_count(self._panels, cell.open_comments if cell else 0)

    def show_passage(self, extract_id: str) -> None:
        """Ask for the passage on the Chart desk."""
        self.passage_wanted.emit(extract_id)
