"""What is said of the time since when somebody looks at what others changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.matrix.reviewing import Since
from framework_qda.ui.widgets.notice_page import Notice
from framework_qda.ui.words import count_words, time_words

if TYPE_CHECKING:
    from framework_qda.matrix.reviewing import Review

NOBODY_ELSE = Notice(
    "Nobody else has changed a cell yet",
    "Here stands what colleagues change in cells, with the words that differ: accept it, send it back with a comment, "
    "or go on to the next. Everything that you did yourself stands in the history.",
    "Back to the Board",
    "board",
)


def since_words(since: Since, review: Review) -> str:
    """Say since when: `since you last looked, 3 May 14:02`."""
    when = time_words(review.since_at) if review.since_at else ""
    if since is Since.EVER:
        return "by others"
    if since is Since.DAY:
        return "since that day"
    verb = "wrote" if since is Since.WROTE else "looked"
    return f"since you last {verb}, {when}" if when and since is Since.WROTE else f"since you last {verb}"


def bar_words(since: Since, review: Review) -> str:
    """Say beside the choice of a beginning when that was, and how many cells have changed: `3 May 14:02 · 12 cells`."""
    when = time_words(review.since_at) if review.since_at and since in (Since.LOOKED, Since.WROTE) else ""
    count = count_words(len(review.items), "cell") if review.items else ""
    return "  ·  ".join(part for part in (when, count) if part)


def nothing_notice(since: Since, since_at: str = "") -> Notice:
    """Say that there is nothing to look at, and why."""
    if since is Since.EVER:
        return NOBODY_ELSE
    if since is Since.LOOKED:
        words = "Nobody else has changed a cell since you last looked. The list above leads further back."
        return Notice("You have seen everything", words, "Back to the Board", "board")
    when = f"since {time_words(since_at)}" if since_at and since is Since.WROTE else "since then"
    return Notice("Nothing since then", f"Nobody else has changed a cell {when}.", "Back to the Board", "board")
