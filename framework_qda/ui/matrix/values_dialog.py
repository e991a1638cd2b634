"""The dialog that chooses among the many values of an attribute, such as dates or figures, for the filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from framework_qda.text.folding import fold
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.dialogs import PlainDialog
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_VALUE = Qt.ItemDataRole.UserRole


class ValuesDialog(PlainDialog):
    """Tick values; what is typed leaves only those in the list that hold it."""

    def __init__(
        self,
        title: str,
        choices: Iterable[tuple[str, str]],
        chosen: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, "Only interviews with one of the ticked values are shown.", "Show", parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Part of a value")
        self.field.setAccessibleName("Show only values that hold")
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Values")
        set_role(self.list, "framed")
        for value, words in choices:
            item = QListWidgetItem(words, self.list)
            item.setData(_VALUE, value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked)
        self.summary = wrapped_label("", "soft")
        self.body.addWidget(self.field)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.summary)
        self.resize(em(self, 36), em(self, 34))
        self.field.textChanged.connect(self._narrow)
        self.list.itemChanged.connect(lambda _item: self._tell())
        self._tell()
        self.field.setFocus()

    def chosen(self) -> frozenset[str]:
        """Return the values that are ticked, also those that are not seen just now."""
        return frozenset(item.data(_VALUE) for item in self._items() if item.checkState() == Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the field into the list with Down."""
        if self.field.hasFocus() and event.key() == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            first = next((item for item in self._items() if not item.isHidden()), None)
            if first is not None:
                self.list.setCurrentItem(first)
            return
        super().keyPressEvent(event)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _narrow(self, typed: str) -> None:
        wanted = fold(typed.strip())
        for item in self._items():
            item.setHidden(wanted not in fold(item.text()))
        self._tell()

    def _tell(self) -> None:
        seen = sum(not item.isHidden() for item in self._items())
        ticked = len(self.chosen())
        self.summary.setText(
            f"{count_words(seen, 'value')} listed, {ticked:,} ticked." + ("" if ticked else " None: all.")
        )
