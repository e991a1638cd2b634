"""The cells that others changed, two lines each: where, who and when, and what became of the cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView

from framework_qda.ui.widgets.analyst_chip import analyst_icon, analyst_icon_size
from framework_qda.ui.words import time_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.reviewing import ReviewItem

Index = QModelIndex | QPersistentModelIndex


class ChangedModel(QAbstractListModel):
    """The cells. What became of one is asked for when it comes into view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[ReviewItem, ...] = ()
        self.tell: Callable[[ReviewItem], str] = lambda _item: ""
        self._told: dict[str, str] = {}

    def show_items(self, items: Sequence[ReviewItem]) -> None:
        """Show other cells."""
        self.beginResetModel()
        self.items = tuple(items)
        self._told = {}
        self.endResetModel()

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
        if role == Qt.ItemDataRole.DecorationRole:
            view = self.parent()
            return analyst_icon(item.person, view.font()) if isinstance(view, QListView) else None
        return None

    def told(self, item: ReviewItem) -> str:
        """Return what became of a cell."""
        key = item.change.cell_id
        if key not in self._told:
            self._told[key] = self.tell(item)
        return self._told[key]


class ChangedList(QListView):
    """The list of them; arrows go from cell to cell."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changed_model = ChangedModel(self)
        self.setModel(self.changed_model)
        self.setAccessibleName("Changed cells")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def current(self) -> ReviewItem | None:
        """Return the cell that is chosen."""
        index = self.currentIndex()
        return self.changed_model.items[index.row()] if index.isValid() else None

    def fit_icons(self) -> None:
        """Leave room for the chips of those who changed something."""
        people = {item.person for item in self.changed_model.items}
        if people:
            self.setIconSize(analyst_icon_size(self.font(), people))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "changed_model"):
            self.fit_icons()
            self.scheduleDelayedItemsLayout()

    def choose(self, row: int) -> None:
        """Choose a cell by its place; the last one where there are fewer."""
        last = self.changed_model.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.changed_model.index(max(0, min(row, last))))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another cell is chosen."""
        super().currentChanged(current, previous)
        self.moved.emit()
