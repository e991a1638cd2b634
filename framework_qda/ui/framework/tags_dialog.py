"""The dialog of the tags of a sub-topic: added, renamed, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QWidget,
)

from framework_qda.matrix.reshaping import column_statements, tags_for
from framework_qda.matrix.tags import tag_marks
from framework_qda.model import Tag
from framework_qda.ui.keys import key_text
from framework_qda.ui.style import em
from framework_qda.ui.widgets.dialogs import PlainDialog, ask
from framework_qda.ui.widgets.labels import plain_label
from framework_qda.ui.widgets.tag_pill import tag_icon, tag_words
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from framework_qda.ui.operations import Operations

    Index = QModelIndex | QPersistentModelIndex

_LABEL = Qt.ItemDataRole.UserRole
TAKEN = "There is a tag “{label}” already."


class TagsDialog(PlainDialog):
    """Keep the tags of one sub-topic; each change is written at once and is one undo step."""

    def __init__(self, operations: Operations, subtopic_id: str, heading: str, parent: QWidget | None = None) -> None:
        key = key_text("chart.tag")
        given = f"It is given in the cell, with {key}." if key else "It is given in the cell."
        words = f"A tag says what some statements of this column are about. {given}"
        super().__init__(f"Tags of {heading}", words, parent=parent, is_tall=True)
        self._operations, self._subtopic_id = operations, subtopic_id
        self._tags: list[Tag] = []
        self.list = QListWidget()
        self.list.setAccessibleName("Tags")
        self.list.setMinimumHeight(em(self, 10))
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        delegate = _LabelDelegate(self.list)
        delegate.renamed.connect(self.rename)
        self.list.setItemDelegate(delegate)
        self.label = QLineEdit()
        self.label.setAccessibleName("New tag")
        self.add_button, self.rename_button, self.delete_button = (
            self._make_button(*each)
            for each in (("Add", self.add), ("Rename", self.begin_rename), ("Delete", self.delete))
        )
        label = plain_label("New tag", "label")
        label.setBuddy(self.label)
        change, new = QHBoxLayout(), QHBoxLayout()
        change.addWidget(self.rename_button)
        change.addWidget(self.delete_button)
        change.addStretch(1)
        new.addWidget(label)
        new.addWidget(self.label, 1)
        new.addWidget(self.add_button)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(change)
        self.body.addLayout(new)
        self.list.currentRowChanged.connect(lambda _row: self._settle())
        self.label.textChanged.connect(lambda _text: self._settle())
        self._show_tags(0)
        self.label.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add on Enter what is typed: only an empty field lets Enter close the dialog."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.label.hasFocus() and self.label.text().strip():
            self.add()
        else:
            super().keyPressEvent(event)

    def add(self) -> None:
        """Add a tag with the label that is typed."""
        words = self.label.text().strip()
        if not words or not self._is_free(words):
            return
        made = self._operations.run(
            lambda project: project.add(Tag, label=words, subtopic_id=self._subtopic_id), self.tell_problem
        )
        if made is not None:
            self.label.clear()
            self._show_tags(len(self._tags))

    def begin_rename(self) -> None:
        """Edit the label of the chosen tag in its place."""
        item = self.list.currentItem()
        if item is not None:
            self.list.editItem(item)

    def rename(self, row: int, typed: str) -> None:
        """Give a tag another label."""
        words = typed.strip()
        if not 0 <= row < len(self._tags) or words in ("", self._tags[row].label):
            return
        tag = self._tags[row]
        if self._is_free(words, tag):
            self._operations.run(lambda project: project.change(Tag, tag.id, label=words), self.tell_problem)
        # Later, not now: the field in which it was typed is still there.
        QTimer.singleShot(0, self, lambda: self._show_tags(row))

    def delete(self) -> None:
        """Delete the chosen tag, after saying how many statements have it."""
        tag, row = self._tag(), self.list.currentRow()
        if tag is None:
            return
        count = self._counts().get(tag.id, 0)
        words = f"{count_words(count, 'statement')} {'loses' if count == 1 else 'lose'} it. Undo brings it back."
        if ask(self, f"Delete the tag “{tag.label}”?", words, "Delete"):
            self._operations.run(lambda project: project.delete(Tag, tag.id), self.tell_problem)
            self._show_tags(row)

    def _make_button(self, words: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _tag(self) -> Tag | None:
        row = self.list.currentRow()
        return self._tags[row] if 0 <= row < len(self._tags) else None

    def _is_free(self, words: str, own: Tag | None = None) -> bool:
        """Say whether no other tag of the sub-topic is called so, and tell where one is."""
        taken = next((each for each in self._tags if each is not own and _is_same(each.label, words)), None)
        self.tell_problem(TAKEN.format(label=taken.label) if taken else "")
        return taken is None

    def _counts(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for placed in column_statements(self._operations.project.read, self._subtopic_id):
            for tag_id in placed.statement.marks.tags:
                counts[tag_id] = counts.get(tag_id, 0) + 1
        return counts

    def _show_tags(self, row: int) -> None:
        tags = tags_for(self._operations.project.read, self._subtopic_id)
        self._tags = [tag for tag in tags if tag.subtopic_id == self._subtopic_id]
        counts, marks = self._counts(), tag_marks(self._operations.project.read)
        self.list.clear()
        for tag in self._tags:
            count = count_words(counts.get(tag.id, 0), "statement")
            picture = tag_icon(marks[tag.id].place, em(self.list, 1.2))
            item = QListWidgetItem(picture, f"{tag_words(marks[tag.id])}   {count}")
            item.setData(_LABEL, tag.label)
            if self._operations.can_edit:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(self._tags) - 1))
        self._settle()

    def _settle(self) -> None:
        words, can_edit = self.label.text().strip(), self._operations.can_edit
        self.label.setEnabled(can_edit)
        self.add_button.setEnabled(can_edit and bool(words))
        for button in (self.rename_button, self.delete_button):
            button.setEnabled(can_edit and self._tag() is not None)


def _is_same(first: str, second: str) -> bool:
    return first.strip().casefold() == second.strip().casefold()


class _LabelDelegate(QStyledItemDelegate):
    """Edit the label of a tag alone: the line shows its sign and its count too."""

    renamed = Signal(int, str)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the label into the field."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(_LABEL) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell what was typed; the project writes it."""
        if isinstance(editor, QLineEdit):
            self.renamed.emit(index.row(), editor.text())
