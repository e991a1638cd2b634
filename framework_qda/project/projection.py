"""Writing the state tables and the search index from what the fold says; called by `apply()` alone."""

import json
import sqlite3
from collections.abc import Mapping

from framework_qda.project.entry import FOLDED_KINDS, Entry
from framework_qda.project.fold import Folded
from framework_qda.project.registry import REGISTRY, Json, TypeSpec, canonical
from framework_qda.project.schema import SEARCHED


def _upsert(spec: TypeSpec) -> str:
    # The row number must survive an update, for the search index hangs on it: never `insert or replace`.
    names = ", ".join(f'"{column}"' for column in spec.columns)
    marks = ", ".join("?" * len(spec.columns))
    updates = ", ".join(f'"{column}" = excluded."{column}"' for column in spec.columns[1:])
    return f"insert into {spec.name} ({names}) values ({marks}) on conflict (id) do update set {updates}"


_UPSERTS: Mapping[str, str] = {name: _upsert(spec) for name, spec in REGISTRY.items()}
_WATCHED: Mapping[str, str] = {**{name: "text" for name in SEARCHED if name in REGISTRY}, "cell": "content"}
"""The columns whose change must be carried on into other tables."""


def write_folded(connection: sqlite3.Connection, spec: TypeSpec, entity: str, folded: Folded) -> None:
    """Write the row of an entity, its conflicts, and what derives from its text or content."""
    old = _watched_value(connection, spec.name, entity)
    row = folded.column_values(spec, entity)
    connection.execute(_UPSERTS[spec.name], row)
    connection.execute("delete from conflict where entity = :entity", {"entity": entity})
    for field, ids in folded.conflicts.items():
        connection.execute(
            "insert into conflict (entity, type, field, heads) values (:entity, :type, :field, :heads)",
            {"entity": entity, "type": spec.name, "field": field, "heads": canonical(list(ids))},
        )
    if spec.name in SEARCHED:
        _index_text(connection, spec.name, entity, old, row[spec.columns.index("text")])
    elif spec.name == "cell" and (old[1] if old else None) != row[spec.columns.index("content")]:
        _write_statements(connection, entity, folded.values.get("content"))


def _watched_value(connection: sqlite3.Connection, table: str, entity: str) -> tuple[int, str | None] | None:
    if table not in _WATCHED:
        return None
    row = connection.execute(f"select n, {_WATCHED[table]} from {table} where id = :id", {"id": entity}).fetchone()
    return (row[0], row[1]) if row else None


def write_bulk(connection: sqlite3.Connection, entry: Entry) -> set[str]:
    """Write the children of a bulk entry that nobody has written alone yet; return the others, to be folded."""
    bulk = entry.bulk or {}
    spec = REGISTRY[bulk["t"]]
    busy = _busy_children(connection, spec, entry)
    values = entry.values
    rows = [
        (child, 0, entry.entity, *spec.column_values({**values.get(f"{spec.name}/{number}", {}), "number": number}))
        for child, number in entry.children.items()
        if child not in busy
    ]
    connection.executemany(_UPSERTS[spec.name], rows)
    if spec.name in SEARCHED:
        _index_children(connection, spec, entry.entity, busy)
    return busy


def _busy_children(connection: sqlite3.Connection, spec: TypeSpec, entry: Entry) -> set[str]:
    """Find the children that have a row or an entry of their own; nearly always none, which two look-ups tell."""
    known = connection.execute(
        f"""
        select 1 from under where owner = :owner
        union all select 1 from {spec.name} where {spec.owners[0]} = :owner
        """,
        {"owner": entry.entity},
    )
    if known.fetchone() is None:
        return set()
    # An erasure, or an entry of a newer version, about a child writes nothing in it: it leaves the child to us.
    taken = f"""
        select 1 from {spec.name} where id = :id
        union all
        select 1 from change
        where entity = :id and json_extract(head, '$.k') in (select value from json_each(:folded))
    """
    folded = canonical(sorted(FOLDED_KINDS))
    return {child for child in entry.children if connection.execute(taken, {"id": child, "folded": folded}).fetchone()}


def _index_children(connection: sqlite3.Connection, spec: TypeSpec, owner: str, busy: set[str]) -> None:
    rows = connection.execute(
        f"select n, coalesce(text, ''), id from {spec.name} where {spec.owners[0]} = :owner", {"owner": owner}
    ).fetchall()
    connection.executemany(
        f"insert into {spec.name}_fts (rowid, text) values (?, ?)", [row[:2] for row in rows if row[2] not in busy]
    )


