"""The words of extracts as quotations take them: their passages joined, and which go on where another ends."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from framework_qda.model import Anchor, Extract
from framework_qda.project.evidence_reader import ParagraphPlace
from framework_qda.project.reader import Reader


@dataclass(frozen=True, slots=True)
class Passages:
    """Extracts with their words: `texts` maps extract ids to them, `following` names pairs that go on in the notes."""

    extracts: Mapping[str, Extract]
    texts: Mapping[str, str]
    following: frozenset[tuple[str, str]]


def read_passages(reader: Reader, extracts: Collection[Extract]) -> Passages:
    """Read the words of extracts; where the parts of one do not follow on one another an omission stands between."""
    places = reader.paragraph_places({anchor.paragraph_id for each in extracts for anchor in each.anchors})
    return Passages(
        extracts={each.id: each for each in extracts},
        texts={each.id: _joined_text(each, places) for each in extracts},
        following=frozenset(_following(extracts, places)),
    )


def _joined_text(extract: Extract, places: Mapping[str, ParagraphPlace]) -> str:
    if extract.text != "\n".join(anchor.exact for anchor in extract.anchors):
        return extract.text  # transcribed or edited since: its own joins stand
    text = ""
    for place, anchor in enumerate(extract.anchors):
        if place:
            text += "\n" if _follows(extract.anchors[place - 1], anchor, places) else " … "
        text += anchor.exact.strip()
    return text


def _following(extracts: Collection[Extract], places: Mapping[str, ParagraphPlace]) -> list[tuple[str, str]]:
    firsts: dict[tuple[str, int], list[Extract]] = {}
    for extract in extracts:
        place = places.get(extract.anchors[0].paragraph_id) if extract.anchors else None
        if place:
            firsts.setdefault((place.document_id, place.number), []).append(extract)
    pairs = []
    for extract in extracts:
        place = places.get(extract.anchors[-1].paragraph_id) if extract.anchors else None
        for other in firsts.get((place.document_id, place.number + 1), ()) if place else ():
            if _follows(extract.anchors[-1], other.anchors[0], places):
                pairs.append((extract.id, other.id))
    return pairs


def _follows(one: Anchor, next_one: Anchor, places: Mapping[str, ParagraphPlace]) -> bool:
    """Say whether one passage ends its paragraph and the other begins the next paragraph of the same notes."""
    here, there = places.get(one.paragraph_id), places.get(next_one.paragraph_id)
    if here is None or there is None or one.after.strip() or next_one.before.strip():
        return False
    return here.document_id == there.document_id and here.number + 1 == there.number
