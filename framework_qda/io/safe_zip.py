"""Check a zipped document before anything parses it: size, number of parts, names, and no DOCTYPE.

A document of a few megabytes can unfold to gigabytes, and a DOCTYPE can fetch files or multiply without end.
What is declared is enough to judge by: zipfile stops at the declared size of a part.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from framework_qda.errors import ImportFileError

MOST_MEMBERS = 2_000
MOST_BYTES = 200 << 20
MOST_XML_BYTES = 60 << 20
MOST_RATIO = 200
RATIO_COUNTS_FROM = 1 << 20
_CHUNK = 1 << 20
_DOCTYPE = b"<!DOCTYPE"

ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What zipfile raises for damaged, encrypted or unusually compressed parts."""


def check_zip(data: bytes, file_name: str) -> None:
    """Raise ImportFileError if a zipped document is not safe to parse; nothing is unpacked to the disk."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_names(members, file_name)
            _check_sizes(members, file_name)
            for member in members:
                if member.filename.lower().endswith((".xml", ".rels")):
                    _check_markup(archive, member, file_name)
    except ZIP_ERRORS as error:
        raise ImportFileError(
            f"“{file_name}” is damaged and cannot be read. Open it in the program that it comes from, save it "
            "again and import the new file."
        ) from error


def _check_names(members: list[zipfile.ZipInfo], file_name: str) -> None:
    if len(members) > MOST_MEMBERS:
        raise _unsafe(file_name, f"it has {len(members):,} parts where a document has some dozens")
    names = [member.filename.casefold() for member in members]
    if len(set(names)) < len(names):
        raise _unsafe(file_name, "two of its parts have the same name")
    if any(_is_outside(name) for name in names):
        raise _unsafe(file_name, "one of its parts has a name that points out of the document")


def _is_outside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\x00" in name


def _check_sizes(members: list[zipfile.ZipInfo], file_name: str) -> None:
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise _unsafe(file_name, f"it unfolds to more than {MOST_BYTES >> 20} MB")
    markup = sum(member.file_size for member in members if member.filename.lower().endswith(".xml"))
    if markup > MOST_XML_BYTES:
        raise _unsafe(file_name, f"its text unfolds to more than {MOST_XML_BYTES >> 20} MB")
    for member in members:
        is_large = member.file_size > RATIO_COUNTS_FROM
        if is_large and member.file_size > MOST_RATIO * max(1, member.compress_size):
            raise _unsafe(file_name, "one of its parts unfolds to far more than a document holds")


def _check_markup(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file_name: str) -> None:
    """Refuse a DOCTYPE anywhere, in any encoding that a parser knows: no Office program writes one."""
    kept = b""
    for chunk in _chunks(archive, member):
        window = kept + chunk.replace(b"\x00", b"")
        if _DOCTYPE in window.upper():
            raise _unsafe(file_name, "it holds a document type declaration, which no word processor writes")
        kept = window[-len(_DOCTYPE) :]


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _unsafe(file_name: str, reason: str) -> ImportFileError:
    return ImportFileError(
        f"“{file_name}” was not opened, because {reason}. If you trust it, open it in your word processor, save it "
        "as a new .docx and import that."
    )
