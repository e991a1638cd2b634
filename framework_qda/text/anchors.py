"""Find a passage of the notes again after they were edited, and never another in its place.

An anchor holds its place, its exact words and 64 code points on either side. Only three findings are certain:
the exact words at their place in their surroundings; the exact words elsewhere in the same paragraph, still between
their neighbours; and nearly the same words (score of 0.9 or more) between neighbours that have not changed.
Everything else is a proposal for a person to look at, or lost: the same words alone prove nothing, for people
repeat themselves.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from framework_qda.model import Anchor
from framework_qda.text.word_edges import whole_words

CONTEXT_LENGTH = 64
NEIGHBOUR_LENGTH = 16
"""How many code points beside a passage must be unchanged for it to be found with certainty."""
CERTAIN_SCORE = 0.9
PROPOSED_SCORE = 0.6
WORDS_THAT_TELL = 40
MOST_UNSURE = 0.89
"""The highest confidence of what a person must look at."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a paragraph in code points."""

    paragraph_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage was found and how sure that is, 0 to 1; `place` is `None` if it is lost.

    Show it as found only if `is_certain`; else propose it.
    """

    place: Place | None
    confidence: float
    is_certain: bool = False


_SHAPES = str.maketrans("‘’‚“”„«»–—−", '\'\'\'"""""---')

LOST = Found(None, 0.0)


def make_anchor(paragraph_id: str, text: str, start: int, end: int) -> Anchor:
    """Anchor the stretch from `start` to `end` (code points) of a paragraph's text; ValueError if it is empty."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no stretch of a text of {len(text)}: {start} to {end}")
    return Anchor(
        paragraph_id=paragraph_id,
        start=start,
        end=end,
        exact=text[start:end],
        before=text[max(0, start - CONTEXT_LENGTH) : start],
        after=text[end : end + CONTEXT_LENGTH],
    )


def is_in_place(anchor: Anchor, text: str) -> bool:
    """Say whether a passage and its surroundings stand in their paragraph's text as they did; quick for many."""
    start, end = anchor.start, anchor.end
    return (
        text[start:end] == anchor.exact
        and text[max(0, start - CONTEXT_LENGTH) : start] == anchor.before
        and text[end : end + CONTEXT_LENGTH] == anchor.after
        and bool(anchor.exact)
    )


def find_anchor(anchor: Anchor, texts: Mapping[str, str]) -> Found:
    """Find an anchored passage in the paragraphs of its interview (paragraph id -> text)."""
    text = texts.get(anchor.paragraph_id, "")
    place = Place(anchor.paragraph_id, anchor.start, anchor.end)
    if not anchor.exact:
        return LOST
    if is_in_place(anchor, text):
        return Found(place, 1.0, is_certain=True)
    nearby = _find_exact_nearby(anchor, text) or _find_between_neighbours(anchor, text)
    if nearby is not None and nearby.is_certain:
        return nearby
    proposals = [found for found in (nearby, _propose_exact(anchor, texts)) if found is not None]
    if not proposals:
        return _propose_similar(anchor, texts) or LOST
    return max(proposals, key=lambda found: found.confidence)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """How a place's surroundings compare with the anchor's: agreeing code points right beside it."""

    before: int
    after: int
    is_before_unchanged: bool
    is_after_unchanged: bool
    share: float

    @property
    def is_unchanged(self) -> bool:
        return self.is_before_unchanged and self.is_after_unchanged


def _compare(anchor: Anchor, text: str, place: Place) -> _Surroundings:
    new_before = text[max(0, place.start - CONTEXT_LENGTH) : place.start]
    new_after = text[place.end : place.end + CONTEXT_LENGTH]
    before, after = _common(anchor.before[::-1], new_before[::-1]), _common(anchor.after, new_after)
    length = len(anchor.before) + len(anchor.after)
    is_before_unchanged, is_after_unchanged = new_before == anchor.before, new_after == anchor.after
    share = (before + after) / length if length else float(is_before_unchanged and is_after_unchanged)
    return _Surroundings(before, after, is_before_unchanged, is_after_unchanged, share)


def _is_held(anchor: Anchor, around: _Surroundings) -> bool:
    """Say whether one side of a place is unchanged in full and the other at least right beside it."""
    if around.is_unchanged:
        return True
    holds_before = around.before >= min(NEIGHBOUR_LENGTH, len(anchor.before))
    holds_after = around.after >= min(NEIGHBOUR_LENGTH, len(anchor.after))
    has_full_side = around.is_before_unchanged or around.is_after_unchanged
    is_enough = len(anchor.exact) + around.before + around.after >= 2 * NEIGHBOUR_LENGTH
    return holds_before and holds_after and has_full_side and is_enough


