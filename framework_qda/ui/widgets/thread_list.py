"""The threads of what is shown, below each other; those that are resolved stay folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.widgets.thread_card import ThreadCard
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.matrix.remarks import Thread

NOTHING_SAID = "Nobody has commented here yet."
NO_SUBJECT = "Choose a cell to see what is said of it."


class ThreadList(QScrollArea):
    """Show threads. It writes nothing: it tells what is wanted."""

    reply_wanted = Signal(object)
    """A `Thread`."""
    edit_wanted = Signal(object)
    """A `Remark`."""
    delete_wanted = Signal(str)
    resolve_wanted = Signal(str, bool)
    subject_wanted = Signal(object)
    """A `Thread`: somebody wants to see what it is about."""
    left = Signal()
    """The last open thread, which had the keyboard, has gone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[ThreadCard] = []
        self.no_subject = NO_SUBJECT
        self._threads: tuple[Thread, ...] | None = None
        self._can_write = False
        self._shows_resolved = False
        self.words = wrapped_label(NO_SUBJECT, "soft", self)
        self.resolved_button = QPushButton(self)
        set_role(self.resolved_button, "link")
        self.resolved_button.clicked.connect(self._turn_resolved)
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.addWidget(self.words)
        self._column.addWidget(self.resolved_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_threads(self, threads: Sequence[Thread] | None, *, can_write: bool, is_other: bool) -> None:
        """Show what is said; `None`: nothing is chosen. `is_other`: of something else than before."""
        if is_other:
            self._shows_resolved = False
        found = None if threads is None else tuple(threads)
        if (found, can_write) != (self._threads, self._can_write) or len(self.cards) != len(found or ()):
            self._threads, self._can_write = found, can_write
            self._fill()

    def buttons(self) -> list[QPushButton]:
        """Return what can be pressed, from above to below."""
        found: dict[bool, list[QPushButton]] = {False: [], True: []}
        for card in self.cards:
            found[card.thread_shown.is_resolved] += card.findChildren(QPushButton)
        return [*found[False], self.resolved_button, *found[True]]

    @property
    def open_count(self) -> int:
        """How many threads are open."""
        return sum(not thread.is_resolved for thread in self._threads or ())

    def _fill(self) -> None:
        held = self._held()
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        threads = self._threads or ()
        for place, thread in enumerate(threads):
            card = ThreadCard(thread, can_write=self._can_write, parent=self._page)
            card.reply_wanted.connect(self.reply_wanted)
            card.edit_wanted.connect(self.edit_wanted)
            card.delete_wanted.connect(self.delete_wanted)
            card.resolve_wanted.connect(self.resolve_wanted)
            card.subject_wanted.connect(self.subject_wanted)
            self.cards.append(card)
            # What is resolved stands below the line that shows it.
            self._column.insertWidget(place + 1 + thread.is_resolved, card)
        self.words.setText(self.no_subject if self._threads is None else NOTHING_SAID)
        self.words.setVisible(not threads)
        self._show_resolved()
        if held is not None:
            self._hand_on(*held)

    def _held(self) -> tuple[int, str] | None:
        """Return the place and the remark of the thread that has the keyboard."""
        focus = QApplication.focusWidget()
        found = ((place, card) for place, card in enumerate(self.cards) if focus and card.isAncestorOf(focus))
        return next(((place, card.thread_shown.remark.comment_id) for place, card in found), None)

    def _hand_on(self, place: int, comment_id: str) -> None:
        """Leave the keyboard with the same thread, else with the next open one, else with nobody here."""
        for card in self.cards:
            if not card.thread_shown.is_resolved:
                card.show()  # its layout would show it later, and what is not seen takes no keyboard
        shown = [card for card in self.cards if not card.isHidden()]
        same = [card for card in shown if card.thread_shown.remark.comment_id == comment_id]
        following = [card for card in shown if not card.thread_shown.is_resolved]
        chosen = same or following[place : place + 1] or following[-1:]
        if chosen and chosen[0].reply_button.isEnabled():
            chosen[0].reply_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

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

    def fit(self) -> None:
        """Take the sizes that the font asks for."""
        side = em(self, 0.8)
        self.setMinimumHeight(em(self, 2))
        self._column.setContentsMargins(side, em(self, 0.3), side, em(self, 0.6))
        self._column.setSpacing(em(self, 0.6))
