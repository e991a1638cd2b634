"""A cross-tab of two attributes with the interviews in its fields; a field leads to its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
)

from framework_qda.matrix.crosstab import CrossTab, cross_tab
from framework_qda.matrix.within_theme import AGENCY, CASE_STUDY
from framework_qda.model import Attribute
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from framework_qda.project import Reader

WORDS = "Each field lists its interviews. Enter or a double click selects them in the column behind this window."
MOST_CODES = 24


class CrossTabDialog(PlainDialog):
    """Cross two attributes. `field_chosen(interview ids)` asks to select rows."""

    field_chosen = Signal(object)

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__("Cross-tab", WORDS, "", parent)
        self._reader = reader
        self.tab: CrossTab | None = None
        self.rows, self.columns = self._make_choice("Rows", 0), self._make_choice("Columns", 1)
        self.table = QTableWidget()
        set_role(self.table, "framed")
        self.table.setAccessibleName("Cross-tab")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(True)
        self.table.setTabKeyNavigation(False)
        self.table.activated.connect(lambda index: self._choose(index.row(), index.column()))
        copy = QPushButton("Copy the table")
        copy.clicked.connect(self.copy)
        line = QHBoxLayout()
        for words, box in (("Rows", self.rows), ("columns", self.columns)):
            label = plain_label(words, "soft")
            label.setBuddy(box)
            line.addWidget(label)
            line.addWidget(box)
        line.addStretch(1)
        line.addWidget(copy)
        self.body.addLayout(line)
        self.body.addWidget(self.table, 1)
        self.resize(em(self, 56), em(self, 36))
        self.show_tab()

    def _make_choice(self, name: str, place: int) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        attributes = [(each.id, each.label) for each in self._reader.all(Attribute)]
        for key, words in (*attributes[:1], (AGENCY, "Agency"), (CASE_STUDY, "Case study"), *attributes[1:]):
            box.addItem(words, key)
        box.setCurrentIndex(min(place, box.count() - 1))
        box.currentIndexChanged.connect(lambda _place: self.show_tab())
        return box

    def show_tab(self) -> None:
        """Show the table of what is chosen."""
        tab = cross_tab(self._reader, self.rows.currentData(), self.columns.currentData())
        self.tab = tab
        self.table.clear()
        self.table.setRowCount(len(tab.row_values))
        self.table.setColumnCount(len(tab.column_values))
        self.table.setVerticalHeaderLabels([f"{value}  " for value in tab.row_values])
        self.table.setHorizontalHeaderLabels(list(tab.column_values))
        for row in range(len(tab.row_values)):
            for column in range(len(tab.column_values)):
                self.table.setItem(row, column, _item(tab, row, column))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setMinimumSectionSize(em(self, 6))
        self.table.resizeRowsToContents()

    def copy(self) -> None:
        """Put the table on the clipboard, for a spreadsheet."""
        tab = self.tab
        if tab is None:
            return
        lines = ["\t".join([f"{tab.row_label} × {tab.column_label}", *tab.column_values])]
        for row, value in enumerate(tab.row_values):
            codes = (", ".join(each.code for each in tab.interviews(row, n)) for n in range(len(tab.column_values)))
            lines.append("\t".join([value, *codes]))
        data = QMimeData()
        data.setText("\n".join(lines))
        QGuiApplication.clipboard().setMimeData(data)

    def _choose(self, row: int, column: int) -> None:
        found = self.tab.interviews(row, column) if self.tab is not None else ()
        if found:
            self.field_chosen.emit([each.interview_id for each in found])
            self.accept()


def _item(tab: CrossTab, row: int, column: int) -> QTableWidgetItem:
    found = tab.interviews(row, column)
    codes = ", ".join(each.code for each in found[:MOST_CODES]) + (" …" if len(found) > MOST_CODES else "")
    item = QTableWidgetItem(f"{len(found)}\n{codes}" if found else "–")
    item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    spoken = f"{tab.row_values[row]}, {tab.column_values[column]}: {len(found)} interviews {codes}".strip()
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    return item
