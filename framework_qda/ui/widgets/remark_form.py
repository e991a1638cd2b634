"""Writing a remark: what it is about, the field, and what the words in it are for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from framework_qda.ui.keys import key_text
from framework_qda.ui.style import em, set_role
from framework_qda.ui.unsent import NOTHING, Pending, Purpose, Unsent, entry_of, pending_of
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.widgets.remark_field import RemarkField
from framework_qda.ui.widgets.subject_chooser import SubjectChooser
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent

    from framework_qda.matrix.remarks import Remark, Subject, Thread
    from framework_qda.ui.cell_place import CellPlace
    from framework_qda.ui.unsent import Entry


_WORDS: Mapping[Purpose, tuple[str, str]] = {
    Purpose.COMMENT: ("Comment", "Write a comment"),
    Purpose.REPLY: ("Reply", "Write a reply"),
    Purpose.EDIT: ("Save", "Write the comment anew"),
    Purpose.SEND_BACK: ("Send back", "What is to be looked at again?"),
}
"""What sends the words, and what the empty field says."""
KEEP_MS = 1000
"""What is typed is kept after so long."""


class RemarkForm(QWidget):
    """It writes nothing: it tells what is to be said. What is not sent yet stays with the `key` of what was shown."""

    commented = Signal(object, str)
    """A `Subject` and the words."""
    replied = Signal(object, str)
    """A `Thread` and the words."""
    changed = Signal(str, str)
    """A remark and its new words."""
    sent_back = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = ""
        """What it is that is shown."""
        self._pending = NOTHING
        self._threads: tuple[Thread, ...] = ()
        self._unsent = Unsent()
        self._is_touched = False
        """Whether what is being written may be another thing than what is kept."""
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._keeping.timeout.connect(self.keep)
        self._set_aside = NOTHING
        """What was being written when something else came between."""
        self._can_write = self._can_reply = False
        self.about = SubjectChooser(self)
        self.purpose_words = wrapped_label("", "small", self)
        self.cancel_button = QPushButton("Cancel", self)
        set_role(self.cancel_button, "link")
        self.cancel_button.clicked.connect(self._cancel)
        self.field = RemarkField(self)
        self.field.sent.connect(self._send)
        self.field.left.connect(self._leave)
        self.field.textChanged.connect(self._show_purpose)
        self.field.textChanged.connect(self._follow_typing)
        self.send_button = QPushButton(self)
        self.send_button.clicked.connect(self._send)
        self._build()

    # -- what is shown

    def use(self, unsent: Unsent) -> None:
        """Keep what is not sent somewhere else from now on."""
        self.keep()
        self.key, self._unsent = "", unsent
        self._take_kept()

    def show_subjects(
        self, key: str, subjects: Sequence[Subject], threads: Sequence[Thread] = (), *, can_write: bool
    ) -> None:
        """Show what can be remarked on; what is being written is there again when somebody comes back to it."""
        if key != self.key:
            self.keep()
            self.key, self._threads = key, tuple(threads)
            self.about.show_subjects(subjects)
            self._take_kept()
        elif tuple(subjects) != self.about.subjects:
            chosen = self.about.chosen
            self.about.show_subjects(subjects)
            if chosen is not None:
                self.about.choose(chosen.statement_id, chosen.record_id)
        self._threads = tuple(threads)
        self._can_write, self._can_reply = can_write, any(not thread.is_resolved for thread in threads)
        self._show_purpose()

    @property
    def answered(self) -> Thread | None:
        """The thread that is being answered."""
        return self._pending.thread

    @property
    def tab_parts(self) -> tuple[QWidget, ...]:
        """What Tab goes through, from above to below."""
        return self.cancel_button, self.about, self.field, self.send_button

    @property
    def cells(self) -> tuple[CellPlace, ...]:
        """The cells that are sent back, if they are not the one that is shown."""
        return self._pending.cells

    def ask(self, statement_id: str = "", record_id: str = "") -> None:
        """Let somebody write a remark, on a statement or another record than the first if one is given."""
        remark = self._pending.remark
        if remark is not None and self.field.toPlainText() != remark.text:
            self.take_keyboard()  # what is being changed is finished first
            return
        if self._pending.purpose is not Purpose.COMMENT:
            self._cancel()
        self.about.choose(statement_id, record_id)
        self.take_keyboard()

    def ask_why(self, cells: Sequence[CellPlace] = ()) -> None:
        """Let somebody write why the cell that is shown is sent back, or several cells."""
        words = self.field.toPlainText() if self._pending.purpose is Purpose.COMMENT else ""
        self._begin(Pending(words, Purpose.SEND_BACK, cells=tuple(cells)))

    def reply(self, thread: Thread) -> None:
        """Let somebody reply to a remark."""
        self._begin(Pending(purpose=Purpose.REPLY, thread=thread))

    def edit(self, remark: Remark) -> None:
        """Let somebody change the words of a remark."""
        self._begin(Pending(remark.text, Purpose.EDIT, remark=remark))

    def take_keyboard(self) -> None:
        """Write here."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_sent(self, key: str) -> None:
        """Forget what was being written of something: it has been written."""
        if key == self.key:
            self._take(self._set_aside)
            self._set_aside = NOTHING
            self._is_touched = True
            self.keep()
        else:
            self._unsent.put(key, (self._unsent.get(key) or {}).get("aside"))

    def keep(self) -> None:
        """Keep what is being written now."""
        self._keeping.stop()
        if self.key and self._is_touched:
            self._unsent.put(self.key, self._entry())
        self._is_touched = False

    # -- within

    def _begin(self, pending: Pending) -> None:
        """Write something else; a comment that is not finished waits until that is sent or given up."""
        now = self._now()
        if now.purpose is Purpose.COMMENT and now.text.strip() and now.text != pending.text:
            self._set_aside = now
        self._take(pending)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.take_keyboard()

    def _take(self, pending: Pending) -> None:
        self._pending = pending
        if pending.text != self.field.toPlainText():
            self.field.setPlainText(pending.text)
        if pending.about is None:
            self.about.choose()
        else:
            self.about.choose(pending.about.statement_id, pending.about.record_id)
        self._show_purpose()

    def _cancel(self) -> None:
        """Write a comment again; words of a reason or a reply are not thrown away with what they were for."""
        words = "" if self._pending.purpose is Purpose.EDIT else self.field.toPlainText()
        self._take(self._set_aside if self._set_aside.text else Pending(words))
        self._set_aside = NOTHING
        self.take_keyboard()

    def _now(self) -> Pending:
        return replace(self._pending, text=self.field.toPlainText(), about=self.about.chosen)

    def _entry(self) -> Entry | None:
        return entry_of(self._now(), self._set_aside, self.about.type_name)

    def _take_kept(self) -> None:
        """Show what is kept of what is shown."""
        pending, self._set_aside = pending_of(self._unsent.get(self.key), self._threads)
        self._take(pending)
        self._keeping.stop()
        self._is_touched = False

    def _follow_typing(self) -> None:
        self._is_touched = True
        if not self._keeping.isActive():
            self._keeping.start()

    def _leave(self) -> None:
        is_empty = not self.field.toPlainText().strip()
        if self._pending.purpose is not Purpose.COMMENT and (is_empty or self._pending.purpose is Purpose.EDIT):
            self._cancel()
        self.left.emit()

    def _show_purpose(self) -> None:
        """Say what the words in the field will be."""
        purpose, is_comment = self._pending.purpose, self._pending.purpose is Purpose.COMMENT
        self.about.setVisible(is_comment and len(self.about.subjects) > 1)
        self.purpose_words.setVisible(not is_comment)
        self.cancel_button.setVisible(not is_comment)
        self.purpose_words.setText(_purpose_words(self._pending))
        verb, hint = _WORDS[purpose]
        self.send_button.setText(verb)
        self.send_button.setToolTip(f"{verb} (Ctrl+Enter)")
        self.send_button.setEnabled(bool(self.field.toPlainText().strip()) and self._can_write)
        reply = key_text("comments.reply") if is_comment and self._can_reply else ""
        replies = f", {reply} replies" if reply else ""
        self.field.show_hint(f"{hint}  (Ctrl+Enter sends{replies})", f"{hint}  (Ctrl+Enter sends)", hint)
        self.field.setReadOnly(not self._can_write)
        self.setVisible(self._can_write)

    def _send(self) -> None:
        words, pending = self.field.toPlainText().strip(), self._pending
        subject = self.about.chosen
        if not words or not self._can_write:
            return
        if pending.purpose is Purpose.SEND_BACK:
            self.sent_back.emit(words)
        elif pending.thread is not None:
            self.replied.emit(pending.thread, words)
        elif pending.remark is not None:
            self.changed.emit(pending.remark.comment_id, words)
        elif subject is not None:
            self.commented.emit(subject, words)

    # -- the widgets

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being written."""
        super().hideEvent(event)
        self.keep()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was written or sent on another desk meanwhile."""
        super().showEvent(event)
        if not self._is_touched and self._unsent.get(self.key) != self._entry():
            self._take_kept()

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        line = QHBoxLayout()
        line.addWidget(self.purpose_words, 1)
        line.addWidget(self.cancel_button)
        self._column.addLayout(line)
        self._column.addWidget(self.about)
        self._column.addWidget(self.field)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.send_button)
        self._column.addLayout(self._buttons)

    def fit(self, *, is_low: bool = False) -> None:
        """Take the sizes that the font asks for; `is_low`: what is about and the button share a line."""
        if is_low != (self._buttons.indexOf(self.about) >= 0):
            if is_low:
                self._buttons.insertWidget(0, self.about, 1)
            else:
                self._column.insertWidget(1, self.about)
        side = em(self, 0.8)
        self._column.setContentsMargins(side, em(self, 0.4), side, em(self, 0.6))
        self._column.setSpacing(em(self, 0.4))
        self.field.setFixedHeight(em(self, 2.8 if is_low else 5))


def _purpose_words(pending: Pending) -> str:
    if pending.thread is not None:
        return f"Reply to {pending.thread.remark.person.name}"
    if pending.purpose is Purpose.EDIT:
        return "Change your comment"
    which = count_words(len(pending.cells), "cell") if len(pending.cells) > 1 else "the cell"
    return f"Send {which} back: say why"
