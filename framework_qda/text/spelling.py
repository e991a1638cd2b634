"""What counts as a word whose spelling is checked, and which words of a text are unknown.

Nothing here reads a dictionary: whoever asks brings a function that says whether a word is in it. Words are compared
with straight apostrophes, with their accents composed and without soft hyphens; places are code points of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

LONGEST_WORD = 64
"""A longer run of letters is no word of a language."""
_LONGEST_ABBREVIATION = 5
_MOST_HYPHENS = 3
_LEAST_ALIKE = 75
_MOST_NEAR = 3
_MARK_AREAS = ((0x300, 0x1D00), (0x1DC0, 0x1E00), (0x20D0, 0x2100), (0xA66F, 0xAC00), (0xFE20, 0xFE30))
_JOINERS = "\u00ad\u200c\u200d\u2060"
_APOSTROPHES = "'’ʼ"
_HYPHENS = "‐‑-"
"""The plain one stands last, where it stands for itself in a pattern."""
_NO_PROSE = re.compile(r"\[[^\[\]\n]*\]|(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+\.\w+", re.IGNORECASE)
_HYPHEN = re.compile(f"[{_HYPHENS}]")
_PLAIN = str.maketrans({**dict.fromkeys("’ʼ", "'"), **dict.fromkeys("‐‑", "-"), **dict.fromkeys(_JOINERS, None)})
_SPOKEN_ENDINGS = {"en": ("'s", "'d", "'ll", "'ve", "'re")}
"""What English speakers hang on any word: what a dictionary cannot list."""
_PARTS_OF_WORDS = {"en": frozenset({"olds", "cf"})}
"""What stands in compounds and before a full stop alone (four-year-olds, cf.), so that dictionaries leave it out."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and the stretch of its text where it stands, in code points."""

    start: int
    end: int
    text: str


def split_words(text: str) -> Iterator[Word]:
    """Yield the words of a text that a dictionary can judge, compounds with their hyphens whole.

    Left out: what stands in [brackets], addresses of the web and of post, whatever has a digit in it (codes, times),
    single letters, and abbreviations of two to five capitals (NHS, GPs, LSCB's).
    """
    for start, run in _runs(text):
        yield from _judged(start, run)


def _runs(text: str) -> Iterator[tuple[int, str]]:
    """Yield where runs of letters and digits begin, and the runs, without those that are no prose."""
    skipped = [found.span() for found in _NO_PROSE.finditer(text)] if _may_have_no_prose(text) else []
    for found in _word_pattern().finditer(text):
        if not skipped or not any(start <= found.start() < end for start, end in skipped):
            yield found.start(), found.group()


def plain_word(word: str) -> str:
    """Return a word as words are compared."""
    return unicodedata.normalize("NFC", word.translate(_PLAIN))


class Speller:
    """Say which words of a text are known neither to a dictionary nor to the study.

    `lookup` says whether a word is in the dictionary; each word is asked for once. `language` is a tag such as
    `en-GB`. Words of another script than the dictionary's, `script` (as Unicode names it: LATIN), are let be.
    """

    def __init__(
        self, lookup: Callable[[str], bool], language: str = "", study_words: Iterable[str] = (), script: str = ""
    ) -> None:
        self._lookup = lookup
        self._endings = _SPOKEN_ENDINGS.get(primary_language(language), ())
        self._parts: frozenset[str] = _PARTS_OF_WORDS.get(primary_language(language), frozenset())
        self._script = script
        self._known: dict[str, bool] = {}
        self._unknown_in: dict[str, tuple[Word, ...]] = {}
        """A run of letters that was seen -> the unknown words in it: what makes a key cheap in a long text."""
        self._has_guessed = False
        self._study_words: frozenset[str] = frozenset()
        self.set_study_words(study_words)

    def set_study_words(self, words: Iterable[str]) -> None:
        """Take these words, and no others, for words of the study."""
        plain = {plain_word(word) for word in words if word}
        self._written = sorted(plain)
        self._unknown_in.clear()
        self._study_words = frozenset(plain | {word.upper() for word in plain} | {_capitalised(word) for word in plain})

    def unknown(self, text: str) -> list[Word]:
        """Return the words of a text that are not known; of a compound only the parts that are not."""
        found = []
        for start, run in _runs(text):
            unknown = self._unknown_in.get(run)
            if unknown is None:
                unknown = self._unknown_of(run)
            found += [Word(start + word.start, start + word.end, word.text) for word in unknown]
        return found

    def _unknown_of(self, run: str) -> tuple[Word, ...]:
        self._has_guessed = False
        words = [word for word in _judged(0, run) if not self.knows(word.text)]
        unknown = tuple(part for word in words for part in self._unknown_parts(word))
        if not self._has_guessed:
            self._unknown_in[run] = unknown
        return unknown

    def knows(self, word: str) -> bool:
        """Return whether a word is in the dictionary or among the words of the study."""
        plain = plain_word(word)
        return self._is_of_study(plain) or self._is_in_dictionary(plain)

    def base_of(self, word: str) -> str:
        """Return a word as it would stand in a dictionary: `Gillick` for `Gillick’s`."""
        plain = plain_word(word)
        return next(self._bases(plain), plain)

    def near_study_words(self, word: str) -> list[str]:
        """Return words of the study that may have been meant, the likeliest first."""
        from rapidfuzz import fuzz, process  # takes a while to load, and only suggesting needs it

        plain = plain_word(word)
        near = process.extract(plain, self._written, scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE, limit=_MOST_NEAR)
        return [found for found, _, _ in near if found != plain]

    def _unknown_parts(self, word: Word) -> Iterator[Word]:
        for part in _parts(word.start, word.text):
            if len(part.text) > 1 and not _is_abbreviation(part.text) and not self.knows(part.text):
                yield part

    def _is_of_study(self, word: str) -> bool:
        if not self._study_words:
            return False
        return word in self._study_words or any(base in self._study_words for base in self._bases(word))

    def _is_in_dictionary(self, word: str) -> bool:
        if word not in self._known:
            self._known[word] = self._look_up(word)
        return self._known[word]

    def _look_up(self, word: str) -> bool:
        if word.lower() in self._parts or (self._script and _script_of(word) != self._script):
            return True
        if word.count("-") > _MOST_HYPHENS:
            # What a dictionary makes of hyphens doubles with each of them.
            return False
        if self._lookup(word) or ("'" in word and self._lookup(word.replace("'", "’"))):
            return True
        return any(_is_abbreviation(base) or self._lookup(base) for base in self._bases(word))

    def _bases(self, word: str) -> Iterator[str]:
        """Yield a word without what was hung on it in speech."""
        for ending in self._endings:
            if word.lower().endswith(ending) and len(word) > len(ending):
                yield word[: -len(ending)]


