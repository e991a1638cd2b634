"""Going to one thread among what is said of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

if TYPE_CHECKING:
    from framework_qda.ui.widgets.comments_panel import CommentsPanel
    from framework_qda.ui.widgets.thread_card import ThreadCard


def go_to_thread(panel: CommentsPanel, comment_id: str) -> bool:
    """Bring the thread of a remark or a reply into view, ready to be answered; say whether it is there."""
    card = next((each for each in panel.cards if _holds(each, comment_id)), None)
    if card is None:
        return False
    if card.isHidden():
        panel.threads.resolved_button.click()
    card.reply_button.setFocus(Qt.FocusReason.OtherFocusReason)
    # Later: cards that have just been made have no place yet.
    QTimer.singleShot(0, card, lambda: panel.threads.ensureWidgetVisible(card))
    return True


def _holds(card: ThreadCard, comment_id: str) -> bool:
    thread = card.thread_shown
    return comment_id in (thread.remark.comment_id, *(reply.comment_id for reply in thread.replies))
