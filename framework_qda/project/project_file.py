"""One open project file: its connection, its session lock, and the care that every commit takes.

`open_file()` checks a file before it is trusted and decides whether it may be written; `create_file()` makes
an empty one. What the file says is the business of the journal and the reader.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from framework_qda.errors import NotSavedError, ProjectFileError
from framework_qda.project import journal_tables as tables
from framework_qda.project.connection import connect, connect_for_reading, connect_new, transaction, uncommitted
from framework_qda.project.ids import Entropy, new_id
from framework_qda.project.journal import Clock
from framework_qda.project.lock import Holder, SessionLock, acquire, computer_name
from framework_qda.project.migration import is_older, migrate, migrated_copy
from framework_qda.project.opening import check_contents, check_header, is_newer
from framework_qda.project.schema import FORMAT_VERSION, create_tables

_MOVED = (
    "The project file has been moved, renamed or replaced while it was open. The last change was not saved; "
    "everything before it is in the file that was open. Copy your text, close the project and open it again."
)


@dataclass
class ProjectFile:
    """An open file. `read_only_reason` is empty where it may be written."""

    path: Path
    connection: sqlite3.Connection
    lock: SessionLock | None
    read_only_reason: str

    def __post_init__(self) -> None:
        self._identity = _identity(self.path)
        self.is_bundling = False

    def twin(self) -> "ProjectFile":
        """Open the same file once more, for work in another thread; raise NotSavedError where it has been moved."""
        twin = ProjectFile(self.path, self.connect_anew(), None, self.read_only_reason)
        twin._identity = self._identity
        return twin

    def connect_anew(self) -> sqlite3.Connection:
        """Connect to the same file once more, in any thread; raise NotSavedError where it has been moved."""
        self._refuse_if_moved()
        return connect(self.path)

    @contextmanager
    def committing(self, entry_id: str) -> Iterator[None]:
        """Hold a transaction, commit it only into the file that was opened, and never guess about the outcome.

        An error from COMMIT does not mean "not saved": the file is opened anew and asked for the entry. Within
        `bundling()` nothing is committed yet.
        """
        if self.is_bundling:
            with _savepoint(self.connection):
                yield
            return
        try:
            with uncommitted(self.connection):
                yield
                self._refuse_if_moved()
        except sqlite3.Error:
            # SQLite notices a file that was moved away too, but calls it read-only.
            self._refuse_if_moved()
            raise
        try:
            self.connection.execute("commit")
        except sqlite3.Error:
            if self.connection.in_transaction:
                self.connection.execute("rollback")
            if not is_saved(self.path, entry_id):
                raise

    @contextmanager
    def bundling(self) -> Iterator[None]:
        """Commit everything that is written in the block at its end, or nothing of it."""
        with self.committing(""):
            was_bundling, self.is_bundling = self.is_bundling, True
            try:
                yield
            finally:
                self.is_bundling = was_bundling

    def _refuse_if_moved(self) -> None:
        if _identity(self.path) != self._identity:
            raise NotSavedError(_MOVED)

    def close(self) -> None:
        """Close the connection and give up the lock, leaving no empty rollback journal beside the file."""
        if self.lock:
            # A reader in another process keeps it from going; it is empty and harms nobody.
            with suppress(sqlite3.OperationalError, sqlite3.ProgrammingError):
                self.connection.execute("pragma journal_mode=delete")
            self.connection.close()
            self.lock.release()
        self.connection.close()


@contextmanager
def _savepoint(connection: sqlite3.Connection) -> Iterator[None]:
    """Take back what was written in the block when it raises, within a transaction that goes on."""
    connection.execute("savepoint bundled")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback to bundled")
        raise
    finally:
        if connection.in_transaction:
            connection.execute("release bundled")


def is_saved(path: Path, entry_id: str) -> bool:
    """Find out on a connection of its own whether an entry reached the file."""
    try:
        with closing(connect_for_reading(path)) as connection:
            row = connection.execute("select 1 from change where id = :id", {"id": entry_id})
            return row.fetchone() is not None
    except sqlite3.Error:
        return False


def _identity(path: Path) -> tuple[int, int]:
    """Return what tells one file from another that later stands at the same path."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return found.st_ino, found.st_dev


