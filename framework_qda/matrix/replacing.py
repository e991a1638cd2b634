"""Every place where some words stand in cells and notes, and what replacing them there writes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framework_qda.matrix.grid import evidence_label
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.rows import row_order
from framework_qda.text.near_words import NearWords, are_same_words
from framework_qda.text.replacing import Edit, apply_edits, find_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from framework_qda.matrix.grid import GridRow
    from framework_qda.model import Statement
    from framework_qda.project.reader import Reader

MOST_HITS = 5000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, how, and where; an empty `interview_id` means all interviews.

    `near_words` finds whole words, and those that may be misspellings of them.
    """

    words: str
    whole_words: bool = False
    near_words: bool = False
    same_case: bool = False
    in_cells: bool = True
    in_notes: bool = True
    interview_id: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand: in a statement of a cell, or in a paragraph of the notes.

    `where` is such as `I09 2.3` or `I09 ¶14`; `start` and `end` count code points of `text`.
    """

    where: str
    text: str
    start: int
    end: int
    cell: tuple[str, str] | None = None
    statement_id: str = ""
    paragraph_id: str = ""

    @property
    def found(self) -> str:
        """The words that stand there."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Hits:
    """All places, or the first 5,000 (`is_cut`); `undecided` counts what was left out for having two versions."""

    found: tuple[Hit, ...] = ()
    is_cut: bool = False
    undecided: int = 0


def find_hits(reader: Reader, wanted: Wanted, step: Callable[[int, int], object] = lambda done, total: None) -> Hits:
    """Return every place where words stand, interview by interview: cells in their order, then the notes.

    `step` is told how many interviews of how many have been read; what it raises ends the search.
    """
    if not wanted.words.strip():
        return Hits()
    search = _Search(reader, wanted, step)
    found: list[Hit] = []
    for hit in search.hits():
        if len(found) == MOST_HITS:
            return Hits(tuple(found), True, search.undecided)
        found.append(hit)
    return Hits(tuple(found), False, search.undecided)


def is_another(hit: Hit, wanted: Wanted) -> bool:
    """Say whether a hit is made of other words, near to those that were asked for: they may well be meant."""
    return wanted.near_words and not are_same_words(hit.found, wanted.words, same_case=wanted.same_case)


def put_in_place(hit: Hit, words: str, wanted: Wanted) -> str:
    """Return what shall stand in the place of a hit: the words, with a capital where only the place has one."""
    asked, found = wanted.words.strip(), hit.found
    if not wanted.same_case and found[:1].isupper() and not asked[:1].isupper():
        return words[:1].upper() + words[1:]
    return words


def plan_replacement(
    reader: Reader, hits: Iterable[Hit], words: str, wanted: Wanted
) -> tuple[dict[tuple[str, str], tuple[Statement, ...]], dict[str, list[Edit]]]:
    """Return what `Project.revise()` takes to put words in the place of these hits."""
    statements: dict[tuple[str, str], dict[str, list[Edit]]] = {}
    paragraphs: dict[str, list[Edit]] = {}
    for hit in hits:
        edit = Edit(hit.start, hit.end, put_in_place(hit, words, wanted))
        if hit.cell is None:
            paragraphs.setdefault(hit.paragraph_id, []).append(edit)
        else:
            statements.setdefault(hit.cell, {}).setdefault(hit.statement_id, []).append(edit)
    cells = {place: _revised(reader.cell(*place).content, edits) for place, edits in statements.items()}
    return cells, paragraphs


def _revised(content: Sequence[Statement], edits: dict[str, list[Edit]]) -> tuple[Statement, ...]:
    """Return the statements of a cell after edits; one that has lost all its words goes, unless it has evidence."""
    made = [replace(each, text=apply_edits(each.text, edits.get(each.id, ()))) for each in content]
    return tuple(each for each in made if each.text.strip() or each.evidence or each.id not in edits)


class _Search:
    """One search: it counts what it leaves out."""

    def __init__(self, reader: Reader, wanted: Wanted, step: Callable[[int, int], object]) -> None:
        self._reader = reader
        self._wanted = wanted
        self._step = step
        self._find = _finder(wanted)
        self._columns = [column for theme in framework_outline(reader) for column in theme.columns]
        self._conflicted = reader.conflicted_ids()
        self.undecided = 0

    def hits(self) -> Iterator[Hit]:
        only = self._wanted.interview_id
        rows = [row for row in row_order(self._reader).rows if only in ("", row.interview_id)]
        for done, row in enumerate(rows):
            self._step(done, len(rows))
            if self._wanted.in_cells:
                yield from self._in_cells(row)
            if self._wanted.in_notes:
                yield from self._in_notes(row)

    def _in_cells(self, row: GridRow) -> Iterator[Hit]:
        cells = self._reader.cells_of_interview(row.interview_id)
        for column in self._columns:
            cell = cells.get(column.subtopic_id)
            if cell is None:
                continue
            place, where = (row.interview_id, column.subtopic_id), f"{row.code} {column.number}".strip()
            hits = [
                Hit(where, statement.text, start, end, cell=place, statement_id=statement.id)
                for statement in cell.content
                for start, end in self._find(statement.text)
            ]
            yield from self._decided(cell.id, hits)

    def _in_notes(self, row: GridRow) -> Iterator[Hit]:
        for number, document in enumerate(self._reader.documents(row.interview_id), 1):
            for paragraph in self._reader.paragraphs(document.id):
                where = f"{row.code} {evidence_label(paragraph.number, None, number)}".strip()
                hits = [
                    Hit(where, paragraph.text, start, end, paragraph_id=paragraph.id)
                    for start, end in self._find(paragraph.text)
                ]
                yield from self._decided(paragraph.id, hits)

    def _decided(self, record_id: str, hits: list[Hit]) -> list[Hit]:
        """Leave out what has two versions: writing one would drop the other unseen."""
        if hits and record_id in self._conflicted:
            self.undecided += 1
            return []
        return hits


def _finder(wanted: Wanted) -> Callable[[str], list[tuple[int, int]]]:
    """Return what finds the words in a text."""
    if wanted.near_words:
        return NearWords(wanted.words, same_case=wanted.same_case).find
    return lambda text: find_words(text, wanted.words, whole_words=wanted.whole_words, same_case=wanted.same_case)
