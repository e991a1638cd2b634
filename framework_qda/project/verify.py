"""Checking that a project file says what its journal says: entry by entry, then entity by entity."""

import sqlite3
from collections.abc import Iterator, Mapping

from framework_qda.project import journal_tables as tables
from framework_qda.project.entry import Entry
from framework_qda.project.fold import Folded, fold_entity
from framework_qda.project.projection import read_conflicts, read_state_row, read_statements
from framework_qda.project.registry import REGISTRY, TypeSpec
from framework_qda.project.schema import SEARCHED


def verify(connection: sqlite3.Connection) -> list[str]:
    """Return a sentence for each thing that is wrong; none means that the project is sound.

    Every entry's id and digests are checked and every entity is folded again and compared with its row, one
    at a time, so that a large project needs little memory.
    """
    return [
        *_damaged_entries(connection),
        *(problem for spec in REGISTRY.values() for problem in _wrong_rows(connection, spec)),
        *_stray_rows(connection),
        *_wrong_indexes(connection),
    ]


def _damaged_entries(connection: sqlite3.Connection) -> Iterator[str]:
    for entry in tables.all_entries(connection):
        if not entry.is_sound():
            yield f"Entry {entry.id} of the journal is damaged."


def _wrong_rows(connection: sqlite3.Connection, spec: TypeSpec) -> Iterator[str]:
    for entity in sorted(_entities(connection, spec)):
        entries = tables.folded_entries(connection, spec.name, entity)
        row = read_state_row(connection, spec, entity)
        if not entries:
            yield f"The {spec.name} {entity} stands in its table, but no entry has made it."
            continue
        folded = fold_entity(spec, entity, entries, tables.below(connection, entity))
        if row != folded.column_values(spec, entity):
            yield f"The {spec.name} {entity} is not what its entries say."
        elif read_conflicts(connection, entity) != dict(folded.conflicts):
            yield f"The conflicts of the {spec.name} {entity} are not what its entries say."
        elif spec.name == "cell" and not _statements_agree(connection, entity, folded):
            yield f"The statements of the cell {entity} are not what its entries say."


def _entities(connection: sqlite3.Connection, spec: TypeSpec) -> set[str]:
    """Name the entities of a type that have a row or an entry."""
    stored = {row[0] for row in connection.execute(f"select id from {spec.name}")}
    written = connection.execute(
        """
        select distinct entity from change
        where json_valid(head) and json_extract(head, '$.t') = :name
          and json_extract(head, '$.k') in ('new', 'set', 'del', 'undel')
        """,
        {"name": spec.name},
    )
    made = {
        child
        for entry in _bulk_entries(connection)
        if entry.bulk and entry.bulk["t"] == spec.name
        for child in entry.children
    } if spec.name == "paragraph" else set()  # fmt: skip
    return stored | {row[0] for row in written} | made


def _bulk_entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    rows = connection.execute("select id from change where json_valid(head) and json_extract(head, '$.b.n') > 0")
    for (entry_id,) in rows.fetchall():
        entry = tables.entry_with_id(connection, entry_id)
        if entry and entry.is_sound():
            yield entry


def _statements_agree(connection: sqlite3.Connection, cell_id: str, folded: Folded) -> bool:
    wanted = [_plain_statement(item) for item in folded.values.get("content") or []]
    return wanted == read_statements(connection, cell_id)


def _plain_statement(item: Mapping[str, object]) -> dict[str, object]:
    evidence = item.get("evidence") or []
    return {
        "id": item.get("id"),
        "kind": item.get("kind", ""),
        "text": item.get("text", ""),
        "evidence": list(evidence) if isinstance(evidence, list) else [],
    }


def _stray_rows(connection: sqlite3.Connection) -> Iterator[str]:
    stray = connection.execute(
        """
        select distinct cell_id from statement where cell_id not in (select id from cell)
        union select distinct cell_id from evidence where cell_id not in (select id from cell)
        union select entity from conflict where entity not in (select entity from change)
          and entity not in (select id from paragraph)
        """
    )
    for (entity,) in stray:
        yield f"Rows are kept of {entity}, which is not in the project."


def _wrong_indexes(connection: sqlite3.Connection) -> Iterator[str]:
    for table in SEARCHED:
        try:
            connection.execute(f"insert into {table}_fts ({table}_fts, rank) values ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_READONLY:
                return  # The check is written as an insert: a file opened for reading cannot be asked.
            # SQLite says "disk image is malformed" where index and table differ: that is the index, not the file.
            yield f"The search index of the {table}s does not fit their texts; it can be built anew."