def _place(path: Path) -> str:
    """Return a digest of where a file is kept: a copy stands elsewhere, a file moved on its disk does not."""
    return hashlib.sha256(f"{computer_name()}|{path.stat().st_ino}".encode()).hexdigest()[:16]


def create_file(path: Path, *, clock: Clock, entropy: Entropy) -> ProjectFile:
    """Make an empty project file with a project id and a replica id; raise ProjectFileError where it cannot be."""
    if path.exists():
        raise ProjectFileError(f"{path} exists already and was not touched. Choose another name.")
    try:
        lock = acquire(path, clock())
        connection = connect_new(path)
        with transaction(connection):
            create_tables(connection)
            tables.write_meta(connection, "project_id", new_id(entropy))
            tables.write_meta(connection, "replica", entropy(8).hex())
            tables.write_meta(connection, "place", _place(path))
            tables.write_meta(connection, "min_reader", "1")
            tables.write_meta(connection, "min_writer", str(FORMAT_VERSION))
    except (OSError, sqlite3.Error) as error:
        raise ProjectFileError(f"No project could be made at {path}: {error}. Choose another folder.") from error
    if isinstance(lock, Holder):
        connection.close()
        raise ProjectFileError(f"No project was made at {path}: {lock.describe()}.")
    return ProjectFile(path, connection, lock, "")


def open_file(path: Path, *, read_only: bool, clock: Clock, entropy: Entropy) -> ProjectFile:
    """Open a project file after checking it: for writing if nobody else writes in it and it can be written.

    Raise ProjectFileError, having changed nothing, for a file that is not ours, newer than can be read,
    truncated or damaged.
    """
    check_header(path)
    reason = "it was opened for reading only" if read_only else _unwritable_reason(path)
    lock: SessionLock | None = None
    if not reason:
        found = acquire(path, clock())
        lock, reason = (None, found.describe()) if isinstance(found, Holder) else (found, "")
    connection = None
    try:
        if reason:
            _finish_dead_transaction(path)
        connection = connect_for_reading(path) if reason else connect(path)
        check_contents(connection, path.name)
        if is_older(connection):
            connection = _brought_up_to_date(connection, path.name, clock, is_read_only=bool(reason))
        if not reason:
            _tell_copy_apart(connection, path, entropy)
    except (sqlite3.Error, ProjectFileError) as error:
        if connection:
            connection.close()
        if lock:
            lock.release()
        if isinstance(error, ProjectFileError):
            raise
        raise ProjectFileError(f"{path.name} cannot be opened: {error}. The file was not changed.") from error
    return ProjectFile(path, connection, lock, reason)


def _brought_up_to_date(
    connection: sqlite3.Connection, name: str, clock: Clock, *, is_read_only: bool
) -> sqlite3.Connection:
    """Return a connection to what an older file says in this format: the file itself, or a copy for reading it."""
    if not is_read_only:
        migrate(connection, name, clock)
        return connection
    copy = migrated_copy(connection)
    connection.close()
    return copy


def _finish_dead_transaction(path: Path) -> None:
    """Let SQLite take back what a process that died had half written, which a connection for reading cannot.

    A transaction of a living process is told by its lock and left alone.
    """
    rollback = path.with_name(path.name + "-journal")
    if rollback.exists() and rollback.stat().st_size and os.access(path, os.W_OK):
        with suppress(sqlite3.Error), closing(connect(path)) as connection:
            connection.execute("select count(*) from sqlite_master").fetchone()


def _unwritable_reason(path: Path) -> str:
    if is_newer(path):
        return "it was written by a newer version of the program"
    if not os.access(path, os.W_OK):
        return "the file may not be written"
    if not os.access(path.absolute().parent, os.W_OK):
        return "its folder may not be written"
    return ""


def _tell_copy_apart(connection: sqlite3.Connection, path: Path, entropy: Entropy) -> None:
    """Mint a replica id for a file that was copied, so that what two copies write is never taken for one's."""
    place = _place(path)
    if tables.read_meta(connection, "place") != place:
        with transaction(connection):
            tables.write_meta(connection, "replica", entropy(8).hex())
            tables.write_meta(connection, "place", place)