class AskingSpeller(Speller):
    """A speller whose dictionary is elsewhere: a word is let be until the answer is there.

    `wanted` gathers the words to be asked about; `learn()` takes the answers.
    """

    def __init__(self, language: str = "") -> None:
        super().__init__(lambda _word: False, language)
        self.wanted: set[str] = set()

    def learn(self, answers: Mapping[str, bool]) -> bool:
        """Take which words are in the dictionary; return whether any is not."""
        self._known.update(answers)
        self.wanted.difference_update(answers)
        return not all(answers.values())

    def _is_in_dictionary(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            self._has_guessed = True
            self.wanted.add(word)
        return known is not False


def count_unknown(texts: Iterable[str], speller: Speller) -> Counter[str]:
    """Return how often each unknown word stands in some texts, as words are compared."""
    return Counter(plain_word(word.text) for text in texts for word in speller.unknown(text))


def primary_language(tag: str) -> str:
    """Return the language of a tag without its country: `en` for `en-GB` and `en_GB`."""
    return re.split("[-_]", tag.strip().lower(), maxsplit=1)[0]


def script_of(words: Iterable[str]) -> str:
    """Return the script that most of some words are written in, as Unicode names it, or an empty text."""
    found = Counter(script for script in map(_script_of, words) if script)
    return found.most_common(1)[0][0] if found else ""


def _judged(start: int, run: str) -> Iterator[Word]:
    """Yield what is to be judged of a run of letters, digits, apostrophes and hyphens."""
    if len(run) > LONGEST_WORD:
        return
    if run.isalpha() and run[1:].islower():
        yield Word(start, start + len(run), run)
        return
    # What is left between codes and abbreviations stays together: the "year-olds" of "4-year-olds".
    for is_left_out, parts in groupby(_parts(start, run), key=lambda part: _is_no_word(part.text)):
        if not is_left_out:
            stretch = list(parts)
            first, last = stretch[0].start, stretch[-1].end
            if last - first > 1:
                yield Word(first, last, run[first - start : last - start])


def _parts(start: int, run: str) -> Iterator[Word]:
    at = 0
    for part in _HYPHEN.split(run):
        yield Word(start + at, start + at + len(part), part)
        at += len(part) + 1


def _is_no_word(part: str) -> bool:
    return not part or _is_abbreviation(part) or any(sign == "_" or sign.isnumeric() for sign in part)


def _is_abbreviation(part: str) -> bool:
    base = re.sub(f"[{_APOSTROPHES}]?s$", "", part)
    return base.isalpha() and base.isupper() and 2 <= len(base) <= _LONGEST_ABBREVIATION


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]


def _script_of(word: str) -> str:
    letter = next((sign for sign in word if sign.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""


def _may_have_no_prose(text: str) -> bool:
    return any(sign in text for sign in "[@:.")


@lru_cache(maxsize=1)
def _word_pattern() -> re.Pattern[str]:
    r"""Return the pattern of a run of letters, marks and digits, joined by apostrophes and hyphens.

    Python's `\w` leaves out combining marks, which stand inside the words of many scripts.
    """
    marks = [
        chr(sign)
        for first, last in _MARK_AREAS
        for sign in range(first, last)
        if unicodedata.category(chr(sign))[0] == "M"
    ]
    inner = rf"[\w{''.join(marks)}{_JOINERS}]"
    return re.compile(rf"\w{inner}*(?:[{_APOSTROPHES}{_HYPHENS}]\w{inner}*)*")
