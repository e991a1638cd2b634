"""From the lines of a file to the paragraphs of notes: where in the recording, who spoke, what was noted.

Each line is a paragraph, blank lines only separate. A time or a speaker alone on a line belongs to the line
after it. A paragraph without a speaker or time stays without: nothing is filled in that nobody wrote.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from framework_qda.model import NotesParagraph
from framework_qda.text.speakers import believe_labels, is_usual, looks_like_label, match_label
from framework_qda.text.timecodes import Timecode, format_timecode, match_timecode

PLAIN_TIMES_NEEDED = 3
"""How many climbing times such as `12:05` begin lines before they are believed: one alone may be a time of day."""

EARLY_MS = 5 * 60_000
HOURS_OF_A_DAY = 24

_AFTER_TIME = re.compile(r"\s*(?:[:|–—-](?:\s+|$))?")
_LABEL_BEFORE_TIME = re.compile(r"([^\W\d_][\w .'’/&-]{0,39}?)\s+(?=[\[(]?\d{1,3}:\d\d)")
_JOINED_SHARE = 0.6
_WRAP_WIDTHS = range(40, 121)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file. `bold_length` code points at its beginning are bold; `speaker` is told by a table."""

    text: str
    bold_length: int = 0
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class _Head:
    """What a line begins with: its time, its speaker, and where its words begin."""

    time: Timecode | None = None
    label: str = ""
    is_bold: bool = False
    has_colon: bool = False
    words_from: int = 0
    without_label: "_Head | None" = None


def split_notes(lines: Iterable[str | Line]) -> tuple[NotesParagraph, ...]:
    """Turn lines into paragraphs, with the times and speakers recognised at their beginning."""
    kept = [_as_line(line) for line in lines]
    kept = [line for line in kept if line.text]
    takes_plain = _are_times(kept)
    heads = [_read_head(line, takes_plain) for line in kept]
    believed = believe_labels(
        (head.label for head in heads if head.label and head.has_colon),
        (head.label for head in heads if head.is_bold and head.has_colon),
    )
    gatherer = _Gatherer()
    for line, head in zip(kept, heads, strict=True):
        gatherer.add(line, _settle(head, believed))
    return gatherer.finish()


def check_times(paragraphs: Sequence[NotesParagraph]) -> list[str]:
    """Say in sentences where times go backwards; they are kept as they were written."""
    backwards = []
    latest: int | None = None
    for number, paragraph in enumerate(paragraphs, start=1):
        if paragraph.start_ms is None:
            continue
        if latest is not None and paragraph.start_ms < latest:
            backwards.append(f"¶{number} ({format_timecode(paragraph.start_ms)} after {format_timecode(latest)})")
        latest = paragraph.start_ms
    if not backwards:
        return []
    places = ", ".join(backwards[:3]) + (" and others" if len(backwards) > 3 else "")
    start = "A time goes" if len(backwards) == 1 else f"{len(backwards)} times go"
    return [f"{start} backwards: {places}. Kept as written."]


def unwrap(lines: Sequence[str]) -> tuple[list[str], bool]:
    """Join lines that were broken at a fixed width, and say whether any were.

    A line is one of those if the next word would not have fitted on it; a text is, if most of its lines are.
    """
    width = max((len(line.rstrip()) for line in lines), default=0)
    pairs = [(first, second) for first, second in pairwise(lines) if first.strip() and second.strip()]
    if width not in _WRAP_WIDTHS or len(pairs) < 3:
        return list(lines), False
    if sum(_is_broken(first, second, width) for first, second in pairs) < _JOINED_SHARE * len(pairs):
        return list(lines), False
    joined: list[str] = []
    previous = ""
    for line in lines:
        if joined and previous.strip() and line.strip() and _is_broken(previous, line, width):
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
        previous = line
    return joined, True


def _is_broken(line: str, following: str, width: int) -> bool:
    head = match_timecode(following)
    if (head is not None and not head.is_plain) or match_label(following) is not None:
        return False
    return len(line.rstrip()) + 1 + len(following.split()[0]) > width


def _as_line(line: str | Line) -> Line:
    if isinstance(line, str):
        return Line(line.strip())
    indent = len(line.text) - len(line.text.lstrip())
    return replace(line, text=line.text.strip(), bold_length=max(0, line.bold_length - indent))


