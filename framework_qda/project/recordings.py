"""Sound files by reference: what is known of one, and where it is."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from framework_qda.errors import RefusedError
from framework_qda.model import Recording


@dataclass(frozen=True, slots=True)
class SoundFile:
    """What is read of a sound file: the digest of its bytes, and its length or `None` where that is not known."""

    sha256: str
    length_ms: int | None


@dataclass(frozen=True, slots=True)
class RecordingFile:
    """Where the file of a recording is looked for; `problem` is a sentence if it is not there, else empty."""

    path: Path
    problem: str = ""


def read_sound_file(path: Path | str) -> SoundFile:
    """Read a sound file once, in pieces of bounded size. Raise RefusedError where it cannot be read."""
    path = Path(path)
    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return SoundFile(sha256, _length_ms(path))
    except OSError as error:
        reason = error.strerror or str(error)
        raise RefusedError(f"{path.name} was not added: {reason}. Choose the file where it is now.") from error


def _length_ms(path: Path) -> int | None:
    if path.suffix.lower() not in {".wav", ".wave"}:
        return None
    import wave  # few projects ever need it

    # What the standard library does not read, such as samples that are floats, has a length that is not known.
    with suppress(wave.Error, EOFError), wave.open(str(path), "rb") as sound:
        frame_bytes = sound.getnchannels() * sound.getsampwidth()
        # A recorder that streams writes the greatest number there is, not knowing how many frames will come.
        frames = min(sound.getnframes(), path.stat().st_size // frame_bytes)
        return frames * 1000 // sound.getframerate()
    return None


def stored_path(project_path: Path, path: Path | str) -> str:
    """Return a file's path as the project keeps it: relative to the project's folder if it lies there, else absolute.

    Relative paths have `/` on every system: they hold wherever folder and files are taken together.
    """
    folder, file = _absolute(project_path).parent, _absolute(path)
    return file.relative_to(folder).as_posix() if file.is_relative_to(folder) else str(file)


def recording_file(project_path: Path, recording: Recording) -> RecordingFile:
    """Return where a recording's file is looked for, and a sentence where it is not there."""
    path = _absolute(project_path).parent / recording.path
    if recording.path and path.is_file():
        return RecordingFile(path)
    return RecordingFile(path, f"The recording {path.name} is not at {path.parent}. Notes and times stand without it.")


def _absolute(path: Path | str) -> Path:
    # Not resolved: a link that somebody laid into the project's folder is meant.
    return Path(os.path.abspath(path))  # noqa: PTH100
