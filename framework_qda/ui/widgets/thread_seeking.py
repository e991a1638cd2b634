"""Going to one thread among what is said of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from framework_qda.ui.widgets.comments_panel import CommentsPanel
    from framework_qda.ui.widgets.thread_card import ThreadCard

SETTLED_MS = 400
"""After so long a panel that has just been shown is laid out."""


def go_to_thread(panel: CommentsPanel, comment_id: str) -> bool:
    """Bring the thread of a remark or a reply into view, ready to be answered; say whether it is there."""
    card = next((each for each in panel.cards if _holds(each, comment_id)), None)
    if card is None:
        return False
    if card.isHidden():
        panel.threads.resolved_button.click()
    card.reply_button.setFocus(Qt.FocusReason.OtherFocusReason)
    _Seeking(panel, card)
    return True


class _Seeking(QObject):
    """Keep a card in view while the cards above it, which have just been made, take their places."""

    def __init__(self, panel: CommentsPanel, card: ThreadCard) -> None:
        super().__init__(card)
        self._panel, self._card = panel, card
        panel.threads.verticalScrollBar().rangeChanged.connect(self._show)
        QTimer.singleShot(0, self, self._show)
        QTimer.singleShot(SETTLED_MS, self, self.deleteLater)

    def _show(self) -> None:
        self._panel.threads.ensureWidgetVisible(self._card)


def _holds(card: ThreadCard, comment_id: str) -> bool:
    thread = card.thread_shown
    return comment_id in (thread.remark.comment_id, *(reply.comment_id for reply in thread.replies))
