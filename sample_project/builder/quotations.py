"""Quotations as `quotations.toml` writes them, read into segments.

Each line is taken from one extract. `[inserted < original : purpose]` is an insertion, with the words that it stands
for if there are any: `[the social workers < they : pronoun]`, `ask[ed : grammar]`. Three dots leave out words of one
sentence, four the end of one or whole sentences. Other brackets are those of the notes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from framework_qda.model import InsertionPurpose, Omission, Segment, SegmentKind

from .sources import SampleError, Table

_PIECE = re.compile(
    rf"\[(?P<inserted>[^\[\]<:]+?)(?: < (?P<original>[^\[\]:]+?))? : (?P<purpose>{'|'.join(InsertionPurpose)})\]"
    r"|(?<!\S)(?P<omission>\.{3,4})(?!\S)"
)


def read_segments(quotation: Table, extracts: Mapping[str, str]) -> tuple[Segment, ...]:
    """Return the segments of a quotation; `extracts` maps the words of its interview's extracts to their ids.

    Raise SampleError where a line is not taken from exactly one of them.
    """
    return tuple(segment for line in quotation["text"].strip().splitlines() for segment in _read_line(line, extracts))


def _read_line(line: str, extracts: Mapping[str, str]) -> Iterator[Segment]:
    pieces = list(_pieces(line.strip()))
    words = [piece.text.strip() for piece in pieces if piece.kind == SegmentKind.WORDS]
    found = [extract_id for text, extract_id in extracts.items() if all(each in text for each in words)]
    if len(found) != 1:
        raise SampleError(f"quotations.toml has a line that is taken from {len(found)} extracts, not one: “{line}”")
    for piece in pieces:
        is_words = piece.kind == SegmentKind.WORDS
        yield Segment(piece.kind, piece.text, found[0] if is_words else "", piece.purpose, piece.original)


def _pieces(line: str) -> Iterator[Segment]:
    end = 0
    for match in _PIECE.finditer(line):
        yield from _words(line[end : match.start()])
        end = match.end()
        if match["omission"]:
            yield Segment(SegmentKind.OMISSION, Omission(match["omission"]))
        else:
            inserted, original = match["inserted"], match["original"] or ""
            yield Segment(SegmentKind.INSERTION, inserted, "", InsertionPurpose(match["purpose"]), original)
    yield from _words(line[end:])


def _words(text: str) -> Iterable[Segment]:
    return [Segment(SegmentKind.WORDS, text)] if text.strip() else ()
