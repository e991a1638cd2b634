"""Why a cell is to be looked at again: what was changed about its sub-topic, by whom and when, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from framework_qda.text.worddiff import diff_words
from framework_qda.ui.keymap import current_keymap
from framework_qda.ui.keys import key_text
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.diff_view import DiffView
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import plain_label, wrapped_label
from framework_qda.ui.widgets.warning_frame import WarningFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent

HEADING = "△ To be looked at again: its sub-topic has changed since."
SHOW, HIDE = "What changed", "Hide what changed"
_MOST_LINES = 10
"""A comparison of more lines scrolls by itself."""


class StaleBar(WarningFrame):
    """Show the reasons, on demand the definition then and now with its words compared, and *It still fits*."""

    def __init__(self, settle: QAction, compare: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = wrapped_label(HEADING)
        self.reasons = wrapped_label("")
        self.then_and_now = plain_label("Its definition, then and now:", "label")
        self.view = DiffView()
        self.view.setAccessibleName("Definition, then and now")
        self._definitions = ("", "")
        self.settle_button, self.compare_button = self._make_button(settle), self._make_button(compare)
        set_role(self.compare_button, "link")
        self._actions = (settle, compare)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons)
        self._flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.settle_button, self.compare_button):
            self._flow.addWidget(button)
        self._column = QVBoxLayout(self)
        for part in (self.heading, self.reasons, self.then_and_now, self.view, self._buttons):
            self._column.addWidget(part)
        self.view.document().documentLayout().documentSizeChanged.connect(lambda _size: self._hold_heights())
        current_keymap().changed.connect(self._name_buttons)
        self._name_buttons()
        self.show_reasons(())

    def show_reasons(
        self, reasons: Sequence[str], definitions: tuple[str, str] = ("", ""), *, can_edit: bool = True
    ) -> None:
        """Show why a cell is stale and its definition then and now; without a reason it is not, and nothing shows."""
        if definitions != self._definitions or not reasons:
            self._definitions = definitions
            self._show_comparison(is_shown=False)
        self.reasons.setText("\n".join(reasons))
        self.compare_button.setVisible(self.has_comparison)
        self.settle_button.setEnabled(can_edit)
        self.setVisible(bool(reasons))
        self._hold_heights()

    @property
    def has_comparison(self) -> bool:
        """Whether the definition reads otherwise than it did."""
        return self._definitions[0] != self._definitions[1]

    def compare(self) -> bool:
        """Show how the definition has changed, or hide it again; return whether there is anything to compare."""
        if self.isHidden() or not self.has_comparison:
            return False
        self._show_comparison(is_shown=self.view.isHidden())
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._hold_heights()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_column"):
            self._hold_heights()

    def _show_comparison(self, *, is_shown: bool) -> None:
        if is_shown:
            self.view.show_pieces(diff_words(*self._definitions))
        for part in (self.then_and_now, self.view):
            part.setVisible(is_shown)
        self._name_buttons()
        self._hold_heights()

    def _make_button(self, action: QAction) -> QPushButton:
        button = QPushButton()
        button.clicked.connect(lambda _checked=False: action.trigger())
        return button

    def _name_buttons(self) -> None:
        settle, compare = self._actions
        key = key_text(settle.objectName())
        self.settle_button.setText(f"It still fits   {key}" if key else "It still fits")
        self.settle_button.setToolTip(settle.toolTip())
        self.compare_button.setText(SHOW if self.view.isHidden() else HIDE)
        self.compare_button.setToolTip(compare.toolTip())

    def _hold_heights(self) -> None:
        """Give every line its room: wrapped labels and the comparison are as tall as their words."""
        pad = em(self, 0.7)
        self._column.setContentsMargins(pad, em(self, 0.55), pad, em(self, 0.55))
        self._column.setSpacing(em(self, 0.4))
        self._flow.setSpacing(em(self, 0.6))
        width = max(1, self.width() - 2 * pad)
        for label in (self.heading, self.reasons):
            label.setMinimumHeight(0)
            label.setMinimumHeight(max(0, label.heightForWidth(width)))
        wanted = self.view.document().size().height() + 2 * self.view.frameWidth() + em(self, 0.2)
        self.view.setFixedHeight(int(min(wanted, self.fontMetrics().lineSpacing() * _MOST_LINES)))
        self._buttons.setMinimumHeight(self._flow.heightForWidth(width))
