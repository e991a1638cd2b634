"""The line above the grid that says in words which rows are shown, and where that is chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from framework_qda.matrix.arranging import Arrangement, describe_arrangement
from framework_qda.matrix.filters import RowFilter, describe_filter
from framework_qda.ui.matrix.filter_menu import FilterMenu
from framework_qda.ui.matrix.order_menu import OrderMenu
from framework_qda.ui.style import colour, em, icon, set_role
from framework_qda.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from framework_qda.project import Reader

TYPING_PAUSE_MS = 250


class FilterBar(QFrame):
    """Choose rows by attributes, organisation kind, state and words, and their order; one click undoes both."""

    filter_changed = Signal()
    entered = Signal()
    """Enter was pressed behind the words: the first cell that holds them is wanted."""
    left = Signal()
    """The field for words is left by Escape, Down, or Enter without words: the keyboard is wanted in the grid."""
    cleared = Signal()
    """Everything is wanted again, also what is left out elsewhere than here."""
    stop_requested = Signal()
    """What is being looked for is to be given up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_filter = RowFilter()
        self.arrangement = Arrangement()
        self._reader: Reader | None = None
        self.sentence = ElidedLabel("small", self)
        self.clear_button = QPushButton("Clear", self)
        set_role(self.clear_button, "link")
        self.clear_button.setAccessibleName("Clear filter and order")
        self.clear_button.clicked.connect(lambda _checked=False: self._press())
        self.words = QLineEdit(self)
        self.words.setPlaceholderText("Words in cells")
        self.words.setAccessibleName("Show interviews with these words in a cell")
        self.words.setClearButtonEnabled(True)
        self.menu_button = QToolButton(self)
        self.menu_button.setText("Filter")
        self.menu_button.setToolTip("Choose which interviews are shown")
        self.menu_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = FilterMenu(self)
        self.menu.chosen.connect(self.set_filter)
        self.menu.all_wanted.connect(self.clear)
        self.menu_button.setMenu(self.menu)
        self.order_button = QToolButton(self)
        self.order_button.setText("Order")
        self.order_button.setToolTip("Order the interviews by attributes")
        self.order_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.order_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order_menu = OrderMenu(self)
        self.order_menu.chosen.connect(self.set_arrangement)
        self.order_button.setMenu(self.order_menu)
        self._leaves_out = self._is_waiting = False
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._take_words)
        self.words.textChanged.connect(self._wait_for_words)
        self.words.returnPressed.connect(self._enter_words)
        self.words.installEventFilter(self)
        self.find_button = QToolButton(self)
        self.find_button.setAccessibleName("Find words in cells")
        self.find_button.setToolTip("Words in cells")
        self.find_button.clicked.connect(self.focus_words)
        self.controls = QWidget(self)
        self._is_folded = False
        self._arrange()
        self.refresh_look()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row.addWidget(self.sentence)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        row.addWidget(self.controls)
        inside = QHBoxLayout(self.controls)
        inside.setContentsMargins(0, 0, 0, 0)
        for control in (self.order_button, self.menu_button, self.find_button, self.words):
            inside.addWidget(control)
        self.find_button.hide()

    def fold(self, *, is_folded: bool) -> None:
        """Show the controls as icons, to stand in another bar, or as words in this one."""
        if is_folded == self._is_folded:
            return
        self._is_folded = is_folded
        style = Qt.ToolButtonStyle
        for button in (self.order_button, self.menu_button):
            button.setToolButtonStyle(style.ToolButtonIconOnly if is_folded else style.ToolButtonTextBesideIcon)
        if not is_folded:
            self.layout().addWidget(self.controls)  # type: ignore[union-attr]
        self._show_words()

    def _show_words(self) -> None:
        """Show the field for words, in a narrow window only while there is something in it or it is written in."""
        is_wanted = not self._is_folded or self.words.hasFocus() or bool(self.words.text())
        self.words.setVisible(is_wanted)
        self.find_button.setVisible(not is_wanted)

    @property
    def has_something_to_say(self) -> bool:
        """Whether the sentence says more than that all is shown."""
        return not self.clear_button.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the field for words into the grid; put it away when it is left empty in a narrow window."""
        if event.type() == QEvent.Type.KeyPress and not self._is_waiting:
            is_left = event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down)  # type: ignore[attr-defined]
            if is_left:
                self._take_words()
                self.left.emit()
                return True
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._show_words)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the colours of the program."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "controls"):
            self.refresh_look()

    def refresh_look(self) -> None:
        """Follow the font and the colours of the program."""
        self.controls.layout().setSpacing(em(self, 0.6))  # type: ignore[union-attr]
        side = em(self, 1.15)
        self.layout().setContentsMargins(side, em(self, 0.3), side, em(self, 0.3))  # type: ignore[union-attr]
        self.layout().setSpacing(em(self, 0.6))  # type: ignore[union-attr]
        self.words.setMinimumWidth(em(self, 8.5))
        self.words.setMaximumWidth(em(self, 13))
        self.sentence.setMinimumWidth(em(self, 6))
        for button, name in (
            (self.order_button, "ph.sort-ascending"),
            (self.menu_button, "ph.funnel"),
            (self.find_button, "ph.magnifying-glass"),
        ):
            button.setIcon(icon(name))
            button.setIconSize(QSize(em(self, 1.1), em(self, 1.1)))
        self.update()

    def set_reader(self, reader: Reader) -> None:
        """Read another project, without a filter."""
        self._reader = reader
        self.menu.set_reader(reader)
        self.order_menu.set_reader(reader)
        self._show_arrangement(Arrangement())
        self._show_filter(RowFilter())

    def show_waiting(self) -> None:
        """Say that the rows are still being looked for, and offer to stop."""
        self._show_waiting(is_waiting=True)
        self.sentence.setText("Filtering…" if not self.row_filter.is_empty else "Ordering…")
        self.sentence.updateGeometry()
        self.clear_button.show()

    def _show_waiting(self, *, is_waiting: bool) -> None:
        if is_waiting != self._is_waiting:
            self._is_waiting = is_waiting
            self.clear_button.setText("Stop" if is_waiting else "Clear")
            self.clear_button.setAccessibleName("Stop filtering" if is_waiting else "Clear filter and order")
            self.clear_button.setToolTip("Stop filtering (Esc)" if is_waiting else "")

    def _press(self) -> None:
        if self._is_waiting:
            self.stop_requested.emit()
        else:
            self.clear()

    def take_back(self, row_filter: RowFilter, arrangement: Arrangement) -> None:
        """Be again what is seen, after something else that was asked for has been given up."""
        self._show_arrangement(arrangement)
        self._show_filter(row_filter)

    def show_counts(self, shown: int, total: int, hidden: int = 0, *, is_reordered: bool = False) -> None:
        """Say how many interviews are shown, by what they are chosen, and which columns are hidden or moved."""
        self._show_waiting(is_waiting=False)
        words = describe_filter(self._reader, self.row_filter) if self._reader else ""
        order = describe_arrangement(self._reader, self.arrangement) if self._reader else ""
        order = f", {order}" if order else ""
        is_grouped = self.arrangement.keeps_case_studies or not order
        order = (", grouped by case study" if is_grouped else "") + order
        noun = "interview" if total == 1 else "interviews"
        if words:
            text = f"Showing {shown:,} of {total:,} {noun}: {words}{order}."
        else:
            text = f"All {total:,} {noun}{order}." if total > 1 else f"{total} {noun}."
        if hidden:
            text += f" {hidden} {'column is' if hidden == 1 else 'columns are'} hidden."
        if is_reordered:
            text += " Columns stand in another order."
        self.sentence.setText(text)
        self.sentence.updateGeometry()
        self._leaves_out = bool(hidden) or not self.row_filter.is_empty
        is_plain = self.row_filter.is_empty and self.arrangement.is_empty
        self.clear_button.setVisible(bool(hidden) or is_reordered or not is_plain)
        self.update()

    def clear(self) -> None:
        """Show all rows again, in the project's own order, and all columns."""
        self.show_rows(RowFilter(), Arrangement())
        self.cleared.emit()

    def show_rows(self, row_filter: RowFilter, arrangement: Arrangement) -> None:
        """Show other rows in another order."""
        self._show_arrangement(arrangement)
        self._show_filter(row_filter)
        self.filter_changed.emit()

    def set_filter(self, row_filter: RowFilter) -> None:
        """Show only the rows that a filter lets through."""
        if row_filter != self.row_filter:
            self._show_filter(row_filter)
            self.filter_changed.emit()

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Order the rows by other attributes."""
        if arrangement != self.arrangement:
            self._show_arrangement(arrangement)
            self.filter_changed.emit()

    def _show_arrangement(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        self.order_menu.show_arrangement(arrangement)

    def focus_words(self) -> None:
        """Go to the field for words to look for."""
        self.words.show()
        self.find_button.hide()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def _show_filter(self, row_filter: RowFilter) -> None:
        self.row_filter = row_filter
        self.menu.show_filter(row_filter)
        if self.words.text().strip() != row_filter.text:
            self.words.setText(row_filter.text)
        self._pause.stop()

    def _wait_for_words(self) -> None:
        if self.words.text().strip() != self.row_filter.text:
            self._pause.start()
        else:
            self._pause.stop()

    def _take_words(self) -> None:
        self._pause.stop()
        self.set_filter(replace(self.row_filter, text=self.words.text().strip()))

    def _enter_words(self) -> None:
        self._take_words()
        if self.row_filter.text:
            self.entered.emit()
        else:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line on a warm ground while rows or columns are left out."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("warning_back" if self._leaves_out else "surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("line"))
