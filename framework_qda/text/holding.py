"""Whether a text holds some words: in any case of letters, whatever blanks and breaks stand between them."""

import re
from dataclasses import dataclass

_PLAIN = re.compile(r"[a-z0-9,;:'()!?.-]+(?: [a-z0-9,;:'()!?.-]+)*")
_ODD = (
    "\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # blanks and breaks
    "\u00df\u0130\u0149\u017f\u01f0\u1e96-\u1e9a\u1e9e\u212a\ufb00-\ufb06"  # ß ŉ ſ ﬁ and their like
)
_ODD_LETTERS = re.compile(f"[{_ODD}]")


@dataclass(frozen=True, slots=True)
class Fragment:
    """The longest part of some words in plain English letters, of which nothing is an escape in JSON.

    A text that holds the words has it too, in any case of letters, unless it `has_odd_letters()` or breaks or more
    than one blank between words.
    """

    text: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """Its words: a text has them in this order, whatever stands between them."""
        return tuple(self.text.split())


def squeeze(text: str) -> str:
    """Write a text in small letters, with one blank between words."""
    return " ".join(text.split()).casefold()


def holds(text: str, sought: str) -> bool:
    """Say whether a text holds some words that are squeezed."""
    return sought in squeeze(text)


def spans_of(text: str, sought: str) -> list[tuple[int, int]]:
    """Return where a text holds some words that are squeezed, in code points and without overlaps."""
    if not sought or not holds(text, sought):
        return []
    letters, places = [], []
    for place, letter in enumerate(text):
        if not letter.isspace():
            small = letter.casefold()
            letters.append(small)
            places += [place] * len(small)
        elif places and letters[-1] != " ":
            letters.append(" ")
            places.append(place)
    squeezed, spans, start = "".join(letters), [], 0
    while (start := squeezed.find(sought, start)) >= 0:
        last = start + len(sought) - 1
        spans.append((places[start], places[last] + 1))
        start = last + 1
    return spans


def fragment_of(sought: str) -> Fragment:
    """Return the longest plain part of some words that are squeezed."""
    return Fragment(max(_PLAIN.findall(sought), key=len, default=""))


def has_odd_letters(text: str) -> bool:
    """Say whether a text has letters or blanks that become plain ones when it is squeezed, such as ß or ﬁ."""
    return _ODD_LETTERS.search(text) is not None
