"""Looking at a file before it is trusted: is it ours, whole, of a version that we know, and undamaged?

Nothing here writes to the file. Each refusal is a sentence that says what was found, that the file is as it
was, and what to do.
"""

import sqlite3
import struct
import time
from pathlib import Path

from framework_qda.errors import ProjectFileError
from framework_qda.project.connection import connect_for_reading
from framework_qda.project.journal_tables import read_meta
from framework_qda.project.schema import (
    APPLICATION_ID,
    FORMAT_VERSION,
    OLDER_DIGESTS,
    SCHEMA_DIGEST,
    schema_digest,
)

_SQLITE_MAGIC = b"SQLite format 3\0"
_KNOWN_BEGINNINGS = (
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"%PDF", "a PDF file"),
    (b"{\\rtf", "an RTF file"),
    (b"<", "an HTML or XML file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
)
_LONGEST_CHECK_S = 60.0
_UNTOUCHED = "The file was not changed."
_RESTORE = "A back-up can be restored with `framework-qda restore`."


def check_header(path: Path) -> None:
    """Refuse by its first bytes what is not a project file, is newer, or is cut short.

    Raise ProjectFileError. The bytes are read without SQLite, so that a foreign file is not even opened by it.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
            size = path.stat().st_size
    except FileNotFoundError:
        raise ProjectFileError(f"There is no file {path.name} in {path.parent}.") from None
    except IsADirectoryError:
        raise ProjectFileError(f"{path.name} is a folder, not a project file.") from None
    except OSError as error:
        raise ProjectFileError(f"{path.name} cannot be read: {error.strerror}. {_UNTOUCHED}") from error
    if not header.startswith(_SQLITE_MAGIC):
        raise ProjectFileError(f"{path.name} is not a Framework QDA project: {_what_it_is(header)}. {_UNTOUCHED}")
    if len(header) < 100:
        raise ProjectFileError(f"{path.name} is cut short: only {size} bytes are left. {_UNTOUCHED} {_RESTORE}")
    _check_identity(path, header)
    _check_size(path, header, size)


def _what_it_is(header: bytes) -> str:
    if not header:
        return "it is empty"
    for beginning, words in _KNOWN_BEGINNINGS:
        if header.lstrip().startswith(beginning):
            return f"it is {words}"
    if not header.strip(b"\0"):
        return "it begins with nothing but zeros"
    return "it is some other kind of file"


def _check_identity(path: Path, header: bytes) -> None:
    version, application_id = struct.unpack(">I", header[60:64])[0], struct.unpack(">I", header[68:72])[0]
    if application_id != APPLICATION_ID:
        raise ProjectFileError(f"{path.name} is a database of another program, not a project. {_UNTOUCHED}")
    if version == 0:
        raise ProjectFileError(f"{path.name} was never finished being made. {_UNTOUCHED} Make the project again.")


def _check_size(path: Path, header: bytes, size: int) -> None:
    """Compare the size with the number of pages that the header tells, unless SQLite has a transaction to undo."""
    rollback = path.with_name(path.name + "-journal")
    if rollback.exists() and rollback.stat().st_size:
        return
    page_size = struct.unpack(">H", header[16:18])[0]
    page_size = 65536 if page_size == 1 else page_size
    pages = struct.unpack(">I", header[28:32])[0]
    is_count_valid = header[24:28] == header[92:96]
    if size % page_size or (is_count_valid and size < pages * page_size):
        raise ProjectFileError(
            f"{path.name} is cut short: {size:,} bytes are there, {pages * page_size:,} are needed. "
            f"{_UNTOUCHED} {_RESTORE}"
        )


def format_version(path: Path) -> int:
    """Return the version of the format that a project file says it has."""
    with path.open("rb") as file:
        return int(struct.unpack(">I", file.read(64)[60:64])[0])


def is_newer(path: Path) -> bool:
    """Say whether the file was written in a newer format than this program knows."""
    return format_version(path) > FORMAT_VERSION


def check_contents(connection: sqlite3.Connection, name: str) -> None:
    """Refuse a file with tables that are not exactly ours, or with damaged pages. Raise ProjectFileError."""
    deadline = time.monotonic() + _LONGEST_CHECK_S
    connection.set_progress_handler(lambda: time.monotonic() > deadline, 100_000)
    try:
        _check_reader_version(connection, name)
        version = read_version(connection)
        wanted = SCHEMA_DIGEST if version == FORMAT_VERSION else OLDER_DIGESTS.get(version)
        # A newer file has tables that are not known here; it is only read.
        if version <= FORMAT_VERSION and schema_digest(connection) != wanted:
            raise ProjectFileError(
                f"{name} does not have the tables of a project: something else has changed it. {_UNTOUCHED} {_RESTORE}"
            )
        found = connection.execute("pragma quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise ProjectFileError(f"{name} is damaged ({error}). {_UNTOUCHED} {_RESTORE}") from error
    finally:
        connection.set_progress_handler(None, 0)
    if found != "ok":
        raise ProjectFileError(f"{name} is damaged: {found}. {_UNTOUCHED} {_RESTORE}")


def _check_reader_version(connection: sqlite3.Connection, name: str) -> None:
    """Refuse a newer file that says that this version would misread it."""
    needed = read_meta(connection, "min_reader")
    if needed.isdecimal() and int(needed) > FORMAT_VERSION:
        raise ProjectFileError(
            f"{name} was written by a newer version of the program, and this one cannot read it. {_UNTOUCHED} "
            "Install the newer version, or ask whoever sent the file for an export."
        )


def read_version(connection: sqlite3.Connection) -> int:
    """Return the version of the format of an open file."""
    return int(connection.execute("pragma user_version").fetchone()[0])


def project_id_of(path: Path) -> str:
    """Return the id of a project file that may be damaged, or empty text where it cannot be told."""
    try:
        connection = connect_for_reading(path)
    except sqlite3.Error:
        return ""
    try:
        return read_meta(connection, "project_id")
    except sqlite3.Error:
        return ""
    finally:
        connection.close()
