"""The map as a table: a row an interview or a case study, a column a sub-topic."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from framework_qda.matrix.board import BoardMap, is_done
from framework_qda.ui.style import state_look

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject

    from framework_qda.matrix.board import Place

Index = QModelIndex | QPersistentModelIndex
EMPTY = BoardMap((), (), (), (), {})
TO_LOOK_AT = "to be looked at again"
"""Said of a cell that was charted before its sub-topic changed."""


class MapModel(QAbstractTableModel):
    """Fields of a `BoardMap`; with `by_case` the interviews of a case study share a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board = EMPTY
        self.by_case = False
        self._shares: dict[tuple[int, int], Mapping[str, int]] = {}

    def show(self, board: BoardMap, *, by_case: bool) -> None:
        """Show a map; where rows and columns are those shown already, only the fields change."""
        same = by_case == self.by_case and (board.rows, board.columns) == (self.board.rows, self.board.columns)
        self._shares.clear()
        if same:
            self.board = board
            if self.rowCount() and self.columnCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self.board, self.by_case = board, by_case
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt has it)
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.board.bands if self.by_case else self.board.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt has it)
        """Return how many sub-topics there are."""
        return 0 if parent.isValid() else len(self.board.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (as Qt has it)
        """Return what a screen reader says of a field; the delegate paints the rest."""
        if role != Qt.ItemDataRole.AccessibleTextRole or not index.isValid():
            return None
        column = self.board.columns[index.column()]
        what = f"{column.number} {column.label}"
        if self.by_case:
            states = self.share(index.row(), index.column())
            done = sum(count for state, count in states.items() if is_done(state))
            return f"{self.board.bands[index.row()].label}, {what}: {done} of {sum(states.values())} done"
        place = self.board.place(index.row(), index.column())
        extras = [
            words
            for places, words in (
                (self.board.stale, TO_LOOK_AT),
                (self.board.conflicted, "two versions"),
                (self.board.commented, "comment open"),
            )
            if place in places
        ]
        state = ", ".join([state_look(self.board.state(place)).words, *extras])
        return f"{self.board.rows[index.row()].code}, {what}: {state}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a row or a column is called."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.board.columns[section].number
        return self.board.bands[section].label if self.by_case else self.board.rows[section].code

    def share(self, row: int, column: int) -> Mapping[str, int]:
        """Return how many interviews of a case study are in each state, counted when it is first asked."""
        known = self._shares.get((row, column))
        if known is None:
            band, subtopic_id = self.board.bands[row], self.board.columns[column].subtopic_id
            rows = self.board.rows[band.first : band.first + band.count]
            known = Counter(self.board.state((each.interview_id, subtopic_id)) for each in rows)
            self._shares[row, column] = known
        return known

    def places(self, row: int, column: int) -> list[Place]:
        """Return the cells that a field stands for."""
        if not self.by_case:
            return [self.board.place(row, column)]
        band = self.board.bands[row]
        return [self.board.place(each, column) for each in range(band.first, band.first + band.count)]

    def field_of(self, place: Place) -> QModelIndex:
        """Return the field of a cell, or an invalid index."""
        row = next((n for n, each in enumerate(self.board.rows) if each.interview_id == place[0]), -1)
        column = next((n for n, each in enumerate(self.board.columns) if each.subtopic_id == place[1]), -1)
        if self.by_case and row >= 0:
            row = next(n for n, band in enumerate(self.board.bands) if band.first <= row < band.first + band.count)
        return self.index(row, column) if row >= 0 and column >= 0 else QModelIndex()
