"""Waveforms that were worked out once, kept in a folder of this machine: no project holds them.

Any of them may be lost. It is then worked out again.
"""

import os
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

from framework_qda.errors import ExportError
from framework_qda.io.atomic import replacing

FOLDER_VARIABLE = "FRAMEWORK_QDA_CACHE"
"""Names another folder for what can be worked out again."""
MOST = 400
"""How many are kept: some 70 kB for an hour each."""
_ENDING = ".peaks"


def waveform_folder() -> Path:
    """Return the folder that holds them."""
    root = os.environ.get(FOLDER_VARIABLE)
    base = Path(root) if root else user_cache_path("framework-qda", appauthor=False)
    return base / "waveforms"


def read_waveform(sha256: str, size: int) -> bytes:
    """Return what is kept of the sound with these bytes, by their digest and number; empty if nothing is."""
    try:
        return _path(sha256, size).read_bytes() if sha256 else b""
    except OSError:
        return b""


def keep_waveform(sha256: str, size: int, peaks: bytes) -> None:
    """Keep a waveform and drop those that were not asked for longest. A disk that refuses is not waited for."""
    if not sha256:
        return
    path = _path(sha256, size)
    with suppress(OSError, ExportError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as temp:
            temp.write_bytes(peaks)
        kept = sorted(path.parent.glob(f"*{_ENDING}"), key=lambda each: each.stat().st_mtime)
        for old in kept[:-MOST]:
            old.unlink(missing_ok=True)


def _path(sha256: str, size: int) -> Path:
    # A digest comes from a project file, which may be anybody's: only its letters make a name.
    safe = "".join(each for each in sha256.lower() if each in "0123456789abcdef")[:64]
    return waveform_folder() / f"{safe or 'none'}-{size}{_ENDING}"
