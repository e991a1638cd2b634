"""The verdicts on all case studies as Qt sees them: counts first, then a column a case study."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from framework_qda.matrix.verdicts import VerdictTable
from framework_qda.ui.case.looks import VERDICT_LOOKS, verdict_look, verdict_words
from framework_qda.ui.case.model import Place
from framework_qda.ui.widgets.labels import plain_tip

if TYPE_CHECKING:
    from framework_qda.matrix.grid import Section
    from framework_qda.matrix.verdicts import VerdictRow
    from framework_qda.matrix.within_case import CaseVerdict

Index = QModelIndex | QPersistentModelIndex
COUNTS = tuple(VERDICT_LOOKS)
"""The first columns: how often each verdict was set in a line."""


class OverviewModel(QAbstractTableModel):
    """Show a `VerdictTable`; it holds no data of its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = VerdictTable()
        self._lines: list[Section | int] = []

    def set_table(self, table: VerdictTable) -> None:
        """Show other verdicts."""
        self.beginResetModel()
        self.table = table
        self._lines = []
        for section in table.sections:
            self._lines += [section, *range(section.first, section.first + section.count)]
        self.endResetModel()

    def section_at(self, line: int) -> Section | None:
        """Return the theme whose band a line is, or `None` where it is a sub-topic."""
        each = self._lines[line]
        return None if isinstance(each, int) else each

    def row_at(self, line: int) -> VerdictRow | None:
        """Return the sub-topic of a line, or `None` where it is a theme's band."""
        each = self._lines[line]
        return self.table.rows[each] if isinstance(each, int) else None

    def verdict_at(self, index: Index) -> CaseVerdict | None:
        """Return the verdict of a place, or `None` where a count or a band stands."""
        row, place = self.row_at(index.row()), index.column() - len(COUNTS)
        return row.verdicts[place] if row is not None and place >= 0 else None

    def count_at(self, index: Index) -> int:
        """Return how often the verdict of a column of counts was set in a line."""
        row = self.row_at(index.row())
        return row.counts[COUNTS[index.column()]] if row is not None and index.column() < len(COUNTS) else 0

    def place_at(self, index: Index) -> Place | None:
        """Return the case study and the sub-topic of a place; `None` where no verdict stands."""
        row, place = (self.row_at(index.row()), index.column() - len(COUNTS)) if index.isValid() else (None, -1)
        if row is None or place < 0:
            return None
        return Place("", self.table.case_studies[place][0], row.subtopic.subtopic_id)

    def index_of(self, case_study_id: str, subtopic_id: str) -> QModelIndex:
        """Return the place of a verdict, or an invalid one where it is not shown."""
        column = next((n for n, (key, _) in enumerate(self.table.case_studies) if key == case_study_id), -1)
        for line in range(len(self._lines)):
            row = self.row_at(line)
            if column >= 0 and row is not None and row.subtopic.subtopic_id == subtopic_id:
                return self.index(line, column + len(COUNTS))
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many lines there are: themes and sub-topics."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns of counts and case studies there are."""
        return 0 if parent.isValid() or not self.table.case_studies else len(COUNTS) + len(self.table.case_studies)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let verdicts and counts be chosen, bands not."""
        if not index.isValid() or self.row_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the words of a place, a tip, or what a screen reader says."""
        if not index.isValid():
            return None
        section = self.section_at(index.row())
        if section is not None:
            return section.heading if role == Qt.ItemDataRole.DisplayRole else None
        verdict = self.verdict_at(index)
        words = verdict_words(verdict) if verdict else str(self.count_at(index))
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(words) if verdict else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heads = (self.headerData(index.row(), Qt.Orientation.Vertical), self._head(index.column()))
            return f"{heads[0]}, {heads[1]}: {words}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the words at the head of a column or a line, or their tip."""
        is_tip = role == Qt.ItemDataRole.ToolTipRole
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and not is_tip:
            return None
        if orientation == Qt.Orientation.Vertical:
            row = self.row_at(section) if 0 <= section < len(self._lines) else None
            words = f"{row.subtopic.number} {row.subtopic.label}" if row else ""
        else:
            words = self._head(section) if 0 <= section < self.columnCount() else ""
            if is_tip and section >= len(COUNTS):
                counts = self.counts_words(section)
                words = f"{words}: {counts}" if counts else words
        return plain_tip(words) if is_tip else words

    def counts_words(self, column: int) -> str:
        """Return how often each verdict was set on the case study of a column: `8● 5◆`."""
        counts = self.table.counts_of(column - len(COUNTS))
        return "\u2009".join(
            f"{counts[verdict]}{look.sign}" for verdict, look in VERDICT_LOOKS.items() if counts[verdict]
        )

    def _head(self, column: int) -> str:
        if column < len(COUNTS):
            return verdict_look(COUNTS[column]).label
        return self.table.case_studies[column - len(COUNTS)][1] or "No name"
