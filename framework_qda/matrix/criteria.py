"""What a filter of rows can ask of a cell: one table, from which menus, sentences and searches are made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from framework_qda.matrix.grid import STATE_WORDS
from framework_qda.matrix.remark_counts import remarked_cells
from framework_qda.matrix.staleness import is_stale, revisions_by_subtopic
from framework_qda.matrix.tags import tag_choices
from framework_qda.model import Analyst, Cell, Tag
from framework_qda.project.cell_conditions import (
    CellCondition,
    any_of,
    has_evidence,
    has_starred_evidence,
    has_words,
    is_among,
    is_deviant,
    is_in_state,
    lacks_evidence,
    was_last_written_by,
)
from framework_qda.project.reader import Reader

WITH_EVIDENCE, WITHOUT_EVIDENCE, STARRED = "with", "without", "starred"
EVIDENCE_WORDS: Mapping[str, str] = {
    WITH_EVIDENCE: "rests on a passage",
    WITHOUT_EVIDENCE: "has words without a passage",
    STARRED: "rests on a starred passage",
}
"""What a filter can ask of a cell's evidence."""

REMARKED, STALE, TO_REHOME, DEVIANT, CONFLICTED = "remarked", "stale", "to_rehome", "deviant", "conflicted"
SIGN_WORDS: Mapping[str, str] = {
    REMARKED: "has an open comment",
    STALE: "was charted before its sub-topic was revised",
    TO_REHOME: "holds a statement that is to be moved",
    DEVIANT: "is deviant",
    CONFLICTED: "has two versions to decide between",
}
"""What a filter can ask of the signs that a cell bears."""

Choice = tuple[str, str]
"""(value, words)"""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that can be asked of a cell. `field` is that of `RowFilter` which holds what is chosen.

    `ask` returns the condition on the cells of some columns that they are as chosen; `describe` says so in words that
    follow "a cell". Without `choices` the criterion has a field of its own on the screen.
    """

    field: str
    title: str
    ask: Callable[[Reader, Sequence[str], Any], CellCondition]
    describe: Callable[[Reader, Any], str]
    choices: Callable[[Reader], Sequence[Choice]] | None = None


def is_chosen(chosen: frozenset[str] | str) -> bool:
    """Say whether a criterion asks anything."""
    return bool(chosen.strip() if isinstance(chosen, str) else chosen)


def _ask_states(_reader: Reader, _subtopic_ids: Sequence[str], chosen: frozenset[str]) -> CellCondition:
    return is_in_state(chosen)


def _ask_evidence(_reader: Reader, _subtopic_ids: Sequence[str], chosen: frozenset[str]) -> CellCondition:
    conditions = {WITH_EVIDENCE: has_evidence, WITHOUT_EVIDENCE: lacks_evidence, STARRED: has_starred_evidence}
    return any_of([condition() for key, condition in conditions.items() if key in chosen])


def _ask_signs(reader: Reader, subtopic_ids: Sequence[str], chosen: frozenset[str]) -> CellCondition:
    conditions: Mapping[str, Callable[[], CellCondition]] = {
        REMARKED: lambda: is_among("remarked", remarked_cells(reader)),
        STALE: lambda: is_among("stale", _stale_cells(reader, subtopic_ids)),
        TO_REHOME: lambda: is_among("to_rehome", _marked_cells(reader, subtopic_ids, _is_to_rehome)),
        DEVIANT: is_deviant,
        CONFLICTED: lambda: is_among("conflicted", reader.conflicted_ids()),
    }
    return any_of([condition() for key, condition in conditions.items() if key in chosen])


def _stale_cells(reader: Reader, subtopic_ids: Sequence[str]) -> list[str]:
    revisions = {key: ids for key, ids in revisions_by_subtopic(reader).items() if key in set(subtopic_ids)}
    cells = reader.cells_of_subtopics(revisions) if revisions else ()
    return [cell.id for cell in cells if is_stale(cell, revisions[cell.subtopic_id])]


def _marked_cells(reader: Reader, subtopic_ids: Sequence[str], is_meant: Callable[[Cell], bool]) -> list[str]:
    return [cell.id for cell in reader.cells_with_marks(subtopic_ids) if is_meant(cell)]


def _is_to_rehome(cell: Cell) -> bool:
    return any(statement.marks.to_rehome for statement in cell.content)


def _ask_tags(reader: Reader, subtopic_ids: Sequence[str], chosen: frozenset[str]) -> CellCondition:
    def has_tag(cell: Cell) -> bool:
        return any(chosen & set(statement.marks.tags) for statement in cell.content)

    return is_among("tagged", _marked_cells(reader, subtopic_ids, has_tag))


def _ask_analysts(_reader: Reader, _subtopic_ids: Sequence[str], chosen: frozenset[str]) -> CellCondition:
    return was_last_written_by(chosen)


def _ask_text(_reader: Reader, _subtopic_ids: Sequence[str], text: str) -> CellCondition:
    return has_words(text)


def _describe(words: Mapping[str, str]) -> Callable[[Reader, frozenset[str]], str]:
    return lambda _reader, chosen: " or ".join(text for key, text in words.items() if key in chosen)


def _capital(words: Mapping[str, str]) -> Callable[[Reader], Sequence[Choice]]:
    return lambda _reader: [(key, text[:1].upper() + text[1:]) for key, text in words.items()]


def _analyst_words(reader: Reader, chosen: frozenset[str]) -> str:
    names = [analyst.name for analyst in reader.all(Analyst) if analyst.id in chosen]
    return f"was last written by {' or '.join(names) or 'an analyst who is gone'}"


def _tag_words(reader: Reader, chosen: frozenset[str]) -> str:
    labels = [f"“{tag.label}”" for tag in reader.all(Tag) if tag.id in chosen]
    return f"is tagged {' or '.join(labels) or 'with a tag that is gone'}"


CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "states",
        "State of a cell",
        _ask_states,
        lambda reader, chosen: f"is {_describe(STATE_WORDS)(reader, chosen)}",
        _capital(STATE_WORDS),
    ),
    Criterion(
        "analyst_ids",
        "Cell last written by",
        _ask_analysts,
        _analyst_words,
        lambda reader: [(analyst.id, analyst.name) for analyst in reader.all(Analyst)],
    ),
    Criterion("evidence", "Evidence of a cell", _ask_evidence, _describe(EVIDENCE_WORDS), _capital(EVIDENCE_WORDS)),
    Criterion("signs", "To look at", _ask_signs, _describe(SIGN_WORDS), _capital(SIGN_WORDS)),
    Criterion("tag_ids", "Tag", _ask_tags, _tag_words, tag_choices),
    Criterion("text", "Words in cells", _ask_text, lambda _reader, text: f"holds “{' '.join(text.split())}”"),
)
"""All that can be asked of a cell, in the order of the sentence that says it."""
