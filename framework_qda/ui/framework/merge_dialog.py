"""The dialog that merges a sub-topic into another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from framework_qda.ui.style import em
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.labels import plain_label, wrapped_label
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.grid import GridColumn
    from framework_qda.matrix.reshaping import ColumnStand


class MergeDialog(PlainDialog):
    """Choose the sub-topic that stays, and edit both definitions into one. At first none is chosen."""

    def __init__(
        self,
        source: GridColumn,
        targets: Sequence[GridColumn],
        stand_of: Callable[[str], ColumnStand],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            f"Merge {source.number} {source.label} into another sub-topic",
            "Its statements go behind those that stand there, row by row, with their passages. Then it is deleted.",
            "Merge",
            parent,
            is_tall=True,
        )
        self._source = source
        self._targets = list(targets)
        self._stand_of = stand_of
        self.target = QComboBox()
        self.target.setAccessibleName("Sub-topic that stays")
        for column in self._targets:
            self.target.addItem(f"{column.number} {column.label}", column.subtopic_id)
        self.definition = QPlainTextEdit()
        self.definition.setAccessibleName("Definition of the sub-topic that stays")
        self.definition.setTabChangesFocus(True)
        self.definition.setMinimumHeight(em(self, 8))
        self.outcome = wrapped_label("", "soft")
        for words, field in (("Sub-topic that stays", self.target), ("Its definition: edit both into one", None)):
            label = plain_label(words, "label")
            label.setBuddy(field or self.definition)
            self.body.addWidget(label)
            self.body.addWidget(field or self.definition)
        self.body.addWidget(self.outcome)
        self.target.setPlaceholderText("Choose one")
        self.target.setCurrentIndex(-1)
        self.target.currentIndexChanged.connect(lambda _row: self._show_target())
        self.accept_button.setEnabled(False)
        self.target.setFocus()

    @property
    def target_id(self) -> str:
        """The id of the sub-topic that stays."""
        return str(self.target.currentData() or "")

    def merged_definition(self) -> str:
        """Return the definition as it was edited."""
        return self.definition.toPlainText().strip()

    def _show_target(self) -> None:
        self.accept_button.setEnabled(True)
        column = self._targets[self.target.currentIndex()]
        parts = dict.fromkeys(part for part in (column.definition.strip(), self._source.definition.strip()) if part)
        self.definition.setPlainText("\n".join(parts))
        going, there = self._stand_of(self._source.subtopic_id), self._stand_of(column.subtopic_id)
        verb = "has" if going.with_words == 1 else "have"
        self.outcome.setText(
            f"{count_words(going.with_words, 'cell')} {verb} words; "
            f"{count_words(going.statements, 'statement')} {'goes' if going.statements == 1 else 'go'} behind the "
            f"{there.statements:,} in {column.number}. Its cells are then to be looked at again."
        )
