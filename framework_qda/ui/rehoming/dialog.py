"""The dialog that lists the statements to re-home: choose where one goes, Enter, and the next is there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from framework_qda.matrix.finding import CellNames, PlaceName, find_columns, read_names
from framework_qda.matrix.reshaping import PlacedStatement, statements_to_rehome
from framework_qda.ui.style import em
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.labels import plain_label, wrapped_label
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from framework_qda.ui.operations import Operations

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
NONE_LEFT = "No statement waits to be re-homed."


class RehomingDialog(PlainDialog):
    """Move one statement after the other to its sub-topic; each move is one undo step."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__("Statements to re-home", parent=parent, is_tall=True)
        self._operations = operations
        self._waiting: list[PlacedStatement] = []
        self._names = CellNames()
        self._found: list[PlaceName] = []
        self.statements, self.columns = QListWidget(), QListWidget()
        self.field = QLineEdit()
        self.field.setPlaceholderText("A number such as 2.3, or part of a name; Enter moves the statement there")
        self.outcome = wrapped_label("", "soft")
        self.leave_button = QPushButton("It belongs where it is")
        self.leave_button.setToolTip("The chosen statement no longer waits to be re-homed")
        self.leave_button.clicked.connect(lambda _checked=False: self.leave_statement())
        self._arrange()
        self.field.textChanged.connect(lambda _text: self._find())
        self.field.installEventFilter(self)
        self.columns.itemActivated.connect(lambda _item: self.move_statement())
        self.statements.currentRowChanged.connect(lambda _row: self._find())
        self._show_waiting(0)
        self.field.setFocus()

    def move_statement(self) -> None:
        """Move the chosen statement to the chosen sub-topic, and go on to the next one."""
        row, place = self.statements.currentRow(), self.columns.currentRow()
        if not (0 <= row < len(self._waiting) and 0 <= place < len(self._found)):
            return
        placed, target = self._waiting[row], self._found[place]
        changes = self._operations.run(
            lambda project: project.move_statements(
                placed.interview_id, placed.subtopic_id, target.id, [placed.statement.id]
            ),
            self.tell_problem,
        )
        if changes is not None:
            self.tell_problem("")
            self.field.clear()
            self._show_waiting(row)

    def leave_statement(self) -> None:
        """Let the chosen statement stay in its cell, no longer to be re-homed, and go on to the next one."""
        row = self.statements.currentRow()
        if not 0 <= row < len(self._waiting):
            return
        placed = self._waiting[row]
        marks = replace(placed.statement.marks, to_rehome=False)
        changes = self._operations.run(
            lambda project: project.mark_statement(placed.interview_id, placed.subtopic_id, placed.statement.id, marks),
            self.tell_problem,
        )
        if changes is not None:
            self.tell_problem("")
            self._show_waiting(row)
            self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the sub-topics from the field, and move on Enter."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and self._found:
                self.columns.setCurrentRow((self.columns.currentRow() + step) % len(self._found))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.move_statement()
                return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        parts = (
            ("Statements", self.statements, 8),
            ("Move to", self.field, 0),
            ("Sub-topics found", self.columns, 5),
        )
        for words, part, height in parts:
            part.setAccessibleName(words)
            label = plain_label(words, "label")
            label.setBuddy(part)
            self.body.addWidget(label)
            self.body.addWidget(part)
            if part is self.statements:
                self.body.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignLeft)
            if isinstance(part, QListWidget):
                part.setMinimumHeight(em(self, height))
                part.setWordWrap(True)
                part.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setStretch(self.body.indexOf(self.statements), 3)
        self.body.setStretch(self.body.indexOf(self.columns), 2)
        self.body.addWidget(self.outcome)
        self.resize(em(self, 46), em(self, 44))

    def _show_waiting(self, row: int) -> None:
        read = self._operations.project.read
        self._names = read_names(read)
        self._waiting = statements_to_rehome(read)
        labels = {each.id: each.label for each in self._names.columns}
        self.statements.clear()
        for placed in self._waiting:
            place = f"{placed.code} · {placed.number} {labels.get(placed.subtopic_id, '')}".rstrip()
            self.statements.addItem(QListWidgetItem(f"{place}\n{placed.statement.text}"))
        count = count_words(len(self._waiting), "statement")
        verb = "waits" if len(self._waiting) == 1 else "wait"
        self.outcome.setText(f"{count} {verb}." if self._waiting else NONE_LEFT)
        self.statements.setCurrentRow(min(row, len(self._waiting) - 1))
        for part in (self.field, self.leave_button):
            part.setEnabled(bool(self._waiting) and self._operations.can_edit)
        self._find()

    def _find(self) -> None:
        row = self.statements.currentRow()
        here = self._waiting[row].subtopic_id if 0 <= row < len(self._waiting) else ""
        others = tuple(each for each in self._names.columns if each.id != here)
        self._found = find_columns(self.field.text(), CellNames((), others)) if here else []
        self.columns.clear()
        self.columns.addItems([f"{each.code}   {each.label}" for each in self._found])
        self.columns.setCurrentRow(0)


def open_rehoming(operations: Operations, parent: QWidget) -> None:
    """Show the list until it is closed."""
    dialog = RehomingDialog(operations, parent)
    dialog.exec()
    dialog.deleteLater()
