"""The dialog of the tags of a sub-topic: added, renamed, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from framework_qda.matrix.reshaping import column_statements, tags_for
from framework_qda.matrix.tags import tag_marks
from framework_qda.model import Tag
from framework_qda.ui.style import em
from framework_qda.ui.widgets.dialogs import PlainDialog, ask
from framework_qda.ui.widgets.labels import plain_label
from framework_qda.ui.widgets.tag_pill import tag_icon, tag_words
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework_qda.ui.operations import Operations


class TagsDialog(PlainDialog):
    """Keep the tags of one sub-topic; each change is written at once and is one undo step."""

    def __init__(self, operations: Operations, subtopic_id: str, heading: str, parent: QWidget | None = None) -> None:
        words = "A tag says what some statements of this column are about. It is given in the cell, with Ctrl+T."
        super().__init__(f"Tags of {heading}", words, parent=parent)
        self._operations, self._subtopic_id = operations, subtopic_id
        self._tags: list[Tag] = []
        self.list = QListWidget()
        self.list.setAccessibleName("Tags")
        self.list.setMinimumHeight(em(self, 10))
        self.label = QLineEdit()
        self.label.setAccessibleName("Label of the tag")
        self.add_button, self.rename_button, self.delete_button = (
            self._make_button(*each) for each in (("Add", self.add), ("Rename", self.rename), ("Delete", self.delete))
        )
        label = plain_label("Label", "label")
        label.setBuddy(self.label)
        row = QHBoxLayout()
        for part in (self.label, self.add_button, self.rename_button, self.delete_button):
            row.addWidget(part)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(label)
        self.body.addLayout(row)
        self.list.currentRowChanged.connect(lambda _row: self._show_label())
        self.label.textChanged.connect(lambda _text: self._settle())
        self._show_tags(0)
        self.label.setFocus()

    def add(self) -> None:
        """Add a tag with the label that is typed."""
        words = self.label.text().strip()
        made = self._operations.run(lambda project: project.add(Tag, label=words, subtopic_id=self._subtopic_id))
        if made is not None:
            self._show_tags(len(self._tags))

    def rename(self) -> None:
        """Give the chosen tag the label that is typed."""
        tag, words = self._tag(), self.label.text().strip()
        if tag is not None:
            self._operations.run(lambda project: project.change(Tag, tag.id, label=words))
            self._show_tags(self.list.currentRow())

    def delete(self) -> None:
        """Delete the chosen tag, after saying how many statements have it."""
        tag = self._tag()
        if tag is None:
            return
        count = self._counts().get(tag.id, 0)
        words = f"{count_words(count, 'statement')} {'loses' if count == 1 else 'lose'} it. Undo brings it back."
        if ask(self, f"Delete the tag “{tag.label}”?", words, "Delete"):
            self._operations.run(lambda project: project.delete(Tag, tag.id))
            self._show_tags(self.list.currentRow())

    def _make_button(self, words: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _tag(self) -> Tag | None:
        row = self.list.currentRow()
        return self._tags[row] if 0 <= row < len(self._tags) else None

    def _counts(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for placed in column_statements(self._operations.project.read, self._subtopic_id):
            for tag_id in placed.statement.marks.tags:
                counts[tag_id] = counts.get(tag_id, 0) + 1
        return counts

    def _show_tags(self, row: int) -> None:
        tags = tags_for(self._operations.project.read, self._subtopic_id)
        self._tags = [tag for tag in tags if tag.subtopic_id == self._subtopic_id]
        counts = self._counts()
        self.list.clear()
        marks = tag_marks(self._operations.project.read)
        for tag in self._tags:
            count = count_words(counts.get(tag.id, 0), "statement")
            picture = tag_icon(marks[tag.id].place, em(self.list, 1.2))
            self.list.addItem(QListWidgetItem(picture, f"{tag_words(marks[tag.id])}   {count}"))
        self.list.setCurrentRow(min(row, len(self._tags) - 1))
        self._show_label()

    def _show_label(self) -> None:
        tag = self._tag()
        self.label.setText(tag.label if tag else "")
        self.label.selectAll()
        self._settle()

    def _settle(self) -> None:
        words, can_edit = self.label.text().strip(), self._operations.can_edit
        is_new = bool(words) and all(words.casefold() != tag.label.casefold() for tag in self._tags)
        self.add_button.setEnabled(can_edit and is_new)
        self.rename_button.setEnabled(can_edit and bool(words) and self._tag() is not None)
        self.delete_button.setEnabled(can_edit and self._tag() is not None)
