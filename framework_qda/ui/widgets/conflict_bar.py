"""What to do with a cell or a synthesis that two people wrote apart: both values, and a choice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from framework_qda.ui.style import em, state_look
from framework_qda.ui.widgets.labels import plain_label, wrapped_label
from framework_qda.ui.widgets.statement_blocks import new_statement_id
from framework_qda.ui.widgets.statement_view import StatementView
from framework_qda.ui.widgets.warning_frame import WarningFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.matrix.grid import ReferringStatement
    from framework_qda.model import Statement

WORDS = "Two people wrote this cell without knowing of each other. Both versions are kept until you choose."


def join_values(values: Sequence[Sequence[Statement]]) -> tuple[Statement, ...]:
    """Return all statements of several values one after the other, equal ones once, each with an id of its own."""
    joined: list[Statement] = []
    for value in values:
        for statement in value:
            if statement in joined:
                continue
            is_taken = statement.id in {each.id for each in joined}
            joined.append(replace(statement, id=new_statement_id()) if is_taken else statement)
    return tuple(joined)


class ConflictBar(WarningFrame):
    """Show the values of a conflicted cell side by side, or below each other where there is little room."""

    content_chosen = Signal(int)
    """The place of the content that shall stand; -1 for all of them, one after the other."""
    state_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, words: str = WORDS, is_stacked: bool = False) -> None:
        super().__init__(parent)
        self._is_stacked = is_stacked
        self._column = QVBoxLayout(self)
        self._column.addWidget(wrapped_label(words))
        self._values: QWidget | None = None
        self.hide()

    def show_conflict(self, contents: Sequence[Sequence[ReferringStatement]], states: Sequence[str]) -> None:
        """Show the contents and the states to choose from; fewer than two of either: nothing to choose."""
        if self._values is not None:
            self._values.deleteLater()
            self._values = None
        if len(contents) > 1 or len(states) > 1:
            self._values = QWidget()
            rows = QVBoxLayout(self._values)
            rows.setContentsMargins(0, 0, 0, 0)
            if len(contents) > 1:
                self._add_contents(rows, contents)
            if len(states) > 1:
                rows.addLayout(self._make_states(states))
            self._column.addWidget(self._values)
        self.setVisible(self._values is not None)

    def _add_contents(self, rows: QVBoxLayout, values: Sequence[Sequence[ReferringStatement]]) -> None:
        row = QVBoxLayout() if self._is_stacked else QHBoxLayout()
        row.setSpacing(em(self, 0.8))
        for place, value in enumerate(values):
            row.addLayout(self._make_value(place, value), 1)
        rows.addLayout(row)
        both = QPushButton("Keep all, one after the other")
        both.clicked.connect(lambda: self.content_chosen.emit(-1))
        both.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        rows.addWidget(both)

    def _make_states(self, states: Sequence[str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(plain_label("Its state:"))
        for state in states:
            button = QPushButton(f"Keep “{state_look(state).words}”")
            button.clicked.connect(lambda _checked=False, state=state: self.state_chosen.emit(state))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _make_value(self, place: int, value: Sequence[ReferringStatement]) -> QVBoxLayout:
        column = QVBoxLayout()
        if value:
            view = StatementView()
            view.setReadOnly(True)
            view.show_statements(value)
            view.setMaximumHeight(em(self, 11))
            column.addWidget(view, 1)
        else:
            column.addWidget(plain_label("Empty"), 1)
        button = QPushButton(f"Keep version {place + 1}")
        button.clicked.connect(lambda: self.content_chosen.emit(place))
        column.addWidget(button)
        return column
