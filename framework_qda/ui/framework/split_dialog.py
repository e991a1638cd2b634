"""The dialog that splits a sub-topic: what the new one is called, and which statements go there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
)

from framework_qda.ui.style import em, kind_look
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.labels import plain_tip, wrapped_label
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.reshaping import PlacedStatement
    from framework_qda.model import Tag

_ID = Qt.ItemDataRole.UserRole
_TICKED, _UNTICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_PARTLY = Qt.CheckState.PartiallyChecked


class SplitDialog(PlainDialog):
    """Choose statements by a tag, by words and by hand; the last line says what will happen."""

    def __init__(
        self,
        heading: str,
        statements: Sequence[PlacedStatement],
        tags: Sequence[Tag],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            f"Split {heading}",
            "The new sub-topic stands behind it. What is ticked goes there with its passages and its history.",
            "Split",
            parent,
            is_tall=True,
        )
        self._statements = list(statements)
        self.label = QLineEdit()
        self.definition = QPlainTextEdit()
        self.definition.setTabChangesFocus(True)
        self.definition.setFixedHeight(em(self, 3))
        self.tag = QComboBox()
        self.search = QLineEdit()
        self.list = self._make_list()
        self.reading = wrapped_label("")
        self.reading.setMinimumHeight(em(self, 2.6))
        self.reading.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.outcome = wrapped_label("", "soft")
        self._fill_tags(tags)
        self._arrange()
        self.label.textChanged.connect(lambda _text: self._tell())
        self.tag.activated.connect(lambda _row: self._tick_tag())
        self.search.textChanged.connect(self._search)
        self.list.itemChanged.connect(lambda item, _column: self._follow(item))
        self.list.currentItemChanged.connect(lambda item, _before: self._read(item))
        self._tell()
        self.resize(em(self, 48), em(self, 46))

    def chosen(self) -> dict[str, set[str]]:
        """Return the ids of the ticked statements under those of their interviews."""
        found: dict[str, set[str]] = {}
        for item, placed in self._lines():
            if item.checkState(0) == _TICKED:
                found.setdefault(placed.interview_id, set()).add(placed.statement.id)
        return found

    def _make_list(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName("Statements of the sub-topic")
        tree.setHeaderHidden(True)
        tree.setWordWrap(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setMinimumSize(em(self, 20), em(self, 8))
        rows: dict[str, QTreeWidgetItem] = {}
        for place, placed in enumerate(self._statements):
            row = rows.get(placed.interview_id)
            if row is None:
                row = rows[placed.interview_id] = QTreeWidgetItem(tree, [placed.code])
                row.setCheckState(0, _UNTICKED)
            sign = kind_look(placed.statement.kind).sign
            item = QTreeWidgetItem(row, [f"{sign}  {placed.statement.text}"])
            item.setToolTip(0, plain_tip(placed.statement.text))
            item.setData(0, _ID, place)
            item.setCheckState(0, _UNTICKED)
        tree.expandAll()
        return tree

    def _fill_tags(self, tags: Sequence[Tag]) -> None:
        self.tag.addItem("Choose by hand", "")
        for tag in tags:
            count = sum(tag.id in placed.statement.marks.tags for placed in self._statements)
            if count:
                self.tag.addItem(f"{count_words(count, 'statement')} tagged “{tag.label}”", tag.id)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        fields = (
            ("Label of the new sub-topic", self.label),
            ("Definition", self.definition),
            ("What goes there", self.tag),
            ("Find statements", self.search),
        )
        for words, field in fields:
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.search.setPlaceholderText("Words; those ticked stay in sight")
        self.body.addLayout(form)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.reading)
        self.body.addWidget(self.outcome)
        self.label.setFocus()

    def _rows(self) -> Iterator[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]]:
        for number in range(self.list.topLevelItemCount()):
            row = self.list.topLevelItem(number)
            if row is not None:
                lines = (row.child(place) for place in range(row.childCount()))
                yield row, [line for line in lines if line is not None]

    def _lines(self) -> Iterator[tuple[QTreeWidgetItem, PlacedStatement]]:
        for _, lines in self._rows():
            for item in lines:
                yield item, self._statements[int(item.data(0, _ID))]

    def _tick_tag(self) -> None:
        tag_id = self.tag.currentData()
        if not tag_id:
            return
        with QSignalBlocker(self.list):
            for item, placed in self._lines():
                item.setCheckState(0, _TICKED if tag_id in placed.statement.marks.tags else _UNTICKED)
        self._search(self.search.text())
        if not self.label.text().strip():
            self.label.setText(self.tag.currentText().split("“", 1)[1].rstrip("”"))

    def _search(self, typed: str) -> None:
        sought = " ".join(typed.split()).casefold()
        for item, placed in self._lines():
            is_shown = sought in placed.statement.text.casefold() or item.checkState(0) == _TICKED
            item.setHidden(not is_shown)
        for row, lines in self._rows():
            row.setHidden(all(line.isHidden() for line in lines))
        self._show_boxes()

    def _follow(self, item: QTreeWidgetItem) -> None:
        """Tick with an interview its statements that are in sight: nobody has read those that a search hides."""
        with QSignalBlocker(self.list):
            for place in range(item.childCount()):
                line = item.child(place)
                if line is not None and not line.isHidden():
                    line.setCheckState(0, item.checkState(0))
        self._show_boxes()

    def _show_boxes(self) -> None:
        """Show of every interview whether what is in sight of it is ticked, and say what goes."""
        with QSignalBlocker(self.list):
            for row, lines in self._rows():
                ticked = [line.checkState(0) == _TICKED for line in lines if not line.isHidden()]
                row.setCheckState(0, _UNTICKED if not any(ticked) else _TICKED if all(ticked) else _PARTLY)
        self._tell()

    def _read(self, item: QTreeWidgetItem | None) -> None:
        """Show all words of the statement that one is at: the list has a line for each."""
        place = item.data(0, _ID) if item is not None else None
        self.reading.setText("" if place is None else self._statements[int(place)].statement.text)

    def _tell(self) -> None:
        chosen = self.chosen()
        going = sum(map(len, chosen.values()))
        staying = len(self._statements) - going
        if going:
            words = (
                f"{count_words(going, 'statement')} of {count_words(len(chosen), 'interview')} "
                f"{'goes' if going == 1 else 'go'}, {staying:,} {'stays' if staying == 1 else 'stay'}. "
                "The cells of both sub-topics are then to be looked at again."
            )
        else:
            words = f"Nothing is ticked: all {count_words(len(self._statements), 'statement')} stay where they are."
        self.outcome.setText(words)
        self.accept_button.setEnabled(bool(self.label.text().strip()))
