"""Words without regard to case and accents, as the search index has them, and where they stand in a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

# What SQLite's tokenizer `unicode61` takes for a word: letters and digits, with the accents that stand by themselves.
_WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")


class Token(NamedTuple):
    """A word of a text, folded, and where it stands, in code points."""

    word: str
    start: int
    end: int


def fold(word: str) -> str:
    """Return a word in small letters and, in the Latin alphabet, without accents: `Résumé` becomes `resume`."""
    return word.lower() if word.isascii() else "".join(map(_fold_letter, word))


def tokens(text: str) -> Iterator[Token]:
    """Give the words of a text; apostrophes, hyphens and all other signs part words."""
    for found in _WORD.finditer(text):
        word = fold(found[0])
        if word:
            yield Token(word, found.start(), found.end())


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    small = letter.casefold()
    small = small if len(small) == 1 else letter.lower()
    first, *rest = list(normalize("NFD", small))
    if combining(first):
        return ""
    # Of other alphabets the index keeps the accents: to it й is a letter, not an и with a sign above.
    return first if first.isascii() and all(map(combining, rest)) else small
