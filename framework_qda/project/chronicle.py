"""Everything that was ever written, told by the heads of the journal; what a record held after one of its rows."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from framework_qda.project.entry import Entry
from framework_qda.project.registry import REGISTRY

_BATCH = 2000


class Written(NamedTuple):
    """One row of the journal: who wrote it when (seconds since 1970), about what, in which action.

    `owners` are the ids of what the record belongs to; `is_charted` says that words or the state of a cell were set.
    """

    row: int
    action: str
    analyst_id: str
    written_at: int
    type_name: str
    label: str
    entity: str
    owners: tuple[str, ...]
    is_charted: bool


def all_written(connection: sqlite3.Connection, step: Callable[[int, int], object] | None = None) -> Iterator[Written]:
    """Give every row of the journal in its order; `step(done, total)` is called now and then and may raise."""
    total = int(connection.execute("select max(n) from change").fetchone()[0] or 0)
    rows = connection.execute(
        """
        select n, action, json_extract(head, '$.a'), json_extract(head, '$.w'), json_extract(head, '$.t'),
          json_extract(head, '$.x.label'), entity, json_extract(head, '$.o'),
          json_type(head, '$.f.content') is not null or json_type(head, '$.f.state') is not null
        from change
        order by n
        """
    )
    known: dict[str, str] = {}
    """The few texts that stand in every row: each is held once."""
    while batch := rows.fetchmany(_BATCH):
        for n, action, analyst_id, written_at, type_name, label, entity, owners, is_charted in batch:
            who, what, why = (known.setdefault(each, each) for each in (analyst_id, type_name, label or ""))
            whose = tuple(known.setdefault(each, each) for each in json.loads(owners)) if owners != "[]" else ()
            yield Written(n, action, who, written_at, what, why, entity, whose, bool(is_charted))
        if step is not None:
            step(batch[-1][0], total)


def record_then(
    connection: sqlite3.Connection, type_name: str, record_id: str, row: int, makers: Sequence[str] = ()
) -> dict[str, Any]:
    """Return what a record held after a row of the journal: field -> value, fields that nobody had set left out.

    `makers` are the records whose entry may have made this one, as that of a document makes its paragraphs.
    """
    spec = REGISTRY.get(type_name)
    if spec is None:
        return {}
    rows = connection.execute(
        """
        select head, payload, id from change
        where entity in (select value from json_each(:ids)) and n <= :row
        """,
        {"ids": json.dumps([record_id, *makers]), "row": row},
    )
    held: dict[str, Any] = {}
    entries = (Entry(*each) for each in rows)
    mine = (each for each in entries if each.entity == record_id or record_id in each.children)
    for entry in sorted(mine, key=lambda each: each.rank):
        for field in spec.fields:
            is_known, value = entry.value_of(record_id, field)
            if is_known:
                held[field] = spec.value(field, value)
    return held


def owners_of(connection: sqlite3.Connection, record_id: str) -> tuple[str, ...]:
    """Return what a record belongs to, be it deleted; nothing where the journal has no entry of its own for it."""
    query = "select json_extract(head, '$.o') from change where entity = :id order by n limit 1"
    row = connection.execute(query, {"id": record_id}).fetchone()
    return tuple(json.loads(row[0])) if row else ()
