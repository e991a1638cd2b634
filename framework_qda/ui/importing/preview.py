"""One file of an import as its paragraphs, with what somebody should know of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from framework_qda.io.notes_txt import ENCODINGS
from framework_qda.ui.chart.notes_text import NotesLine
from framework_qda.ui.chart.notes_view import NotesView
from framework_qda.ui.importing.new_interview import NewInterviewForm
from framework_qda.ui.importing.plan import PlannedFile
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.labels import ElidedLabel, plain_label, wrapped_label


class Preview(QWidget):
    """Show the paragraphs of a file as the Chart desk will, its remarks, and the encoding of a text file."""

    encoding_chosen = Signal(str)

    def __init__(self, case_studies: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self.title = ElidedLabel("heading")
        self.remarks = wrapped_label("", "soft")
        self.new_interview = NewInterviewForm(case_studies)
        self.encoding = QComboBox()
        self.encoding.setAccessibleName("Encoding of the file")
        for key, words in ENCODINGS.items():
            self.encoding.addItem(words, key)
        self.encoding.activated.connect(lambda place: self.encoding_chosen.emit(self.encoding.itemData(place)))
        self._encoding_label = plain_label("Encoding", "label")
        self._encoding_label.setBuddy(self.encoding)
        self.notes = NotesView()
        self.notes.setAccessibleName("Preview of the file")
        self.notes.setMinimumHeight(em(self, 4))
        set_role(self.notes, "framed")
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self._encoding_label)
        top.addWidget(self.encoding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, em(self, 0.5), 0, 0)
        layout.setSpacing(em(self, 0.4))
        layout.addLayout(top)
        layout.addWidget(self.new_interview)
        layout.addWidget(self.remarks)
        layout.addWidget(self.notes, 1)

    def show_file(self, file: PlannedFile, remarks: Sequence[str], new_count: int = 0) -> None:
        """Show a file, one of so many with a new interview; its paragraphs are written anew only if they are others."""
        self.new_interview.show_new(file.new, new_count)
        self.title.setText(file.path.name)
        set_role(self.remarks, "error" if file.problem else "soft")
        self.remarks.setText("Reading…" if file.is_reading else "\n".join(remarks))
        self.remarks.setVisible(bool(self.remarks.text()))
        is_text = bool(file.encoding)
        self._encoding_label.setVisible(is_text)
        self.encoding.setVisible(is_text)
        self.encoding.setEnabled(not file.is_reading)
        self._show_encoding(file.encoding)
        shown = (file.path, file.notes)
        if shown != self._shown:
            self._shown = shown
            paragraphs = () if file.notes is None else file.notes.paragraphs
            self.notes.show_lines(
                [
                    NotesLine(str(number), number, each.text, each.speaker, each.start_ms)
                    for number, each in enumerate(paragraphs, start=1)
                ]
            )

    def _show_encoding(self, encoding: str) -> None:
        place = self.encoding.findData(encoding)
        if place < 0 and encoding:  # found by its mark, and so rare that nobody would choose it
            self.encoding.addItem(encoding.upper(), encoding)
            place = self.encoding.count() - 1
        self.encoding.setCurrentIndex(place)
