"""What can be asked of a cell: conditions that are put together into one question, answered by SQLite.

Each gives its values names of its own, so that any of them can be asked at once; which ones they are, is told once.
"""

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from framework_qda.model import CellState
from framework_qda.project.registry import canonical
from framework_qda.text.holding import fragment_of, has_odd_letters, holds, squeeze

_RESTING = """
    exists (
        select 1 from evidence cross join extract on extract.id = evidence.extract_id
        where evidence.cell_id = cell.id and extract.gone <> 1
    )
"""
_STARRED = """
    exists (
        select 1 from evidence cross join extract on extract.id = evidence.extract_id
        where evidence.cell_id = cell.id and extract.gone <> 1 and extract.is_starred = 1
    )
"""
_LAST_ANALYST = """
    (
        select json_extract(head, '$.a') from change
        where entity = cell.id
        order by json_extract(head, '$.l') desc, id desc
        limit 1
    )
"""
_ODD = """
    (length(cell.content) <> length(cast(cell.content as blob)) and has_odd_letters(cell.content))
"""
"""Texts in plain English letters are passed over without a look."""
_WIDE = r"""
    (cell.content like :held_phrase or cell.content glob '*  *' or cell.content glob '*\[ntrfbu]*')
"""
"""Breaks are escapes in JSON."""

_FEW = 4
"""If the columns asked about are fewer than one in so many, their cells are found by the index of columns."""
_BY_COLUMNS = """
    select value from json_each(:asked)
    where value in (
        select interview_id from cell where cell.subtopic_id in (select value from json_each(:subtopics))
"""
_ROW_BY_ROW = """
    select asked.value from json_each(:asked) as asked
    where exists (
        select 1 from cell
        where cell.interview_id = asked.value and +cell.subtopic_id in (select value from json_each(:subtopics))
"""
"""An interview is done with as soon as one of its cells is found: most filters look at few cells of each."""


@dataclass(frozen=True, slots=True)
class CellCondition:
    """A condition on the table `cell` in SQL, with its values."""

    where: str
    values: Mapping[str, object] = field(default_factory=dict)


def any_of(conditions: Sequence[CellCondition]) -> CellCondition:
    """Return the condition that one of some is met."""
    where = " or ".join(["false", *(f"({each.where})" for each in conditions)])
    return CellCondition(where, {name: value for each in conditions for name, value in each.values.items()})


def is_in_state(states: Iterable[str]) -> CellCondition:
    """The cell is in one of some states."""
    where = "coalesce(cell.state, :no_state) in (select value from json_each(:states))"
    return CellCondition(where, {"states": canonical(list(states)), "no_state": CellState.NOT_CHARTED})


def has_evidence() -> CellCondition:
    """The cell rests on a passage."""
    return CellCondition(_RESTING)


def has_starred_evidence() -> CellCondition:
    """The cell rests on a passage that is marked for quotation."""
    return CellCondition(_STARRED)


def lacks_evidence() -> CellCondition:
    """The cell has words and rests on no passage."""
    return CellCondition(f"cell.content is not null and cell.content <> '[]' and not {_RESTING}")


def is_deviant() -> CellCondition:
    """The cell is kept in view as deviant."""
    return CellCondition("cell.is_deviant = 1")


def was_last_written_by(analyst_ids: Iterable[str]) -> CellCondition:
    """One of some analysts wrote last in the cell."""
    return CellCondition(
        f"{_LAST_ANALYST} in (select value from json_each(:analysts))", {"analysts": canonical(list(analyst_ids))}
    )


def is_among(name: str, cell_ids: Iterable[str]) -> CellCondition:
    """The cell is one of some; `name` tells this condition from others of its kind."""
    assert name.isidentifier()
    ids = list(cell_ids)
    if not ids:
        return CellCondition("false")
    return CellCondition(f"cell.id in (select value from json_each(:{name}))", {name: canonical(ids)})


def has_words(text: str) -> CellCondition:
    """A statement of the cell holds some words, in any case of letters and whatever blanks stand between them."""
    sought = squeeze(text)
    plain = fragment_of(sought)
    held = f"cell.content like :held_words and {_WIDE}" if len(plain.words) > 1 else "cell.content like :held_words"
    # SQLite may ask for the statements first, if it is free to: it would ask for those of every cell.
    where = f"""
        case
            when {held} or {_ODD}
            then exists (select 1 from statement where statement.cell_id = cell.id and holds(statement.text, :held))
            else false
        end
    """
    words = {"held_words": f"%{'%'.join(plain.words)}%", "held": sought}
    return CellCondition(where, {**words, "held_phrase": f"%{plain.text}%"} if len(plain.words) > 1 else words)


def interviews_with_cell(
    connection: sqlite3.Connection,
    interview_ids: Collection[str],
    subtopic_ids: Collection[str],
    conditions: Sequence[CellCondition],
) -> set[str]:
    """Return those of some interviews that have a written cell, in one of some columns, which meets all conditions."""
    _add_functions(connection)
    where = " and ".join(["cell.gone <> 1", *(f"({each.where})" for each in conditions)])
    values = {name: value for each in conditions for name, value in each.values.items()}
    values |= {"asked": canonical(list(interview_ids)), "subtopics": canonical(list(subtopic_ids))}
    total = connection.execute("select count(*) from subtopic").fetchone()[0]
    query = _ROW_BY_ROW if len(subtopic_ids) * _FEW > total else _BY_COLUMNS
    return {interview_id for (interview_id,) in connection.execute(f"{query} and {where})", values)}


def _add_functions(connection: sqlite3.Connection) -> None:
    """Let SQL ask what only Python knows. Once: no query may be going on when a function is replaced."""
    known = connection.execute("select 1 from pragma_function_list where name = 'has_odd_letters'").fetchone()
    if known is None:
        connection.create_function("has_odd_letters", 1, has_odd_letters, deterministic=True)
        connection.create_function("holds", 2, holds, deterministic=True)
