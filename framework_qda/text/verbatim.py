"""Whether words that are given as somebody's own stand in the notes, and if not, what is nearest to them.

Case, punctuation, blanks and the shapes of quotation marks and dashes do not count. Words left out are shown by an
ellipsis, words put in stand in square brackets; the rest must be there.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from framework_qda.text.anchors import Place
from framework_qda.text.worddiff import Change, Piece, diff_words

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

ALIKE = 60.0
"""How alike, of 100, a passage must be to be shown as the nearest one; for a few words it must be `SHORT_ALIKE`."""
SHORT_ALIKE = 75.0
SHORT = 20
_AROUND = 2
"""By how many words the nearest stretch may have been cut too short at either end."""
_AT_ONCE = 15
"""How many paragraphs are looked at before the caller may do something else."""

_WORD = re.compile(r"\w+(?:[’'ʼ]\w+)*")
_ELLIPSIS = re.compile(r"\s*[\[(]?(?:…|\.\.\.+)[\])]?\s*")
_INSERTION = re.compile(r"\[[^\[\]]*\]")
_APOSTROPHES = str.maketrans("", "", "’'ʼ")


class Match(StrEnum):
    """How words agree with the notes."""

    VERBATIM = "verbatim"
    TYPOGRAPHY = "typography"
    """The same words with other signs, letters large or small, or with marked omissions and insertions."""
    DIFFERS = "differs"
    ABSENT = "absent"

    @property
    def is_there(self) -> bool:
        """Whether the words stand in the notes."""
        return self in (Match.VERBATIM, Match.TYPOGRAPHY)


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a check. Where words differ, `pieces` leads from the nearest `passage` to them.

    `spans` are the stretches of the words, in code points, that are not in the notes.
    """

    match: Match
    place: Place | None = None
    passage: str = ""
    pieces: tuple[Piece, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()


class _Paragraph:
    """A paragraph as words that can be compared, and where each of them stands."""

    def __init__(self, paragraph_id: str, text: str) -> None:
        self.id = paragraph_id
        self.text = text
        self.spans, self.words = _split(text)
        self.folded = " ".join(self.words)
        self._starts: list[int] = []

    def word_at(self, position: int) -> int:
        """Return the number of the word at a position of the folded text."""
        if not self._starts:
            position_of = 0
            for word in self.words:
                self._starts.append(position_of)
                position_of += len(word) + 1
        return max(0, bisect_right(self._starts, position) - 1)

    def place(self, first: int, last: int) -> Place:
        """Return where the words from number `first` to `last` stand."""
        return Place(self.id, self.spans[first][0], self.spans[last][1])


class NotesIndex:
    """The notes of an interview, made ready once so that many words can be looked for."""

    def __init__(self, texts: Sequence[tuple[str, str]]) -> None:
        """Take (paragraph id, text) in their order; `prepare()` does the work."""
        self._texts = texts
        self.paragraphs: list[_Paragraph] = []
        self.whole = ""

    @property
    def is_empty(self) -> bool:
        """Whether there are no notes to look in."""
        return not any(text.strip() for _, text in self._texts)

    def prepare(self) -> Iterator[None]:
        """Make the notes ready, some paragraphs at each step; once done there is nothing left to do."""
        for number in range(len(self.paragraphs), len(self._texts)):
            self.paragraphs.append(_Paragraph(*self._texts[number]))
            if number % _AT_ONCE == 0:
                yield
        if not self.whole:
            self.whole = f" {' '.join(each.folded for each in self.paragraphs if each.folded)} "

    def find(self, words: Sequence[str]) -> Place | None:
        """Return where words stand one after the other in one paragraph; `None` too where they run over its end."""
        wanted = " ".join(words)
        for paragraph in self.paragraphs:
            start = f" {paragraph.folded} ".find(f" {wanted} ")
            if start >= 0:
                first = paragraph.word_at(start)
                return paragraph.place(first, first + len(words) - 1)
        return None

    def text_at(self, place: Place) -> str:
        """Return the words of a place as they are written."""
        text = next(text for paragraph_id, text in self._texts if paragraph_id == place.paragraph_id)
        return text[place.start : place.end]


def check_words(words: str, index: NotesIndex) -> Checked:
    """Look for words in the notes; see `check_steps()`."""
    for _ in index.prepare():
        pass
    steps = check_steps(words, index)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def check_steps(words: str, index: NotesIndex) -> Generator[None, None, Checked]:
    """Look for words in notes that are prepared, in small steps; the generator returns what was found."""
    found: list[Checked] = []
    spans: list[tuple[int, int]] = []
    for start, part in _parts(words):
        checked = yield from _check_part(part, index)
        found.append(checked)
        spans.extend((start + first, start + last) for first, last in checked.spans)
    doubtful = next((each for each in found if not each.match.is_there), None)
    if doubtful is not None:
        return Checked(doubtful.match, doubtful.place, doubtful.passage, doubtful.pieces, tuple(spans))
    if len(found) == 1:
        return found[0]
    return Checked(Match.TYPOGRAPHY, found[0].place if found else None)


def _parts(words: str) -> Iterator[tuple[int, str]]:
    """Yield what stands between ellipses with its place, without parts that have no word."""
    start = 0
    for gap in [*_ELLIPSIS.finditer(words), None]:
        part = words[start : gap.start() if gap else len(words)]
        if _WORD.search(part):
            yield start, part
        start = gap.end() if gap else start


def _check_part(part: str, index: NotesIndex) -> Generator[None, None, Checked]:
    spans, wanted = _split(part)
    if f" {' '.join(wanted)} " in index.whole:
        place = index.find(wanted)
        passage = index.text_at(place) if place else ""
        is_same = passage == part[spans[0][0] : spans[-1][1]]
        return Checked(Match.VERBATIM if is_same else Match.TYPOGRAPHY, place, passage)
    yield
    rest = [_split(each)[1] for each in _INSERTION.split(part)] if "[" in part else []
    if any(rest) and all(f" {' '.join(each)} " in index.whole for each in rest if each):
        return Checked(Match.TYPOGRAPHY, index.find(next(each for each in rest if each)))
    nearest = yield from _nearest(" ".join(wanted), index)
    if nearest is None:
        return Checked(Match.ABSENT, spans=((spans[0][0], spans[-1][1]),))
    return _compare(part, wanted, nearest)


def _nearest(wanted: str, index: NotesIndex) -> Generator[None, None, tuple[_Paragraph, int, int] | None]:
    """Return the paragraph that has the likest words, and the first and the last of them."""
    from rapidfuzz import fuzz  # takes a hundredth of a second to load, and many cells need it never

    least = SHORT_ALIKE if len(wanted) < SHORT else ALIKE
    best: _Paragraph | None = None
    for number, paragraph in enumerate(index.paragraphs):
        if number % _AT_ONCE == 0:
            yield
        if len(paragraph.folded) * 2 < len(wanted):
            continue
        score = fuzz.partial_ratio(wanted, paragraph.folded, score_cutoff=least)
        if score > least or (score and best is None):
            least, best = score, paragraph
    if best is None:
        return None
    found = fuzz.partial_ratio_alignment(wanted, best.folded)
    if found is None:
        return None
    # A paragraph shorter than the words is compared as a whole.
    is_inside = len(best.folded) > len(wanted)
    start, end = (found.dest_start, found.dest_end) if is_inside else (0, len(best.folded))
    return best, best.word_at(start), best.word_at(max(start, end - 1))


def _compare(part: str, wanted: Sequence[str], nearest: tuple[_Paragraph, int, int]) -> Checked:
    """Cut the nearest passage where it begins and ends to agree, and say how the words differ from it."""
    from rapidfuzz.distance import Indel  # as above

    paragraph, first, last = nearest
    start = max(0, first - _AROUND)
    window = paragraph.words[start : last + 1 + _AROUND]
    same = [step for step in Indel.opcodes(window, list(wanted)) if step.tag == "equal"]
    # Where the words themselves begin or end differently, what stands in their place is shown too.
    if same and (same[0].dest_start == 0 or start + same[0].src_start < first):
        first = start + same[0].src_start
    if same and (same[-1].dest_end == len(wanted) or start + same[-1].src_end - 1 > last):
        last = start + same[-1].src_end - 1
    place = paragraph.place(first, last)
    passage = paragraph.text[place.start : place.end]
    pieces = diff_words(passage, part.strip(), _fold)
    spans = _spans(part, pieces)
    return Checked(Match.DIFFERS, place, passage, pieces, spans)


def _spans(part: str, pieces: Sequence[Piece]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a part that are not in the passage; where words are missing, the word before the gap."""
    found: list[tuple[int, int]] = []
    at = len(part) - len(part.lstrip())
    for number, piece in enumerate(pieces):
        words = piece.text.rstrip()
        if piece.change is Change.ADDED and _WORD.search(words):
            found.append((at, at + len(words)))
        is_gap = piece.change is Change.REMOVED and _WORD.search(words) is not None
        if is_gap and (number + 1 == len(pieces) or pieces[number + 1].change is Change.SAME):
            found.append(_word_beside(part, at))
        if piece.change is not Change.REMOVED:
            at += len(piece.text)
    return tuple(found)


def _word_beside(part: str, at: int) -> tuple[int, int]:
    words = [match.span() for match in _WORD.finditer(part)]
    return next((span for span in reversed(words) if span[1] <= at), words[0])


def _split(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Return where the words of a text stand, and the words as they are compared."""
    matches = list(_WORD.finditer(text))
    return [match.span() for match in matches], [_fold(match[0]) for match in matches]


def _fold(word: str) -> str:
    """Reduce a word to what is compared; signs are all alike."""
    folded = unicodedata.normalize("NFKC", word.strip()).casefold().translate(_APOSTROPHES)
    return folded if any(map(str.isalnum, folded)) else "."
