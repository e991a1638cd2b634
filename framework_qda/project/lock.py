"""The session lock: one window at a time writes in a project, and a window that died leaves nothing behind.

The operating system holds the lock on a small file beside the project and drops it when the process ends,
however it ends. What stands in that file only says who to ask.
"""

import json
import os
import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
    import platform

    _LOCKED_BYTE = 1 << 20
    """Locked bytes cannot be read on Windows, so the lock stands behind the text."""

    def _try_lock(file: IO[bytes]) -> bool:
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def computer_name() -> str:
        """Return what this computer is called in its network."""
        return platform.node()
else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def computer_name() -> str:
        """Return what this computer is called in its network, as `platform.node()` does, which takes long to load."""
        return os.uname().nodename


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a project open for writing: an analyst's name or nothing, the computer, since when (ISO 8601)."""

    name: str = ""
    computer: str = ""
    since: str = ""

    def describe(self) -> str:
        """Say in words who holds the project."""
        who = self.name or "somebody"
        where = "in another window" if self.computer == computer_name() else f"on the computer {self.computer}"
        when = datetime.fromisoformat(self.since).astimezone().strftime("%H:%M") if self.since else ""
        return f"{who} has it open {where if self.computer else 'in another window'}" + (
            f" since {when}" if when else ""
        )


class SessionLock:
    """A held lock; `release()` gives it up."""

    def __init__(self, path: Path, file: IO[bytes], since: datetime) -> None:
        self._path = path
        self._file: IO[bytes] | None = file
        self._since = since
        self.name_holder("")

    def name_holder(self, name: str) -> None:
        """Let others who want to open the project read who holds it."""
        if self._file is None:
            return
        holder = Holder(name, computer_name(), self._since.isoformat())
        self._file.seek(0)
        self._file.truncate()
        self._file.write(json.dumps(asdict(holder)).encode())
        self._file.flush()

    def release(self) -> None:
        """Give the lock up and take its file away; do nothing the second time."""
        if self._file is None:
            return
        # Taken away while still held: whoever opened the old file finds, once it has the lock, that it is gone.
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        self._file.close()
        self._file = None


def lock_path(project_path: Path) -> Path:
    """Return the path of the lock file beside a project file."""
    return project_path.with_name(f".{project_path.name}.lock")


def acquire(project_path: Path, since: datetime) -> SessionLock | Holder:
    """Take the session lock of a project, or say who holds it.

    Raise OSError where no file can be made beside the project, as in a read-only folder.
    """
    path = lock_path(project_path)
    while True:
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o644), "r+b")
        if not _try_lock(file):
            holder = _read_holder(file)
            file.close()
            return holder
        if _is_same_file(file, path):
            break
        file.close()
    return SessionLock(path, file, since)


def _read_holder(file: IO[bytes]) -> Holder:
    try:
        file.seek(0)
        return Holder(**json.loads(file.read(4096)))
    except (ValueError, TypeError, OSError):
        return Holder()


def _is_same_file(file: IO[bytes], path: Path) -> bool:
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    here = os.fstat(file.fileno())
    return (here.st_ino, here.st_dev) == (there.st_ino, there.st_dev)
