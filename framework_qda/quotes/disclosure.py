"""Words of a project that tell where or who, found in what is to leave it."""

import re
from collections.abc import Iterable


def find_telling(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds these words in a text, whole and in any case of letters; `None` if there are none."""
    # A code of one or two figures is found in any text; it tells nothing there.
    telling = sorted({word.strip() for word in words if len(word.strip()) > 1 and not word.strip().isdigit()}, key=len)
    if not telling:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, reversed(telling)))})(?!\w)", re.IGNORECASE)
