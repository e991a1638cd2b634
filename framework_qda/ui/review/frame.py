"""The frame of what others changed: the list, the differences of one cell with what can be done, the comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from framework_qda.ui.review.beside import BesideList
from framework_qda.ui.review.changed_list import ChangedList
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.comments_panel import CommentsPanel
from framework_qda.ui.widgets.diff_view import DiffView
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import plain_label, wrapped_label
from framework_qda.ui.widgets.notice_page import Notice, NoticePage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

NOTHING = Notice(
    "You have seen everything",
    "Here stands what others change in cells after you last looked, with the words that differ: accept it, send it "
    "back with a comment, or go on to the next.",
    "Back to the Board",
    "board",
)


class ChangedFrame(QWidget):
    """Hold the widgets in their places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ChangedList()
        self.heading = wrapped_label("", "title")
        self.facts = wrapped_label("", "soft")
        self.diff = DiffView()
        self.state = plain_label("", "soft")
        self.comments = CommentsPanel()
        self.comments.close_button.hide()
        self.notice = NoticePage()
        self.notice.show_notice(NOTHING)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.beside = BesideList(self.diff)
        for part in (self.heading, self.facts, self.diff, self.state, self._buttons):
            self.beside.column.addWidget(part, int(part is self.diff))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        for widget in (self.list, self.beside, self.comments):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self.notice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._fit()
        self._splitter.setSizes([em(self, 19), em(self, 44), em(self, 20)])

    def put_buttons(self, actions: Sequence[QAction]) -> None:
        """Show what can be done with the cell, each with its key as its tool tip."""
        for action in actions:
            button = QPushButton(action.text().replace("&", "&&"))
            button.setToolTip(action.toolTip())
            button.clicked.connect(lambda _checked=False, action=action: action.trigger())
            action.enabledChanged.connect(button.setEnabled)
            if action is actions[0]:
                set_role(button, "primary")
            self._flow.addWidget(button)

    def show_page(self, *, has_items: bool) -> None:
        """Show the cells, or that there are none."""
        self._pages.setCurrentIndex(0 if has_items else 1)

    def _fit(self) -> None:
        self._flow.setSpacing(em(self, 0.5))
        self._splitter.setHandleWidth(1)
        self.list.setMinimumWidth(em(self, 14))
        self.list.fit_icons()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font of the program."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_pages"):
            self._fit()
