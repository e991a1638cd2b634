"""The list of changes: a heading for each day and analyst, then a sentence for each thing that was done."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from framework_qda.matrix.history import HistoryLine, HistorySection
from framework_qda.ui.words import count_words, day_words, hour_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from framework_qda.matrix.analysts import AnalystMark

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROLE = Qt.ItemDataRole
_MOST_KEPT = 2000


class HistoryModel(QAbstractListModel):
    """Hold the sections of a history; what a line says is worked out when it is looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sections: tuple[HistorySection, ...] = ()
        self.tell: Callable[[HistoryLine], str] = lambda _line: ""
        self.analyst: Callable[[str], AnalystMark]
        self._starts: list[int] = []
        self._count = 0
        self._told: dict[int, str] = {}

    def show_sections(self, sections: Sequence[HistorySection]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.sections = tuple(sections)
        self._starts, self._count, self._told = [], 0, {}
        for section in self.sections:
            self._starts.append(self._count)
            self._count += len(section.lines) + 1
        self.endResetModel()

    @property
    def line_count(self) -> int:
        """How many lines there are, headings not counted."""
        return self._count - len(self._starts)

    def heading_rows(self) -> Sequence[int]:
        """Return the rows of the headings."""
        return self._starts

    def entry(self, row: int) -> HistorySection | HistoryLine:
        """Return the section whose heading stands in a row, or the line."""
        place = bisect_right(self._starts, row) - 1
        section = self.sections[place]
        number = row - self._starts[place]
        return section.lines[number - 1] if number else section

    def line(self, row: int) -> HistoryLine | None:
        """Return the line of a row; `None` for a heading and where there is no row."""
        entry = self.entry(row) if 0 <= row < self._count else None
        return entry if isinstance(entry, HistoryLine) else None

    def row_of(self, wanted: HistoryLine) -> int:
        """Return the row of a line, also after it has grown; -1 where it is not shown."""
        for section, start in zip(self.sections, self._starts, strict=True):
            if section.analyst_id == wanted.analyst_id:
                for place, line in enumerate(section.lines, 1):
                    if line.key == wanted.key:
                        return start + place
        return -1

    def told(self, line: HistoryLine) -> str:
        """Return the sentence of a line."""
        if line.key not in self._told:
            if len(self._told) >= _MOST_KEPT:
                self._told.clear()
            words = self.tell(line)
            self._told[line.key] = f"{words[:1].upper()}{words[1:]}"
        return self._told[line.key]

    def heading(self, section: HistorySection) -> str:
        """Return the heading of a section: the day and who worked."""
        return f"{day_words(section.day)} · {self.analyst(section.analyst_id).name}"

    # -- Qt

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count headings and lines."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """Return the words of a row; those who hear them are told who and when too."""
        if not index.isValid() or role not in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return None
        entry = self.entry(index.row())
        if isinstance(entry, HistorySection):
            return f"{self.heading(entry)}: {count_words(len(entry.lines), 'change')}"
        if role == _ROLE.DisplayRole:
            return self.told(entry)
        return f"{self.told(entry)}, {self.analyst(entry.analyst_id).name}, {hour_words(entry.made_at)}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let lines be chosen, headings not."""
        if not index.isValid() or isinstance(self.entry(index.row()), HistorySection):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
