"""Places in a recording as they are written in notes: `[00:12:05]`, `0:23:10`, `12:05`, `(00:12:05.300)`."""

import re
from dataclasses import dataclass

_HOURS = r"(?:(?P<h>\d{1,3}):)?(?P<m>\d{1,3}):(?P<s>\d{2})(?:[.,-](?P<f>\d{1,3}))?(?![\d:])"
_OTHER = r"(?:\s*(?:-->|-|–|—|to)\s*(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?(?![\d:]))?"
_OPEN_TO_CLOSE = {"[": "]", "(": ")", "{": "}", "<": ">", "#": "#"}
_TIMECODE = re.compile(rf"\s*(?P<open>[\[({{<#])?\s*{_HOURS}{_OTHER}")
_TIME_OF_DAY = re.compile(r"\s*(?:[ap]\.?m\b|hrs?\b|o['’]clock\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Timecode:
    """A place in a recording found in a text: integer ms, and where what wrote it ends (code points).

    `is_plain` says that it could as well be a time of day: hours and minutes, without brackets.
    """

    ms: int
    end: int
    is_plain: bool


def match_timecode(text: str, start: int = 0) -> Timecode | None:
    """Find the timecode that stands at `start` of a text, of a range its beginning; `None` if none does."""
    found = _TIMECODE.match(text, start)
    if found is None:
        return None
    ms = _to_ms(found)
    if ms is None:
        return None
    end = found.end()
    opened = found["open"]
    if opened:
        closing = re.compile(r"\s*" + re.escape(_OPEN_TO_CLOSE[opened])).match(text, end)
        if closing is None:
            return None
        return Timecode(ms, closing.end(), is_plain=False)
    if _TIME_OF_DAY.match(text, end) or _runs_on(text, end):
        return None
    return Timecode(ms, end, is_plain=found["h"] is None and found["f"] is None)


def parse_timecode(text: str) -> int:
    """Read a timecode as integer milliseconds; raise ValueError if the text is anything else."""
    found = match_timecode(text)
    if found is None or text[found.end :].strip():
        raise ValueError(f"{text!r} is not a timecode such as 0:23:10")
    return found.ms


def format_timecode(ms: int) -> str:
    """Write milliseconds as `0:23:10`; a fraction of a second is cut off."""
    seconds = max(0, ms) // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _to_ms(found: re.Match[str]) -> int | None:
    hours, minutes, seconds = int(found["h"] or 0), int(found["m"]), int(found["s"])
    if seconds > 59 or (found["h"] is not None and minutes > 59):
        return None
    fraction = (found["f"] or "").ljust(3, "0")
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int(fraction)


def _runs_on(text: str, end: int) -> bool:
    """Say whether letters or figures follow at once, so that what was read is part of something else."""
    return end < len(text) and (text[end].isalnum() or text[end] in "/%")
