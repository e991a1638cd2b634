"""Names of sheets that Excel accepts, made from titles of any length and signs."""

import re
from collections.abc import Iterable

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_LONGEST = 31
_TAKEN = "history"  # Excel keeps this name to itself, in any case of letters


def sheet_names(titles: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Return one name a title: at most 31 UTF-16 units, without forbidden signs, unlike all others."""
    used = {_TAKEN, *(name.casefold() for name in taken)}
    names = []
    for title in titles:
        whole = " ".join(_FORBIDDEN.sub(" ", title).split()).strip("' ") or "Matrix"
        name, count = _shortened(whole, _LONGEST), 1
        while name.casefold() in used:
            count += 1
            ending = f" ({count})"
            name = _shortened(whole, _LONGEST - len(ending)) + ending
        used.add(name.casefold())
        names.append(name)
    return names


def _shortened(text: str, longest: int) -> str:
    if _units(text) <= longest:
        return text
    while _units(text) > longest - 1:
        text = text[:-1]
    words = text.rsplit(" ", 1)
    # A name that ends inside a word is cut back to the word before, unless little would be left.
    kept = words[0] if len(words) == 2 and len(words[0]) > longest // 2 else text
    return f"{kept.rstrip(' ,;.-')}…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