def _are_times(lines: Sequence[Line]) -> bool:
    """Say whether the times such as `12:05` that begin lines are places in a recording.

    They are if there are several, if they climb, and if they are no hours of a day: those begin after five in
    the morning and end before midnight.
    """
    found = [time.ms for line in lines if (time := match_timecode(line.text)) is not None and time.is_plain]
    if len(found) < PLAIN_TIMES_NEEDED or (found[0] >= EARLY_MS and max(found) < HOURS_OF_A_DAY * 60_000):
        return False
    climbing = sum(first <= second for first, second in pairwise(found))
    return climbing >= 0.8 * (len(found) - 1)


def _read_head(line: Line, takes_plain: bool) -> _Head:
    """Read time and speaker, in either order, from the beginning of a line."""
    head = _read_label(_read_time(_Head(), line, takes_plain), line)
    return _read_time(head, line, takes_plain) if head.time is None and head.label else head


def _read_time(head: _Head, line: Line, takes_plain: bool) -> _Head:
    time = match_timecode(line.text, head.words_from)
    if time is None:
        return head
    rest = line.text[time.end :]
    stands_apart = not rest.strip() or rest.startswith("\t") or match_label(line.text, time.end) is not None
    if time.is_plain and not (takes_plain or stands_apart or head.label):
        return head
    gap = _AFTER_TIME.match(line.text, time.end)
    return replace(head, time=time, words_from=gap.end() if gap is not None else time.end)


def _read_label(head: _Head, line: Line) -> _Head:
    found = match_label(line.text, head.words_from)
    if found is not None:
        label, end = found
        is_bold = head.words_from + len(label) <= line.bold_length <= end
        return replace(head, label=label, is_bold=is_bold, has_colon=True, words_from=end, without_label=head)
    return _read_bold_label(head, line) or _read_label_before_time(head, line) or head


def _read_bold_label(head: _Head, line: Line) -> _Head | None:
    """Take bold words without a colon for a speaker, if they are a usual name for one."""
    label = line.text[head.words_from : line.bold_length].strip()
    if not label or not (looks_like_label(label) and is_usual(label)):
        return None
    return replace(head, label=label, is_bold=True, words_from=line.bold_length)


def _read_label_before_time(head: _Head, line: Line) -> _Head | None:
    """Take words for a speaker that stand before a time which ends the line or has brackets: `Speaker 1 [0:03]`."""
    found = _LABEL_BEFORE_TIME.match(line.text)
    if head.time is not None or found is None or not (looks_like_label(found[1]) and is_usual(found[1])):
        return None
    end = found.end()
    time = match_timecode(line.text, end)
    if time is None:
        return None
    if time.is_plain and line.text[time.end :].strip(" :"):
        return None
    return replace(head, label=found[1], words_from=end)


def _settle(head: _Head, believed: frozenset[str]) -> _Head:
    """Drop a label that is not believed: its words belong to the text."""
    if head.without_label is None or head.label in believed:
        return head
    return head.without_label


class _Gatherer:
    """Put times and speakers that stand alone on a line to the line after them."""

    def __init__(self) -> None:
        self._done: list[NotesParagraph] = []
        self._speaker = ""
        self._time: Timecode | None = None
        self._waiting = ""

    def add(self, line: Line, head: _Head) -> None:
        """Take the next line: a paragraph, or what belongs to the one after it."""
        words = line.text[head.words_from :].strip()
        speaker = head.label or line.speaker
        clashes = (head.time is not None and self._time is not None) or (bool(speaker) and bool(self._speaker))
        if clashes:
            self._keep_waiting()
        time = head.time or self._time
        speaker = speaker or self._speaker
        if words:
            self._done.append(NotesParagraph(words, speaker, None if time is None else time.ms))
            self._forget()
        else:
            self._time, self._speaker = time, speaker
            self._waiting = f"{self._waiting} {line.text}".strip()

    def finish(self) -> tuple[NotesParagraph, ...]:
        """Return the paragraphs; a time or speaker that nothing follows is kept as words."""
        self._keep_waiting()
        return tuple(self._done)

    def _keep_waiting(self) -> None:
        if self._waiting:
            self._done.append(NotesParagraph(self._waiting, "", None if self._time is None else self._time.ms))
        self._forget()

    def _forget(self) -> None:
        self._speaker, self._time, self._waiting = "", None, ""
