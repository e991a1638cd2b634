"""Commenting beside a desk: shows what is said of its cell or record, and writes what somebody says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.matrix.remarks import Subject, cell_subjects, interview_subjects, threads_on, with_edits
from framework_qda.model import Interview
from framework_qda.project.wording import subtopic_number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framework_qda.matrix.remarks import Thread
    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.cell_place import CellPlace
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.widgets.comments_panel import CommentsPanel

TYPES = ("comment", "cell", "extract", "analyst", "paragraph", "document", "recording", "informant", "interview")
"""What alters the threads or what stands in them."""


class Commenting(QObject):
    """Comments on the cell or the record that a desk shows. Reads nothing while the panel is hidden."""

    was_sent_back = Signal(object)
    """Cells were sent back with the words of the field: a sequence of `CellPlace`."""

    def __init__(self, panel: CommentsPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._operations: Operations | None = None
        self._place: CellPlace | None = None
        self._record: tuple[str, str, str] | None = None
        self.before_writing: Callable[[], bool] = lambda: True
        """Writes what is being typed in the cell; says whether nothing is left to write."""
        panel.commented.connect(self._comment)
        panel.replied.connect(self._reply)
        panel.changed.connect(self._change)
        panel.deleted.connect(self._delete)
        panel.sent_back.connect(self._send_back)
        panel.resolve_wanted.connect(self._resolve)

    def begin(self, operations: Operations) -> None:
        """Work in another project from now on."""
        self._operations = operations
        self._panel.form.use(operations.unsent)
        self.show_cell(None)

    def show_cell(self, place: CellPlace | None) -> None:
        """Show what is said of a cell; `None`: of none."""
        self._place, self._record = place, None
        if not self._panel.isHidden():
            self.refresh()

    def show_record(self, type_name: str, record_id: str, name: str) -> None:
        """Show what is said of a record that is no cell; of an interview, of its notes and recordings too."""
        self._place, self._record = None, (type_name, record_id, name)
        if not self._panel.isHidden():
            self.refresh()

    def refresh(self) -> None:
        """Read again what is said."""
        if self._operations is None or (self._place is None and self._record is None):
            self._panel.show_threads("", "", (), None, can_write=False)
            return
        key, where, subjects = self._subjects(self._operations.project)
        project = self._operations.project
        threads = with_edits(threads_on(project.read, subjects, project.analyst_id), project.comment_edited_at)
        self._panel.show_threads(key, where, subjects, threads, can_write=self._operations.can_edit)

    def _subjects(self, project: Project) -> tuple[str, str, Sequence[Subject]]:
        """Return what is shown: its id, its name, and what can be remarked on in it."""
        if self._record is not None:
            type_name, record_id, name = self._record
            if type_name == "interview":
                return record_id, name, interview_subjects(project.read, record_id)
            return record_id, name, (Subject(type_name, record_id, name),)
        assert self._place is not None
        cell = project.read.cell(*self._place)
        interview = project.read.get(Interview, self._place.interview_id)
        where = f"{interview.code if interview else '?'} · {subtopic_number(project.read, self._place.subtopic_id)}"
        return cell.id, where, cell_subjects(project.read, cell)

    def show_changes(self, changes: Changes) -> None:
        """Show what an action changed."""
        if not self._panel.isHidden() and changes.touches(*TYPES):
            self.refresh()

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

    def _change(self, comment_id: str, words: str) -> None:
        self._write(lambda project: project.edit_comment(comment_id, words))

    def _delete(self, comment_id: str) -> None:
        if self._operations is not None:
            self._operations.run(lambda project: project.delete_comment(comment_id))

    def _send_back(self, words: str) -> None:
        cells = self._panel.form.cells or ((self._place,) if self._place is not None else ())
        if len(cells) == 1:
            is_written = self._write(lambda project: project.send_back(*cells[0], words))
        else:
            is_written = bool(cells) and self._write(lambda project: project.send_back_all(cells, words))
        if is_written:
            self.was_sent_back.emit(cells)

    def _write(self, action: Callable[[Project], Changes]) -> bool:
        """Write what is in the field, and empty it once it is written."""
        if self._operations is None or not self.before_writing():
            return False
        key = self._panel.key
        changes = self._operations.run(action)
        if changes is not None:
            self._panel.take_sent(key)
            self.refresh()
        return changes is not None

    def _resolve(self, comment_id: str, is_resolved: bool) -> None:
        if self._operations is not None:
            self._operations.run(lambda project: project.resolve_comment(comment_id, is_resolved))
