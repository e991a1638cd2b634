"""Quotations edited for print: from segments to the printed text, and what may be wrong with them.

A quotation keeps the speaker's words apart from what an editor did to them. The words that an insertion
replaces are known here, to compare them with the passage, and are printed nowhere.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from framework_qda.model import InsertionPurpose, Omission, Segment, SegmentKind
from framework_qda.quotes.style import print_quotation

_CLOSING = tuple(".,;:!?)]”’…")
_OPENING = tuple("([“‘")
_SAME_SIGN = str.maketrans("’ʼ‘“”", "'''\"\"")
_WORD = re.compile(r"\w+(?:'\w+)*")
_SHOWN_WORDS = 5


def print_segments(segments: Iterable[Segment], marks: str = "single") -> str:
    """Return segments as they are printed: in marks, insertions in [brackets], omissions as spaced ellipses.

    An insertion stands between spaces, but for one that mends grammar: it joins the words beside it as they are.
    """
    text = ""
    is_parted = False
    for before, segment in pairwise([Segment("", ""), *segments]):
        if segment.kind == SegmentKind.OMISSION:
            sign = segment.text if segment.text in set(Omission) else Omission.WITHIN
            text, is_parted = f"{text.rstrip()} {sign} ".lstrip(), False
        elif segment.kind == SegmentKind.INSERTION:
            has_spaces = segment.purpose != InsertionPurpose.GRAMMAR
            text = _append(text, f"[{segment.text.strip()}]", is_parted=has_spaces or is_parted)
            is_parted = has_spaces
        elif segment.kind == SegmentKind.WORDS:
            is_new = before.kind == SegmentKind.WORDS and segment.extract_id != before.extract_id
            text, is_parted = _append(text, segment.text, is_parted=is_parted or is_new), False
    return print_quotation(text, marks)


def _append(text: str, piece: str, *, is_parted: bool) -> str:
    """Add a piece to a text, with one space between them where there is to be one and they do not touch by rule."""
    if text[-1:].isspace() and piece[:1].isspace():
        is_after_omission = text.endswith(f"{Omission.WITHIN} ")
        return text + piece.lstrip() if is_after_omission else text.rstrip(" \t") + piece
    has_space = text[-1:].isspace() or piece[:1].isspace()
    if is_parted and text and not has_space and not text.endswith(_OPENING) and not piece.startswith(_CLOSING):
        return f"{text} {piece}"
    return text + piece


def quoted_ids(segments: Iterable[Segment]) -> tuple[str, ...]:
    """Return the ids of the extracts that a quotation is made of, in the order of its words."""
    return tuple(dict.fromkeys(each.extract_id for each in segments if each.extract_id))


def anonymised_words(segments: Iterable[Segment]) -> set[str]:
    """Return the words that anonymising insertions stand for, which must not be printed anywhere else either."""
    return {
        each.original.strip()
        for each in segments
        if each.purpose == InsertionPurpose.ANONYMISING and each.original.strip()
    }


def join_passages(
    passages: Iterable[tuple[str, str]], following: Collection[tuple[str, str]] = ()
) -> tuple[Segment, ...]:
    """Return the segments of a quotation to start from: whole passages, an omission between two of them.

    Passages are given as (extract id, text); `following` names pairs of extracts of which the second goes on in
    the next paragraph where the first ends: they keep their break.
    """
    segments: list[Segment] = []
    for extract_id, text in passages:
        goes_on = bool(segments) and (segments[-1].extract_id, extract_id) in following
        if segments and not goes_on:
            segments.append(Segment(SegmentKind.OMISSION, Omission.BETWEEN))
        segments.append(Segment(SegmentKind.WORDS, ("\n" if goes_on else "") + text.strip(), extract_id))
    return tuple(segments)


def find_faults(
    segments: Sequence[Segment], texts: Mapping[str, str], following: Collection[tuple[str, str]] = ()
) -> list[str]:
    """Return a sentence for each thing that is wrong with a quotation; `texts` maps extract ids to their words.

    The speaker's words must stand verbatim in their extracts, in the same order, and nothing between them may be
    left out in silence: an omission, or the original words of an insertion, must account for it, as between two
    extracts unless they are among the pairs `following` one another. Blanks, and whether a mark is straight or
    curly, do not count. No sentence holds words that an insertion replaces.
    """
    faults = list(_faults_of_form(segments))
    walk = _Walk(texts, following)
    nothing = Segment("", "")
    for before, segment, after in zip([nothing, *segments], segments, [*segments[1:], nothing], strict=False):
        walk.take(segment, starts_whole=not _touches(before, segment), ends_whole=not _touches(after, segment))
    return [*faults, *walk.faults]


def _touches(neighbour: Segment, segment: Segment) -> bool:
    """Say whether a word may go on in the segment beside it: `[W]e`, `ask[ed]`."""
    if neighbour.kind == SegmentKind.WORDS:
        return neighbour.extract_id == segment.extract_id
    return neighbour.purpose == InsertionPurpose.GRAMMAR


def _faults_of_form(segments: Sequence[Segment]) -> Iterator[str]:
    if not any(each.kind == SegmentKind.WORDS and each.text.strip() for each in segments):
        yield "It has no words of a speaker."
    for segment in segments:
        if segment.kind not in set(SegmentKind):
            yield "It has a piece of a kind that this version of the program does not know."
        if segment.kind == SegmentKind.OMISSION and segment.text not in set(Omission):
            yield f"“{segment.text}” is no omission: three dots within a sentence, four between sentences."
        if segment.kind == SegmentKind.INSERTION:
            yield from _faults_of_insertion(segment)
    for one, other in pairwise(segments):
        if one.kind == other.kind == SegmentKind.OMISSION:
            yield "Two omissions follow on one another: one is enough."


def _faults_of_insertion(segment: Segment) -> Iterator[str]:
    if not segment.text.strip():
        yield "There is an insertion without words."
    if re.search(r"[\[\]]", segment.text):
        yield f"The insertion “{segment.text}” has brackets of its own: they are put around it in print."
    if segment.purpose not in set(InsertionPurpose):
        yield f"It is not said what the insertion “{segment.text}” is for."


class _Walk:
    """Follow a quotation through its passages: where its last words can stand, and what has come since."""

    def __init__(self, texts: Mapping[str, str], following: Collection[tuple[str, str]]) -> None:
        self._following = following
        self._texts = {extract_id: _plain(text) for extract_id, text in texts.items()}
        self._ends: dict[str, set[int]] = {}
        """Extract id -> where the words taken from it so far can end."""
        self._last: Segment | None = None
        self._is_omitted = False
        self._originals: list[str] = []
        self.faults: list[str] = []

    def take(self, segment: Segment, *, starts_whole: bool, ends_whole: bool) -> None:
        """Go on over one segment and note what is wrong with it.

        The flags say whether words must not start, or end, in the middle of one: `could` is not `couldn't`.
        """
        if segment.kind == SegmentKind.OMISSION:
            self._is_omitted = True
        elif segment.kind == SegmentKind.INSERTION:
            self._take_insertion(segment)
        elif segment.kind == SegmentKind.WORDS and segment.text.strip():
            self._take_words(segment, starts_whole=starts_whole, ends_whole=ends_whole)
            self._last, self._is_omitted, self._originals = segment, False, []

    def _take_insertion(self, segment: Segment) -> None:
        original = _plain(segment.original)
        if original and not any(original in text for text in self._texts.values()):
            self.faults.append(f"What the insertion “{segment.text}” replaces is not in any of the passages.")
        self._originals.append(original)

    def _take_words(self, segment: Segment, *, starts_whole: bool, ends_whole: bool) -> None:
        text = self._texts.get(segment.extract_id)
        if text is None:
            self.faults.append("A passage that it is made of is no longer there.")
            return
        words = _plain(segment.text)
        found = [each.start() for each in re.finditer(f"(?={re.escape(words)})", text)]
        whole = [
            each
            for each in found
            if not (starts_whole and _is_in_word(text, each))
            and not (ends_whole and _is_in_word(text, each + len(words)))
        ]
        before = self._ends.get(segment.extract_id, {0})
        following = [start for start in whole if start >= min(before)]
        joined = following if self._is_omitted else [each for each in following if self._joins(segment, before, each)]
        if not joined:
            self.faults.append(_fault_of_place(segment, found, whole, following))
        places = joined or following or whole or found
        self._ends[segment.extract_id] = {start + len(words) for start in places} or before

    def _joins(self, segment: Segment, before: Collection[int], start: int) -> bool:
        """Say whether words at a place follow on what came before, but for what insertions replace."""
        if self._last is None:
            return True
        one, other = self._last.extract_id, segment.extract_id
        text = self._texts[other]
        if one == other:
            gaps = [text[end:start] for end in before if end <= start]
        elif (one, other) in self._following:
            gaps = [self._texts.get(one, "")[end:] + text[:start] for end in self._ends.get(one, ())]
        else:
            return False
        replaced = _squeezed("".join(self._originals))
        return any(_squeezed(gap) == replaced for gap in gaps)


def _fault_of_place(
    segment: Segment, found: Collection[int], whole: Collection[int], following: Collection[int]
) -> str:
    """Say what is wrong with words by where they stand: at all, as whole words, behind those before them."""
    words = _shown(segment.text)
    if not found:
        return f"“{words}” does not stand so in its passage."
    if not whole:
        return f"“{words}” begins or ends in the middle of a word."
    if not following:
        return f"“{words}” stands before the words that it follows here."
    return f"Words before “{words}” are left out, but no omission shows it."


def _is_in_word(text: str, place: int) -> bool:
    """Say whether a place is in the middle of a word, an apostrophe in it included."""
    return any(found.start() < place < found.end() for found in _WORD.finditer(text, max(0, place - 64), place + 64))


def _plain(text: str) -> str:
    """Return a text with single blanks and straight marks, to be compared."""
    return " ".join(text.translate(_SAME_SIGN).split())


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _shown(text: str) -> str:
    words = text.split()
    return " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")
