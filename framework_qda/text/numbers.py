"""Numbers and lists as a report writes them."""

from collections.abc import Sequence

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number_word(number: int) -> str:
    """Write a number in words below ten, in figures from there on: `nine`, `28`, `1,204`; nought is `no`."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else f"{number:,}"


def count_phrase(number: int, one: str, many: str = "") -> str:
    """Write a count with its noun: `one interview`, `28 interviews`."""
    return f"{number_word(number)} {one if number == 1 else many or plural(one)}"


def plural(noun: str) -> str:
    """Return the usual English plural of a noun: `trusts`, `local authorities`, `churches`."""
    if noun.endswith("y") and noun[-2:-1] not in ("", *"aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def list_words(parts: Sequence[str]) -> str:
    """Write a list as a sentence does: `a, b and c`; empty parts are left out."""
    shown = [part for part in parts if part]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def hours_words(minutes: int) -> str:
    """Write a length of time: `58 minutes`, `28 hours 20 minutes`."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours:,} hour{'' if hours == 1 else 's'}" if hours else "", f"{rest} minute{'' if rest == 1 else 's'}"]
    return " ".join(part for part in parts if part and (not part.startswith("0 ") or not hours))
