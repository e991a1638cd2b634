"""The notes and the recordings of the chosen interview, below its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from framework_qda.matrix.outline import framework_outline
from framework_qda.model import Document, Recording
from framework_qda.text.timecodes import format_timecode
from framework_qda.ui.interviews.notes_list import NotesLine, NotesList
from framework_qda.ui.interviews.recordings_list import RecordingLine, RecordingsList
from framework_qda.ui.removal import describe_loss
from framework_qda.ui.widgets.dialogs import ask

if TYPE_CHECKING:
    from framework_qda.ui.outline_desk import OutlineDesk


class Holdings(QObject):
    """List what an interview has, and do what is asked of a line: import, chart, add, find again, remove."""

    def __init__(self, desk: OutlineDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._interview_id = ""
        self.notes, self.recordings = NotesList(), RecordingsList()
        self.notes.import_requested.connect(desk.import_requested)
        self.notes.chart_requested.connect(self._chart)
        self.notes.removal_requested.connect(self._remove_document)
        self.recordings.add_requested.connect(lambda: desk.recording_requested.emit(self._interview_id))
        self.recordings.locate_requested.connect(desk.recording_missed)
        self.recordings.removal_requested.connect(
            lambda recording_id: desk.operations.run(lambda project: project.delete(Recording, recording_id))
        )
        for part in (self.notes, self.recordings):
            desk.panel.below.addWidget(part)

    def show_interview(self, interview_id: str) -> None:
        """Show what an interview has; nothing while none is chosen."""
        self._interview_id = interview_id
        for part in (self.notes, self.recordings):
            part.setVisible(bool(interview_id))
        if interview_id:
            can_edit = self._desk.operations.can_edit
            self.notes.show_lines(self._notes_lines(), can_edit=can_edit)
            self.recordings.show_lines(self._recording_lines(), can_edit=can_edit)

    def show_part(self, type_name: str) -> None:
        """Bring the notes (`document`) or the recordings (`recording`) into view."""
        self._desk.panel.ensureWidgetVisible(self.notes if type_name == "document" else self.recordings)

    def _notes_lines(self) -> list[NotesLine]:
        read = self._desk.project.read
        return [
            NotesLine(each.id, each.title or each.file_name or "Notes", len(read.paragraphs(each.id)))
            for each in read.documents(self._interview_id)
        ]

    def _recording_lines(self) -> list[RecordingLine]:
        project = self._desk.project
        return [
            RecordingLine(
                each.id,
                each.title or each.path,
                "" if each.length_ms is None else format_timecode(each.length_ms),
                project.recording_file(each.id).problem,
            )
            for each in project.read.recordings(self._interview_id)
        ]

    def _chart(self) -> None:
        desk = self._desk
        columns = [column for outline in framework_outline(desk.project.read) for column in outline.columns]
        if columns:
            desk.cell_requested.emit(self._interview_id, columns[0].subtopic_id)
        else:
            desk.desk_requested.emit("framework")

    def _remove_document(self, document_id: str) -> None:
        desk = self._desk
        document = desk.project.read.get(Document, document_id)
        if document is None:
            return
        loss = describe_loss(desk.project.read, document)
        words = f"With them go {loss}; what rests on them keeps its words but loses its place. " if loss else ""
        if ask(desk, "Remove these notes?", f"{words}Undo brings everything back.", "Remove"):
            desk.operations.run(lambda project: project.delete(Document, document_id))
