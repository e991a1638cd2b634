"""What others have written since somebody last looked: asked of the journal by its rows, which only ever grow."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from framework_qda.model import CellState, Statement
from framework_qda.project.chronicle import record_then


class CellChange(NamedTuple):
    """A cell that others have written in: the row of the newest of their entries, who and when (seconds since 1970).

    `known_row` is the row up to which the one who asks knows the cell: they looked then, or wrote in it themselves.
    """

    cell_id: str
    row: int
    analyst_id: str
    moment: int
    known_row: int

    @property
    def made_at(self) -> str:
        """When that entry was written, as ISO 8601 UTC."""
        return _iso(self.moment)


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


def row_before(connection: sqlite3.Connection, moment: int) -> int:
    """Return the row before the first that was written at a moment (seconds since 1970) or later."""
    query = "select n from change where json_extract(head, '$.w') >= :moment order by n limit 1"
    row = connection.execute(query, {"moment": moment}).fetchone()
    return int(row[0]) - 1 if row else last_row(connection)


def entry_id(connection: sqlite3.Connection, row: int) -> str:
    """Return the id of the entry in a row, or an empty text where there is none: two copies of a file may differ."""
    found = connection.execute("select id from change where n = :row", {"row": row}).fetchone()
    return str(found[0]) if found else ""


def written_at(connection: sqlite3.Connection, row: int) -> str:
    """Return when a row was written (ISO 8601 UTC), or an empty text where there is none."""
    found = connection.execute("select json_extract(head, '$.w') from change where n = :row", {"row": row}).fetchone()
    return _iso(found[0]) if found else ""


def cells_changed(
    connection: sqlite3.Connection,
    since: int,
    seen: Mapping[str, int],
    analyst_id: str,
    cell_ids: Collection[str] | None = None,
) -> list[CellChange]:
    """Return the cells, or those of some, whose words or states others have changed after a row, oldest change first.

    `seen` says up to which row single cells have been looked at beyond that.
    """
    among = "" if cell_ids is None else "and entity in (select value from json_each(:ids))"
    rows = connection.execute(
        f"""
        select n, entity, json_extract(head, '$.a'), json_extract(head, '$.w'), action, undoes from change
        where n > :since {among} and json_extract(head, '$.t') = 'cell'
          and (json_type(head, '$.f.content') is not null or json_type(head, '$.f.state') is not null)
        order by n
        """,
        {"since": since, "ids": json.dumps(list(cell_ids or ()))},
    ).fetchall()
    taken_back = _taken_back((action, undoes) for *_, writer, _moment, action, undoes in rows if writer == analyst_id)
    known: dict[str, int] = {}
    found: dict[str, CellChange] = {}
    for n, cell_id, writer, moment, action, _undoes in rows:
        if action in taken_back:
            continue
        known.setdefault(cell_id, max(since, seen.get(cell_id, 0)))
        found.pop(cell_id, None)
        if writer == analyst_id:
            known[cell_id] = n
        elif n > known[cell_id]:
            found[cell_id] = CellChange(cell_id, n, writer, moment, known[cell_id])
    return list(found.values())


def _taken_back(steps: Iterable[tuple[str, str | None]]) -> set[str]:
    """Return those of somebody's actions that came to nothing: each that they undid themselves, with its undo.

    `steps` are (action, action that it undoes); what is redone counts where it was redone.
    """
    depths: dict[str, int] = {}
    undone: set[str] = set()
    for action, undoes in steps:
        if action in depths:
            continue
        depths[action] = depths[undoes] + 1 if undoes in depths else 0
        if undoes in depths:
            undone.add(undoes)
    return undone | {action for action, depth in depths.items() if depth % 2}


def cell_then(connection: sqlite3.Connection, cell_id: str, row: int) -> CellThen:
    """Return what a cell held after a row of the journal had been written."""
    held = record_then(connection, "cell", cell_id, row)
    return CellThen(**{field: held[field] for field in CellThen._fields if field in held})


class Hands(NamedTuple):
    """Who has ever written words in a cell, undoing too, and who gave it its state last (an empty text: nobody).

    Who only puts a state back that another gave, by undoing or restoring, has not given it.
    """

    writers: set[str]
    decided_by: str

    @property
    def are_two(self) -> bool:
        """Whether another than all those who wrote gave the cell its state: a second person has read it."""
        return bool(self.decided_by) and self.writers != {self.decided_by}


def hands_in(connection: sqlite3.Connection, cell_ids: Collection[str]) -> dict[str, Hands]:
    """Return whose hands some cells have gone through: cell id -> hands; cells that nobody charted are left out."""
    rows = connection.execute(
        """
        select id, entity, json_extract(head, '$.a'), json_extract(head, '$.x.as.state'),
          json_type(head, '$.f.content') is not null, json_type(head, '$.f.state') is not null
        from change
        where entity in (select value from json_each(:ids))
        order by n
        """,
        {"ids": json.dumps(list(cell_ids))},
    )
    found: dict[str, Hands] = {}
    givers: dict[str, str] = {}
    for entry_id, cell_id, analyst_id, stands_for, has_words, has_state in rows:
        givers[entry_id] = givers.get(stands_for, analyst_id)
        hands = found.get(cell_id, Hands(set(), ""))
        if has_words:
            hands.writers.add(analyst_id)
        if has_words or has_state:
            found[cell_id] = hands._replace(decided_by=givers[entry_id]) if has_state else hands
    return found


def _iso(moment: int) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat()
