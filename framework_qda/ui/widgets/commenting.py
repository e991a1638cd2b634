"""Commenting beside a desk: shows what is said of its cell, and writes what somebody says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.matrix.remarks import cell_subjects, cell_threads, places_with_remarks
from framework_qda.model import Interview
from framework_qda.project.wording import subtopic_number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framework_qda.matrix.remarks import Subject, Thread
    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.cell_place import CellPlace
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.widgets.comments_panel import CommentsPanel

NONE_OPEN = "No comment is open on any cell."
TYPES = ("comment", "cell", "extract", "analyst", "paragraph")
"""What alters the threads of a cell or what stands in them."""


class Commenting(QObject):
    """Comments on the cell that a desk shows. Reads nothing while the panel is hidden."""

    hinted = Signal(str)

    def __init__(self, panel: CommentsPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._operations: Operations | None = None
        self._place: CellPlace | None = None
        self.before_writing: Callable[[], bool] = lambda: True
        """Writes what is being typed in the cell; says whether nothing is left to write."""
        panel.commented.connect(self._comment)
        panel.replied.connect(self._reply)
        panel.sent_back.connect(self._send_back)
        panel.resolve_wanted.connect(self._resolve)

    def begin(self, operations: Operations) -> None:
        """Work in another project from now on."""
        self._operations, self._place = operations, None
        self.show_cell(None)

    def show_cell(self, place: CellPlace | None) -> None:
        """Show what is said of a cell; `None`: of none."""
        self._place = place
        if not self._panel.isHidden():
            self.refresh()

    def refresh(self) -> None:
        """Read again what is said."""
        operations, place = self._operations, self._place
        if operations is None or place is None:
            self._panel.show_threads("", "", (), None, can_write=False)
            return
        reader = operations.project.read
        cell = reader.cell(*place)
        interview = reader.get(Interview, place.interview_id)
        where = f"{interview.code if interview else '?'} · {subtopic_number(reader, place.subtopic_id)}"
        self._panel.show_threads(
            cell.id, where, cell_subjects(reader, cell), cell_threads(reader, cell), can_write=operations.can_edit
        )

    def show_changes(self, changes: Changes) -> None:
        """Show what an action changed."""
        if not self._panel.isHidden() and changes.touches(*TYPES):
            self.refresh()

    def next_place(self, order: Sequence[CellPlace], direction: int) -> CellPlace | None:
        """Return the next cell in an order on which a comment is open, after the last the first; `None`: no other."""
        if self._operations is None:
            return None
        wanted = places_with_remarks(self._operations.project.read)
        places = [place for place in order if tuple(place) in wanted]
        if not places:
            self.hinted.emit(NONE_OPEN)
            return None
        numbers = {place: number for number, place in enumerate(order)}
        here = numbers.get(self._place, -1) if self._place else -1
        if direction > 0:
            return next((place for place in places if numbers[place] > here), places[0])
        return next((place for place in reversed(places) if numbers[place] < here), places[-1])

    # -- writing

    def _comment(self, subject: Subject, words: str) -> None:
        self._write(
            lambda project: project.comment(
                subject.type_name, subject.record_id, words, statement_id=subject.statement_id
            )
        )

    def _reply(self, thread: Thread, words: str) -> None:
        remark = thread.remark.comment_id
        self._write(lambda project: project.comment(thread.subject_type, thread.subject_id, words, remark))

    def _send_back(self, words: str) -> None:
        place = self._place
        if place is not None:
            self._write(lambda project: project.send_back(*place, words))

    def _write(self, action: Callable[[Project], Changes]) -> None:
        """Write what is in the field, and empty it once it is written."""
        if self._operations is None or not self.before_writing():
            return
        key = self._panel.key
        changes = self._operations.run(action)
        if changes is not None:
            self._panel.take_sent(key)
            self.refresh()

    def _resolve(self, comment_id: str, is_resolved: bool) -> None:
        if self._operations is not None:
            self._operations.run(lambda project: project.resolve_comment(comment_id, is_resolved))
