"""The labels of records: what a new one is called until somebody says otherwise, and which are the same."""

import re
from collections.abc import Iterable

from framework_qda.text.folding import fold


def next_label(existing: Iterable[str], first: str) -> str:
    """Return the label that follows: `I28` -> `I29`, `Area 9` -> `Area 10`; `first` where none has a number.

    The prefix of the last numbered label counts, and the highest number with it, whatever its case.
    """
    labels = list(existing)
    numbered = [match for label in labels if (match := re.fullmatch(r"(.*?)(\d+)", label.strip()))]
    if not numbered:
        return first if first not in labels else next_label([*labels, f"{first} 1"], first)
    prefix = numbered[-1].group(1)
    digits = [match.group(2) for match in numbered if label_key(match.group(1)) == label_key(prefix)]
    number = max(int(digit) for digit in digits) + 1
    return f"{prefix}{number:0{min(map(len, digits))}d}"


def label_key(label: str) -> str:
    """Return what labels share that a reader takes for one: ` i07 ` and `I07` are the same."""
    return fold(label.strip())
