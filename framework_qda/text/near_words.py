"""When a word is near to another, as one that is misspelt is to the one that was meant; and where such words stand."""

from __future__ import annotations

import re
from itertools import pairwise

SHORTEST_MISSPELT = 4
"""Words of fewer letters are near to too many."""
LEAST_ALIKE = 0.74
"""How alike words must be, of 1: one letter wrong in four, two in eight."""
_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"[\s'’ʼ\-‐‑]*")
_FAR, _NEAR, _SAME = range(3)


def can_be_misspelt(word: str) -> bool:
    """Say whether other words may be meant by one; numbers and short words mean themselves."""
    return len(word) >= SHORTEST_MISSPELT and not word.isdecimal()


def are_same_words(one: str, other: str, *, same_case: bool = False) -> bool:
    """Say whether two texts are made of the same words, whatever stands between these."""
    if not same_case:
        one, other = one.casefold(), other.casefold()
    return _WORD.findall(one) == _WORD.findall(other)


def how_alike(typed: str, word: str) -> float:
    """Return how alike a word being typed is to another, or to as much of it as has been typed; 1 is the same."""
    from rapidfuzz.distance import OSA  # takes a hundredth of a second to load, and few sessions need it

    beginnings = {word, word[: len(typed)], word[: len(typed) + 1]}
    return max(OSA.normalized_similarity(typed, each) for each in beginnings)


class NearWords:
    """Find words, also where one of them is written a little otherwise."""

    def __init__(self, words: str, *, same_case: bool = False) -> None:
        self._wanted = [_Judgements(word, same_case=same_case) for word in _WORD.findall(words)]

    def find(self, text: str) -> list[tuple[int, int]]:
        """Return where the words stand in a text, in code points, without overlaps; one of them may be a near one."""
        count = len(self._wanted)
        # Most texts are told apart here, without a step of Python for each word.
        if not count or not any(map(self._wanted[0].__getitem__, _WORD.findall(text))):
            return []
        words = list(_WORD.finditer(text))
        found, place = [], 0
        while place + count <= len(words):
            run = words[place : place + count]
            if self._is_meant(run) and _is_joined(text, run):
                found.append((run[0].start(), run[-1].end()))
                place += count
            else:
                place += 1
        return found

    def _is_meant(self, run: list[re.Match[str]]) -> bool:
        judged = [wanted[word.group()] for wanted, word in zip(self._wanted, run, strict=True)]
        return _FAR not in judged and judged.count(_NEAR) <= 1


class _Judgements(dict[str, int]):
    """How words stand to the one that is wanted; each is judged when it is first met."""

    def __init__(self, wanted: str, *, same_case: bool) -> None:
        super().__init__()
        self._same_case = same_case
        self._wanted = self._fold(wanted)

    def __missing__(self, written: str) -> int:
        judgement = self[written] = self._compare(self._fold(written))
        return judgement

    def _compare(self, word: str) -> int:
        if word == self._wanted:
            return _SAME
        if not can_be_misspelt(self._wanted):
            return _FAR
        from rapidfuzz.distance import OSA  # takes a hundredth of a second to load, and few sessions need it

        return _NEAR if OSA.normalized_similarity(word, self._wanted) >= LEAST_ALIKE else _FAR

    def _fold(self, word: str) -> str:
        return word if self._same_case else word.casefold()


def _is_joined(text: str, run: list[re.Match[str]]) -> bool:
    """Say whether nothing ends a phrase between words that follow on each other."""
    return all(_BETWEEN.fullmatch(text, one.end(), other.start()) for one, other in pairwise(run))
