"""Messages above the status bar: they wait to be read, block nothing, and go when they are no longer true."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from framework_qda.ui.keys import COMMANDS, is_key_of
from framework_qda.ui.style import em, set_icon, set_role
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.worker import Task

Button = tuple[str, Callable[[], object]]
Test = Callable[[], bool]

KEPT = 2
LEAST_MS = 3_000
"""Nothing goes sooner by itself: whoever does two things at once has not read it yet."""
READ_MS, READ_MS_OF_LETTER = 4_000, 60
PANE_KEYS = (".switch_pane", ".previous_pane")
LOW = 32
"""In em: in a lower window there is room for one message."""
NARROW = 46
"""In em: below this width the buttons of a message stand below its words."""


class Message(QFrame):
    """One message: words, what can be done about it, and a cross.

    A message that asks for nothing goes by itself when it has been read, but not while the pointer rests on it, and an
    error with the next action; one that offers something stays as long as `holds()` says that the offer does. A click
    on a button leaves the keyboard where it is.
    """

    left = Signal()
    """It had the keyboard when it went."""
    gone = Signal()

    def __init__(
        self,
        words: str,
        role: str,
        buttons: Sequence[Button],
        parent: QWidget | None = None,
        *,
        holds: Test | None = None,
    ) -> None:
        super().__init__(parent)
        set_role(self, role)
        self.words = words
        self.is_gone = False
        self.topic = ""
        """What it is about, where a newer message on that takes its place."""
        self._holds = holds
        self._has_offer = bool(buttons)
        label = wrapped_label(words)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(em(self, 1.1), em(self, 0.3), em(self, 0.4), em(self, 0.3))
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addWidget(label, 1)
        row = QHBoxLayout()
        for words_of_button, slot in buttons:
            row.addWidget(self._make_button(words_of_button, slot))
        if buttons:
            self._body.addLayout(row)
        layout.addLayout(self._body, 1)
        close = QToolButton()
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.setIconSize(QSize(em(self, 1), em(self, 1)))
        close.setToolTip("Close this message (Esc)")
        close.setAccessibleName("Close this message")
        set_icon(close, "ph.x")
        close.clicked.connect(self.remove)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.going = QTimer(self, singleShot=True, interval=READ_MS + READ_MS_OF_LETTER * len(words))
        self.going.timeout.connect(self.remove)
        self._is_passing = role == "message" and not buttons
        self._shown = QElapsedTimer()
        self._shown.start()
        self._wait()

    def _wait(self) -> None:
        if self._is_passing:
            self.going.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while somebody reads it."""
        super().enterEvent(event)
        self.going.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go a while after that."""
        super().leaveEvent(event)
        self._wait()

    def follow_action(self) -> None:
        """Go if what it says was true of what was done before; stay until it can have been read."""
        if self._holds is not None:
            if not self._holds():
                self.remove()
        elif not self._has_offer:
            left = max(0, LEAST_MS - self._shown.elapsed())
            self.going.start(min(left, self.going.remainingTime()) if self.going.isActive() else left)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the first of its buttons."""
        super().focusInEvent(event)
        buttons: list[QAbstractButton] = [*self.findChildren(QPushButton), *self.findChildren(QToolButton)]
        buttons[0].setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is no room beside them."""
        super().resizeEvent(event)
        is_narrow = self.width() < em(self, NARROW)
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def remove(self) -> None:
        """Take the message away."""
        focus = QApplication.focusWidget()
        is_left = focus is not None and self.isAncestorOf(focus)
        self.is_gone = True
        self.hide()
        self.gone.emit()
        if is_left:
            self.left.emit()
        self.deleteLater()

    def _make_button(self, words: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.remove)
        button.clicked.connect(lambda: slot())
        return button


class TaskStrip(QFrame):
    """The progress of a task, and a button that cancels it."""

    def __init__(self, words: str, task: Task, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "statusbar")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        self._bar.setFixedSize(em(self, 16), em(self, 0.5))
        self._cancel = QPushButton("Cancel")
        self._cancel.clicked.connect(task.cancel)
        self._cancel.clicked.connect(lambda: self._cancel.setEnabled(False))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(em(self, 1.1), em(self, 0.3), em(self, 1.1), em(self, 0.3))
        layout.addWidget(wrapped_label(words), 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._cancel)
        task.progressed.connect(self._show)
        task.ended.connect(self._end)

    def _end(self) -> None:
        self.hide()  # it is deleted later: not before a question that follows the task has been answered
        self.deleteLater()

    def _show(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)


def is_pane_key(event: QKeyEvent) -> bool:
    """Return whether a key leads from pane to pane of a desk."""
    return any(is_key_of(event, command_id) for command_id in COMMANDS if command_id.endswith(PANE_KEYS))


class MessageArea(QWidget):
    """The messages under each other, the newest last; the oldest give way, and at once those on the same topic."""

    left = Signal()
    """A message went that had the keyboard: it is wanted where work goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def tell_news(self, topic: str, words: str, buttons: Sequence[Button], holds: Test | None = None) -> None:
        """Show a message in place of the one on the same topic; no words take that one away."""
        self._forget(topic)
        if words:
            self.tell(words, buttons=buttons, topic=topic, holds=holds)

    def tell(
        self,
        words: str,
        *,
        role: str = "message",
        buttons: Sequence[Button] = (),
        topic: str = "",
        holds: Test | None = None,
    ) -> None:
        """Show a message (role `message` or `error`); it takes the place of the one on its topic.

        Those that say no topic and offer nothing are all on one: what was done or refused last. `holds` is asked after
        each action whether the offer still stands.
        """
        topic = topic or ("" if buttons else role)
        self._forget(topic, words)
        messages = self.messages()
        for message in messages[: max(0, len(messages) - KEPT + 1)]:
            message.remove()
        message = Message(words, role, buttons, self, holds=holds)
        message.topic = topic
        message.left.connect(self.left)
        message.gone.connect(self._fit)
        self._layout.addWidget(message)
        self._fit()
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # not needed to open a window

        QAccessible.updateAccessibility(QAccessibleEvent(message, QAccessible.Event.Alert))

    def watch(self, words: str, task: Task) -> None:
        """Show the progress of a task until it ends."""
        self._layout.addWidget(TaskStrip(words, task, self))

    def messages(self) -> list[Message]:
        """Return the messages that stand, the oldest first; in a low window only the newest is seen."""
        # Not by the layout: Python would take what is made later, where a message stood in memory, for its place there.
        found = self.findChildren(Message, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [message for message in found if not message.is_gone]

    def _fit(self) -> None:
        """Leave the desk its room: in a low window the older message waits until the newest has gone."""
        messages, focus = self.messages(), QApplication.focusWidget()
        is_low = self.window().height() < em(self, LOW)
        for message in messages:
            is_held = focus is not None and message.isAncestorOf(focus)
            message.setVisible(message is messages[-1] or is_held or not is_low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for now."""
        super().resizeEvent(event)
        self._fit()

    def follow_action(self) -> None:
        """Take away what is no longer true after an action."""
        for message in self.messages():
            message.follow_action()

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> bool:
        """Bring the keyboard to the newest message; say whether there is one."""
        messages = self.messages()
        if messages:
            messages[-1].setFocus(reason)
        return bool(messages)

    def close_newest(self) -> bool:
        """Take away the message that has the keyboard, else the newest; say whether there is one."""
        messages, focus = self.messages(), QApplication.focusWidget()
        held = [message for message in messages if focus is not None and message.isAncestorOf(focus)]
        for message in (held or messages)[-1:]:
            message.remove()
        return bool(messages)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by the keys that led here from a desk."""
        if is_pane_key(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _forget(self, topic: str, words: str = "") -> None:
        for message in self.messages():
            if message.words == words or (topic and message.topic == topic):
                message.remove()

    def clear(self) -> None:
        """Take all messages away."""
        for message in self.messages():
            message.remove()
