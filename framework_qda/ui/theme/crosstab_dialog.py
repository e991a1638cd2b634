"""A cross-tab of two attributes with the interviews in its fields; a field leads to its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from framework_qda.matrix.crosstab import CrossTab, cross_tab
from framework_qda.matrix.within_theme import AGENCY, CASE_STUDY
from framework_qda.model import Attribute
from framework_qda.ui.style import em, scaled_font, set_role
from framework_qda.ui.theme.crosstab_fields import LINES, FieldDelegate, field_lines, field_text, legend
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import plain_label, wrapped_label

if TYPE_CHECKING:
    from framework_qda.matrix.grid import GridColumn
    from framework_qda.project import Reader

WORDS = "Each field lists its interviews. Enter or a double click selects them in the column behind this window."
PLAIN = "Who was interviewed"


class CrossTabDialog(PlainDialog):
    """Cross two attributes. `field_chosen(interview ids)` asks to select rows.

    With a sub-topic each field tells apart who said something of it, and who did not and why; without, or by choice, it
    lists who was interviewed.
    """

    field_chosen = Signal(object)

    def __init__(self, reader: Reader, parent: QWidget | None = None, subtopic: GridColumn | None = None) -> None:
        super().__init__("Cross-tab", WORDS, "", parent)
        self._reader = reader
        self.subject = QComboBox()
        self.subject.setAccessibleName("What the fields tell")
        self.subject.setAccessibleDescription("What the fields tell")
        if subtopic is not None:
            self.subject.addItem(f"Who spoke of {subtopic.number} {subtopic.label}", subtopic.subtopic_id)
        self.subject.addItem(PLAIN, "")
        self.subject.currentIndexChanged.connect(lambda _place: self.show_tab())
        self.tab: CrossTab | None = None
        self.rows, self.columns = self._make_choice("Rows", 0), self._make_choice("Columns", 1)
        self.table = QTableWidget()
        set_role(self.table, "framed")
        self.table.setAccessibleName("Cross-tab")
        self.table.setItemDelegate(FieldDelegate(self.table))
        for header in (self.table.horizontalHeader(), self.table.verticalHeader()):
            align = Qt.AlignmentFlag
            header.setDefaultAlignment(align.AlignLeft | align.AlignVCenter | Qt.TextFlag.TextWordWrap)
        self.table.verticalHeader().setMaximumWidth(em(self, 12))
        # The columns get their widths one by one, and again where a bar comes: the lines are broken after the last.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit_lines)
        self.table.horizontalHeader().sectionResized.connect(self._fit_soon)
        self.legend = wrapped_label("", "small")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(True)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)  # a field may be taller than it
        self.table.setTabKeyNavigation(False)
        self.table.activated.connect(lambda index: self._choose(index.row(), index.column()))
        copy = QPushButton("Copy the table")
        copy.clicked.connect(self.copy)
        self.subject.setVisible(self.subject.count() > 1)
        self.body.addWidget(self.subject, 0, Qt.AlignmentFlag.AlignLeft)
        choices = QWidget()
        line = FlowLayout(choices)
        line.setContentsMargins(0, 0, 0, 0)
        for words, box in (("Rows", self.rows), ("columns", self.columns)):
            label = plain_label(words, "soft")
            label.setBuddy(box)
            line.addWidget(label)
            line.addWidget(box)
        line.addWidget(copy)
        self.body.addWidget(choices)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.legend)
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
        tab = cross_tab(
            self._reader, self.rows.currentData(), self.columns.currentData(), self.subject.currentData() or ""
        )
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
        self._fit_lines()
        self.legend.setText(legend(tab))
        self.legend.setVisible(bool(tab.voices))

    def _fit_soon(self) -> None:
        self._soon.start()

    def _fit_lines(self) -> None:
        """Give heads and fields the height of their lines."""
        header, flags = self.table.horizontalHeader(), int(Qt.TextFlag.TextWordWrap)
        pad, metrics = em(self, 0.4), QFontMetrics(scaled_font(header.font(), is_bold=True))
        tallest = metrics.height()
        for column, words in enumerate(self.tab.column_values if self.tab is not None else ()):
            room = QRect(0, 0, max(1, header.sectionSize(column) - 3 * pad), 10_000)
            tallest = max(tallest, metrics.boundingRect(room, flags, words).height())
        header.setFixedHeight(tallest + 2 * pad)
        self.table.resizeRowsToContents()

    def copy(self) -> None:
        """Put the table on the clipboard, for a spreadsheet."""
        tab = self.tab
        if tab is None:
            return
        lines = ["\t".join([f"{tab.row_label} × {tab.column_label}", *tab.column_values])]
        for row, value in enumerate(tab.row_values):
            lines.append("\t".join([value, *(field_text(tab, row, n) for n in range(len(tab.column_values)))]))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _choose(self, row: int, column: int) -> None:
        found = self.tab.interviews(row, column) if self.tab is not None else ()
        if found:
            self.field_chosen.emit([each.interview_id for each in found])
            self.accept()


def _item(tab: CrossTab, row: int, column: int) -> QTableWidgetItem:
    lines = field_lines(tab, row, column)
    item = QTableWidgetItem("\n".join(f"{line.head} {line.codes}" for line in lines) or "–")
    item.setData(LINES, lines)
    spoken = "; ".join(line.spoken for line in lines) or "no interview"
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{tab.row_values[row]}, {tab.column_values[column]}: {spoken}")
    return item
