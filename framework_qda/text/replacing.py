"""Finding words in a text and replacing them, and where everything else stands afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SAME_SIGN = {"'": "['’ʼ]", "’": "['’ʼ]", '"': '["“”]', "“": '["“”]', "”": '["“”]'}


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a text, in code points, and what shall stand in its place."""

    start: int
    end: int
    words: str


def find_words(text: str, words: str, *, whole_words: bool = False, same_case: bool = False) -> list[tuple[int, int]]:
    """Return where some words stand in a text, in code points, without overlaps.

    Any blanks between words will do, and straight quotation marks and apostrophes find curly ones.
    """
    pattern = r"\s+".join("".join(_SAME_SIGN.get(sign, re.escape(sign)) for sign in word) for word in words.split())
    if not pattern:
        return []
    if whole_words:
        pattern = rf"(?<!\w)(?:{pattern})(?!\w)"
    return [found.span() for found in re.finditer(pattern, text, 0 if same_case else re.IGNORECASE)]


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Return a text after edits; ValueError where they overlap or reach beyond it."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda each: each.start):
        if not at <= edit.start <= edit.end <= len(text):
            raise ValueError(f"no place for an edit: {edit.start} to {edit.end} of {len(text)}, from {at}")
        parts += [text[at : edit.start], edit.words]
        at = edit.end
    return "".join([*parts, text[at:]])


def move_stretch(start: int, end: int, edits: Sequence[Edit]) -> tuple[int, int]:
    """Return where a stretch stands after edits; one that an edit cuts into takes the whole of the new words in."""
    moved_start, moved_end = start, end
    for edit in _widened(start, end, edits):
        grown = len(edit.words) - (edit.end - edit.start)
        if edit.end <= start:
            moved_start += grown
            moved_end += grown
        elif edit.start < end:
            moved_start -= max(0, start - edit.start)
            moved_end += grown + max(0, edit.end - end)
    return moved_start, moved_end


def _widened(start: int, end: int, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Yield the edits that can move a stretch."""
    return (edit for edit in sorted(edits, key=lambda each: each.start) if edit.start < end or edit.end <= start)
