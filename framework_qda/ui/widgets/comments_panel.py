"""What is said of a cell or another record, beside it: threads, and a field for a remark, a reply, a sending back."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from framework_qda.ui.style import colour, em, icon, set_role
from framework_qda.ui.widgets.labels import ElidedLabel, plain_label, wrapped_label
from framework_qda.ui.widgets.thread_card import ThreadCard
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from framework_qda.matrix.remarks import Subject, Thread

NOTHING_SAID = "Nobody has commented here yet."
NO_SUBJECT = "Choose a cell to see what is said of it."
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Purpose(StrEnum):
    """What the words in the field are."""

    COMMENT = "comment"
    REPLY = "reply"
    SEND_BACK = "send_back"


class Pending(NamedTuple):
    """What is being written: its words, what they are for, and the thread that a reply answers."""

    text: str = ""
    purpose: Purpose = Purpose.COMMENT
    thread: Thread | None = None
    statement_id: str = ""


class RemarkField(QPlainTextEdit):
    """A few lines to write in. `Ctrl+Enter` sends them, whatever the desk means by that key; Escape leaves."""

    sent = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "field")
        self.setTabChangesFocus(True)
        self.setAccessibleName("Comment")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent) -> bool:
        """Take the key that sends before the desk's own commands do."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_sending(event):  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send on Ctrl+Enter, leave on Escape."""
        if self._is_sending(event):
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _is_sending(event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier


class CommentsPanel(QFrame):
    """Threads and the field. It knows no project: it is shown what is said, and tells what is to be said."""

    commented = Signal(object, str)
    """A `Subject` and the words."""
    replied = Signal(object, str)
    """A `Thread` and the words."""
    sent_back = Signal(str)
    resolve_wanted = Signal(str, bool)
    close_requested = Signal()
    left = Signal()
    """The keyboard is to go back to where it came from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[ThreadCard] = []
        self._key = ""
        self._threads: tuple[Thread, ...] | None = None
        self._subjects: tuple[Subject, ...] = ()
        self._purpose = Purpose.COMMENT
        self._answered: Thread | None = None
        self._kept: dict[str, Pending] = {}
        self._can_write = False
        self._shows_resolved = False
        self.heading = ElidedLabel("heading", self)
        self.close_button = QToolButton(self)
        self.close_button.setAccessibleName("Hide the comments")
        self.close_button.setToolTip("Hide the comments")
        self.close_button.clicked.connect(self.close_requested)
        self.words = wrapped_label(NO_SUBJECT, "soft", self)
        self.resolved_button = QPushButton(self)
        set_role(self.resolved_button, "link")
        self.resolved_button.clicked.connect(self._turn_resolved)
        self.about = QComboBox(self)
        self.about.setAccessibleName("What the comment is about")
        self.about.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.about.setMinimumContentsLength(8)
        self.purpose_words = wrapped_label("", "small", self)
        self.cancel_button = QPushButton("Cancel", self)
        set_role(self.cancel_button, "link")
        self.cancel_button.clicked.connect(self._drop_purpose)
        self.field = RemarkField(self)
        self.field.sent.connect(self._send)
        self.field.left.connect(self._leave)
        self.field.textChanged.connect(self._show_purpose)
        self.send_button = QPushButton(self)
        self.send_button.clicked.connect(self._send)
        self._build()
        self._fit()
        self.show_threads("", "", (), None, can_write=False)

    # -- what is shown

    def show_threads(
        self, key: str, place: str, subjects: Sequence[Subject], threads: Sequence[Thread] | None, *, can_write: bool
    ) -> None:
        """Show what is said of something (`place`: `I09 · 2.3`); `None`: nothing is chosen.

        What is being written stays with its `key`: it is there again when somebody comes back to it.
        """
        if key != self._key:
            self._keep()
            self._key = key
            self._shows_resolved = False
            self._fill_about(subjects)
            self._bring_back(self._kept.pop(key, Pending()))
        elif tuple(subjects) != self._subjects:
            self._fill_about(subjects)
        self._can_write = can_write and threads is not None
        self.heading.setText(f"Comments · {place}" if place else "Comments")
        found = None if threads is None else tuple(threads)
        if found != self._threads or len(self.cards) != len(found or ()):
            self._threads = found
            self._fill()
        self._show_purpose()

    def ask(self, statement_id: str = "") -> None:
        """Let somebody write a remark, on a statement if one is given."""
        if self._purpose is not Purpose.COMMENT:
            self._set_purpose(Purpose.COMMENT)
        self._choose_about(statement_id)
        self._take_keyboard()

    def ask_why(self) -> None:
        """Let somebody write why the cell is sent back."""
        self._set_purpose(Purpose.SEND_BACK)
        self._take_keyboard()

    @property
    def open_count(self) -> int:
        """How many threads are open."""
        return sum(not thread.is_resolved for thread in self._threads or ())

    # -- the threads

    def _fill(self) -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        threads = self._threads or ()
        for place, thread in enumerate(threads):
            card = ThreadCard(thread, can_write=self._can_write, parent=self._page)
            card.reply_wanted.connect(self._reply)
            card.resolve_wanted.connect(self.resolve_wanted)
            self.cards.append(card)
            # What is resolved stands below the line that shows it.
            self._list.insertWidget(place + 1 + thread.is_resolved, card)
        self.words.setText(NO_SUBJECT if self._threads is None else NOTHING_SAID)
        self.words.setVisible(not threads)
        self._show_resolved()

    def _show_resolved(self) -> None:
        resolved = [card for card in self.cards if card.thread_shown.is_resolved]
        for card in resolved:
            card.setVisible(self._shows_resolved)
        verb = "Hide" if self._shows_resolved else "Show"
        self.resolved_button.setText(f"{verb} {count_words(len(resolved), 'resolved comment')}")
        self.resolved_button.setVisible(bool(resolved))

    def _turn_resolved(self) -> None:
        self._shows_resolved = not self._shows_resolved
        self._show_resolved()

    # -- writing

    def _reply(self, thread: Thread) -> None:
        self._answered = thread
        self._set_purpose(Purpose.REPLY)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set_purpose(self, purpose: Purpose) -> None:
        self._purpose = purpose
        if purpose is not Purpose.REPLY:
            self._answered = None
        self._show_purpose()

    def _drop_purpose(self) -> None:
        self._set_purpose(Purpose.COMMENT)
        self._take_keyboard()

    def _show_purpose(self) -> None:
        """Say what the words in the field will be."""
        is_comment = self._purpose is Purpose.COMMENT
        has_words = bool(self.field.toPlainText().strip())
        self.about.setVisible(is_comment and len(self._subjects) > 1)
        self.purpose_words.setVisible(not is_comment)
        self.cancel_button.setVisible(not is_comment)
        verb, hint = "Comment", "Write a comment"
        if self._purpose is Purpose.REPLY and self._answered is not None:
            verb, hint = "Reply", "Write a reply"
            self.purpose_words.setText(f"Reply to {self._answered.remark.person.name}")
        elif self._purpose is Purpose.SEND_BACK:
            verb, hint = "Send back", "What is to be looked at again?"
            self.purpose_words.setText("Send the cell back: say why")
        self.send_button.setText(verb)
        self.send_button.setToolTip(f"{verb} (Ctrl+Enter)")
        self.send_button.setEnabled(has_words and self._can_write)
        self.field.setPlaceholderText(f"{hint}  (Ctrl+Enter sends)")
        self.field.setReadOnly(not self._can_write)
        self._foot.setVisible(self._can_write)

    def _send(self) -> None:
        words = self.field.toPlainText().strip()
        if not words or not self._can_write:
            return
        if self._purpose is Purpose.SEND_BACK:
            self.sent_back.emit(words)
        elif self._purpose is Purpose.REPLY and self._answered is not None:
            self.replied.emit(self._answered, words)
        elif 0 <= self.about.currentIndex() < len(self._subjects):
            self.commented.emit(self._subjects[self.about.currentIndex()], words)

    @property
    def key(self) -> str:
        """What it is that is shown."""
        return self._key

    def take_sent(self, key: str) -> None:
        """Forget what was being written of something: it has been written."""
        self._kept.pop(key, None)
        if key == self._key:
            self.field.clear()
            self._set_purpose(Purpose.COMMENT)

    def _leave(self) -> None:
        if self._purpose is not Purpose.COMMENT and not self.field.toPlainText().strip():
            self._set_purpose(Purpose.COMMENT)
        self.left.emit()

    def _keep(self) -> None:
        """Keep what is being written of what was shown."""
        text = self.field.toPlainText()
        if self._key and text.strip():
            place = self.about.currentIndex()
            statement_id = self._subjects[place].statement_id if 0 <= place < len(self._subjects) else ""
            self._kept[self._key] = Pending(text, self._purpose, self._answered, statement_id)

    def _bring_back(self, pending: Pending) -> None:
        self._purpose, self._answered = pending.purpose, pending.thread
        if pending.text != self.field.toPlainText():
            self.field.setPlainText(pending.text)
        self._choose_about(pending.statement_id)

    def _fill_about(self, subjects: Sequence[Subject]) -> None:
        place = self.about.currentIndex()
        chosen = self._subjects[place] if 0 <= place < len(self._subjects) else None
        self._subjects = tuple(subjects)
        self.about.clear()
        self.about.addItems([f"On {subject.name}" for subject in subjects])
        if chosen is not None:
            self._choose_about(chosen.statement_id, chosen.record_id)

    def _choose_about(self, statement_id: str, record_id: str = "") -> None:
        for place, subject in enumerate(self._subjects):
            if subject.statement_id == statement_id and record_id in ("", subject.record_id):
                self.about.setCurrentIndex(place)
                return
        self.about.setCurrentIndex(0 if self._subjects else -1)

    # -- the widgets

    def _build(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self.heading, 1)
        self._top.addWidget(self.close_button)
        self._page = QWidget()
        self._list = QVBoxLayout(self._page)
        self._list.addWidget(self.words)
        self._list.addWidget(self.resolved_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidget(self._page)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._foot = QWidget(self)
        self._writing = QVBoxLayout(self._foot)
        line = QHBoxLayout()
        line.addWidget(self.purpose_words, 1)
        line.addWidget(self.cancel_button)
        self._writing.addLayout(line)
        self._writing.addWidget(self.about)
        self._writing.addWidget(self.field)
        buttons = QHBoxLayout()
        buttons.addWidget(plain_label("", "small", self))
        buttons.addStretch(1)
        buttons.addWidget(self.send_button)
        self._writing.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._area, 1)
        column.addWidget(self._foot)

    def _fit(self) -> None:
        side, pad = em(self, 0.8), em(self, 0.6)
        self._top.setContentsMargins(em(self, 1.0), pad, em(self, 0.4), em(self, 0.2))
        self._list.setContentsMargins(side, em(self, 0.3), side, pad)
        self._list.setSpacing(em(self, 0.6))
        self._writing.setContentsMargins(side, em(self, 0.4), side, pad)
        self._writing.setSpacing(em(self, 0.4))
        self.field.setFixedHeight(em(self, 5))
        self.close_button.setIcon(icon("ph.x"))
        self.close_button.setIconSize(QSize(em(self, 1), em(self, 1)))
        self.setMinimumWidth(em(self, 15))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the colours of the program."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_writing"):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and a line at the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface_dim"))
        painter.fillRect(0, 0, 1, self.height(), colour("line"))
