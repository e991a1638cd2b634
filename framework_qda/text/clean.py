"""The one gate for text from outside: files, the clipboard, and on the way into exports.

What passes is NFC, ends its lines with a line feed, and can be stored, shown and written to any format.
"""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_NOT_A_CHARACTER = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr((plane << 16) | 0xFFFE) + chr((plane << 16) | 0xFFFF) for plane in range(17)) + "]"
)
_MARK = re.compile("\ufeff")
_OVERRIDE = re.compile("[\u202d\u202e]")

_REMOVALS = (
    (_CONTROL, "control character", "control characters"),
    (_NOT_A_CHARACTER, "code that stands for no character", "codes that stand for no character"),
    (_MARK, "invisible byte order mark", "invisible byte order marks"),
    (_OVERRIDE, "mark that turns the direction of writing", "marks that turn the direction of writing"),
)


def clean_text(text: str) -> tuple[str, list[str]]:
    """Return the text without what cannot be stored or shown, and a sentence on each thing removed.

    Composing (NFC) and line ends change no word and are not told. Cleaning twice changes nothing more.
    """
    told: list[str] = []
    if _SURROGATE.search(text):
        text, count = _join_surrogates(text)
        _tell(told, count, "half of a broken character", "halves of broken characters")
    text = _LINE_ENDS.sub("\n", text)
    for pattern, one, many in _REMOVALS:
        text, count = pattern.subn("", text)
        _tell(told, count, one, many)
    return unicodedata.normalize("NFC", text), told


def _join_surrogates(text: str) -> tuple[str, int]:
    """Join pairs of surrogates to the character that they mean, and drop and count those left alone."""
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return _SURROGATE.subn("", joined)


def _tell(told: list[str], count: int, one: str, many: str) -> None:
    if count:
        told.append(f"{count:,} {one if count == 1 else many} {'was' if count == 1 else 'were'} removed.")
