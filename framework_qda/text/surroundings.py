"""The words on either side of a passage, as far as they help to understand it."""

MOST = 90
"""Letters on either side."""


def words_around(text: str, start: int, end: int, most: int = MOST) -> tuple[str, str]:
    """Return the words before and after a stretch of a text, whole words only, with an ellipsis where more stand.

    What joins them to the passage, blanks too, is part of them: before + passage + after reads on.
    """
    before, after = text[max(0, start - most) : start], text[end : end + most]
    if start > most:
        # The first word may have been cut in two; a text without blanks is shown as it is.
        head, blank, rest = before.partition(" ")
        before = f"… {rest if blank and len(head) < most // 2 else before}"
    if end + most < len(text):
        rest, blank, tail = after.rpartition(" ")
        after = f"{rest if blank and len(tail) < most // 2 else after} …"
    return before.lstrip(), after.rstrip()
