"""How a new record is called until somebody says otherwise: one more than the last."""

import re
from collections.abc import Iterable


def next_label(existing: Iterable[str], first: str) -> str:
    """Return the label that follows: `I28` -> `I29`, `Area 9` -> `Area 10`; `first` where none has a number.

    The prefix of the last numbered label counts, and the highest number with it.
    """
    labels = list(existing)
    numbered = [match for label in labels if (match := re.fullmatch(r"(.*?)(\d+)", label.strip()))]
    if not numbered:
        return first if first not in labels else next_label([*labels, f"{first} 1"], first)
    prefix = numbered[-1].group(1)
    digits = [match.group(2) for match in numbered if match.group(1) == prefix]
    number = max(int(digit) for digit in digits) + 1
    return f"{prefix}{number:0{min(map(len, digits))}d}"
