"""Words for counts and places, written once."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from framework_qda.model import Marks

UNITS: Mapping[str, tuple[str, str]] = {
    "case_study": ("case study", "case studies"),
    "organisation": ("organisation", "organisations"),
    "interview": ("interview", "interviews"),
    "informant": ("informant", "informants"),
}
"""What can be counted behind a word such as “most”: the type name -> one, many."""


def count_words(count: int, one: str, many: str = "") -> str:
    """Write a count with its noun: `1 interview`, `28 interviews`, `1,204 paragraphs`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def join_words(parts: Sequence[str]) -> str:
    """Write a list as a sentence does: `a, b and c`."""
    shown = [part for part in parts if part]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def lower_first(words: str) -> str:
    """Make the first letter small, unless the word is one of capitals (`I09`)."""
    if len(words) > 1 and (words[1].isupper() or words[1].isdecimal()):
        return words
    return words[:1].lower() + words[1:]


def sentence(words: str) -> str:
    """Write words as a sentence: a capital first, a full stop last; nothing stays nothing."""
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def for_menu(words: str) -> str:
    """Write words of a user so that a menu shows them as they are: `&` is doubled, long ones are cut."""
    shown = words if len(words) <= 60 else words[:59].rstrip() + "…"
    return " ".join(shown.split()).replace("&", "&&")


def weight_words(marks: Marks) -> str:
    """Say what is behind a word for how many: `“most”, counted by organisation; 7 interviews`; empty without one."""
    if not marks.weight:
        return ""
    unit = UNITS.get(marks.weight_unit)
    counted = f", counted by {unit[0]}" if unit else ""
    rows = f"; {count_words(len(marks.weight_rows), 'interview')} behind it" if marks.weight_rows else ""
    return f"“{marks.weight}”{counted}{rows}"


def time_words(made_at: str, today: datetime | None = None) -> str:
    """Write a time as people do: `14:02` today, `3 May 14:02` this year, `3 May 2025` before."""
    when = datetime.fromisoformat(made_at).astimezone()
    now = today or datetime.now().astimezone()
    if when.date() == now.date():
        return f"{when:%H:%M}"
    day = f"{when.day} {when:%B}"
    return f"{day} {when:%H:%M}" if when.year == now.year else f"{day} {when.year}"


def day_words(day: date) -> str:
    """Write a day with its weekday: `Friday 3 May 2025`."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def hour_words(made_at: float) -> str:
    """Write the time of day of a moment, given in seconds since 1970: `14:02`."""
    return f"{datetime.fromtimestamp(made_at).astimezone():%H:%M}"
