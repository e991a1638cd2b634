"""What to look at before a file is passed on, by its kind, beside the window: each place can be gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from framework_qda.model.notices import group_notices
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.labels import plain_tip, wrapped_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.model.notices import Notice
    from framework_qda.ui.shell import Shell

FEW = 12
"""Up to how many notices of a kind are shown without being asked for."""
_WORDS = "Enter goes to the place of a line; this list stays open beside the window while you look."


class NoticesDialog(QDialog):
    """List notices in groups, and go where the chosen one points."""

    def __init__(self, window: Shell, title: str, sentences: Sequence[str]) -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._notices: list[Notice] = []
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName("What to look at")
        self.tree.setWordWrap(True)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        set_role(self.tree, "framed")
        self._fill(sentences)
        self.go_button = QPushButton("Go there")
        set_role(self.go_button, "primary")
        self.close_button = QPushButton("Close")
        self.go_button.setDefault(True)
        self.go_button.clicked.connect(self.go)
        self.close_button.clicked.connect(self.reject)
        self.tree.itemDoubleClicked.connect(lambda _item, _column: self.go())
        self.tree.currentItemChanged.connect(lambda _current, _previous: self._settle())
        self.tree.installEventFilter(self)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.go_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em(self, 1.2), em(self, 1.2), em(self, 1.2), em(self, 1))
        layout.addWidget(wrapped_label(title, "title"))
        layout.addWidget(wrapped_label(_WORDS, "soft"))
        layout.addWidget(self.tree, 1)
        layout.addLayout(buttons)
        room = window.screen().availableSize()
        self.resize(min(em(self, 44), room.width()), min(em(self, 34), room.height() - em(self, 4)))
        self.tree.setCurrentIndex(self.tree.model().index(0, 0))
        self.tree.setFocus()
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go there with Enter; on the heading of a group open or close it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            item = self.tree.currentItem()
            if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.notice is None and item.childCount():
                    item.setExpanded(not item.isExpanded())
                else:
                    self.go()
                return True
        return super().eventFilter(watched, event)

    @property
    def notice(self) -> Notice | None:
        """The chosen notice, if it has a place."""
        item = self.tree.currentItem()
        number = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        notice = self._notices[number] if isinstance(number, int) else None
        return notice if notice is not None and notice.place is not None else None

    def go(self) -> None:
        """Go to the place of the chosen notice."""
        notice, desk = self.notice, self._window.current_desk()
        if notice is None or notice.place is None or desk is None:
            return
        requested = desk.passage_requested if notice.place.is_passage else desk.cell_requested
        requested.emit(notice.place.interview_id, notice.place.record_id)
        self._window.activateWindow()

    def _fill(self, sentences: Sequence[str]) -> None:
        for group in group_notices(sentences):
            top = QTreeWidgetItem([group.words])
            self.tree.addTopLevelItem(top)
            for notice in group.notices:
                line = QTreeWidgetItem([str(notice)])
                line.setToolTip(0, plain_tip(str(notice)))
                line.setData(0, Qt.ItemDataRole.UserRole, len(self._notices))
                self._notices.append(notice)
                top.addChild(line)
            top.setExpanded(len(group.notices) <= FEW)

    def _settle(self) -> None:
        self.go_button.setEnabled(self.notice is not None)
