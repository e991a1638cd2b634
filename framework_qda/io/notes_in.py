"""Notes, transcripts and observations from files, told apart by what they hold: .docx, .odt, .txt, .vtt and .srt."""

import hashlib
import re
from pathlib import Path

from framework_qda.errors import ImportFileError
from framework_qda.io.cues import are_cues, read_cues
from framework_qda.io.file_types import describe_type
from framework_qda.io.notes_docx import read_docx_lines
from framework_qda.io.notes_odt import read_odt_lines
from framework_qda.io.notes_txt import decode_text
from framework_qda.model import Notes, NotesParagraph
from framework_qda.text.clean import clean_text
from framework_qda.text.paragraphs import Line, check_times, split_notes, unwrap
from framework_qda.text.turns import join_turns

NOTES_ENDINGS = (".docx", ".odt", ".txt", ".vtt", ".srt")
MOST_FILE_BYTES = 100 << 20

_CUE_ENDINGS = (".vtt", ".srt")
_DOCUMENT_READERS = {"docx": read_docx_lines, "odt": read_odt_lines}
_KIND_WORDS = (
    ("transcript", re.compile(r"transcri|verbatim", re.IGNORECASE)),
    ("observation", re.compile(r"observ|field ?notes?", re.IGNORECASE)),
)
_DOCUMENT_CLAIMS = {
    ".docx": "not a Word document",
    ".doc": "not a Word document",
    ".odt": "not an OpenDocument text",
}
_ADVICE = "Save it as .docx or .txt and import that."


def read_notes(path: Path | str, encoding: str | None = None) -> Notes:
    """Read a file of notes; its kind is told by its bytes, not by its name.

    `encoding` (of a text file) overrides the guess. `Notes.warnings` says what was left out or is doubtful.
    Raises ImportFileError, with a sentence, for a file that cannot be read or is not what its name says.
    """
    path = Path(path)
    data = read_source(path)
    return notes_from_bytes(data, path.name, encoding)


def read_source(path: Path) -> bytes:
    """Return the bytes of a file of notes; raise ImportFileError if it is missing, locked, empty or too large."""
    try:
        if path.is_dir():
            raise ImportFileError(f"“{path.name}” is a folder. Choose the files in it.")
        if path.stat().st_size > MOST_FILE_BYTES:
            raise ImportFileError(f"“{path.name}” is larger than {MOST_FILE_BYTES >> 20} MB: these are no notes.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ImportFileError(f"“{path.name}” is not there any more. Choose it again.") from error
    except OSError as error:
        raise ImportFileError(
            f"“{path.name}” cannot be read: it may be open in another program, or you may not be allowed to read it."
        ) from error


def notes_from_bytes(data: bytes, file_name: str, encoding: str | None = None) -> Notes:
    """Read notes from the bytes of a file; `file_name` is its name without a folder."""
    content = describe_type(data)
    _check_claim(content, file_name)
    kind = guess_kind(file_name)
    if content in _DOCUMENT_READERS:
        lines, told = _DOCUMENT_READERS[content](data, file_name)
        lines, removed = _clean_lines(lines)
        paragraphs = split_notes(lines)
    else:
        text, told = decode_text(data, file_name, encoding)
        text, removed = clean_text(text)
        if are_cues(text):
            kind = "transcript"
            turns, remarks = read_cues(text)
            paragraphs = join_turns(turns)
        else:
            paragraphs, remarks = _read_plain(text, file_name)
        told += remarks
    if not paragraphs:
        raise ImportFileError(f"“{file_name}” holds no words.")
    return Notes(
        file_name=file_name,
        file_sha256=hashlib.sha256(data).hexdigest(),
        paragraphs=paragraphs,
        title=Path(file_name).stem,
        kind=kind,
        warnings=(*told, *removed, *check_times(paragraphs)),
    )


def _read_plain(text: str, file_name: str) -> tuple[tuple[NotesParagraph, ...], list[str]]:
    """Read text that is typed: each line a paragraph, but for those broken at a fixed width."""
    told = []
    if file_name.lower().endswith(_CUE_ENDINGS):
        told.append("The file has no captions with times, and was read as plain text.")
    joined, is_joined = unwrap(text.split("\n"))
    if is_joined:
        told.append("Lines that were broken at a fixed width have been joined to paragraphs.")
    return split_notes(joined), told


def guess_kind(file_name: str) -> str:
    """Return `transcript` or `observation` if the name of a file says so, else `notes`."""
    stem = re.sub(r"[_.\-]+", " ", Path(file_name).stem)
    return next((kind for kind, words in _KIND_WORDS if words.search(stem)), "notes")


def count_words(paragraphs: tuple[NotesParagraph, ...]) -> int:
    """Count the words of some paragraphs, without times and speakers."""
    return sum(len(paragraph.text.split()) for paragraph in paragraphs)


def _check_claim(kind: str, file_name: str) -> None:
    ending = Path(file_name).suffix.lower()
    if kind == "empty":
        raise ImportFileError(f"“{file_name}” is empty: it has not a single character.")
    if kind == "text" and ending in _DOCUMENT_CLAIMS:
        raise ImportFileError(
            f"“{file_name}” is {_DOCUMENT_CLAIMS[ending]} but plain text. Give it the ending .txt and import it again."
        )
    if kind != "text" and kind not in _DOCUMENT_READERS:
        claim = _DOCUMENT_CLAIMS.get(ending, "not notes that can be read")
        raise ImportFileError(f"“{file_name}” is {claim}: it is {kind}. {_ADVICE}")


def _clean_lines(lines: list[Line]) -> tuple[list[Line], list[str]]:
    """Pass the lines of a document through the gate, and say once for all of them what was removed."""
    whole = "\n".join(line.text for line in lines)
    _, removed = clean_text(whole)
    cleaned = []
    for line in lines:
        start, _ = clean_text(line.text[: line.bold_length])
        text, _ = clean_text(line.text)
        cleaned.append(Line(text.replace("\n", " "), min(len(start), len(text)), line.speaker))
    return cleaned, removed
