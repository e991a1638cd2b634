"""Connections to a project file, with the settings that were found by measurement (docs/architecture.md)."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

SETTINGS = (
    # A rollback journal notices when a sync client has replaced the open file; a WAL goes on answering "ok".
    "pragma journal_mode=truncate",
    "pragma synchronous=full",
    "pragma locking_mode=normal",
    "pragma foreign_keys=on",
    "pragma secure_delete=on",
    "pragma trusted_schema=off",
    "pragma cell_size_check=on",
    "pragma temp_store=memory",
    "pragma cache_size=-65536",
)
READING_SETTINGS = (
    "pragma query_only=on",
    "pragma trusted_schema=off",
    "pragma cell_size_check=on",
    "pragma temp_store=memory",
)
_PATIENCE_S = 10.0
_LONGEST_VALUE = 256 << 20


def connect(path: Path) -> sqlite3.Connection:
    """Open a project file for reading and writing; transactions are begun and ended by hand."""
    return _connect(f"{path.absolute().as_uri()}?mode=rw", SETTINGS)


def connect_new(path: Path) -> sqlite3.Connection:
    """Open a file that is to become a project file."""
    return _connect(f"{path.absolute().as_uri()}?mode=rwc", SETTINGS)


def connect_for_reading(path: Path, *, is_shared: bool = False) -> sqlite3.Connection:
    """Open a project file so that nothing can be written to it through the connection.

    A shared one may be used by several threads, one at a time, of which the caller takes care.
    """
    return _connect(f"{path.absolute().as_uri()}?mode=ro", READING_SETTINGS, is_shared=is_shared)


def _connect(uri: str, settings: tuple[str, ...], *, is_shared: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri,
        uri=True,
        timeout=_PATIENCE_S,
        isolation_level=None,
        cached_statements=256,
        check_same_thread=not is_shared,
    )
    try:
        # A hostile file must not make one value of a gigabyte.
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        for setting in settings:
            connection.execute(setting)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def as_database(connection: sqlite3.Connection) -> "Database":
    """Wrap a connection for sqlite-utils, with no plugin of the environment running on it."""
    # Needed to make a file, not to open one: it takes a twentieth of a second to load.
    from sqlite_utils import Database

    return Database(connection, execute_plugins=False, strict=True)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold the write lock from the first statement on; roll everything back when the block raises."""
    with uncommitted(connection):
        yield
    connection.execute("commit")


@contextmanager
def uncommitted(connection: sqlite3.Connection) -> Iterator[None]:
    """Begin a transaction as `transaction()` does, and leave it to the caller to commit."""
    connection.execute("begin immediate")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
