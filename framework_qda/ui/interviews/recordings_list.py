"""The recordings of an interview: how long each is, whether its file is there, and the way to more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from framework_qda.ui.interviews.line_list import LineList, link_button
from framework_qda.ui.style import set_icon
from framework_qda.ui.widgets.labels import ElidedLabel, plain_label, wrapped_label

if TYPE_CHECKING:
    from collections.abc import Sequence

NONE_YET = (
    "No recording yet. Its file stays where it is; with it, the Chart desk plays what the times in the notes point to."
)


class RecordingLine(NamedTuple):
    """One recording: what it is called, how long it is, and why its file cannot be found, if it cannot."""

    recording_id: str
    name: str
    length: str
    problem: str = ""


class RecordingsList(LineList):
    """List recordings; ask for more, for one that is missing, or for the removal of one."""

    add_requested = Signal()
    locate_requested = Signal(str)
    removal_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        add = QPushButton("Add recordings…")
        super().__init__("Recordings", NONE_YET, (add,), parent)
        set_icon(add, "ph.microphone")
        add.clicked.connect(lambda _checked=False: self.add_requested.emit())
        self.add = add

    def show_lines(self, lines: Sequence[RecordingLine], *, can_edit: bool) -> None:
        """Show the recordings of an interview."""
        self.add.setEnabled(can_edit)
        self.show_rows(lines, partial(self._make_row, can_edit=can_edit), can_edit=can_edit)

    def _make_row(self, line: RecordingLine, *, can_edit: bool) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        name = ElidedLabel()
        name.setText(line.name)
        top.addWidget(name, 1)
        top.addWidget(plain_label(line.length, "soft"))
        if line.problem:
            find = partial(self.locate_requested.emit, line.recording_id)
            top.addWidget(link_button("Find…", f"Find {line.name}", find, can_edit=can_edit))
        remove = partial(self.removal_requested.emit, line.recording_id)
        top.addWidget(link_button("Remove", f"Remove {line.name}", remove, can_edit=can_edit))
        column.addLayout(top)
        if line.problem:
            column.addWidget(wrapped_label(line.problem, "soft"))
        return row
