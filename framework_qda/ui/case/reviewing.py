"""Reading and reviewing on the Case desk: the chosen cell of an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from framework_qda.matrix.spelling import WordPlace
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.widgets.about_menu import AboutMenu
from framework_qda.ui.widgets.cell_reviewing import CellReviewing, say_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction

    from framework_qda.matrix.place_order import PlaceNumbers
    from framework_qda.ui.case.frame import CaseFrame

NO_CELL = "Choose a cell of an interview: nobody comments on a verdict."


class CaseReviewing(CellReviewing):
    """What a reviewer does with the chosen cell; a verdict has a note instead."""

    passage_wanted = Signal(str)
    statement_wanted = Signal(object)
    """A `WordPlace`: a statement that is to be read beside its notes."""

    def __init__(self, frame: CaseFrame) -> None:
        super().__init__(frame.comments, frame)
        self._frame = frame
        frame.view.current_moved.connect(self.follow)
        frame.panels.shown_changed.connect(self.follow)
        self._about = AboutMenu(self, frame)
        self._about.serve(frame.evidence.passages)

    def about_actions(self, point: QPoint) -> Sequence[QAction]:
        """Return what the menu at a point of the screen offers to comment on."""
        view = self._frame.view
        evidence = view.pointer.evidence_at(view.viewport().mapFromGlobal(point))
        return self._about.actions_for(evidence.extract_id if evidence else "")

    def place(self) -> CellPlace | None:
        """Return the chosen cell; none while a verdict is chosen."""
        place = self._frame.view.current_place()
        is_cell = place is not None and place.interview_id and self._frame.is_table_shown
        return CellPlace(place.interview_id, place.subtopic_id) if place is not None and is_cell else None

    def finish(self) -> bool:
        """Write the note of a verdict that is being typed."""
        self._frame.view.finish_note()
        return True

    def show_panel(self, *, is_shown: bool) -> None:
        """Show or hide the comments beside the table."""
        if is_shown:
            self._frame.panels.open("comments")
        elif self._frame.panels.is_shown("comments"):
            self._frame.panels.toggle("comments")

    def go_back(self) -> None:
        """Bring the keyboard to the table."""
        self._frame.panels.show_main()

    def follow(self) -> None:
        """Show what is said of the chosen cell; the tab says how many comments are open on it."""
        super().follow()
        view = self._frame.view
        cell = view.case_model.cell_at(view.currentIndex()) if self.place() is not None else None
        say_count(self._frame.panels, cell.open_comments if cell else 0)

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

    def show_passage(self, extract_id: str) -> None:
        """Ask for the passage on the Chart desk."""
        self.passage_wanted.emit(extract_id)
