"""The tables of a project file: made with sqlite-utils from the registry, and compared exactly on opening."""

import hashlib
import json
import sqlite3

from framework_qda.project.connection import as_database
from framework_qda.project.registry import REGISTRY

APPLICATION_ID = 0x46514441
"""`FQDA` in the file's header: what tells a project file from any other SQLite file."""
FORMAT_VERSION = 3
"""Stands in the header as user_version; raised when a migration is needed."""

SCHEMA_DIGEST = "98fc40826c161cbb9bcaf752b58a0de4cadf4b5bd9dbca1b920aa07d2aad99d8"
"""What `schema_digest` gives for a sound file of this version; a test keeps it true."""
OLDER_DIGESTS = {
    1: "73bbc9a16c1437a991f3591fb22fe520004f0be06d4acde9f8985889c50706b6",
    2: "342506b210f50c91d1aebb62152e4e317aa23cc7d7bb31712e9fef187397d14a",
}
"""What it gave for files of older versions: they are brought up to date from their journal when they are opened."""

SEARCHED = ("paragraph", "statement", "extract", "comment")
"""The tables whose `text` is indexed for searching."""
TOKENIZER = "unicode61 remove_diacritics 2"
"""What parts texts into words for the index; `text.folding` does the same."""


_KEPT = ("change", "erased", "under", "frontier", "meta", "draft")
"""The tables that do not follow from others: what is written, received or being typed."""


def create_tables(connection: sqlite3.Connection) -> None:
    """Create all tables and indexes of an empty project; the caller holds the transaction."""
    connection.execute(f"pragma application_id={APPLICATION_ID:d}")
    _create_journal_tables(connection)
    _create_derived_tables(connection)


def replace_derived_tables(connection: sqlite3.Connection) -> None:
    """Drop every table that follows from the journal and create it anew, empty; the caller holds the transaction."""
    rows = connection.execute(
        """
        select name from sqlite_master
        where type = 'table' and name not in (select value from json_each(:kept)) and name not like 'sqlite_%'
        order by sql not like 'create virtual%'
        """,
        {"kept": json.dumps(_KEPT)},
    )
    for (name,) in rows.fetchall():
        # The tables behind a search index go with it.
        connection.execute(f"drop table if exists [{name}]")
    _create_derived_tables(connection)


def _create_derived_tables(connection: sqlite3.Connection) -> None:
    connection.execute(f"pragma user_version={FORMAT_VERSION:d}")
    _create_state_tables(connection)
    for table in SEARCHED:
        # Contents stay in the table: the index is written by apply() alone, and an erasure rebuilds it.
        connection.execute(
            f"create virtual table [{table}_fts] "
            f"using fts5(text, content='{table}', content_rowid='n', tokenize='{TOKENIZER}')"
        )


def _create_journal_tables(connection: sqlite3.Connection) -> None:
    database = as_database(connection)
    change = database.table("change")
    change.create(
        {
            "n": int, "id": str, "entity": str, "action": str, "replica": str, "seq": int, "undoes": str, "head": str,
            "payload": bytes,
        },
        pk="n",
        not_null={"id", "entity", "action", "replica", "seq", "head", "payload"},
    )  # fmt: skip
    change.create_index(["id"], unique=True)
    change.create_index(["entity"])
    change.create_index(["action"])
    # Not unique: a copied file forks, and both branches are kept.
    change.create_index(["replica", "seq"])
    database.table("erased").create({"id": str, "leaf": str}, pk=("id", "leaf"))
    database.table("under").create({"owner": str, "replica": str, "seq": int}, pk=("owner", "replica"))
    database.table("frontier").create({"replica": str, "seq": int, "lamport": int}, pk="replica")
    database.table("meta").create({"key": str, "value": str}, pk="key")
    database.table("draft").create(
        {"cell_id": str, "interview_id": str, "subtopic_id": str, "content": str, "kept_at": str}, pk="cell_id"
    )


def _create_state_tables(connection: sqlite3.Connection) -> None:
    database = as_database(connection)
    for spec in REGISTRY.values():
        table = database.table(spec.name)
        columns = {"n": int, "id": str, "gone": int, **dict.fromkeys(spec.owners, str), **spec.column_types}
        table.create(columns, pk="n", not_null={"id", "gone"}, defaults={"gone": 0})
        table.create_index(["id"], unique=True)
        for owner in spec.owners:
            table.create_index([owner])
    database.table("conflict").create({"entity": str, "type": str, "field": str, "heads": str}, pk=("entity", "field"))
    statement = database.table("statement")
    statement.create(
        {"n": int, "cell_id": str, "id": str, "position": int, "kind": str, "text": str},
        pk="n",
        not_null={"cell_id", "id"},
    )
    statement.create_index(["cell_id"])
    # After a merge one statement id may stand in two cells: (cell, statement), never the statement alone.
    evidence = database.table("evidence")
    evidence.create(
        {"cell_id": str, "statement_id": str, "position": int, "extract_id": str},
        pk=("cell_id", "statement_id", "position"),
    )
    evidence.create_index(["extract_id"])


def schema_digest(connection: sqlite3.Connection) -> str:
    """Return a digest over (type, name, SQL) of everything in a file, but for the SQL of the search index's own tables.

    SQLite writes those itself, and another version of it may write them otherwise.
    """
    rows = connection.execute("select type, name, coalesce(sql, '') from sqlite_master")
    shadows = {f"{table}_fts_{part}" for table in SEARCHED for part in ("data", "idx", "docsize", "config", "content")}
    plain = sorted((kind, name, "" if name in shadows else " ".join(sql.split())) for kind, name, sql in rows)
    return hashlib.sha256(repr(plain).encode()).hexdigest()
