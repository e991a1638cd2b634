"""The SQL of the journal's own tables: storing entries and finding them again."""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache

from framework_qda.project.entry import FOLDED_KINDS, Entry

_ENTRY_COLUMNS = "select head, payload, id from change"


def insert_entry(connection: sqlite3.Connection, entry: Entry) -> bool:
    """Store an entry; say whether it was new."""
    cursor = connection.execute(
        """
        insert into change (id, entity, action, replica, seq, undoes, head, payload)
        values (:id, :entity, :action, :replica, :seq, :undoes, :head, :payload)
        on conflict (id) do nothing
        """,
        {
            "id": entry.id,
            "entity": entry.entity,
            "action": entry.action,
            "replica": entry.replica,
            "seq": entry.number,
            "undoes": entry.extra.get("undoes"),
            "head": entry.head,
            "payload": entry.payload,
        },
    )
    return cursor.rowcount > 0


def all_entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    """Read every entry in the order in which they were stored, a few at a time."""
    return _entries(connection.execute(f"{_ENTRY_COLUMNS} order by n"))


def entries_of_entity(connection: sqlite3.Connection, entity: str) -> list[Entry]:
    """Read the entries written about one entity itself."""
    return list(_entries(connection.execute(f"{_ENTRY_COLUMNS} where entity = :entity", {"entity": entity})))


def entries_of_action(connection: sqlite3.Connection, action: str) -> list[Entry]:
    """Read the entries of one action in the order in which they were written."""
    rows = connection.execute(f"{_ENTRY_COLUMNS} where action = :action order by seq, n", {"action": action})
    return list(_entries(rows))


def entry_with_id(connection: sqlite3.Connection, entry_id: str) -> Entry | None:
    """Read one entry, or `None` where it has not arrived."""
    return next(_entries(connection.execute(f"{_ENTRY_COLUMNS} where id = :id", {"id": entry_id})), None)


def entry_in_row(connection: sqlite3.Connection, n: int) -> Entry:
    """Read the entry in a row of the journal that is known to be there."""
    return next(_entries(connection.execute(f"{_ENTRY_COLUMNS} where n = :n", {"n": n})))


def folded_entries(connection: sqlite3.Connection, type_name: str, entity: str) -> list[Entry]:
    """Read all entries that make up the state of an entity, the bulk entry that made it included."""
    entries = [
        entry
        for entry in entries_of_entity(connection, entity)
        if entry.type_name == type_name and entry.kind in FOLDED_KINDS
    ]
    if type_name == "paragraph":
        document_id = entries[0].owners[0] if entries and entries[0].owners else _document_of(connection, entity)
        rows = connection.execute(f"{_ENTRY_COLUMNS} where entity = :entity", {"entity": document_id})
        makers = (_maker(*row) for row in rows)
        entries += [entry for entry in makers if entry.kind in FOLDED_KINDS and entity in entry.children]
    return entries


@lru_cache(maxsize=8)
def _maker(head: str, payload: bytes, entry_id: str) -> Entry:
    """Keep the entry of a whole document unpacked while its paragraphs are gone through, one by one."""
    return Entry(head, payload, entry_id)


def _document_of(connection: sqlite3.Connection, paragraph_id: str) -> str:
    row = connection.execute("select document_id from paragraph where id = :id", {"id": paragraph_id}).fetchone()
    return row[0] if row else ""


def below(connection: sqlite3.Connection, entity: str) -> dict[str, int]:
    """Return replica -> the highest number written under an entity."""
    rows = connection.execute("select replica, seq from under where owner = :owner", {"owner": entity})
    return dict(rows.fetchall())


def note_below(connection: sqlite3.Connection, owner: str, replica: str, number: int) -> None:
    """Remember that a replica wrote under an owner; a maximum needs no order."""
    connection.execute(
        """
        insert into under (owner, replica, seq) values (:owner, :replica, :seq)
        on conflict (owner, replica) do update set seq = max(seq, excluded.seq)
        """,
        {"owner": owner, "replica": replica, "seq": number},
    )


def deleted_types(connection: sqlite3.Connection, entity: str) -> list[str]:
    """Return the types under which an entity has ever been deleted (one, or none)."""
    return sorted({entry.type_name for entry in entries_of_entity(connection, entity) if entry.kind == "del"})


def frontier(connection: sqlite3.Connection) -> tuple[dict[str, int], int]:
    """Return replica -> the number up to which nothing is missing, and the highest Lamport number."""
    rows = connection.execute("select replica, seq, lamport from frontier").fetchall()
    return {replica: seq for replica, seq, _ in rows}, max((lamport for *_, lamport in rows), default=0)


def advance_frontier(connection: sqlite3.Connection, replica: str, known: int, lamport: int) -> int:
    """Count on from a known number while the next entry is there; return the number reached."""
    reached = known
    while connection.execute(
        "select 1 from change where replica = :replica and seq = :seq", {"replica": replica, "seq": reached + 1}
    ).fetchone():
        reached += 1
    connection.execute(
        """
        insert into frontier (replica, seq, lamport) values (:replica, :seq, :lamport)
        on conflict (replica) do update set seq = excluded.seq, lamport = max(lamport, excluded.lamport)
        """,
        {"replica": replica, "seq": reached, "lamport": lamport},
    )
    return reached


def read_meta(connection: sqlite3.Connection, key: str) -> str:
    """Return a value of the file's own notes on itself, or empty text."""
    row = connection.execute("select value from meta where key = :key", {"key": key}).fetchone()
    return row[0] if row else ""


def write_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a value about the file itself; never about its people."""
    connection.execute(
        """
        insert into meta (key, value) values (:key, :value)
        on conflict (key) do update set value = excluded.value
        """,
        {"key": key, "value": value},
    )


def _entries(rows: Iterable[tuple[str, bytes, str]]) -> Iterator[Entry]:
    return (Entry(head, payload, entry_id) for head, payload, entry_id in rows)
