"""Captions and the transcripts of recognisers: WebVTT (.vtt) and SubRip (.srt), as turns of speech.

Both are blocks of a time and some words. What programs write differs from what the formats say: hours are left
out, decimals have a dot or a comma, numbers are missing or stand apart. So a line with a time begins a cue wherever
it stands, and no words are dropped.

Sources: WebVTT, W3C Candidate Recommendation of 4 April 2019; SubRip has no specification.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from framework_qda.text.clean import clean_text
from framework_qda.text.speakers import believe_labels, match_label
from framework_qda.text.turns import Turn

SPEAKER_LENGTH = 80
NEAR_THE_TOP = 3
"""A file is one of captions if a line with a time is among so many of its first lines that are not blank."""

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?"
_TIMES = re.compile(rf"\s*{_TIME}\s*-{{1,2}}>\s*{_TIME}(?:\s+\S.*|\s*)")
_ARROW = re.compile(r"\s*\w{1,9}:[\w:.,]{1,20}\s*-{1,2}>|\s*-->\s*\d+:\d")
"""A line that begins a cue, even where its times cannot be read."""

_NUMBER = re.compile(r"\s*\d+\s*")
_HEADER = re.compile(r"WEBVTT(?:[ \t]|$)")
_REMARK = re.compile(r"NOTE(?:[ \t]|$)")
_LOOKS = re.compile(r"(?:STYLE|REGION)\s*")
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z]+)(?:\.[^<>\s]*)?(?:\s(?P<said_by>[^<>]*))?/?>|<[\d:.]+>|\{\\[^{}]*\}"
)
_MARKUP = frozenset(["b", "i", "u", "c", "s", "v", "lang", "ruby", "rt", "font"])
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{2,32});")
_DASH = re.compile(r"\s*(?:-(?=\s|[^\W\d_])|[–—](?=\s))\s*")
_ARROWS = re.compile(r"\s*(?:>>+|(?:&gt;){2,})\s*")
_STAMP_WITHIN = re.compile(r"<[\d:.]+>")


@dataclass(slots=True)
class _Cue:
    """A cue as it stands in the file; times in ms, None where they cannot be read."""

    start_ms: int | None = None
    end_ms: int | None = None
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some words of a cue, their markup gone: `voice` is the speaker that markup names."""

    text: str
    voice: str | None
    is_change: bool


def are_cues(text: str) -> bool:
    """Say whether a text is WebVTT or SubRip: it says so, or a line with times stands at its top."""
    if _HEADER.match(text.partition("\n")[0]):
        return True
    filled = (line for line in text.split("\n") if line.strip())
    return any(_TIMES.fullmatch(line) for _, line in zip(range(NEAR_THE_TOP), filled, strict=False))


def read_cues(text: str) -> tuple[list[Turn], list[str]]:
    """Return what is said in a text of cues, turn by turn, and sentences on what was left out or is doubtful."""
    is_vtt = _HEADER.match(text.partition("\n")[0]) is not None
    told: list[str] = []
    cues = _find_cues(text, is_vtt, told)
    if _is_rolling(cues):
        _drop_repeated(cues)
        told.append("Each line was shown twice, as rolling captions do; it was taken once.")
    unread = sum(cue.start_ms is None for cue in cues if any(line.strip() for line in cue.lines))
    if unread:
        told.append(f"{_count(unread, 'caption has', 'captions have')} no time that can be read; the words were kept.")
    pieces = [(cue, piece) for cue in cues for piece in _pieces_of(cue.lines)]
    return _name_speakers(pieces, told), told


# -- blocks and cues


def _find_cues(text: str, is_vtt: bool, told: list[str]) -> list[_Cue]:
    cues: list[_Cue] = []
    remarks = 0
    blocks = list(_blocks(text))
    for place, block in enumerate(blocks):
        is_cue = _has_times(block[1:2])
        if is_vtt and not is_cue and _REMARK.match(block[0]):
            remarks += 1
        elif is_vtt and not is_cue and (_LOOKS.fullmatch(block[0]) or (place == 0 and not _has_times(block))):
            continue  # how captions look, or the head of the file
        elif not _is_stray_number(block, blocks[place + 1 : place + 2]):
            _read_block(block, cues, is_vtt)
    if remarks:
        told.append(f"{_count(remarks, 'remark', 'remarks')} (NOTE) of the program that wrote the file left out.")
    return cues


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _has_times(block: Sequence[str]) -> bool:
    return any(_ARROW.match(line) for line in block)


def _is_stray_number(block: Sequence[str], following: Sequence[Sequence[str]]) -> bool:
    """Say whether a block is nothing but the number of the cue after it."""
    return len(block) == 1 and bool(_NUMBER.fullmatch(block[0])) and any(_ARROW.match(each[0]) for each in following)


def _read_block(block: Sequence[str], cues: list[_Cue], is_vtt: bool) -> None:
    """Read one block: a cue, several that no blank line parts, or more words of the cue before it."""
    is_in_header = is_vtt and not cues and _HEADER.match(block[0]) is not None
    for place, line in enumerate(block):
        if _ARROW.match(line):
            cues.append(_open_cue(line))
            is_in_header = False
        elif is_in_header or _is_name(block, place, is_vtt):
            continue
        else:
            if not cues:
                cues.append(_Cue())
            cues[-1].lines.append(line)


