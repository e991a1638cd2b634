"""A field that lies over a desk or a window, with the list of what may be meant while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from framework_qda.ui.style import SMALL, colour, em, icon, scaled_font, set_role
from framework_qda.ui.widgets.labels import wrapped_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WIDTH_EMS = 40
_WIDTH_BESIDE_EMS = 28
_LEAST_LINES = 4
_LEAVING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_KEY_ROLE = Qt.ItemDataRole.UserRole


class Choice(NamedTuple):
    """One line of the list: its words, an icon or a picture before and a key behind them."""

    words: str
    icon: str = ""
    key: str = ""
    picture: QIcon | None = None


class TypedChoice(QFrame):
    """Lie over a host, list what may be meant, and take the line that is chosen."""

    def __init__(self, host: QWidget, hint: str, name: str, list_name: str) -> None:
        super().__init__(host)
        self._host = host
        self._count = 0
        self._came_from: QWidget | None = None
        self._anchor: QRect | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(name)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._find)
        self.field.returnPressed.connect(lambda: self._take(self.list.currentRow()))
        self.list: QListWidget = QListWidget()
        self.list.setAccessibleName(list_name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_KeyDelegate(self.list))
        self.list.itemClicked.connect(lambda item: self._take(self.list.row(item)))
        self.remark = wrapped_label("", "soft")
        self._column = QVBoxLayout(self)
        for part in (self.field, self.list, self.remark):
            self._column.addWidget(part)
        set_role(self, "card")
        self.hide()
        host.installEventFilter(self)

    # -- what is chosen from

    def choices_for(self, typed: str) -> Sequence[Choice]:
        """Return what may be meant."""
        raise NotImplementedError

    def take(self, row: int) -> None:
        """Do what a line stands for; the field has gone."""
        raise NotImplementedError

    def remark_on(self, typed: str, count: int) -> str:
        """Return what is to be said below the list."""
        return ""

    def anchor(self) -> QRect | None:
        """Return the place that is chosen for, in the host's pixels, to lie beside it; `None`: in the middle."""
        return None

    # -- showing and choosing

    def open(self) -> None:
        """Show the field over the host, empty and ready to type."""
        self._came_from = QApplication.focusWidget()
        self._anchor = self.anchor()
        self.field.clear()
        self._find("")
        self._place()
        self._lift()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._anchor is None:  # what has just been filled gets its place a moment later
            QTimer.singleShot(0, self, self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the field, close with Escape or when something else is wanted; follow the host."""
        if watched is self._host and event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            # Later, not now: what is beside it gets its new place after the host does.
            QTimer.singleShot(0, self, self._follow)
        elif watched is self.field and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _LEAVING:  # type: ignore[attr-defined]
                self.hide()
        elif watched is self.field and event.type() == QEvent.Type.KeyPress:
            return self._press(event.key())  # type: ignore[attr-defined]
        return super().eventFilter(watched, event)

    def _press(self, key: int) -> bool:
        step = _STEPS.get(Qt.Key(key))
        if step is not None:
            if self._count:
                self.list.setCurrentRow((self.list.currentRow() + step) % self._count)
            return True
        if key == Qt.Key.Key_Escape:
            self._close()
            return True
        return False

    def _find(self, typed: str) -> None:
        choices = self.choices_for(typed)
        self._count = len(choices)
        self.list.clear()
        for choice in choices:
            item = QListWidgetItem(choice.words)
            if choice.picture is not None or choice.icon:
                item.setIcon(choice.picture or icon(choice.icon))
            item.setData(_KEY_ROLE, choice.key)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (choice.words, choice.key))))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(choices))
        self.remark.setText(self.remark_on(typed, self._count))
        self.remark.setVisible(bool(self.remark.text()))
        self._place()

    def _take(self, row: int) -> None:
        if 0 <= row < self._count:
            self._close()
            self.take(row)

    def _close(self) -> None:
        came_from, self._came_from = self._came_from, None
        self.hide()
        if came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lift(self) -> None:
        if self.graphicsEffect() is None:
            shadow = QGraphicsDropShadowEffect(self)
            shadow.setOffset(0, em(self, 0.2))
            shadow.setBlurRadius(em(self, 1.6))
            self.setGraphicsEffect(shadow)

    def _place(self) -> None:
        side = em(self, 0.7)
        self._column.setContentsMargins(side, side, side, side)
        self.list.setIconSize(QSize(em(self, 1.2), em(self, 1.2)))
        line = self.list.sizeHintForRow(0) if self._count else 0
        self.list.setFixedHeight(line * self._count + em(self, 0.2))
        room = self._host.rect().adjusted(side, side, -side, -side)
        width = min(em(self, _WIDTH_EMS if self._anchor is None else _WIDTH_BESIDE_EMS), room.width())
        wanted, anchor, gap = self._tall(width), self._anchor, em(self, 0.25)
        if anchor is None:
            left, top, most = (self._host.width() - width) // 2, em(self, 1.2), self._host.height() - em(self, 2)
            height = min(wanted, most)
        else:
            below, above = room.bottom() - anchor.bottom() - gap, anchor.top() - room.top() - gap
            is_below = wanted <= below or below >= above
            height = min(wanted, max(below if is_below else above, self._least_height(line, width)))
            left = max(room.left(), min(anchor.left(), room.right() - width))
            top = anchor.bottom() + gap if is_below else anchor.top() - gap - height
            top = max(room.top(), min(top, room.bottom() - height))
        if wanted > height:
            self.list.setFixedHeight(max(line, self.list.height() - (wanted - height)))
        self.setGeometry(left, top, width, height)

    def _tall(self, width: int) -> int:
        """Return how tall it is in a width, the remark in as many lines as it needs."""
        column = self._column
        return column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.totalSizeHint().height()

    def _least_height(self, line: int, width: int) -> int:
        """Return the height with a few lines of the list."""
        rest = self._tall(width) - self.list.height()
        return rest + line * min(self._count, _LEAST_LINES)

    def _follow(self) -> None:
        """Keep beside what is chosen for."""
        if self.isVisible():
            self._anchor = self.anchor()
        self._place()


class _KeyDelegate(QStyledItemDelegate):
    """Paint the key of a line at its right, and its words in the room that is left."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        key = index.data(_KEY_ROLE)
        if not key:
            super().paint(painter, option, index)
            return
        small = scaled_font(option.font, SMALL)
        room = QFontMetrics(small).horizontalAdvance(key) + em(self.parent(), 1.0)  # type: ignore[arg-type]
        left = QStyleOptionViewItem(option)
        self.initStyleOption(left, index)
        left.text = QFontMetrics(option.font).elidedText(
            left.text,
            Qt.TextElideMode.ElideRight,
            max(0, option.rect.width() - room - em(self.parent(), 2.6)),  # type: ignore[arg-type]
        )
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, left, painter, option.widget)
        painter.save()
        painter.setFont(small)
        painter.setPen(colour("text_soft"))
        right = option.rect.adjusted(0, 0, -em(self.parent(), 0.5), 0)  # type: ignore[arg-type]
        painter.drawText(right, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), key)
        painter.restore()
