"""The upper part of the Find desk: the field, what limits the search, and how it was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from framework_qda.ui.find.filters import FilterRow
from framework_qda.ui.find.work import Question
from framework_qda.ui.keys import describe
from framework_qda.ui.style import em, icon, set_role
from framework_qda.ui.widgets.labels import ElidedLabel, plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QKeyEvent

    from framework_qda.matrix.search_results import Section

_ICON = "ph.magnifying-glass"


class FindBar(QFrame):
    """Ask: `asked` follows every key and every choice."""

    asked = Signal()
    results_wanted = Signal()
    """Down: the focus is to go to the results."""
    first_wanted = Signal()
    """Enter: the result that is chosen is to be opened."""

    def __init__(self, kind_actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self.is_folded = False
        self.field = QLineEdit()
        self.field.setPlaceholderText("Words in notes, cells, extracts, comments and names")
        self.field.setAccessibleName("Find")
        self.field.setClearButtonEnabled(True)
        self._icon = self.field.addAction(icon(_ICON), QLineEdit.ActionPosition.LeadingPosition)
        self.field.installEventFilter(self)
        self.near = QCheckBox("Near words")
        self.near.setToolTip(describe("find.near"))
        self.filters = FilterRow(kind_actions)
        self.understood = ElidedLabel("small")
        self.count = plain_label("", "small")
        column = QVBoxLayout(self)
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.near)
        self._said = QWidget()
        said = QHBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.addWidget(self.understood, 1)
        said.addWidget(self.count)
        column.addLayout(line)
        column.addWidget(self.filters)
        column.addWidget(self._said)
        self.field.textChanged.connect(lambda _text: self.asked.emit())
        self.near.toggled.connect(lambda _is_on: self.asked.emit())
        self.filters.changed.connect(self.asked)
        self._show_said()
        self._fit()

    def question(self) -> Question:
        """Return what is typed and chosen."""
        return Question(self.field.text(), self.near.isChecked(), **self.filters.chosen())

    def select_words(self) -> None:
        """Go to the field with its words selected, so that the next key replaces them."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def go_on_typing(self, typed: str = "") -> None:
        """Go back to the field and add what has been typed elsewhere."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self.field.insert(typed)

    def show_counts(self, sections: Sequence[Section]) -> None:
        """Say how much was found, of each kind and altogether."""
        self.filters.show_counts(sections)
        total = sum(each.count for each in sections)
        more = "+" if any(each.is_cut for each in sections) else ""
        self.count.setText(f"{total:,}{more} found" if total else "")
        self._show_said()

    def show_understood(self, words: str) -> None:
        """Say how the question was understood."""
        self.understood.setText(words)
        self._show_said()

    def _show_said(self) -> None:
        """Leave the line out while it has nothing to say, or where the status bar says it."""
        self._said.setVisible(bool(self.words) and not self.is_folded)

    @property
    def words(self) -> str:
        """How the question was understood, and how much was found."""
        return " · ".join(filter(None, (self.understood.text(), self.count.text())))

    def fold(self, *, is_folded: bool) -> None:
        """Leave more of a low window to the results, or take that room again."""
        self.is_folded = is_folded
        self.filters.fold(is_folded=is_folded)
        self._show_said()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the field to the results, or open the first, without leaving the keyboard."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            return self._press(event)  # type: ignore[arg-type]
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._fit()

    def _press(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.results_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.first_wanted.emit()
        elif key == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        else:
            return False
        return True

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            side = em(self, 1.1)
            layout.setContentsMargins(side, em(self, 0.7), side, em(self, 0.4))
            layout.setSpacing(em(self, 0.5))
            self._icon.setIcon(icon(_ICON))
