"""Reading and reviewing on the Chart desk: comments on the cell that is open, accepting it, sending it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.widgets.commenting import Commenting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from framework_qda.model import Changes
    from framework_qda.ui.chart.panes import ChartPanes
    from framework_qda.ui.operations import Operations

NOTHING_TO_ACCEPT = "There is nothing to accept: the cell has no words."
ACCEPTED = "Accepted. It says in the history who accepted it, and when."


class ChartReviewing(QObject):
    """What a reviewer does with the cell that is open."""

    hinted = Signal(str)
    cell_wanted = Signal(object)
    """A `CellPlace`."""

    def __init__(self, panes: ChartPanes) -> None:
        super().__init__(panes)
        self._panes = panes
        self._operations: Operations | None = None
        self.commenting = Commenting(panes.comments)
        self.commenting.before_writing = panes.saving.write
        self.commenting.hinted.connect(self.hinted)
        panes.comments.close_requested.connect(self.toggle)
        panes.comments.left.connect(panes.focus_cell)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what the commands do."""
        return {
            "chart.comment": self.comment,
            "chart.comments": self.toggle,
            "chart.next_comment": lambda: self._go_to_comment(1),
            "chart.previous_comment": lambda: self._go_to_comment(-1),
            "chart.accept": self.accept,
            "chart.send_back": self.send_back,
        }

    def begin(self, operations: Operations) -> None:
        """Work in another project from now on."""
        self._operations = operations
        self.commenting.begin(operations)

    def show_cell(self, place: CellPlace | None) -> None:
        """Show what is said of a cell."""
        self.commenting.show_cell(place)

    def show_changes(self, changes: Changes) -> None:
        """Show what an action changed."""
        self.commenting.show_changes(changes)

    def toggle(self) -> None:
        """Show or hide the comments."""
        is_shown = self._panes.comments.isHidden()
        self._panes.show_comments(is_shown=is_shown)
        if is_shown:
            self.commenting.refresh()
        else:
            self._panes.focus_cell()

    def comment(self) -> None:
        """Write a remark on the statement of the cursor, or on the cell."""
        if self._is_ready():
            editor = self._panes.cell.editor
            statement_id = editor.current_statement().id if editor.hasFocus() and editor.content() else ""
            self._panes.comments.ask(statement_id)

    def send_back(self) -> None:
        """Ask for the words that go with sending the cell back."""
        if self._is_ready():
            self._panes.comments.ask_why()

    def _is_ready(self) -> bool:
        """Write what is being typed, and show the panel with it."""
        if self._operations is None or self._panes.saving.place is None or not self._panes.saving.write():
            return False
        self._panes.show_comments(is_shown=True)
        self.commenting.refresh()
        return True

    def accept(self) -> None:
        """Call the cell read and accepted."""
        place, operations = self._panes.saving.place, self._operations
        if place is None or operations is None or not self._panes.saving.write():
            return
        if not operations.project.read.cell(*place).content:
            self.hinted.emit(NOTHING_TO_ACCEPT)
        elif operations.run(lambda project: project.accept([place])) is not None:
            self.hinted.emit(ACCEPTED)

    def _go_to_comment(self, direction: int) -> None:
        walk = self._panes.walk
        order = [CellPlace(row.interview_id, column.subtopic_id) for row in walk.rows for column in walk.columns]
        place = self.commenting.next_place(order, direction)
        if place is not None:
            self._panes.show_comments(is_shown=True)
            self.cell_wanted.emit(place)
