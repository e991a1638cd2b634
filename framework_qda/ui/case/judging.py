"""Setting verdicts and writing their notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.model import Verdict
from framework_qda.project.ids import verdict_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework_qda.ui.case.model import Place
    from framework_qda.ui.case.view import CaseView
    from framework_qda.ui.operations import Operations

ELSEWHERE = "Press Enter to go to the case study: notes are written there."
NOTHING_TO_JUDGE = (
    "Interviews that were chosen one by one have no verdict: open their case study to compare its agencies."
)


class Judging(QObject):
    """Write the verdict of the current line, and notes on verdicts; `where` says which line that is."""

    hinted = Signal(str)

    def __init__(self, view: CaseView, where: Callable[[], Place | None]) -> None:
        super().__init__(view)
        self._view = view
        self._where = where
        self._operations: Operations | None = None
        view.note_written.connect(self._write_note)
        view.note_requested.connect(self.edit_note)

    def begin(self, operations: Operations) -> None:
        """Write into another project from now on."""
        self._operations = operations

    def judge(self, verdict: str) -> None:
        """Set the verdict of the current line, in the case study of the current column; empty takes it back."""
        place = self._where()
        if place is None or self._operations is None or not self._operations.can_edit:
            return
        if not place.case_study_id:
            self.hinted.emit(NOTHING_TO_JUDGE)
            return
        record_id = verdict_id(place.case_study_id, place.subtopic_id)
        if "verdict" in self._operations.project.read.conflicts(record_id).get(record_id, {}):
            # Set apart in two copies: a decision is written also where it is what is shown.
            self._operations.run(lambda project: project.decide(Verdict, record_id, verdict=verdict))
        else:
            self._operations.run(lambda project: project.judge(place.case_study_id, place.subtopic_id, verdict=verdict))

    def edit_note(self) -> None:
        """Write the note of the verdict of the current line, in its place."""
        if self._operations is None or not self._operations.can_edit:
            return
        if not self._view.isVisible():
            self.hinted.emit(ELSEWHERE)
        elif self._view.currentIndex().isValid() and not self._view.edit_note():
            self.hinted.emit(NOTHING_TO_JUDGE)

    def _write_note(self, place: Place, note: str) -> None:
        if self._operations is None:
            return
        changes = self._operations.run(lambda project: project.judge(place.case_study_id, place.subtopic_id, note=note))
        if changes is None:
            self._view.write_again(place, note)