def _is_name(block: Sequence[str], place: int, is_vtt: bool) -> bool:
    """Say whether a line is the name or number of the cue that the next line begins."""
    if place + 1 == len(block) or not _ARROW.match(block[place + 1]):
        return False
    return bool(_NUMBER.fullmatch(block[place])) or (is_vtt and place == 0)


def _open_cue(line: str) -> _Cue:
    found = _TIMES.fullmatch(line)
    if found is None:
        return _Cue()
    return _Cue(_to_ms(found.groups()[:4]), _to_ms(found.groups()[4:]))


def _to_ms(parts: Sequence[str | None]) -> int | None:
    hours, minutes, seconds = (int(part or 0) for part in parts[:3])
    if (minutes > 59 and parts[0] is not None) or seconds > 59:
        return None
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int((parts[3] or "").ljust(3, "0")[:3])


# -- captions that roll


def _is_rolling(cues: Sequence[_Cue]) -> bool:
    """Say whether most cues show the last line of the one before again, as a service does that types line by line."""
    if not any(_STAMP_WITHIN.search(line) for cue in cues for line in cue.lines):
        return False
    shown = [list(filter(None, map(_bare, cue.lines))) for cue in cues]
    shown = [lines for lines in shown if lines]
    again = sum(after[0] == before[-1] for before, after in pairwise(shown))
    return again > len(shown) // 2


def _drop_repeated(cues: Sequence[_Cue]) -> None:
    last = ""
    for cue in cues:
        lines = [line for line in cue.lines if _bare(line)]
        cue.lines = lines[1:] if lines and _bare(lines[0]) == last else lines
        last = _bare(lines[-1]) if lines else last


def _bare(line: str) -> str:
    return " ".join(_TAG.sub("", line).split())


# -- the words of a cue


def _pieces_of(lines: Sequence[str]) -> list[_Piece]:
    """Part the words of a cue where its markup names a speaker or a line begins with a sign of a new one."""
    gatherer = _Gatherer(has_dashes=bool(lines) and _DASH.match(lines[0]) is not None)
    for line in lines:
        gatherer.take(line)
    gatherer.end_piece()
    return gatherer.pieces


class _Gatherer:
    """Gather the words of one cue, line by line, until the speaker changes.

    `has_dashes`: the cue begins with a dash, so that dashes stand for changes and not for thoughts put in.
    """

    def __init__(self, has_dashes: bool) -> None:
        self.pieces: list[_Piece] = []
        self._has_dashes = has_dashes
        self._words: list[str] = []
        self._voice: str | None = None
        self._is_change = False

    def take(self, line: str) -> None:
        """Take the words of a line, and leave its markup."""
        end = self._take_sign(line)
        for tag in _TAG.finditer(line, end):
            self._words.append(line[end : tag.start()])
            self._take_tag(tag)
            end = tag.end()
        self._words += [line[end:], " "]

    def end_piece(self) -> None:
        """Keep what has been gathered as said by one speaker."""
        text = _tidy("".join(self._words))
        self._words = []
        if text:
            self.pieces.append(_Piece(text, None if self._voice is None else _tidy(self._voice), self._is_change))
            self._is_change = False

    def _take_sign(self, line: str) -> int:
        sign = _ARROWS.match(line) or (_DASH.match(line) if self._has_dashes else None)
        if sign is None:
            return 0
        self.end_piece()
        self._voice, self._is_change = None, True
        return sign.end()

    def _take_tag(self, tag: re.Match[str]) -> None:
        name = (tag["name"] or "").lower()
        if name == "v":
            self.end_piece()
            self._voice = None if tag["close"] else tag["said_by"] or ""
        elif name and name not in _MARKUP:
            self._words.append(tag[0])


def _tidy(text: str) -> str:
    """Turn entities to their characters, clean those, and set the words on one line."""
    unescaped = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return " ".join(clean_text(unescaped)[0].split())


# -- speakers


def _name_speakers(pieces: Sequence[tuple[_Cue, _Piece]], told: list[str]) -> list[Turn]:
    """Give each piece its speaker: the one that markup names, or a believed label such as `INT:` before its words."""
    labels = [match_label(piece.text) if piece.voice is None else None for _, piece in pieces]
    believed = believe_labels((found[0] for found in labels if found is not None), ())
    turns = []
    voice_before: str | None = None
    for (cue, piece), found in zip(pieces, labels, strict=True):
        is_new = piece.is_change or (bool(voice_before) and not piece.voice)
        turn = Turn(piece.text, piece.voice or "", cue.start_ms, cue.end_ms, is_new)
        if found is not None and found[0] in believed and piece.text[found[1] :].strip():
            turn = replace(turn, text=piece.text[found[1] :].strip(), speaker=found[0])
        turns.append(turn)
        voice_before = piece.voice
    return _shorten_names(turns, told)


def _shorten_names(turns: Sequence[Turn], told: list[str]) -> list[Turn]:
    too_long = sum(len(turn.speaker) > SPEAKER_LENGTH for turn in turns)
    if too_long:
        told.append(f"{_count(too_long, 'name of a speaker was', 'names of speakers were')} too long and cut short.")
    return [replace(turn, speaker=turn.speaker[:SPEAKER_LENGTH].strip()) for turn in turns]


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
