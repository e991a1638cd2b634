"""What was found as a list: a heading for each kind, then the results in their order."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from framework_qda.matrix.search_results import (
    SECTION_TITLES,
    Group,
    Passage,
    Places,
    Section,
    group_of,
    passage_of,
    where_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from framework_qda.project.hits import Hit, HitKind
    from framework_qda.text.query import Term
    from framework_qda.ui.find.work import Understood

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROLE = Qt.ItemDataRole
_MOST_KEPT = 400


class ResultsModel(QAbstractListModel):
    """Hold the sections of one answer; rows are worked out when they are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sections: tuple[Section, ...] = ()
        self.terms: tuple[Term, ...] = ()
        self._places = Places()
        self._kind: HitKind | None = None
        self._shown: list[Section] = []
        self._starts: list[int] = []
        self._count = 0
        self._passages: dict[int, Passage] = {}

    # -- what is shown

    def begin(self, understood: Understood, *sections: Section) -> None:
        """Let go of what was found before and show what is found first; other words are lit now."""
        self.beginResetModel()
        self.sections, self.terms, self._places = sections, understood.terms, understood.places
        self._arrange()
        self.endResetModel()

    def add(self, section: Section) -> None:
        """Show what was found of one more kind, below the others."""
        self.sections = (*self.sections, section)
        for shown in _chosen((section,), self._kind):
            self.beginInsertRows(QModelIndex(), self._count, self._count + len(shown.hits))
            self._append(shown)
            self.endInsertRows()

    def heading_rows(self) -> Sequence[int]:
        """Return the rows of the headings."""
        return self._starts

    def show_kind(self, kind: HitKind | None) -> None:
        """Show one kind alone, or all."""
        if kind != self._kind:
            self.beginResetModel()
            self._kind = kind
            self._arrange()
            self.endResetModel()

    def entry(self, row: int) -> Section | Hit:
        """Return the section whose heading stands in a row, or the result."""
        place = bisect_right(self._starts, row) - 1
        section = self._shown[place]
        number = row - self._starts[place]
        return section.hits[number - 1] if number else section

    def first_hit(self) -> QModelIndex:
        """Return where the first result stands; an invalid index where there is none."""
        return self.index(1, 0) if self._count > 1 else QModelIndex()

    def row_like(self, hit: Hit) -> int:
        """Return the row of a result that was there in an earlier answer, or -1."""
        wanted = _identity(hit)
        for section, start in zip(self._shown, self._starts, strict=True):
            if section.kind == hit.kind:
                places = (place for place, each in enumerate(section.hits, 1) if _identity(each) == wanted)
                return start + place if (place := next(places, 0)) else -1
        return -1

    def hit_row(self, row: int, step: int) -> int:
        """Return the row of the next (1) or the previous (-1) result, or -1 where there is none."""
        row += step
        while 0 <= row < self._count:
            if not isinstance(self.entry(row), Section):
                return row
            row += step
        return -1

    def group(self, row: int) -> Group:
        """Return to whom the result of a row belongs."""
        entry = self.entry(row)
        return Group("") if isinstance(entry, Section) else group_of(entry, self._places)

    def begins_group(self, row: int) -> bool:
        """Say whether the result above a row belongs to somebody else."""
        return row == 0 or self.group(row) != self.group(row - 1)

    def where(self, row: int) -> str:
        """Say where the result of a row stands."""
        entry = self.entry(row)
        return "" if isinstance(entry, Section) else where_of(entry, self._places)

    def passage(self, row: int) -> Passage:
        """Return the words of a row with those lit that are looked for."""
        entry = self.entry(row)
        if isinstance(entry, Section):
            return Passage(entry.count_words, ())
        if row not in self._passages:
            if len(self._passages) >= _MOST_KEPT:
                self._passages.clear()
            self._passages[row] = passage_of(entry, self.terms)
        return self._passages[row]

    # -- Qt

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count headings and results."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """Return the words of a row; those who hear them are told where it stands too."""
        if not index.isValid():
            return None
        row = index.row()
        entry = self.entry(row)
        if isinstance(entry, Section):
            words = f"{SECTION_TITLES[entry.kind]}: {entry.count_words}"
            return words if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole) else None
        if role == _ROLE.DisplayRole:
            return self.passage(row).text
        if role == _ROLE.AccessibleTextRole:
            parts = (*self.group(row), self.where(row), self.passage(row).text)
            return ", ".join(part for part in parts if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let results be chosen, headings not."""
        if not index.isValid() or isinstance(self.entry(index.row()), Section):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    # -- within

    def _arrange(self) -> None:
        self._shown, self._starts, self._count = [], [], 0
        self._passages = {}
        for section in _chosen(self.sections, self._kind):
            self._append(section)

    def _append(self, section: Section) -> None:
        self._shown.append(section)
        self._starts.append(self._count)
        self._count += len(section.hits) + 1


def _identity(hit: Hit) -> tuple[object, ...]:
    """Tell a result from others of its kind also after its text has changed, and with it its row number."""
    return hit.kind, hit.target_type, hit.target_id, hit.interview_id, hit.detail


def _chosen(sections: Sequence[Section], kind: HitKind | None) -> list[Section]:
    if kind is None:
        return [section.among_all() for section in sections]
    return [section for section in sections if section.kind == kind]
