"""Back-ups: copies that were opened again and compared, kept apart from the project and thinned with care.

They lie in a folder of the user's own data, one folder a project id, so that a lost or damaged project folder
does not take them along. A file's name begins with a count: the order of back-ups depends on no clock.
"""

import hashlib
import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from platformdirs import user_data_path

from framework_qda.errors import ProjectFileError
from framework_qda.project.connection import connect_for_reading
from framework_qda.project.journal_tables import read_meta
from framework_qda.project.opening import check_contents, check_header

REASONS = ("opening", "import", "migration", "asked")
"""Why a back-up was made; those before an import or a migration outlive the thinning longest."""
FOLDER_VARIABLE = "FRAMEWORK_QDA_BACKUPS"
"""Names another folder for back-ups, such as one on another disk."""

_NAME = re.compile(r"(\d{6})-(\d{8}T\d{6})Z-([a-z]+)\.fqda")
_KEPT_NEWEST = 10
_KEPT_DAYS = 30
_KEPT_OF_REASON = 5


@dataclass(frozen=True, slots=True)
class Backup:
    """One back-up: its count, when it was made by the computer's clock, why, and how large it is (bytes)."""

    path: Path
    count: int
    made_at: datetime
    reason: str
    size: int


def backup_folder(project_id: str) -> Path:
    """Return the folder that holds the back-ups of a project."""
    root = os.environ.get(FOLDER_VARIABLE)
    base = Path(root) if root else user_data_path("framework-qda") / "backups"
    return base / project_id


def list_backups(project_id: str) -> list[Backup]:
    """Return the back-ups of a project, the newest first."""
    folder = backup_folder(project_id)
    found = (_parse(path) for path in folder.iterdir()) if project_id and folder.is_dir() else ()
    return sorted((backup for backup in found if backup), key=lambda backup: backup.count, reverse=True)


def _parse(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if not match:
        return None
    made_at = datetime.fromisoformat(f"{match[2]}Z")
    return Backup(path, int(match[1]), made_at, match[3], path.stat().st_size)


def make_backup(connection: sqlite3.Connection, project_id: str, reason: str, now: datetime) -> Backup:
    """Copy a project, open the copy again, compare it with the original, and only then give it its name.

    Raise ProjectFileError where the copy cannot be made or is not equal; older back-ups are then untouched.
    """
    existing = list_backups(project_id)
    count = existing[0].count + 1 if existing else 1
    folder = backup_folder(project_id)
    path = folder / f"{count:06}-{now.astimezone(UTC):%Y%m%dT%H%M%S}Z-{reason}.fqda"
    unfinished = path.with_suffix(".unfinished")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy(connection, unfinished)
        _compare(connection, unfinished)
        unfinished.replace(path)
        _sync_folder(folder)
    except (OSError, sqlite3.Error) as error:
        raise ProjectFileError(
            f"No back-up could be made in {folder}: {error}. The project itself is safe. "
            "Free some space there, or name another folder."
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    thin(list_backups(project_id), now)
    return Backup(path, count, now, reason, path.stat().st_size)


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    path.unlink(missing_ok=True)
    target = sqlite3.connect(path, isolation_level=None)
    try:
        connection.backup(target)
    finally:
        target.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _compare(original: sqlite3.Connection, copy: Path) -> None:
    connection = verified_connection(copy)
    try:
        last = connection.execute("select coalesce(max(n), 0) from change").fetchone()[0]
        # The journal only grows: what was written in it since the copy was made is no difference.
        if journal_digest(connection, last) != journal_digest(original, last):
            raise sqlite3.DatabaseError("the copy does not hold the same entries")
    finally:
        connection.close()


def verified_connection(path: Path) -> sqlite3.Connection:
    """Open a copy for reading after checking it; raise ProjectFileError where it is damaged."""
    check_header(path)
    connection = connect_for_reading(path)
    try:
        check_contents(connection, path.name)
    except ProjectFileError:
        connection.close()
        raise
    return connection


def journal_digest(connection: sqlite3.Connection, last: int) -> str:
    """Return a digest over the entries, with their payloads, that were stored up to a row of the journal."""
    digest = hashlib.sha256()
    rows = connection.execute("select id, payload from change where n <= :last order by n", {"last": last})
    for entry_id, payload in rows:
        digest.update(entry_id.encode())
        digest.update(payload)
    return digest.hexdigest()


def thin(backups: Iterable[Backup], now: datetime) -> list[Path]:
    """Take away back-ups that others make superfluous; return the paths of those taken.

    Kept are the ten newest, the last five from before an import and from before a migration, the last of
    every day for thirty days and the last of every month. A back-up dated in the future counts as of today,
    so that a clock set wrong takes nothing away.
    """
    newest_first = sorted(backups, key=lambda backup: backup.count, reverse=True)
    kept = {backup.path for backup in newest_first[:_KEPT_NEWEST]}
    for reason in ("import", "migration"):
        kept |= {backup.path for backup in [b for b in newest_first if b.reason == reason][:_KEPT_OF_REASON]}
    days: set[str] = set()
    months: set[str] = set()
    for backup in newest_first:
        day, month = f"{backup.made_at:%Y%m%d}", f"{backup.made_at:%Y%m}"
        if (day not in days and now - backup.made_at < timedelta(days=_KEPT_DAYS)) or month not in months:
            kept.add(backup.path)
        days.add(day)
        months.add(month)
    taken = [backup.path for backup in newest_first if backup.path not in kept]
    for path in taken:
        path.unlink(missing_ok=True)
    return taken


def is_due(project_id: str, now: datetime) -> bool:
    """Say whether the last back-up is over a day old, or dated in the future."""
    existing = list_backups(project_id)
    return not existing or not timedelta(0) <= now - existing[0].made_at <= timedelta(days=1)


def back_up_if_due(path: Path, now: datetime) -> Backup | None:
    """Back a project up on a connection of its own, in any thread, if the last back-up is over a day old."""
    with closing(connect_for_reading(path)) as connection:
        project_id = read_meta(connection, "project_id")
        return make_backup(connection, project_id, "opening", now) if is_due(project_id, now) else None


def restore(backup: Backup, destination: Path) -> Path:
    """Copy a back-up to a path where nothing stands yet, after checking it; return the path.

    The copy gets a replica id of its own when it is opened, so that it and the project it came from can be
    merged. Raise ProjectFileError where the back-up is damaged or the destination is taken.
    """
    if destination.exists():
        raise ProjectFileError(f"{destination} exists already and was not touched. Choose another name.")
    verified_connection(backup.path).close()
    unfinished = destination.with_name(destination.name + ".unfinished")
    try:
        unfinished.write_bytes(backup.path.read_bytes())
        os.link(unfinished, destination)
    except FileExistsError:
        raise ProjectFileError(f"{destination} exists already and was not touched. Choose another name.") from None
    except OSError as error:
        raise ProjectFileError(f"The back-up could not be copied to {destination}: {error.strerror}.") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return destination
