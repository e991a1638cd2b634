"""What is to be done, a line each: the count, the words, and with a click or Enter the next place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.labels import ElidedLabel, plain_label, thin_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.matrix.board import Todo

COUNT_EMS = 3.4


class TodoRow(QPushButton):
    """One line. `pointed(True)` while the pointer or the focus is on it."""

    pointed = Signal(bool)

    def __init__(self, todo: Todo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "row")
        self.todo = todo
        count = plain_label(f"{todo.count:,}", "heading", self)
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        count.setFixedWidth(em(self, COUNT_EMS))
        words = ElidedLabel("", self)
        words.setText(todo.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 0.3), em(self, 0.35), em(self, 0.5), em(self, 0.35))
        row.setSpacing(em(self, 0.8))
        row.addWidget(count)
        row.addWidget(words, 1)
        for label in (count, words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(f"{todo.count:,} {todo.words}: go to the next")
        self.setToolTip("Go to the next of them")

    def sizeHint(self) -> QSize:
        """Return the size of the labels."""
        return self.layout().sizeHint() if self.layout() else super().sizeHint()

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
        self.rows: list[TodoRow] = []
        self._shown: tuple[Todo, ...] | None = None

    def show_todos(self, todos: Sequence[Todo], *, is_complete: bool) -> None:
        """Show the lines; as long as they are not complete, nothing is said to be done."""
        if tuple(todos) == self._shown and todos:
            return
        self._shown = tuple(todos)
        focused = next((row.todo.key for row in self.rows if row.hasFocus()), "")
        while (item := self._column.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().setParent(None)
                item.widget().deleteLater()
        self.rows = [TodoRow(todo) for todo in todos]
        for place, row in enumerate(self.rows):
            if place:
                self._column.addWidget(thin_line())
            self._column.addWidget(row)
            row.clicked.connect(lambda _checked=False, todo=row.todo: self.chosen.emit(todo))
            row.pointed.connect(lambda is_on, todo=row.todo: self.pointed.emit(todo if is_on else None))
            if row.todo.key == focused:
                row.setFocus()
        if not self.rows and is_complete:
            label = plain_label("Nothing waits for you.", "soft")
            label.setContentsMargins(em(self, 0.6), em(self, 0.4), 0, em(self, 0.4))
            self._column.addWidget(label)
