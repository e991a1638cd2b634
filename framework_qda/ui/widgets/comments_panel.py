"""What is said of a cell or another record, beside it: threads, and below them the field for what is to be said."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from framework_qda.ui.keys import make_action
from framework_qda.ui.style import colour, em, icon
from framework_qda.ui.widgets.labels import ElidedLabel
from framework_qda.ui.widgets.remark_form import RemarkForm
from framework_qda.ui.widgets.thread_list import ThreadList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from framework_qda.matrix.remarks import Subject, Thread
    from framework_qda.ui.cell_place import CellPlace
    from framework_qda.ui.widgets.thread_card import ThreadCard

HEIGHT_OF_COMMENTS = 20
"""In em: what the form and a thread or two want together."""
LOW = 28
"""In em: in a lower panel the form takes less room."""


class CommentsPanel(QFrame):
    """Threads and the form. It knows no project: it is shown what is said, and tells what is to be said."""

    commented = Signal(object, str)
    """A `Subject` and the words."""
    replied = Signal(object, str)
    """A `Thread` and the words."""
    changed = Signal(str, str)
    """A remark and its new words."""
    deleted = Signal(str)
    sent_back = Signal(str)
    resolve_wanted = Signal(str, bool)
    subject_wanted = Signal(object)
    """A `Thread`: somebody wants to see what it is about."""
    close_requested = Signal()
    left = Signal()
    """The keyboard is to go back to where it came from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = ElidedLabel("heading", self)
        self.close_button = QToolButton(self)
        self.close_button.setAccessibleName("Hide the comments")
        self.close_button.setToolTip("Hide the comments")
        self.close_button.clicked.connect(self.close_requested)
        self.threads = ThreadList(self)
        self.form = RemarkForm(self)
        self.field = self.form.field
        self.about = self.form.about
        self.send_button = self.form.send_button
        self._top = QHBoxLayout()
        self._top.addWidget(self.heading, 1)
        self._top.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self.threads, 1)
        column.addWidget(self.form)
        self._connect()
        make_action(self, "comments.reply", self._reply)
        make_action(self, "comments.resolve", self._resolve)
        self._fit()
        self.show_threads("", "", (), None, can_write=False)

    def _connect(self) -> None:
        self.threads.reply_wanted.connect(self.form.reply)
        self.threads.edit_wanted.connect(self.form.edit)
        self.threads.delete_wanted.connect(self.deleted)
        self.threads.resolve_wanted.connect(self.resolve_wanted)
        self.threads.subject_wanted.connect(self.subject_wanted)
        self.threads.left.connect(self.left)
        self.form.commented.connect(self.commented)
        self.form.replied.connect(self.replied)
        self.form.changed.connect(self.changed)
        self.form.sent_back.connect(self.sent_back)
        self.form.left.connect(self.left)

    # -- what is shown

    def show_threads(
        self, key: str, place: str, subjects: Sequence[Subject], threads: Sequence[Thread] | None, *, can_write: bool
    ) -> None:
        """Show what is said of something (`place`: `I09 · 2.3`); `None`: nothing is chosen.

        What is being written stays with its `key`: it is there again when somebody comes back to it.
        """
        can_write = can_write and threads is not None
        self.heading.setText(f"Comments · {place}" if place else "Comments")
        self.threads.show_threads(threads, can_write=can_write, is_other=key != self.key)
        self.form.show_subjects(key, subjects, threads or (), can_write=can_write)
        # Cards are made anew, and what is made last is last for Tab: from the field one goes back into the threads.
        for before, after in pairwise([self.close_button, *self.threads.buttons(), *self.form.tab_parts]):
            QWidget.setTabOrder(before, after)

    @property
    def cards(self) -> list[ThreadCard]:
        """The threads that are shown, the resolved ones last."""
        return self.threads.cards

    @property
    def key(self) -> str:
        """What it is that is shown."""
        return self.form.key

    @property
    def open_count(self) -> int:
        """How many threads are open."""
        return self.threads.open_count

    # -- what is to be written

    def ask(self, statement_id: str = "", record_id: str = "") -> None:
        """Let somebody write a remark, on a statement or a passage if one is given."""
        self.form.ask(statement_id, record_id)

    def ask_why(self, cells: Sequence[CellPlace] = ()) -> None:
        """Let somebody write why the cell is sent back, or several cells."""
        self.form.ask_why(cells)

    def _thread(self) -> ThreadCard | None:
        """Return the thread that has the keyboard, else the one that is being answered, else the last open one."""
        focus, answered = self.window().focusWidget(), self.form.answered
        shown = [card for card in self.cards if not card.isHidden()]
        held = [card for card in shown if focus is not None and card.isAncestorOf(focus)]
        asked = [card for card in shown if card.thread_shown == answered]
        is_open = [card for card in shown if not card.thread_shown.is_resolved]
        return next(iter([*held, *asked, *is_open[-1:]]), None)

    def _reply(self) -> None:
        card = self._thread()
        if card is not None:
            self.threads.ensureWidgetVisible(card)
            card.reply_button.click()

    def _resolve(self) -> None:
        card = self._thread()
        if card is not None:
            card.resolve_button.click()

    def take_sent(self, key: str) -> None:
        """Forget what was being written of something: it has been written."""
        self.form.take_sent(key)

    # -- the widgets

    def _fit(self) -> None:
        self._top.setContentsMargins(em(self, 1.0), em(self, 0.6), em(self, 0.4), em(self, 0.2))
        self.threads.fit()
        self.form.fit(is_low=self.height() < em(self, LOW))
        self.close_button.setIcon(icon("ph.x"))
        self.close_button.setIconSize(QSize(em(self, 1), em(self, 1)))
        self.setMinimumWidth(em(self, 16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape from the threads too."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of a low panel to what is said."""
        super().resizeEvent(event)
        self.form.fit(is_low=self.height() < em(self, LOW))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the colours of the program."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_top"):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and a line at the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface_dim"))
        painter.fillRect(0, 0, 1, self.height(), colour("line"))
