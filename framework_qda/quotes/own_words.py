"""Find the words in quotation marks inside a statement: they are the speaker's own."""

import re

_QUOTED = re.compile(
    r"“[^“”]+”"  # curly double marks
    r"|„[^„“”]+[“”]"  # German
    r"|«[^«»]+»"  # French
    r"|(?<![\w\"])\"[^\"\n]+\"(?!\w)"  # straight double marks
    r"|(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w))+’(?!\w)"  # curly single marks; an apostrophe inside a word is none
    r"|(?<!\w)'(?=\S)(?:[^'\n]|(?<=\w)'(?=\w))+(?<=\S)'(?!\w)"  # straight single marks, likewise
)
_OPENING = "“„«\"‘'"
_MAY_BE_QUOTED = re.compile(r"[“„«\"‘]|(?<!\w)'")
"""Most statements have no mark, and most marks of the others are apostrophes: both are told in no time."""


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Return the stretches in quotation marks, marks included, as code point offsets."""
    if not any(mark in text for mark in _OPENING) or not _MAY_BE_QUOTED.search(text):
        return []
    return [match.span() for match in _QUOTED.finditer(text)]


def split_quoted(text: str) -> list[tuple[str, bool]]:
    """Cut a text into pieces, each with whether it stands in quotation marks."""
    pieces, place = [], 0
    for start, end in quoted_spans(text):
        if start > place:
            pieces.append((text[place:start], False))
        pieces.append((text[start:end], True))
        place = end
    if place < len(text):
        pieces.append((text[place:], False))
    return pieces