def _index_text(
    connection: sqlite3.Connection, table: str, entity: str, old: tuple[int, str | None] | None, text: object
) -> None:
    if old is None:
        row = connection.execute(f"select n from {table} where id = :id", {"id": entity}).fetchone()
        _add_to_index(connection, table, row[0], text)
    elif old[1] != text:
        _take_from_index(connection, table, old[0], old[1])
        _add_to_index(connection, table, old[0], text)


def _write_statements(connection: sqlite3.Connection, cell_id: str, content: Json) -> None:
    """Bring the statements of a cell and their evidence to what its content says."""
    statements = [item for item in content or [] if isinstance(item, dict) and isinstance(item.get("id"), str)]
    wanted = [
        (item["id"], position, str(item.get("kind", "")), str(item.get("text", "")))
        for position, item in enumerate(statements)
    ]
    rows = connection.execute("select n, text, id, position, kind, text from statement where cell_id = ?", (cell_id,))
    present = {row[2:]: row[:2] for row in rows.fetchall()}
    for key, (n, text) in present.items():
        if key not in wanted:
            _take_from_index(connection, "statement", n, text)
            connection.execute("delete from statement where n = :n", {"n": n})
    for key in wanted:
        if key not in present:
            cursor = connection.execute(
                "insert into statement (cell_id, id, position, kind, text) values (?, ?, ?, ?, ?)", (cell_id, *key)
            )
            _add_to_index(connection, "statement", cursor.lastrowid or 0, key[3])
    connection.execute("delete from evidence where cell_id = :cell", {"cell": cell_id})
    connection.executemany(
        "insert or ignore into evidence (cell_id, statement_id, position, extract_id) values (?, ?, ?, ?)",
        [
            (cell_id, item["id"], position, extract_id)
            for item in statements
            for position, extract_id in enumerate(item.get("evidence") or [])
            if isinstance(extract_id, str)
        ],
    )


def _add_to_index(connection: sqlite3.Connection, table: str, n: int, text: object) -> None:
    connection.execute(f"insert into {table}_fts (rowid, text) values (?, ?)", (n, text or ""))


def _take_from_index(connection: sqlite3.Connection, table: str, n: int, text: str | None) -> None:
    connection.execute(f"insert into {table}_fts ({table}_fts, rowid, text) values ('delete', ?, ?)", (n, text or ""))


def rebuild_index(connection: sqlite3.Connection) -> None:
    """Build the search index anew, so that erased words leave it (this SQLite cannot delete securely in it)."""
    for table in SEARCHED:
        connection.execute(f"insert into {table}_fts ({table}_fts) values ('rebuild')")


def read_state_row(connection: sqlite3.Connection, spec: TypeSpec, entity: str) -> tuple[object, ...] | None:
    """Return the row of an entity in the order of `columns`, or `None`."""
    names = ", ".join(f'"{column}"' for column in spec.columns)
    row = connection.execute(f"select {names} from {spec.name} where id = :id", {"id": entity}).fetchone()
    return tuple(row) if row else None


def read_statements(connection: sqlite3.Connection, cell_id: str) -> list[dict[str, Json]]:
    """Return the statements of a cell as its tables hold them, in the form of an entry's content."""
    evidence: dict[str, list[str]] = {}
    for statement_id, extract_id in connection.execute(
        "select statement_id, extract_id from evidence where cell_id = :cell order by statement_id, position",
        {"cell": cell_id},
    ):
        evidence.setdefault(statement_id, []).append(extract_id)
    rows = connection.execute(
        "select id, kind, text from statement where cell_id = :cell order by position", {"cell": cell_id}
    )
    return [
        {"id": statement_id, "kind": kind, "text": text, "evidence": evidence.get(statement_id, [])}
        for statement_id, kind, text in rows
    ]


def read_conflicts(connection: sqlite3.Connection, entity: str) -> dict[str, tuple[str, ...]]:
    """Return {field: ids of the entries whose values differ} of an entity."""
    rows = connection.execute("select field, heads from conflict where entity = :entity", {"entity": entity})
    return {field: tuple(json.loads(ids)) for field, ids in rows}
