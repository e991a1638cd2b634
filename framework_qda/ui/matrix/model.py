"""A matrix as Qt sees it: text and words for screen readers; the delegate asks for the cell itself."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from framework_qda.matrix.grid import GridCell, MatrixGrid, with_width
from framework_qda.matrix.summaries import Summary, summarise_column, summarise_row
from framework_qda.model import StatementKind
from framework_qda.project.cell_reader import Place
from framework_qda.ui.matrix.asking import is_large
from framework_qda.ui.matrix.cell_paint import STALE, marks_of
from framework_qda.ui.style import state_look
from framework_qda.ui.words import join_words, sentence

EMPTY_GRID = MatrixGrid("", "", "", (), (), (), {})
OPENINGS: dict[str, str] = {StatementKind.NOTE: "Note: "}
SPOKEN_OPENINGS: dict[str, str] = {StatementKind.OWN_WORDS: "Own words: ", **OPENINGS}
Index = QModelIndex | QPersistentModelIndex


class GridModel(QAbstractTableModel):
    """Show a `MatrixGrid`; it holds no data of its own."""

    figures_missed = Signal()
    """The figures of a column of many cells are wanted: somebody must count them beside the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = EMPTY_GRID
        self.band_ends: frozenset[int] = frozenset()
        self.section_ends: frozenset[int] = frozenset()
        self.shows_summaries = False
        self.stale_reasons: Callable[[str, str], Sequence[str]] = lambda _interview_id, _subtopic_id: ()
        """Returns why a cell is to be looked at again, by its interview and its sub-topic."""
        self._summaries: dict[int, Summary] = {}
        self._row_numbers: dict[str, int] = {}
        self._column_numbers: dict[str, int] = {}

    def set_grid(self, grid: MatrixGrid) -> None:
        """Show another matrix, or other rows or columns of this one."""
        self.beginResetModel()
        self.grid = grid
        self._summaries.clear()
        self.band_ends = frozenset(band.first + band.count - 1 for band in grid.bands)
        self.section_ends = frozenset(section.first + section.count - 1 for section in grid.sections)
        self._row_numbers = {row.interview_id: number for number, row in enumerate(grid.rows)}
        self._column_numbers = {column.subtopic_id: n for n, column in enumerate(grid.columns)}
        self.endResetModel()

    def take_width(self, subtopic_id: str, width: int) -> None:
        """Know that a column has another width now, which it has on the screen already."""
        self.grid = with_width(self.grid, subtopic_id, width)

    def update_cells(self, places: Iterable[Place]) -> list[tuple[int, int]]:
        """Tell that some cells hold something else; rows and columns are as they were. Return the places touched."""
        found = (self.place_of(*place) for place in places)
        touched = [place for place in found if place is not None]
        for row, column in touched:
            self._summaries.pop(column, None)
            index = self.index(row, column)
            self.dataChanged.emit(index, index)
        return touched

    def column_summary(self, column: int) -> str:
        """Return the figures of a column, where they are wanted."""
        if not self.shows_summaries:
            return ""
        if column not in self._summaries:
            if is_large(self.grid):
                self.figures_missed.emit()
                return ""
            self._summaries[column] = summarise_column(self.grid, column)
        return " · ".join(self._summaries[column].lines)

    def missing_figures(self) -> list[int]:
        """Return the columns whose figures are wanted and not known."""
        columns = range(len(self.grid.columns)) if self.shows_summaries else ()
        return [column for column in columns if column not in self._summaries]

    def take_figures(self, column: int, figures: Summary) -> None:
        """Take the figures of a column, which were counted elsewhere."""
        self._summaries[column] = figures

    def row_summary(self, row: int) -> str:
        """Return the figures of a row, where they are wanted."""
        return " · ".join(summarise_row(self.grid, row).lines) if self.shows_summaries else ""

    def place_of(self, interview_id: str, subtopic_id: str) -> tuple[int, int] | None:
        """Return the row and the column of a cell, or `None` where it is not shown."""
        row, column = self._row_numbers.get(interview_id), self._column_numbers.get(subtopic_id)
        return None if row is None or column is None else (row, column)

    def row_of(self, interview_id: str) -> int | None:
        """Return the row of an interview, or `None` where it is not shown."""
        return self._row_numbers.get(interview_id)

    def column_of(self, subtopic_id: str) -> int | None:
        """Return the column of a sub-topic, or `None` where it is not shown."""
        return self._column_numbers.get(subtopic_id)

    def ids_at(self, index: Index) -> tuple[str, str]:
        """Return the ids of the interview and of the sub-topic of a place."""
        return self.grid.rows[index.row()].interview_id, self.grid.columns[index.column()].subtopic_id

    def cell_at(self, index: Index) -> GridCell | None:
        """Return the cell of a place, or `None` where nothing was ever written."""
        return self.grid.cell(index.row(), index.column())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many interviews are shown."""
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many sub-topics are shown."""
        return 0 if parent.isValid() else len(self.grid.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the text of a cell, or what a screen reader says of it."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(self.cell_at(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(sentence(words) for words in self._mark_words(self.cell_at(index)))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the words of a column's or a row's head."""
        if role == Qt.ItemDataRole.ToolTipRole and orientation == Qt.Orientation.Horizontal:
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            if not 0 <= section < len(self.grid.columns):
                return None
            column = self.grid.columns[section]
            summary = self.column_summary(section)
            return f"{column.number} {column.label}" + (f": {summary}" if summary else "")
        if not 0 <= section < len(self.grid.rows):
            return None
        row = self.grid.rows[section]
        return ", ".join(part for part in (row.code, *row.roles, row.organisation_kind, row.kept) if part)

    def _spoken(self, row: int, column: int) -> str:
        head, cell = self.grid.columns[column], self.grid.cell(row, column)
        words = state_look(cell.state if cell else "not_charted").words
        words = ", ".join([words, *self._mark_words(cell)])
        code = ", ".join(part for part in (self.grid.rows[row].code, self.grid.rows[row].kept) if part)
        place = f"{code}, {head.number} {head.label}, {words}"
        text = cell_text(cell, is_spoken=True)
        return f"{place}: {text}" if text else place

    def _mark_words(self, cell: GridCell | None) -> list[str]:
        """Return what is to be known of a cell beside its state, and why it is to be looked at again."""
        words = {mark: mark.words for mark in marks_of(cell)}
        if cell is not None and STALE in words:
            reasons = "; ".join(filter(None, self.stale_reasons(cell.interview_id, cell.subtopic_id)))
            words[STALE] += f" ({reasons})" if reasons else ""
        return list(words.values())


def cell_text(cell: GridCell | None, *, is_spoken: bool = False) -> str:
    """Return the words of a cell, a statement a line, with its references in brackets.

    `is_spoken` says also in words what the grid says by slant, signs and pills: own words, what is starred, tags.
    """
    lines = []
    openings = SPOKEN_OPENINGS if is_spoken else OPENINGS
    for statement in cell.statements if cell else ():
        opening = openings.get(statement.kind, "")
        places = "; ".join(
            f"{evidence.label}, starred" if is_spoken and evidence.is_starred else evidence.label
            for evidence in statement.evidence
        )
        if is_spoken and statement.tags:
            tagged = f"tagged {join_words([mark.label for mark in statement.tags])}"
            places = "; ".join(filter(None, (places, tagged)))
        lines.append(opening + statement.text + (f" ({places})" if places else ""))
    return "\n".join(lines)
