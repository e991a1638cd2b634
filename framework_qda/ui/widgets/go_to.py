"""The small field that goes to a cell by its codes or by parts of its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QLineEdit, QListWidget, QVBoxLayout

from framework_qda.matrix.finding import CellNames, FoundCell, find_cells, read_names
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from framework_qda.ui.desk import Desk

HINT = "A code such as I09 2.3, or parts of names: nurse referral"
NONE_FOUND = "No interview and sub-topic are called so."
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WIDTH_EMS = 40
_LEAVING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class GoTo(QFrame):
    """Lie over a desk, list the cells that may be meant while somebody types, and tell which was chosen."""

    chosen = Signal(str, str)
    """An interview and a sub-topic."""

    def __init__(self, desk: Desk, where: Callable[[], tuple[str, str] | None]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._where = where
        self._names = CellNames()
        self._here = ("", "")
        self._found: list[FoundCell] = []
        self._came_from: QWidget | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(HINT)
        self.field.setAccessibleName("Go to")
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._find)
        self.field.returnPressed.connect(lambda: self._take(self.list.currentRow()))
        self.list: QListWidget = QListWidget()
        self.list.setAccessibleName("Cells found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda item: self._take(self.list.row(item)))
        self.remark = plain_label("", "soft")
        self._column = QVBoxLayout(self)
        for part in (self.field, self.list, self.remark):
            self._column.addWidget(part)
        set_role(self, "card")
        self.hide()
        desk.installEventFilter(self)

    def open(self) -> None:
        """Show the field over the desk, empty and ready to type."""
        self._names = read_names(self._desk.project.read)
        self._here = self._where() or ("", "")
        self._came_from = QApplication.focusWidget()
        self.field.clear()
        self._find("")
        self._place()
        self._lift()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the field, close with Escape or when something else is wanted; follow the desk."""
        if watched is self._desk and event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._place()
        elif watched is self.field and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _LEAVING:  # type: ignore[attr-defined]
                self.hide()
        elif watched is self.field and event.type() == QEvent.Type.KeyPress:
            return self._press(event.key())  # type: ignore[attr-defined]
        return super().eventFilter(watched, event)

    def _press(self, key: int) -> bool:
        step = _STEPS.get(Qt.Key(key))
        if step is not None:
            if self._found:
                self.list.setCurrentRow((self.list.currentRow() + step) % len(self._found))
            return True
        if key == Qt.Key.Key_Escape:
            self._close()
            return True
        return False

    def _find(self, typed: str) -> None:
        self._found = find_cells(typed, self._names, self._here)
        self.list.clear()
        for found in self._found:
            self.list.addItem(_words(found))
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._found))
        self.remark.setText(NONE_FOUND if typed.strip() and not self._found else "")
        self.remark.setVisible(bool(self.remark.text()))
        self._place()

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._found):
            found = self._found[row]
            self._close()
            self.chosen.emit(found.row.id, found.column.id)

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
        line = self.list.sizeHintForRow(0) if self._found else 0
        self.list.setFixedHeight(line * len(self._found) + em(self, 0.2))
        width = min(em(self, _WIDTH_EMS), self._desk.width() - 2 * side)
        height = min(self._column.totalSizeHint().height(), self._desk.height() - 2 * side)
        self.setGeometry((self._desk.width() - width) // 2, em(self, 1.2), width, height)


def _words(found: FoundCell) -> str:
    names = " — ".join(part for part in (found.row.label, found.column.label) if part)
    return f"{found.row.code} {found.column.code}   {names}"
