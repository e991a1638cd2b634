"""Bringing a project file of an older format to this one: its tables are made anew from its journal.

The journal is the same in every format; what follows from it is not. So no migration knows what the older tables
looked like: they are dropped, and the whole journal is folded into new ones.
"""

import sqlite3

from framework_qda.errors import ProjectFileError
from framework_qda.project import journal_tables as tables
from framework_qda.project.apply import rebuild_state
from framework_qda.project.backup import make_backup
from framework_qda.project.connection import transaction
from framework_qda.project.journal import Clock
from framework_qda.project.opening import read_version
from framework_qda.project.schema import FORMAT_VERSION, replace_derived_tables


def is_older(connection: sqlite3.Connection) -> bool:
    """Say whether a file, open already, was written in an older format."""
    return read_version(connection) < FORMAT_VERSION


def migrate(connection: sqlite3.Connection, name: str, clock: Clock) -> None:
    """Bring an open file to this format in one transaction, after a verified back-up.

    Raise ProjectFileError, the file unchanged, where the back-up or the migration fails.
    """
    make_backup(connection, tables.read_meta(connection, "project_id"), "migration", clock())
    try:
        with transaction(connection):
            _rebuild(connection)
    except sqlite3.Error as error:
        raise ProjectFileError(
            f"{name} was written by an older version of the program and could not be brought up to date ({error}). "
            "The file was not changed; a back-up was made. Check the disk and its free space, then try again."
        ) from error


def migrated_copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy of an older file in memory, brought to this format, for reading; the file stays as it is."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    connection.backup(copy)
    with transaction(copy):
        _rebuild(copy)
    copy.execute("pragma query_only=on")
    return copy


def _rebuild(connection: sqlite3.Connection) -> None:
    replace_derived_tables(connection)
    rebuild_state(connection)
    tables.write_meta(connection, "min_writer", str(FORMAT_VERSION))
