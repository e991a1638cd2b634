"""What the words of cells tell to whoever reads a public export: areas and codes that stand in a sentence."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from framework_qda.io.runs import RunKind
from framework_qda.io.sheet import Runs, Sheet, words_of
from framework_qda.matrix.grid import MatrixGrid
from framework_qda.matrix.neutral import find_telling
from framework_qda.model import Notice, NoticeKind, NoticePlace, StatementKind

TELLING_CELLS = NoticeKind(
    "cell holds an area or a code in its own words", "cells hold an area or a code in their own words"
)
TELLING_PLACES = NoticeKind(
    "text or note of a sheet holds an area or a code", "texts and notes of the sheets hold an area or a code"
)


def telling_words(grids: Iterable[MatrixGrid]) -> list[str]:
    """Return the labels of areas and the codes of interviews that matrices show before they are made neutral."""
    found: dict[str, None] = {}
    for grid in grids:
        found |= dict.fromkeys(band.label for band in grid.bands if band.case_study_id)
        found |= dict.fromkeys(row.code for row in grid.rows)
    return list(found)


def find_in_sheets(sheets: Iterable[Sheet], words: Iterable[str]) -> list[str]:
    """Return a sentence for each field, and each paragraph, of neutral sheets that holds one of these words."""
    telling = find_telling(words)
    return [] if telling is None else [each for sheet in sheets for each in _find_in_sheet(sheet, telling)]


def _find_in_sheet(sheet: Sheet, telling: re.Pattern[str]) -> Iterator[str]:
    above = f"{sheet.title}, the text above the table"
    places: list[tuple[str, Runs, NoticePlace | None]] = [(above, runs, None) for runs in sheet.intro]
    for row in sheet.rows:
        head = words_of(row.head).split("\n")[0]
        for cell, column in zip(row.cells, sheet.columns, strict=False):
            heading = words_of(column.heading).split("\n")[0]
            words = ", ".join(part for part in (sheet.title, head, heading) if part)
            places.append((words, cell.runs, NoticePlace(*cell.source) if cell.source else None))
    for words, runs, place in places:
        # References have been made neutral: what looks like a code in them is none of the project's.
        said = " ".join(run.text for run in runs if run.kind is not RunKind.REFERENCE)
        if found := sorted(set(telling.findall(said))):
            said = f"{words} holds {_quoted(found)} in its own words: read it before it leaves."
            yield Notice(said, TELLING_CELLS if place else TELLING_PLACES, place)


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def find_in_cells(
    grids: Iterable[MatrixGrid], words: Iterable[str], *, has_notes: bool = True, has_tags: bool = False
) -> Iterator[str]:
    """Yield a sentence for each cell of neutral matrices that holds one of these words, be it in a tag."""
    telling = find_telling(words)
    if telling is None:
        return
    kinds = () if has_notes else (StatementKind.NOTE,)
    for grid in grids:
        for row, column in product(grid.rows, grid.columns):
            cell = grid.cells.get((row.interview_id, column.subtopic_id))
            shown = [each for each in cell.statements if each.kind not in kinds] if cell else []
            tags = [mark.label for each in shown for mark in each.tags] if has_tags else []
            said = " ".join([*(each.text for each in shown), *tags])
            if found := sorted(set(telling.findall(said))):
                words = f"{row.code} {column.number} holds {_quoted(found)} in its own words: read it before it leaves."
                yield Notice(words, TELLING_CELLS, NoticePlace(row.interview_id, column.subtopic_id))
