"""The notes of an interview: each document with its number of paragraphs, and the way to more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from framework_qda.ui.interviews.line_list import LineList, link_button
from framework_qda.ui.style import set_icon
from framework_qda.ui.widgets.labels import ElidedLabel, plain_label
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

NONE_YET = (
    "No notes yet. Import them from a Word or text file: times such as [00:12:05] and speakers at the beginning of a "
    "line are recognised."
)


class NotesLine(NamedTuple):
    """One document: what it is called and how long it is."""

    document_id: str
    name: str
    paragraphs: int


class NotesList(LineList):
    """List documents; ask for an import, for the Chart desk, or for the removal of one."""

    import_requested = Signal()
    chart_requested = Signal()
    removal_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        to_import, to_chart = QPushButton("Import notes…"), QPushButton("Chart this interview")
        super().__init__("Notes", NONE_YET, (to_import, to_chart), parent)
        set_icon(to_import, "ph.download-simple")
        set_icon(to_chart, "ph.pencil-line")
        to_import.clicked.connect(self.import_requested)
        to_chart.clicked.connect(self.chart_requested)
        self._import = to_import

    def show_lines(self, lines: Sequence[NotesLine], *, can_edit: bool) -> None:
        """Show the documents of an interview."""
        self._import.setEnabled(can_edit)
        self.show_rows(lines, partial(self._make_row, can_edit=can_edit), can_edit=can_edit)

    def _make_row(self, line: NotesLine, *, can_edit: bool) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        name = ElidedLabel()
        name.setText(line.name)
        layout.addWidget(name, 1)
        layout.addWidget(plain_label(count_words(line.paragraphs, "paragraph"), "soft"))
        ask = partial(self.removal_requested.emit, line.document_id)
        layout.addWidget(link_button("Remove…", f"Remove {line.name}", ask, can_edit=can_edit))
        return row
