"""The cells that others changed, two lines each: where, who and when, and what became of the cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame

from framework_qda.ui.style import em
from framework_qda.ui.widgets.analyst_chip import analyst_icon, analyst_icon_size
from framework_qda.ui.widgets.row_list import Index, RowList
from framework_qda.ui.words import time_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.analysts import AnalystMark
    from framework_qda.matrix.reviewing import ReviewItem

_MOST_KEPT = 2000


class ChangedModel(QAbstractListModel):
    """The cells. What became of one is asked for when it comes into view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: Sequence[ReviewItem] = ()
        self.tell: Callable[[ReviewItem], str] = lambda _item: ""
        self.chip: Callable[[AnalystMark], QIcon | None] = lambda _mark: None
        self._told: dict[tuple[str, int], str] = {}

    def show_items(self, items: Sequence[ReviewItem]) -> None:
        """Show other cells; where only one has gone, nothing else is laid out anew."""
        gone = self._only_gone(items)
        if gone is None:
            self.beginResetModel()
            self.items = items
            self.endResetModel()
        elif gone >= 0:
            self.beginRemoveRows(QModelIndex(), gone, gone)
            self.items = items
            self.endRemoveRows()

    def _only_gone(self, items: Sequence[ReviewItem]) -> int | None:
        """Return the row that is no longer there, -1 where all are, `None` where more is different."""
        before, count = self.items, len(items)
        if not count or len(before) - count not in (0, 1):
            return None
        row = next((n for n in range(count) if before[n] is not items[n]), count)
        shift = len(before) - count
        if any(before[n + shift] is not items[n] for n in range(row, count)):
            return None
        return row if shift else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many cells there are."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the words of a cell, or the chip of who changed it."""
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{item.number} for interview {item.code}\n{self.told(item)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            when = time_words(item.change.made_at)
            return f"{item.number} for interview {item.code}, {item.person.name} {when}: {self.told(item)}"
        return self.chip(item.person) if role == Qt.ItemDataRole.DecorationRole else None

    def told(self, item: ReviewItem) -> str:
        """Return what became of a cell."""
        key = (item.change.cell_id, item.change.row)
        if key not in self._told:
            if len(self._told) >= _MOST_KEPT:
                self._told.clear()
            self._told[key] = self.tell(item)
        return self._told[key]

    def forget(self) -> None:
        """Ask anew what became of the cells."""
        self._told.clear()


class ChangedList(RowList):
    """The list of them; arrows go from cell to cell."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changed_model = ChangedModel(self)
        self.changed_model.chip = self._chip
        self._chips: dict[AnalystMark, QIcon] = {}
        self.setModel(self.changed_model)
        self.setAccessibleName("Changed cells")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.fit()

    def current(self) -> ReviewItem | None:
        """Return the cell that is chosen."""
        index = self.currentIndex()
        return self.changed_model.items[index.row()] if index.isValid() else None

    def show_people(self, people: Sequence[AnalystMark]) -> None:
        """Leave room for the chips of these analysts."""
        self._chips = {}
        if people:
            self.setIconSize(analyst_icon_size(self.font(), people))

    def fit(self) -> None:
        """Take the sizes that the font asks for."""
        self._chips = {}
        self.verticalHeader().setDefaultSectionSize(2 * QFontMetrics(self.font()).lineSpacing() + em(self, 0.6))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "changed_model"):
            self.fit()

    def choose(self, row: int) -> None:
        """Choose a cell by its place; the last one where there are fewer."""
        last = self.changed_model.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.changed_model.index(max(0, min(row, last))))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another cell is chosen."""
        super().currentChanged(current, previous)
        self.moved.emit()

    def _chip(self, mark: AnalystMark) -> QIcon:
        if mark not in self._chips:
            self._chips[mark] = analyst_icon(mark, self.font(), self.iconSize())
        return self._chips[mark]
