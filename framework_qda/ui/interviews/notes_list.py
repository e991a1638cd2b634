"""The notes of an interview: each document with its number of paragraphs, and the way to more."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from framework_qda.ui.style import em, set_icon, set_role
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import ElidedLabel, plain_label, thin_line, wrapped_label
from framework_qda.ui.words import count_words


class NotesLine(NamedTuple):
    """One document: what it is called and how long it is."""

    document_id: str
    name: str
    paragraphs: int


class NotesList(QWidget):
    """List documents; ask for an import, for the Chart desk, or for the removal of one."""

    import_requested = Signal()
    chart_requested = Signal()
    removal_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, em(self, 1.2), 0, 0)
        layout.setSpacing(em(self, 0.4))
        layout.addWidget(plain_label("Notes", "heading"))
        self._none = wrapped_label(
            "No notes yet. Import them from a Word or text file: times such as [00:12:05] and speakers at the "
            "beginning of a line are recognised.",
            "soft",
        )
        layout.addWidget(self._none)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(em(self, 0.2))
        layout.addLayout(self._lines)
        self._import = QPushButton("Import notes…")
        set_icon(self._import, "ph.download-simple")
        self._import.clicked.connect(self.import_requested)
        self._chart = QPushButton("Chart this interview")
        set_icon(self._chart, "ph.pencil-line")
        self._chart.clicked.connect(self.chart_requested)
        buttons = FlowLayout()
        buttons.setSpacing(em(self, 0.5))
        buttons.addWidget(self._import)
        buttons.addWidget(self._chart)
        layout.addLayout(buttons)
        self._shown: tuple[object, ...] = ()

    def show_lines(self, lines: Sequence[NotesLine], *, can_edit: bool) -> None:
        """Show the documents of an interview."""
        self._import.setEnabled(can_edit)
        self._none.setVisible(not lines)
        if self._shown == (tuple(lines), can_edit):
            return
        self._shown = (tuple(lines), can_edit)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._lines.addWidget(self._make_row(line, can_edit=can_edit))
        if lines:
            self._lines.addWidget(thin_line())

    def _make_row(self, line: NotesLine, *, can_edit: bool) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        name = ElidedLabel()
        name.setText(line.name)
        layout.addWidget(name, 1)
        layout.addWidget(plain_label(count_words(line.paragraphs, "paragraph"), "soft"))
        remove = QPushButton("Remove…")
        set_role(remove, "link")
        remove.setAccessibleName(f"Remove {line.name}")
        remove.setEnabled(can_edit)
        remove.clicked.connect(lambda: self.removal_requested.emit(line.document_id))
        layout.addWidget(remove)
        return row
