"""An outline of records: a model over plain nodes, and a view that keeps its place when they change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from framework_qda.ui.style import colour, em, icon, scaled_font

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Node:
    """One line of an outline: `kind` and `key` name the record, `texts` fill the columns.

    `icon` is the name of one in the first column.
    """

    kind: str
    key: str
    texts: tuple[str, ...]
    children: tuple["Node", ...] = ()
    icon: str = ""
    is_heading: bool = False
    spoken: str = ""
    """What a screen reader is told of the first column, where that is not its text."""


FEW = 12
"""Up to how many lines are told one by one when their words change."""


class _Item:
    __slots__ = ("children", "node", "parent", "row")

    def __init__(self, node: Node, parent: "_Item | None", row: int) -> None:
        self.node = node
        self.parent = parent
        self.row = row
        self.children = [_Item(child, self, place) for place, child in enumerate(node.children)]

    def walk(self) -> Iterator["_Item"]:
        for child in self.children:
            yield child
            yield from child.walk()


class OutlineModel(QAbstractItemModel):
    """Nodes as a tree; the same lines with other words are updated in place."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._root = _Item(Node("", "", ()), None, 0)
        self._by_key: dict[str, _Item] = {}

    def show(self, nodes: Sequence[Node]) -> bool:
        """Show other nodes; return whether lines came, went or moved (the model was reset then)."""
        root = _Item(Node("", "", (), tuple(nodes)), None, 0)
        if _shape(root.node) == _shape(self._root.node):
            self._update(root)
            return False
        self.beginResetModel()
        self._root = root
        self._by_key = {item.node.key: item for item in root.walk()}
        self.endResetModel()
        return True

    def node(self, index: Index) -> Node | None:
        """Return the node of an index."""
        return self._item(index).node if index.isValid() else None

    def find(self, key: str) -> QModelIndex:
        """Return the index of a record's line; an invalid one if it has none."""
        item = self._by_key.get(key)
        return self.createIndex(item.row, 0, item) if item else QModelIndex()

    def nodes(self) -> Iterator[Node]:
        """Give all nodes from top to bottom."""
        return (item.node for item in self._root.walk())

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the index of a line."""
        children = self._item(parent).children
        if 0 <= row < len(children) and 0 <= column < len(self._headings):
            return self.createIndex(row, column, children[row])
        return QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: ANN401, B008
        """Return the index of the line above in the tree."""
        above = self._item(index).parent if index.isValid() else None
        return QModelIndex() if above is None or above is self._root else self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many lines stand under a line."""
        return 0 if parent.column() > 0 else len(self._item(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, icon, weight and colour of a line."""
        if not index.isValid():
            return None
        node = self._item(index).node
        text = node.texts[index.column()] if index.column() < len(node.texts) else ""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (node.spoken or node.texts[0], *node.texts[1:])))
            case Qt.ItemDataRole.DecorationRole:
                return icon(node.icon) if node.icon and index.column() == 0 else None
            case Qt.ItemDataRole.FontRole:
                return scaled_font(QFont(), is_bold=True) if node.is_heading and index.column() == 0 else None
            case Qt.ItemDataRole.ForegroundRole:
                return colour("text_soft") if index.column() > 0 else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._headings):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _item(self, index: Index) -> _Item:
        if not index.isValid():
            return self._root
        item = index.internalPointer()
        assert isinstance(item, _Item)
        return item

    def _update(self, root: _Item) -> None:
        others = []
        for item in root.walk():
            mine = self._by_key[item.node.key]
            if mine.node != item.node:
                if mine.node.texts != item.node.texts or mine.node.icon != item.node.icon:
                    others.append(mine)
                mine.node = item.node
        self._root.node = root.node
        if len(others) > FEW:  # a view measures its columns anew for each line that is told
            self.layoutAboutToBeChanged.emit()
            self.layoutChanged.emit()
            return
        last = len(self._headings) - 1
        for mine in others:
            self.dataChanged.emit(self.createIndex(mine.row, 0, mine), self.createIndex(mine.row, last, mine))


def _shape(node: Node) -> tuple[object, ...]:
    return (node.kind, node.key, tuple(_shape(child) for child in node.children))


class _RoomyDelegate(QStyledItemDelegate):
    """Lines with room between them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a height of nearly two em."""
        size = super().sizeHint(option, index)
        widget = option.widget
        return QSize(size.width(), max(size.height(), em(widget, 1.85) if widget else 0))


class OutlineView(QTreeView):
    """The outline on screen: one line is chosen; what was folded stays folded."""

    chosen = Signal(str, str)
    """Kind and key of the line that became the current one; both empty for none."""

    def __init__(self, model: OutlineModel, folded_kinds: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._folded_kinds = frozenset(folded_kinds)
        self._is_telling = True
        self.setModel(model)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(_RoomyDelegate(self))
        self._optional: Mapping[int, float] = {}
        self._stretched = 0
        self._first_mode = QHeaderView.ResizeMode.Interactive
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().setResizeContentsPrecision(150)  # rows that are measured; all of 2,800 take a quarter second
        self.selectionModel().currentChanged.connect(self._tell)

    def stretch_column(self, column: int, *others: int) -> None:
        """Let one column take the room that is left, the others what their words need."""
        self._stretched = column
        self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for other in others:
            self.header().setSectionResizeMode(other, QHeaderView.ResizeMode.ResizeToContents)
        self._first_mode = self.header().sectionResizeMode(0)

    def hide_when_narrow(self, columns: Mapping[int, float]) -> None:
        """Hide columns (number -> em) while the view is narrower than that."""
        self._optional = columns
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._fit()

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        """Show other nodes: place, folds and the chosen line stay; a new line's parents are opened."""
        known = {node.key for node in self._model.nodes()}
        folded = {
            node.key
            for node in self._model.nodes()
            if node.children and not self.isExpanded(self._model.find(node.key))
        }
        current, place = self.current_node(), self.verticalScrollBar().value()
        self._is_telling = False
        if self._model.show(nodes):
            for node in self._model.nodes():
                is_folded = node.key in folded if node.key in known else node.kind in self._folded_kinds
                if node.children:
                    self.setExpanded(self._model.find(node.key), not is_folded)
            if current is not None:
                self.setCurrentIndex(self._model.find(current.key))
            self.verticalScrollBar().setValue(place)
        self._is_telling = True
        if current is not None and self.current_node() is None:
            self.chosen.emit("", "")

    def choose(self, key: str) -> None:
        """Make a record's line the current one and show it."""
        index = self._model.find(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def current_node(self) -> Node | None:
        """Return the chosen line."""
        return self._model.node(self.currentIndex())

    def node_at(self, point: QPoint) -> Node | None:
        """Return the line at a point of the view."""
        return self._model.node(self.indexAt(point))

    def nodes(self) -> Iterator[Node]:
        """Give all lines from top to bottom, those that are folded away too."""
        return self._model.nodes()

    def last_node(self) -> Node | None:
        """Return the last line that is not folded away."""
        index = QModelIndex()
        while (rows := self._model.rowCount(index)) and (not index.isValid() or self.isExpanded(index)):
            index = self._model.index(rows - 1, 0, index)
        return self._model.node(index)

    def index_of(self, key: str) -> QModelIndex:
        """Return where a record's line is; an invalid index if it has none."""
        return self._model.find(key)

    def _fit(self) -> None:
        size = em(self)
        self.setIconSize(QSize(round(size * 1.2), round(size * 1.2)))
        self.setIndentation(round(size * 1.5))
        self.setMinimumWidth(size * 14)
        if not self._optional:
            return
        for column, needed in self._optional.items():
            self.setColumnHidden(column, self.width() < needed * size)
        mode = QHeaderView.ResizeMode
        is_alone = self.isColumnHidden(self._stretched)
        self.header().setSectionResizeMode(0, mode.Stretch if is_alone else self._first_mode)

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self._is_telling:
            node = self._model.node(current)
            self.chosen.emit(node.kind if node else "", node.key if node else "")
