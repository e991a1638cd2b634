"""What others have written since somebody last looked: asked of the journal by its rows, which only ever grow."""

import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from framework_qda.model import CellState, Statement
from framework_qda.project.chronicle import record_then


class CellChange(NamedTuple):
    """A cell that others have written in: the row of the newest of their entries, who and when (ISO 8601 UTC).

    `known_row` is the row up to which the one who asks knows the cell: they looked then, or wrote in it themselves.
    """

    cell_id: str
    row: int
    analyst_id: str
    made_at: str
    known_row: int


class CellThen(NamedTuple):
    """What a cell held at some time."""

    content: tuple[Statement, ...] = ()
    state: str = CellState.NOT_CHARTED


def last_row(connection: sqlite3.Connection, analyst_id: str = "") -> int:
    """Return the newest row of the journal, or the newest that an analyst wrote; 0: none."""
    query = (
        "select n from change where json_extract(head, '$.a') = :analyst order by n desc limit 1"
        if analyst_id
        else "select max(n) from change"
    )
    row = connection.execute(query, {"analyst": analyst_id}).fetchone()
    return int(row[0] or 0) if row else 0


def cells_changed(
    connection: sqlite3.Connection, since: int, seen: Mapping[str, int], analyst_id: str
) -> list[CellChange]:
    """Return the cells whose words or states others have changed after a row, oldest change first.

    `seen` says up to which row single cells have been looked at beyond that.
    """
    rows = connection.execute(
        """
        select n, entity, json_extract(head, '$.a'), json_extract(head, '$.w') from change
        where n > :since and json_extract(head, '$.t') = 'cell'
          and (json_type(head, '$.f.content') is not null or json_type(head, '$.f.state') is not null)
        order by n
        """,
        {"since": since},
    )
    known: dict[str, int] = {}
    found: dict[str, CellChange] = {}
    for n, cell_id, writer, written_at in rows:
        known.setdefault(cell_id, max(since, seen.get(cell_id, 0)))
        found.pop(cell_id, None)
        if writer == analyst_id:
            known[cell_id] = n
        elif n > known[cell_id]:
            made_at = datetime.fromtimestamp(written_at, UTC).isoformat()
            found[cell_id] = CellChange(cell_id, n, writer, made_at, known[cell_id])
    return list(found.values())


def cell_then(connection: sqlite3.Connection, cell_id: str, row: int) -> CellThen:
    """Return what a cell held after a row of the journal had been written."""
    held = record_then(connection, "cell", cell_id, row)
    return CellThen(**{field: held[field] for field in CellThen._fields if field in held})
