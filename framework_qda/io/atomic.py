"""Put a whole file in place at once: what stood there stays until the new one is safely on the disk."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from framework_qda.errors import ExportError

_IN_USE = 32
"""Windows: another program has the file open."""


@contextlib.contextmanager
def replacing(path: Path | str) -> Iterator[Path]:
    """Give a temporary file beside `path` to write to, and put it in place of `path` at the end.

    If anything fails inside, the temporary file goes and what stood at `path` stays as it was. An OSError
    becomes an ExportError that says what to do. The temporary file keeps the ending of `path`.
    """
    target = Path(path)
    if target.is_symlink():
        target = target.resolve()
    _check_target(target)
    temp = target.with_name(f".{target.stem[:40]}.{secrets.token_hex(4)}{target.suffix}")
    try:
        yield temp
        _put_in_place(temp, target)
    except OSError as error:
        raise ExportError(explain(error, target)) from error
    finally:
        with contextlib.suppress(OSError):
            temp.unlink(missing_ok=True)


def explain(error: OSError, target: Path) -> str:
    """Say in a sentence why a file could not be written, what is safe and what to do."""
    name, folder = target.name, target.parent
    kept = "What stood there is untouched." if target.exists() else "Nothing was written."
    if error.errno in (errno.EBUSY, errno.ETXTBSY) or getattr(error, "winerror", None) == _IN_USE:
        return f"“{name}” is open in another program. Close it there and export again. {kept}"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"There is no room left for “{name}” on this disk. Free some space or choose another folder. {kept}"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"“{name}” could not be written: the folder “{folder}” allows no changes, or the file is open in "
            f"another program. Close it there, or choose another folder. {kept}"
        )
    if error.errno == errno.ENAMETOOLONG:
        return f"The name “{name[:40]}…” is too long for this disk. Choose a shorter one. {kept}"
    return f"“{name}” could not be written ({os.strerror(error.errno) if error.errno else error}). {kept}"


def _check_target(target: Path) -> None:
    if not target.parent.is_dir():
        raise ExportError(f"There is no folder “{target.parent}”. Make it, or choose another. Nothing was written.")
    if target.is_dir():
        raise ExportError(f"“{target}” is a folder. Choose a name for a file. Nothing was written.")
    if target.exists() and not os.access(target, os.W_OK):
        raise ExportError(
            f"“{target.name}” may not be changed: it is write-protected. Choose another name, or lift the "
            "protection. What stood there is untouched."
        )


def _put_in_place(temp: Path, target: Path) -> None:
    with temp.open("rb+") as written:
        os.fsync(written.fileno())
    if target.exists():
        temp.chmod(target.stat().st_mode & 0o777)
    temp.replace(target)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Write the folder's own entry to the disk, where the system can: Windows opens no folders."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # network file systems refuse; the file itself is already in place
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
