"""Tell what a file is from its bytes, whatever its name says."""

import io
import re
import zipfile
import zlib

SNIFFED_BYTES = 4096

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich text file (.rtf)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file (.doc) or one that is locked with a password"),
    (b"SQLite format 3\x00", "a database, perhaps a Framework QDA project"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"ID3", "a sound recording"),
    (b"\xff\xfb", "a sound recording"),
    (b"\xff\xf3", "a sound recording"),
    (b"fLaC", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"RIFF", "a sound recording or a film"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
_WORD_PART = re.compile(r"word/document\d*\.xml")
_ZIP_MEMBERS = (
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("META-INF/container.xml", "an e-book"),
    ("project.qde", "a REFI-QDA project"),
)
_ODT_TYPES = tuple(f"application/vnd.oasis.opendocument.text{ending}".encode() for ending in ("", "-template"))
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_MIMETYPE_BYTES = 200


def describe_type(data: bytes) -> str:
    """Say what some bytes are: `docx`, `odt`, `text`, `empty`, or words for a person such as "a PDF"."""
    if not data:
        return "empty"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _describe_zip(data)
    for beginning, words in _BEGINNINGS:
        if data.startswith(beginning):
            return words
    if data[4:8] == b"ftyp":
        return "a sound recording or a film"
    start = data[:SNIFFED_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "a web page"
    if start.startswith(b"<?xml"):
        return "an XML file"
    return "text" if _is_text(data[:SNIFFED_BYTES]) else "a file of an unknown kind, not text"


def _describe_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
            mimetype = _read_mimetype(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
        return "a damaged archive or document"
    if any(_WORD_PART.fullmatch(name) for name in names):
        return "docx"
    if mimetype in _ODT_TYPES:
        return "odt"
    if mimetype.startswith(_OPEN_DOCUMENT):
        return "an OpenDocument file that is no text"
    for member, words in _ZIP_MEMBERS:
        if member in names:
            return words
    return "an archive (.zip)"


def _read_mimetype(archive: zipfile.ZipFile) -> bytes:
    """Return what an OpenDocument file or an e-book says that it is; nothing if that is longer than it can be."""
    member = next((each for each in archive.infolist() if each.filename == "mimetype"), None)
    if member is None or member.file_size > _MIMETYPE_BYTES:
        return b""
    return archive.read(member).strip()


def _is_text(start: bytes) -> bool:
    """Say whether some bytes can be text: UTF-16 and UTF-32 begin with a mark or hold a NUL at every other place."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return True
    if guess_utf16(start) is not None:
        return True
    controls = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1a\x1b" for byte in start)
    return controls <= 0.02 * len(start)


def guess_utf16(start: bytes) -> str | None:
    """Return `utf-16-le` or `utf-16-be` if every other byte is mostly NUL, as in Western text; else `None`."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) <= 0.3 * len(start) / 2 or min(even, odd) >= 0.05 * len(start):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"
