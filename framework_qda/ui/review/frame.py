"""The frame of what others changed: the list, the differences of one cell with what can be done, the comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from framework_qda.ui.review.beside import BesideList
from framework_qda.ui.review.changed_list import ChangedList
from framework_qda.ui.review.since_bar import BeginPage, SinceBar
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.comments_panel import CommentsPanel
from framework_qda.ui.widgets.diff_view import DiffView
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import plain_label, wrapped_label
from framework_qda.ui.widgets.notice_page import NoticePage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent

READING = "Looking at what others changed …"
ROOM_FOR_THREE = 58
"""In em: in a narrower window the list and the comments take turns."""
LIST, NOTHING, BEGIN, WAIT = range(4)
"""The pages: the cells; that there are none; since when to look; that the journal is being read."""


class ChangedFrame(QWidget):
    """Hold the widgets in their places."""

    home_changed = Signal()
    """Something else has the focus first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ChangedList()
        self.heading = wrapped_label("", "title")
        self.facts = wrapped_label("", "soft")
        self.diff = DiffView()
        self.state = plain_label("", "soft")
        self.comments = CommentsPanel()
        self.notice = NoticePage()
        self.since = SinceBar()
        self.begin_page = BeginPage()
        self._wait = wrapped_label(READING, "soft")
        self._wait.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
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
        for page in (self._splitter, self.notice, self.begin_page, self._wait):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.since)
        whole.addWidget(self._pages, 1)
        self.show_page(WAIT)
        self._wants_comments = False
        self._fit()
        self._place_panes()
        self._splitter.setSizes([em(self, 23), em(self, 41), em(self, 19)])

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

    def show_page(self, page: int) -> None:
        """Show one of the pages."""
        self._pages.setCurrentIndex(page)
        self.since.setVisible(page in (LIST, NOTHING))

    def show_wait(self, words: str = READING) -> None:
        """Say that the journal is being read, or why it cannot be."""
        self._wait.setText(words)
        self.show_page(WAIT)

    def home(self) -> QWidget:
        """Return what has the focus first on the page that is shown."""
        first = self.comments.field if self.list.isHidden() else self.list
        return {NOTHING: self.notice.button, BEGIN: self.begin_page.ever}.get(self._pages.currentIndex(), first)

    def open_comments(self) -> None:
        """Show the comments; in a narrow window the list makes room for them, and in a narrower one all else."""
        self._wants_comments = True
        self._place_panes()

    def close_comments(self) -> None:
        """Show the list again where there is no room for both."""
        self._wants_comments = False
        self._place_panes()

    def _place_panes(self) -> None:
        home, is_narrow = self.home(), self.width() < em(self, ROOM_FOR_THREE)
        room = self.beside.minimumWidth() + self.comments.minimumWidth()  # a hint is too small before it is shown
        self.comments.setVisible(self._wants_comments or not is_narrow)
        self.list.setVisible(not (self._wants_comments and is_narrow))
        self.beside.setVisible(not self._wants_comments or self.width() > room)
        self.comments.close_button.setVisible(is_narrow)
        if self.home() is not home:
            self.home_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._place_panes()

    def _fit(self) -> None:
        self._flow.setSpacing(em(self, 0.5))
        self._splitter.setHandleWidth(1)
        self.list.setMinimumWidth(em(self, 14))
        self.list.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font of the program."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_pages"):
            self._fit()
