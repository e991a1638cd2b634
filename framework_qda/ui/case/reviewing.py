"""Reading and reviewing on the Case desk: the chosen cell of an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from framework_qda.matrix.spelling import WordPlace
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.matrix.table_reviewing import TableReviewing

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework_qda.matrix.grid import GridCell
    from framework_qda.matrix.place_order import PlaceNumbers
    from framework_qda.ui.case.frame import CaseFrame

NO_CELL = "Choose a cell of an interview: nobody comments on a verdict."


class CaseReviewing(TableReviewing):
    """What a reviewer does with the chosen cell; a verdict has a note instead."""

    statement_wanted = Signal(object)
    """A `WordPlace`: a statement that is to be read beside its notes."""

    def __init__(self, frame: CaseFrame) -> None:
        super().__init__(frame.comments, frame.panels, frame.view)
        self._frame = frame
        frame.view.current_moved.connect(self.follow)
        self.serve(frame.evidence.passages)

    def place(self) -> CellPlace | None:
        """Return the chosen cell; none while a verdict is chosen."""
        place = self._frame.view.current_place()
        is_cell = place is not None and place.interview_id and self._frame.is_table_shown
        return CellPlace(place.interview_id, place.subtopic_id) if place is not None and is_cell else None

    def cell(self) -> GridCell | None:
        """Return the chosen cell as it is shown."""
        view = self._frame.view
        return view.case_model.cell_at(view.currentIndex()) if self.place() is not None else None

    def finish(self) -> bool:
        """Write the note of a verdict that is being typed."""
        self._frame.view.finish_note()
        return True

    def comment(self) -> None:
        """Write a remark on the cell, or say why that cannot be."""
        self._require_cell(super().comment)

    def accept(self) -> None:
        """Call the cell read and accepted, or say why that cannot be."""
        self._require_cell(super().accept)

    def send_back(self) -> None:
        """Ask for the words that go with sending the cell back, or say why that cannot be."""
        self._require_cell(super().send_back)

    def _require_cell(self, act: Callable[[], object]) -> None:
        if self.place() is None:
            self.hinted.emit(NO_CELL)
        else:
            act()

    def order_of(self, numbers: PlaceNumbers, place: CellPlace) -> tuple[int, ...]:
        """Go through one case study before the next, in it sub-topic by sub-topic."""
        interview_id, subtopic_id = place
        return (numbers.bands.get(interview_id, -1), numbers.columns[subtopic_id], numbers.rows[interview_id])

    def show_statement(self, statement_id: str) -> None:
        """Ask for the statement on the Chart desk."""
        place = self.place()
        if place is not None:
            self.statement_wanted.emit(WordPlace("", *place, statement_id))
