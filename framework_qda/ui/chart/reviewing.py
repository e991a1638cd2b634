"""Reading and reviewing on the Chart desk: the cell that is open, with the statement of the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from framework_qda.ui.widgets.cell_reviewing import CellReviewing

if TYPE_CHECKING:
    from framework_qda.model import Changes
    from framework_qda.ui.cell_place import CellPlace
    from framework_qda.ui.chart.panes import ChartPanes


class ChartReviewing(CellReviewing):
    """What a reviewer does with the cell that is open."""

    passage_wanted = Signal(str)

    def __init__(self, panes: ChartPanes) -> None:
        super().__init__(panes.comments, panes)
        self._panes = panes
        panes.cell.editor.offers_comments = True
        panes.cell.editor.comment_wanted.connect(self.comment_on)

    def show_changes(self, changes: Changes) -> None:
        """Show what an action changed, and how many comments are open now."""
        super().show_changes(changes)
        place = self.place()
        if place is not None and changes.touches("comment"):
            self._panes.show_remarks(place)

    def place(self) -> CellPlace | None:
        """Return the cell that is open."""
        return self._panes.saving.place

    def finish(self) -> bool:
        """Write what is being typed; the cell stays open."""
        return self._panes.saving.write()

    def statement_at_caret(self) -> str:
        """Return the statement of the caret, if somebody is writing."""
        editor = self._panes.cell.editor
        return editor.current_statement().id if editor.hasFocus() and editor.content() else ""

    def show_panel(self, *, is_shown: bool) -> None:
        """Show or hide the comments; in a narrow window the notes make room."""
        self._panes.room.show_comments(is_shown=is_shown)

    def go_back(self) -> None:
        """Bring the keyboard to the cell."""
        self._panes.focus_cell()

    def show_statement(self, statement_id: str) -> None:
        """Put the caret into a statement."""
        self._panes.cell.editor.put_caret_in(statement_id)
        self._panes.focus_cell()

    def show_passage(self, extract_id: str) -> None:
        """Select the reference, and show its passage in the notes."""
        self._panes.cell.editor.select_chip(extract_id)
        self._panes.focus_cell()
        self.passage_wanted.emit(extract_id)
