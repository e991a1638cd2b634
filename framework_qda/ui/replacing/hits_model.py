"""The places found as a table: each can be left out, each with the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from framework_qda.ui.style import colour, scaled_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

    from framework_qda.ui.replacing.search import Hit

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("Where", "Before", "Found", "After")
WHERE, BEFORE, FOUND, AFTER = range(4)
_CONTEXT = 90
_ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class HitsModel(QAbstractTableModel):
    """Show hits; the first column is checked where a hit shall be replaced."""

    def __init__(self, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._font = scaled_font(font, is_bold=True)
        self._hits: tuple[Hit, ...] = ()
        self._left_out: set[int] = set()
        self._words = ""

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show other hits, all of them to be replaced."""
        self.beginResetModel()
        self._hits, self._left_out = tuple(hits), set()
        self.endResetModel()

    def show_words(self, words: str) -> None:
        """Show what will stand in the place of each hit."""
        self._words = words
        if self._hits:
            self.dataChanged.emit(self.index(0, FOUND), self.index(len(self._hits) - 1, FOUND))

    def chosen(self) -> list[Hit]:
        """Return the hits that shall be replaced."""
        return [hit for row, hit in enumerate(self._hits) if row not in self._left_out]

    def choose_all(self, is_chosen: bool) -> None:
        """Let all hits be replaced, or none."""
        self._left_out = set() if is_chosen else set(range(len(self._hits)))
        if self._hits:
            self.dataChanged.emit(self.index(0, WHERE), self.index(len(self._hits) - 1, WHERE))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the hits."""
        return 0 if parent.isValid() else len(self._hits)

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
        hit, column = self._hits[index.row()], index.column()
        if role == _ROLE.DisplayRole:
            return self._text(hit, column)
        if role == _ROLE.CheckStateRole and column == WHERE:
            return Qt.CheckState.Unchecked if index.row() in self._left_out else Qt.CheckState.Checked
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
            self._left_out.discard(index.row())
        else:
            self._left_out.add(index.row())
        self.dataChanged.emit(index, index)
        return True

    def _text(self, hit: Hit, column: int) -> str:
        if column == WHERE:
            return hit.where
        if column == BEFORE:
            return _one_line(hit.text[max(0, hit.start - _CONTEXT) : hit.start]).lstrip()
        if column == AFTER:
            return _one_line(hit.text[hit.end : hit.end + _CONTEXT])
        return f"{_one_line(hit.text[hit.start : hit.end])} → {self._words or '(nothing)'}"


class ElideLeft(QStyledItemDelegate):
    """Keep the end of a text that has no room."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave out the beginning."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


def _one_line(text: str) -> str:
    return " ".join(text.splitlines()) if text.splitlines() else text
