"""Plain text files: which characters their bytes mean, and their lines."""

import codecs

from framework_qda.errors import ImportFileError
from framework_qda.io.file_types import SNIFFED_BYTES, guess_utf16

ENCODINGS: dict[str, str] = {
    "utf-8": "Unicode (UTF-8)",
    "utf-16-le": "Unicode (UTF-16)",
    "utf-16-be": "Unicode (UTF-16, big-endian)",
    "cp1252": "Western European (Windows-1252)",
    "mac_roman": "Western European (old Mac)",
    "cp850": "Western European (DOS)",
    "iso8859_15": "Western European (ISO 8859-15)",
    "cp1250": "Central European (Windows-1250)",
    "cp1251": "Cyrillic (Windows-1251)",
    "cp1253": "Greek (Windows-1253)",
    "cp1254": "Turkish (Windows-1254)",
    "cp1255": "Hebrew (Windows-1255)",
    "cp1256": "Arabic (Windows-1256)",
}
"""The encodings that can be chosen: Python's name -> words for a person."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def guess_encoding(data: bytes) -> tuple[str, bool]:
    """Return the likely encoding of some bytes and whether it is sure; no guess among single-byte ones is."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, True
    wide = guess_utf16(data[:SNIFFED_BYTES])
    if wide is not None:
        return wide, True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252", False
    return "utf-8", True


def decode_text(data: bytes, file_name: str, encoding: str | None = None) -> tuple[str, list[str]]:
    """Return the text of a file and what must be told about it.

    `encoding` overrides the guess. Raises ImportFileError if the bytes cannot be text in that encoding.
    """
    told: list[str] = []
    if encoding is None:
        encoding, is_sure = guess_encoding(data)
        if not is_sure:
            told.append(
                f"The file does not say which characters its bytes mean; it was read as {ENCODINGS[encoding]}. Look "
                "at letters with accents and at quotation marks, and choose another encoding if they are wrong."
            )
            return _decode_western(data, told)
    for mark, marked in _MARKS:
        if marked == encoding and data.startswith(mark):
            data = data[len(mark) :]
    try:
        return data.decode(encoding), told
    except (UnicodeDecodeError, LookupError) as error:
        words = ENCODINGS.get(encoding, encoding)
        raise ImportFileError(
            f"“{file_name}” is not text in the encoding {words}. Choose another encoding, or leave the choice open."
        ) from error


def _decode_western(data: bytes, told: list[str]) -> tuple[str, list[str]]:
    """Decode as Windows-1252; the five bytes that mean nothing there are shown as �."""
    text = data.decode("cp1252", errors="replace")
    unknown = text.count("\ufffd")
    if unknown:
        told.append(f"{unknown:,} {'byte means' if unknown == 1 else 'bytes mean'} no character there and show as �.")
    return text, told
