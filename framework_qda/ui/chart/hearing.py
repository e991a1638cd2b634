"""Between the recording of an interview, its notes and a cell: what is heard where, and playing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.matrix.listening import Listening, cited_parts, read_listening
from framework_qda.ui.listening.player import Player

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framework_qda.model import Extract
    from framework_qda.project import Project
    from framework_qda.ui.chart.evidence import EvidenceWork
    from framework_qda.ui.chart.notes_pane import NotesPane
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.settings import Settings
    from framework_qda.ui.widgets.cell_editor import CellEditor


class Hearing(QObject):
    """Play what the notes and the references of a cell say. Nothing here takes the keyboard from the typing."""

    hinted = Signal(str)

    def __init__(self, notes: NotesPane, editor: CellEditor, evidence: EvidenceWork) -> None:
        super().__init__(editor)
        self._notes = notes
        self._editor = editor
        self._evidence = evidence
        self._project: Project | None = None
        self._operations: Operations | None = None
        self._extracts: dict[str, Extract] = {}
        self._interview_id = ""
        self.player = Player(notes.player_bar)
        self.player.hinted.connect(self.hinted)
        self.player.heard.connect(notes.view.gutter.show_heard)
        notes.document_shown.connect(self._show_document)
        notes.view.gutter.time_pressed.connect(self._play_from)
        editor.chip_played.connect(self.play_extract)

    @property
    def recording_id(self) -> str:
        """The recording that the bar shows, or an empty text."""
        return self.player.recording.id if self.player.recording is not None else ""

    def begin(self, operations: Operations, settings: Settings | None) -> None:
        """Play recordings of another project from now on."""
        project = operations.project
        self._project, self._operations = project, operations
        self._interview_id = ""
        self.player.begin(project, settings)

    def choose(self, recording_id: str) -> None:
        """Say which recording goes with the notes that are shown; an empty text: none."""
        document_id = self._notes.document_id
        if document_id and self._operations is not None:
            self._operations.run(lambda project: project.set_recording(document_id, recording_id))

    def show_interview(self, interview_id: str) -> None:
        """Offer the recordings of an interview; what is heard of another one ends."""
        if self._project is None:
            return
        if interview_id != self._interview_id:
            self.player.stop()
        self._interview_id = interview_id
        self.player.listening = read_listening(self._project.read, interview_id)
        self._show_document()

    def show_extracts(self, extracts: Iterable[Extract]) -> None:
        """Take note of the passages that can be asked for."""
        self._extracts = {extract.id: extract for extract in extracts}
        heard = self.player.listening.extracts(self._extracts.values())
        self._editor.show_playable(frozenset(heard))
        recording = self.player.recording
        own = [one for one in heard.values() if recording is not None and one.recording_id == recording.id]
        waveform = self.player.bar.waveform
        waveform.show_marks(cited_parts(own, waveform.length))

    def play_extract(self, extract_id: str) -> None:
        """Play the stretch of a passage."""
        extract = self._extracts.get(extract_id)
        if extract is not None:
            self.player.play_stretch(self.player.listening.extract(extract))

    def play_here(self) -> None:
        """Play the passage at hand: of the reference, or at the notes' caret; else on from the notes' paragraph."""
        extract_id = self._evidence.current_extract()
        listening = self.player.listening
        extract = self._extracts.get(extract_id)
        if extract is not None and listening.extract(extract) is not None:
            self.player.play_stretch(listening.extract(extract))
        else:
            number = self._notes.view.textCursor().blockNumber()
            lines = self._notes.view.lines
            self._play_from(lines[number].paragraph_id if number < len(lines) else "")

    def _play_from(self, paragraph_id: str) -> None:
        self.player.play_from(self.player.listening.paragraph(paragraph_id))

    def _show_document(self) -> None:
        listening: Listening = self.player.listening
        document_id = self._notes.document_id
        self.player.show_notes(listening, document_id)
        self._notes.view.gutter.show_recording(listening.recording(document_id) is not None)
        self.show_extracts(self._extracts.values())
