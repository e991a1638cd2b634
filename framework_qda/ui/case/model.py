"""A case study as Qt sees it: bands of themes and rows of sub-topics; columns of interviews and of verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from framework_qda.matrix.facts import told_fact
from framework_qda.matrix.within_case import CaseReading
from framework_qda.ui.case.looks import verdict_words
from framework_qda.ui.matrix.cell_paint import marks_of
from framework_qda.ui.matrix.model import cell_text
from framework_qda.ui.style import state_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.matrix.grid import GridCell, Section
    from framework_qda.matrix.within_case import CasePart, CaseRow, CaseVerdict

Index = QModelIndex | QPersistentModelIndex
EMPTY = CaseReading()


class Place(NamedTuple):
    """A place of the table by what stands there: an interview, or (empty) the verdict of a part, and a sub-topic."""

    interview_id: str
    case_study_id: str
    subtopic_id: str


class Column(NamedTuple):
    """A column of the table: the interview `number` of the reading, or (-1) the verdict of its part."""

    part: int
    number: int


class CaseModel(QAbstractTableModel):
    """Show a `CaseReading`; it holds no data of its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reading = EMPTY
        self.columns: tuple[Column, ...] = ()
        self._lines: list[Section | int] = []

    def set_reading(self, reading: CaseReading) -> list[int] | None:
        """Show a reading. Return the lines whose contents are others now, or `None` where all of it is new."""
        if self.is_like(reading):
            return self._take_rows(reading)
        self.beginResetModel()
        self.reading = reading
        self.columns = tuple(_columns(reading))
        self._lines = []
        for section in reading.sections:
            self._lines += [section, *range(section.first, section.first + section.count)]
        self.endResetModel()
        return None

    def is_like(self, reading: CaseReading) -> bool:
        """Say whether a reading has the lines and columns that are shown."""
        return bool(reading.columns) and _frame(reading) == _frame(self.reading)

    def _take_rows(self, reading: CaseReading) -> list[int]:
        before, self.reading = self.reading, reading
        changed = []
        for line, each in enumerate(self._lines):
            if isinstance(each, int) and reading.rows[each] != before.rows[each]:
                changed.append(line)
                self.dataChanged.emit(self.index(line, 0), self.index(line, len(self.columns) - 1))
        return changed

    # -- what stands where

    def section_at(self, line: int) -> Section | None:
        """Return the theme whose band a line is, or `None` where it is a sub-topic."""
        each = self._lines[line]
        return None if isinstance(each, int) else each

    def row_at(self, line: int) -> CaseRow | None:
        """Return the sub-topic of a line, or `None` where it is a theme's band."""
        each = self._lines[line]
        return self.reading.rows[each] if isinstance(each, int) else None

    def cell_at(self, index: Index) -> GridCell | None:
        """Return the cell of a place; `None` where nothing was written, or where a verdict or a band stands."""
        row, column = self.row_at(index.row()), self.columns[index.column()]
        return row.cells[column.number] if row is not None and column.number >= 0 else None

    def verdict_at(self, index: Index) -> CaseVerdict | None:
        """Return the verdict that stands at a place, or `None` where a cell or a band stands."""
        row, column = self.row_at(index.row()), self.columns[index.column()]
        return row.verdicts[column.part] if row is not None and column.number < 0 else None

    def part_at(self, column: int) -> CasePart:
        """Return the part that a column belongs to."""
        return self.reading.parts[self.columns[column].part]

    def is_verdict(self, column: int) -> bool:
        """Say whether a column has verdicts."""
        return self.columns[column].number < 0

    def is_part_end(self, column: int) -> bool:
        """Say whether a column is the last one of a part that others follow."""
        return column + 1 < len(self.columns) and self.columns[column].part != self.columns[column + 1].part

    def place_at(self, index: Index) -> Place | None:
        """Return what stands at a place by its ids."""
        if not index.isValid():
            return None
        row, column = self.row_at(index.row()), self.columns[index.column()]
        if row is None:
            return None
        interview_id = self.reading.columns[column.number].interview_id if column.number >= 0 else ""
        return Place(interview_id, self.reading.parts[column.part].case_study_id, row.subtopic.subtopic_id)

    def index_of(self, interview_id: str, subtopic_id: str, case_study_id: str = "") -> QModelIndex:
        """Return the place of a cell, or of the verdict on a case study; an invalid one where it is not shown."""
        line = self.line_of(subtopic_id)
        for column, each in enumerate(self.columns):
            if line < 0:
                break
            if each.number >= 0 and self.reading.columns[each.number].interview_id == interview_id:
                return self.index(line, column)
            if each.number < 0 and not interview_id and self.part_at(column).case_study_id == case_study_id:
                return self.index(line, column)
        return QModelIndex()

    def line_of(self, subtopic_id: str) -> int:
        """Return the line of a sub-topic, or -1 where it is not shown."""
        return next((n for n in range(len(self._lines)) if self._subtopic_id(n) == subtopic_id), -1)

    def first_place(self) -> QModelIndex:
        """Return the first cell, or an invalid place where there is none."""
        line = next((n for n, each in enumerate(self._lines) if isinstance(each, int)), -1)
        return self.index(line, 0) if line >= 0 and self.columns else QModelIndex()

    def _subtopic_id(self, line: int) -> str:
        row = self.row_at(line)
        return row.subtopic.subtopic_id if row else ""

    # -- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many lines there are: themes and sub-topics."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many interviews and columns of verdicts there are."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells and verdicts be chosen, bands not."""
        if not index.isValid() or self.row_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_verdict(index.column()) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the words of a place, or what a screen reader says of it."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        section = self.section_at(index.row())
        if section is not None:
            return section.heading
        verdict = self.verdict_at(index)
        is_spoken = role == Qt.ItemDataRole.AccessibleTextRole
        words = verdict_words(verdict) if verdict else cell_text(self.cell_at(index), is_spoken=is_spoken)
        return self._spoken(index, words) if is_spoken else words

    def _spoken(self, index: Index, words: str) -> str:
        row = self.row_at(index.row())
        number = f"{row.subtopic.number} {row.subtopic.label}" if row else ""
        head = str(self.headerData(index.column(), Qt.Orientation.Horizontal))
        if self.is_verdict(index.column()):
            return f"{number}, {head}: {words}"
        cell = self.cell_at(index)
        state = state_look(cell.state if cell else "not_charted").words
        place = ", ".join([number, head, state, *(mark.words for mark in marks_of(cell))])
        return f"{place}: {words}" if words else place

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the words at the head of a column or a line."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            row = self.row_at(section) if 0 <= section < len(self._lines) else None
            band = self.section_at(section) if 0 <= section < len(self._lines) else None
            return f"{row.subtopic.number} {row.subtopic.label}" if row else band.heading if band else None
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if column.number < 0:
            return f"Verdict {pair_title(self.part_at(section))}".strip()
        return ", ".join(part for part in interview_words(self.reading, column.number) if part)


def interview_words(reading: CaseReading, number: int) -> tuple[str, str]:
    """Return the code with the roles of an interview, and its agency with what else is shown of it."""
    row = reading.columns[number]
    title = " ".join(part for part in (row.code, ", ".join(row.roles)) if part) or "–"
    told = (told_fact(label, value) for label, value in (row.facts or {}).items())
    return title, " · ".join(part for part in (row.organisation_kind, *told) if part)


def pair_title(part: CasePart) -> str:
    """Return which agencies a column of verdicts compares; empty text where there are not two."""
    kinds = [agency.kind for agency in part.agencies if agency.interviews]
    if len(kinds) < 2:
        return ""
    return " – ".join(kinds)


def _columns(reading: CaseReading) -> Sequence[Column]:
    made = []
    for place, part in enumerate(reading.parts):
        made += [Column(place, number) for number in range(part.first, part.first + part.count)]
        if part.case_study_id and part.count:
            made.append(Column(place, -1))
    return made


def _frame(reading: CaseReading) -> object:
    """Return what must be the same for the lines and columns to stay where they are."""
    return reading.parts, reading.columns, reading.sections, [row.subtopic for row in reading.rows]
