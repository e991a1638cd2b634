"""The places found as a table: each can be left out, each with the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from framework_qda.matrix.replacing import Wanted, is_another, put_in_place
from framework_qda.ui.style import colour, scaled_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

    from framework_qda.matrix.replacing import Hit

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("Where", "Before", "Found", "After")
WHERE, BEFORE, FOUND, AFTER = range(4)
_CONTEXT = 90
_ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class HitsModel(QAbstractTableModel):
    """Show hits where something changes; the first column is checked where a hit shall be replaced."""

    def __init__(self, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._font = scaled_font(font, is_bold=True)
        self._wanted = Wanted("")
        self._hits: tuple[Hit, ...] = ()
        self._shown: list[Hit] = []
        self._left_out: set[Hit] = set()
        self._words = ""

    def show_hits(self, hits: Sequence[Hit], wanted: Wanted) -> None:
        """Show other hits, and what was asked for them; what is only near to that is left out, to be looked at."""
        self.beginResetModel()
        self._hits, self._wanted = tuple(hits), wanted
        self._left_out = {hit for hit in hits if is_another(hit, wanted)}
        self._shown = self._changing()
        self.endResetModel()

    def show_words(self, words: str) -> None:
        """Show what will stand in the place of each hit; those that read so already are not listed."""
        self._words = words
        shown = self._changing()
        if shown != self._shown:
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()
        elif shown:
            self.dataChanged.emit(self.index(0, FOUND), self.index(len(shown) - 1, FOUND))

    @property
    def right_already(self) -> int:
        """How many places read already as they shall."""
        return len(self._hits) - len(self._shown)

    @property
    def others(self) -> int:
        """How many of the places listed hold a word that is only near to what was asked for."""
        return sum(is_another(hit, self._wanted) for hit in self._shown)

    def chosen(self) -> list[Hit]:
        """Return the hits that shall be replaced."""
        return [hit for hit in self._shown if hit not in self._left_out]

    def choose_all(self, is_chosen: bool) -> None:
        """Let all hits be replaced, or none."""
        self._left_out = set() if is_chosen else set(self._hits)
        if self._shown:
            self.dataChanged.emit(self.index(0, WHERE), self.index(len(self._shown) - 1, WHERE))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the hits that are listed."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401
        """Name the columns."""
        return HEADINGS[section] if orientation == Qt.Orientation.Horizontal and role == _ROLE.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the first column be checked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == WHERE else flags

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a cell of the table shows."""
        hit, column = self._shown[index.row()], index.column()
        if role == _ROLE.DisplayRole:
            return self._text(hit, column)
        if role == _ROLE.CheckStateRole and column == WHERE:
            return Qt.CheckState.Unchecked if hit in self._left_out else Qt.CheckState.Checked
        if role == _ROLE.FontRole and column == FOUND:
            return self._font
        if role == _ROLE.ForegroundRole and column in (BEFORE, AFTER):
            return colour("text_soft")
        if role == _ROLE.TextAlignmentRole and column == BEFORE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:  # noqa: ANN401
        """Take a hit in or leave it out."""
        if role != _ROLE.CheckStateRole or index.column() != WHERE:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._left_out.discard(self._shown[index.row()])
        else:
            self._left_out.add(self._shown[index.row()])
        self.dataChanged.emit(index, index)
        return True

    def _text(self, hit: Hit, column: int) -> str:
        if column == WHERE:
            return hit.where
        if column == BEFORE:
            return _one_line(hit.text[max(0, hit.start - _CONTEXT) : hit.start]).lstrip()
        if column == AFTER:
            return _one_line(hit.text[hit.end : hit.end + _CONTEXT])
        return f"{_one_line(hit.found)} → {put_in_place(hit, self._words, self._wanted) or '(nothing)'}"

    def _changing(self) -> list[Hit]:
        return [hit for hit in self._hits if put_in_place(hit, self._words, self._wanted) != hit.found]


class ElideLeft(QStyledItemDelegate):
    """Keep the end of a text that has no room."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave out the beginning."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


def _one_line(text: str) -> str:
    return " ".join(text.splitlines()) if text.splitlines() else text
