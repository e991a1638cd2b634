"""The recordings of an interview: how long each is, whether its file is there, and the way to more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from framework_qda.ui.style import em, set_icon, set_role
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import ElidedLabel, plain_label, thin_line, wrapped_label

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


class RecordingsList(QWidget):
    """List recordings; ask for more, for one that is missing, or for the removal of one."""

    add_requested = Signal()
    locate_requested = Signal(str)
    removal_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, em(self, 1.2), 0, 0)
        layout.setSpacing(em(self, 0.4))
        layout.addWidget(plain_label("Recordings", "heading"))
        self._none = wrapped_label(NONE_YET, "soft")
        layout.addWidget(self._none)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(em(self, 0.2))
        layout.addLayout(self._lines)
        self.add = QPushButton("Add recordings…")
        set_icon(self.add, "ph.microphone")
        self.add.clicked.connect(lambda _checked=False: self.add_requested.emit())
        buttons = FlowLayout()
        buttons.addWidget(self.add)
        layout.addLayout(buttons)
        self._shown: tuple[object, ...] = ()

    def show_lines(self, lines: Sequence[RecordingLine], *, can_edit: bool) -> None:
        """Show the recordings of an interview."""
        self.add.setEnabled(can_edit)
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
            top.addWidget(
                _link("Find…", f"Find {line.name}", can_edit, lambda: self.locate_requested.emit(line.recording_id))
            )
        top.addWidget(
            _link("Remove", f"Remove {line.name}", can_edit, lambda: self.removal_requested.emit(line.recording_id))
        )
        column.addLayout(top)
        if line.problem:
            column.addWidget(wrapped_label(line.problem, "soft"))
        return row


def _link(words: str, spoken: str, can_edit: bool, pressed: object) -> QPushButton:
    button = QPushButton(words)
    set_role(button, "link")
    button.setAccessibleName(spoken)
    button.setEnabled(can_edit)
    button.clicked.connect(pressed)
    return button