def _find_exact_nearby(anchor: Anchor, text: str) -> Found | None:
    """Find the exact words in their own paragraph, between the same neighbours, at one place only."""
    held = []
    for start in _occurrences(anchor.exact, text):
        place = Place(anchor.paragraph_id, start, start + len(anchor.exact))
        around = _compare(anchor, text, place)
        if _is_held(anchor, around):
            held.append(Found(place, CERTAIN_SCORE + (1 - CERTAIN_SCORE) * around.share, is_certain=True))
    return held[0] if len(held) == 1 else None


def _find_between_neighbours(anchor: Anchor, text: str) -> Found | None:
    """Find what now stands between the unchanged neighbours of the passage, if it is still much the same."""
    stretches = [
        (start, min(ends))
        for start in _ends_of_head(anchor, text)
        if (ends := [end for end in _starts_of_tail(anchor, text) if end > start])
    ]
    if len(stretches) != 1:
        return None
    place = Place(anchor.paragraph_id, *stretches[0])
    now = text[place.start : place.end]
    score = _similarity(anchor.exact, now)
    if score < PROPOSED_SCORE or anchor.exact in now:
        return None
    is_certain = score >= CERTAIN_SCORE and _is_held(anchor, _compare(anchor, text, place))
    return Found(place, score if is_certain else min(score, MOST_UNSURE), is_certain=is_certain)


def _ends_of_head(anchor: Anchor, text: str) -> list[int]:
    """List where the passage can begin: after its left neighbour, which may be the paragraph's beginning."""
    if len(anchor.before) < NEIGHBOUR_LENGTH:
        return [len(anchor.before)] if text.startswith(anchor.before) else []
    head = anchor.before[-NEIGHBOUR_LENGTH:]
    return [at + len(head) for at in _occurrences(head, text)]


def _starts_of_tail(anchor: Anchor, text: str) -> list[int]:
    """List where the passage can end: before its right neighbour, which may be the paragraph's end."""
    if len(anchor.after) < NEIGHBOUR_LENGTH:
        return [len(text) - len(anchor.after)] if text.endswith(anchor.after) else []
    return list(_occurrences(anchor.after[:NEIGHBOUR_LENGTH], text))


def _propose_exact(anchor: Anchor, texts: Mapping[str, str]) -> Found | None:
    """Propose the best of all places with the exact words; few words without their surroundings are none."""
    best: Found | None = None
    for paragraph_id, text in texts.items():
        for start in _occurrences(anchor.exact, text):
            place = Place(paragraph_id, start, start + len(anchor.exact))
            doubt = (1 - _compare(anchor, text, place).share) * (1 - _weight(anchor.exact))
            score = min(1 - doubt, MOST_UNSURE)
            if score >= PROPOSED_SCORE and (best is None or score > best.confidence):
                best = Found(place, score)
    return best


def _propose_similar(anchor: Anchor, texts: Mapping[str, str]) -> Found | None:
    """Propose the stretch of any paragraph whose words are nearest, cut at the borders of words."""
    best: Found | None = None
    least = PROPOSED_SCORE
    if len(_plain(anchor.exact)) < NEIGHBOUR_LENGTH:
        return None
    for paragraph_id, text in texts.items():
        place = _align(anchor.exact, text, least) if len(text) >= len(anchor.exact) * PROPOSED_SCORE else None
        if place is None:
            continue
        score = min(_similarity(anchor.exact, text[place[0] : place[1]]), MOST_UNSURE)
        if score > least:
            least, best = score, Found(Place(paragraph_id, *place), score)
    return best


def _align(exact: str, text: str, least: float) -> tuple[int, int] | None:
    if len(text) <= len(exact):
        return 0, len(text)
    from rapidfuzz import fuzz  # only words that have changed need it, and it takes a hundredth of a second to load

    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters have no small form of one code point
        lowered = text
    found = fuzz.partial_ratio_alignment(exact.lower(), lowered, score_cutoff=least * 100)
    if found is None or found.dest_end <= found.dest_start:
        return None
    return whole_words(text, found.dest_start, found.dest_end)


def _occurrences(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _common(old: str, new: str) -> int:
    """Count the code points that two texts have in common at their beginning."""
    if new.startswith(old):
        return len(old)
    for count, (first, second) in enumerate(zip(old, new, strict=False)):
        if first != second:
            return count
    return min(len(old), len(new))


def _similarity(old: str, new: str) -> float:
    from rapidfuzz import fuzz  # as above

    return fuzz.ratio(_plain(old), _plain(new)) / 100


def _plain(text: str) -> str:
    """Reduce a text to what is compared: case, shapes of quotation marks and dashes, and blanks do not count."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(_SHAPES)
    return " ".join(text.split())


def _weight(words: str) -> float:
    """Return how much finding some words says by itself: little for a few letters, much for a sentence."""
    return min(1.0, len(words) / WORDS_THAT_TELL) * 0.85
