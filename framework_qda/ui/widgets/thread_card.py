"""One remark with its replies, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from framework_qda.matrix.remarks import GONE
from framework_qda.ui.keys import key_text
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.about_link import AboutLink
from framework_qda.ui.widgets.analyst_chip import AnalystChip
from framework_qda.ui.widgets.flow import FlowLayout
from framework_qda.ui.widgets.labels import ElidedLabel, plain_label, wrapped_label
from framework_qda.ui.words import time_words

if TYPE_CHECKING:
    from framework_qda.matrix.remarks import Remark, Thread


class ThreadCard(QFrame):
    """Show a thread. It writes nothing: it tells what is wanted."""

    reply_wanted = Signal(object)
    """The `Thread`."""
    edit_wanted = Signal(object)
    """A `Remark` of whoever reads."""
    delete_wanted = Signal(str)
    subject_wanted = Signal(object)
    """The `Thread`: somebody wants to see what it is about."""
    resolve_wanted = Signal(str, bool)
    """The remark, and whether it is settled."""

    def __init__(self, thread: Thread, *, can_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thread_shown = thread
        self._can_write = can_write
        self.about_button: AboutLink | None = None
        self.edit_buttons: list[QPushButton] = []
        self.delete_buttons: list[QPushButton] = []
        set_role(self, "card")
        column = QVBoxLayout(self)
        pad = em(self, 0.6)
        column.setContentsMargins(pad, pad, pad, em(self, 0.35))
        column.setSpacing(em(self, 0.45))
        if thread.about:
            column.addWidget(self._make_about(thread))
        self._add_remark(column, thread.remark, 0)
        for reply in thread.replies:
            self._add_remark(column, reply, em(self, 1.1))
        column.addLayout(self._make_buttons())
        words = "resolved comment" if thread.is_resolved else "open comment"
        self.setAccessibleName(f"{words} of {thread.remark.person.name}: {thread.remark.text}")

    def _make_about(self, thread: Thread) -> QWidget:
        """Say what of the cell it is about; a click or Enter leads there, if it is still there."""
        if thread.about == GONE:
            return wrapped_label(f"On {thread.about}", "small", self)
        self.about_button = AboutLink(f"On {thread.about}", self)
        self.about_button.clicked.connect(lambda _checked=False: self.subject_wanted.emit(thread))
        return self.about_button

    def _add_remark(self, column: QVBoxLayout, remark: Remark, indent: int) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(indent, 0, 0, 0)
        top.setSpacing(em(self, 0.5))
        top.addWidget(AnalystChip(remark.person, self))
        who = ElidedLabel("heading", self)
        who.setText(remark.person.name)
        top.addWidget(who, 1)
        when = plain_label(time_words(remark.written_at) if remark.written_at else "", "small", self)
        if remark.edited_at:
            when.setText(f"{when.text()} · edited")
            when.setToolTip(f"Edited {time_words(remark.edited_at)}")
        top.addWidget(when)
        column.addLayout(top)
        words = wrapped_label(remark.text, "", self)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setContentsMargins(indent, 0, 0, 0)
        column.addWidget(words)
        if indent and remark.is_own and self._can_write:
            row = FlowLayout()
            row.setContentsMargins(indent, 0, 0, 0)
            row.setSpacing(em(self, 0.3))
            self._add_own(row, remark)
            column.addLayout(row)

    def _add_own(self, row: FlowLayout, remark: Remark) -> None:
        """Let an author change a remark, and take it away while nobody else has replied."""
        edit = _link("Edit", "Edit your comment", self)
        edit.clicked.connect(lambda _checked=False: self.edit_wanted.emit(remark))
        self.edit_buttons.append(edit)
        delete = _link("Delete", "Delete your comment", self)
        delete.clicked.connect(lambda _checked=False: self.delete_wanted.emit(remark.comment_id))
        if remark.is_answered:
            delete.setEnabled(False)
            delete.setToolTip("Somebody has replied: the comment can be resolved, not deleted")
        self.delete_buttons.append(delete)
        for button in (edit, delete):
            row.addWidget(button)

    def _make_buttons(self) -> FlowLayout:
        row = FlowLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.3))
        thread = self.thread_shown
        self.reply_button = _link("Reply", f"Reply to {thread.remark.person.name}", self)
        self.reply_button.clicked.connect(lambda _checked=False: self.reply_wanted.emit(thread))
        verb = "Reopen" if thread.is_resolved else "Resolve"
        self.resolve_button = _link(verb, f"{verb} the comment of {thread.remark.person.name}", self)
        self.resolve_button.clicked.connect(
            lambda _checked=False: self.resolve_wanted.emit(thread.remark.comment_id, not thread.is_resolved)
        )
        for button, command_id in ((self.reply_button, "comments.reply"), (self.resolve_button, "comments.resolve")):
            button.setToolTip(f"{button.text()} ({key_text(command_id)})" if key_text(command_id) else "")
            button.setEnabled(self._can_write)
            row.addWidget(button)
        if thread.remark.is_own and self._can_write:
            self._add_own(row, thread.remark)
        if thread.is_resolved:
            row.addWidget(plain_label("✓ resolved", "small", self))
        return row


def _link(words: str, spoken: str, parent: QWidget) -> QPushButton:
    button = QPushButton(words, parent)
    set_role(button, "link")
    button.setAccessibleName(spoken)
    button.setAutoDefault(False)
    return button
