"""What the sheets of a public export still tell: areas and codes in texts that have no neutral version."""

import re
from collections.abc import Iterable, Iterator

from framework_qda.io.runs import RunKind
from framework_qda.io.sheet import Runs, Sheet, plain, words_of
from framework_qda.matrix.neutral import NeutralNames
from framework_qda.model import Notice, NoticeKind, NoticePlace

TELLING_CELLS = NoticeKind(
    "cell holds an area or a code in its own words", "cells hold an area or a code in their own words"
)
TELLING_PLACES = NoticeKind(
    "text or note of a sheet holds an area or a code", "texts and notes of the sheets hold an area or a code"
)
_PUT_IN = re.compile(r"\[[^\[\]]*\]")
"""A neutral name as it is put into a sentence: it may be the real code of another interview."""


def find_in_sheets(sheets: Iterable[Sheet], names: NeutralNames) -> list[str]:
    """Return a sentence for each field, and each paragraph, of neutral sheets that holds a real label or code."""
    return [each for sheet in sheets for each in _find_in_sheet(sheet, names)]


def _find_in_sheet(sheet: Sheet, names: NeutralNames) -> Iterator[str]:
    above = f"{sheet.title}, the text above the table"
    heads = (*sheet.intro, *(plain(text) for text in (sheet.title, sheet.subtitle)))
    places: list[tuple[str, Runs, NoticePlace | None]] = [(above, runs, None) for runs in heads]
    for row in sheet.rows:
        head = words_of(row.head).split("\n")[0]
        for cell, column in zip(row.cells, sheet.columns, strict=False):
            heading = words_of(column.heading).split("\n")[0]
            words = ", ".join(part for part in (sheet.title, head, heading) if part)
            places.append((words, cell.runs, NoticePlace(*cell.source) if cell.source else None))
    for words, runs, place in places:
        # References have been made neutral: what looks like a code in them is none of the project's.
        said = " ".join(run.text for run in runs if run.kind is not RunKind.REFERENCE)
        if found := names.told_by(_PUT_IN.sub("", said)):
            said = f"{words} holds {_quoted(found)} in its own words: read it before it leaves."
            yield Notice(said, TELLING_CELLS if place else TELLING_PLACES, place)


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)
