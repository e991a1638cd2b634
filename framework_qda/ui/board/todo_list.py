"""What is to be done, a line each: the count, the words, and with a click or Enter the next place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.labels import ElidedLabel, plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QEnterEvent, QFocusEvent

    from framework_qda.matrix.board import Todo

COUNT_EMS = 3.4
LISTED = ("rehome",)
"""What is to be done one after the other in a list of its own."""


class TodoRow(QPushButton):
    """One line. `pointed(True)` while the pointer or the focus is on it."""

    pointed = Signal(bool)

    def __init__(self, todo: Todo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "row")
        self.todo = todo
        self._count = plain_label("", "heading", self)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._count.setFixedWidth(em(self, COUNT_EMS))
        self._words = ElidedLabel("", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 0.3), em(self, 0.35), em(self, 0.5), em(self, 0.35))
        row.setSpacing(em(self, 0.8))
        row.addWidget(self._count)
        row.addWidget(self._words, 1)
        for label in (self._count, self._words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_todo(todo)

    def show_todo(self, todo: Todo) -> None:
        """Show how much of it there is now."""
        self.todo = todo
        self._count.setText(f"{todo.count:,}")
        self._words.setText(todo.words)
        does = "open the list" if todo.key in LISTED else "go to the next of them"
        self.setToolTip(f"{does[:1].upper()}{does[1:]}")
        self.setAccessibleName(f"{todo.count:,} {todo.words}: {does}")

    def sizeHint(self) -> QSize:
        """Return the size of the labels."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never cut a word."""
        return QSize(0, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Point at the places."""
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Point no longer, unless the focus does."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self.pointed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point at the places."""
        super().focusInEvent(event)
        self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point no longer."""
        super().focusOutEvent(event)
        self.pointed.emit(False)


class TodoList(QFrame):
    """All lines. `chosen(todo)` asks for its next place, `pointed(todo)` to show where it is, or `None`."""

    chosen = Signal(object)
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(em(self, 0.4), em(self, 0.3), em(self, 0.4), em(self, 0.3))
        self._column.setSpacing(0)
        self._nothing = plain_label("Nothing waits for you.", "soft", self)
        self._nothing.setContentsMargins(em(self, 0.6), em(self, 0.4), 0, em(self, 0.4))
        self._nothing.hide()
        self._column.addWidget(self._nothing)
        self.rows: list[TodoRow] = []

    def show_todos(self, todos: Sequence[Todo], *, is_complete: bool) -> None:
        """Show the lines; as long as they are not complete, nothing is said to be done."""
        known = {row.todo.key: row for row in self.rows}
        kept = [known.pop(todo.key) if todo.key in known else self._make_row(todo) for todo in todos]
        for row in known.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, (row, todo) in enumerate(zip(kept, todos, strict=True)):
            self._column.insertWidget(place, row)
            row.show_todo(todo)
        self.rows = kept
        self._nothing.setVisible(not kept and is_complete)

    def _make_row(self, todo: Todo) -> TodoRow:
        row = TodoRow(todo)
        row.clicked.connect(lambda _checked=False: self.chosen.emit(row.todo))
        row.pointed.connect(lambda is_on: self.pointed.emit(row.todo if is_on else None))
        return row
