"""The lines of a history in sentences, and what each changed: `2.4 for interview I07: two statements added`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framework_qda.matrix.grid import STATE_WORDS
from framework_qda.matrix.pairs import VERDICT_WORDS
from framework_qda.matrix.remarks import shorten
from framework_qda.matrix.telling import tell_change
from framework_qda.model import CellState, SegmentKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framework_qda.matrix.history import HistoryLine, HistoryNames
    from framework_qda.model import Statement
    from framework_qda.project.overview import Overview

MOST_NAMED = 6
"""How many records of a kind are named in a sentence."""
MOST_LISTED = 200
"""How many are listed beside it."""

_NOUNS: Mapping[str, tuple[str, str]] = {
    "study": ("what the study is about", "what the study is about"),
    "analyst": ("analyst", "analysts"),
    "case_study": ("case study", "case studies"),
    "organisation": ("organisation", "organisations"),
    "interview": ("interview", "interviews"),
    "informant": ("informant", "informants"),
    "attribute": ("attribute", "attributes"),
    "attribute_value": ("value of an attribute", "values of attributes"),
    "document": ("document", "documents"),
    "theme": ("theme", "themes"),
    "subtopic": ("sub-topic", "sub-topics"),
    "tag": ("tag", "tags"),
    "revision": ("sub-topic", "sub-topics"),
    "verdict": ("verdict", "verdicts"),
    "extract": ("passage", "passages"),
    "quotation": ("quotation", "quotations"),
    "recording": ("recording", "recordings"),
    "comment": ("comment", "comments"),
    "dictionary_word": ("word of the study’s dictionary", "words of the study’s dictionary"),
}
_VERBS = {"add": "added", "change": "changed", "delete": "deleted", "move": "moved", "set": "set"}
_DONE = {
    "project.create": "Project begun",
    "subtopic.width": "Width of a column set: {names}",
    "subtopics.widths": "Widths of columns set",
    "subtopic.place": "Sub-topic moved to a theme: {names}",
    "subtopic.revise": "Cells of a sub-topic marked to be looked at again: {names}",
    "subtopic.split": "Sub-topic split: {names}",
    "subtopic.merge": "Sub-topics merged: {names}",
    "document.import": "Notes imported for {places}",
    "document.recording": "Recording of the notes set for {places}",
    "extract.star": "Stars for quotation of {count} in {places}",
    "extract.change": "{count} worked on, in {places}",
    "erase": "{count} erased for good",
    "undo": "{count} put back by undo: {names}",
}
_NAME_FIELDS = ("code", "label", "title", "name", "file_name", "value", "attribution")
_NAMED_BY_WORDS = frozenset({"extract", "dictionary_word", "comment"})
_NAMED_AT_LENGTH = frozenset({"extract", "quotation", "comment", "verdict", "attribute_value"})
"""Several of them are counted in a sentence, and listed beside it."""
_NAMED_BY_OWNERS = frozenset({"extract", "verdict", "document", "recording", "informant", "attribute_value"})
_OF_CELL = {
    "cells.settle": "found to fit its sub-topic still",
    "cell.deviant": "kept in view as deviant no longer",
    "undo": "put back by undo",
}
_HOW = {
    "words.replace": "by replacing words",
    "subtopic.split": "by splitting a sub-topic",
    "subtopic.merge": "by merging sub-topics",
    "statements.move": "by moving statements",
    "cell.restore": "by restoring a version",
    "undo": "by undo",
}
_OF_COMMENT = {
    "comment.resolve": "Comment resolved",
    "comment.reopen": "Comment reopened",
    "cell.send_back": "Sent back with a comment",
    "cells.send_back": "Sent back with a comment",
    "comment.change": "Comment changed",
    "comment.delete": "Comment deleted",
    "undo": "Comment taken back or brought back by undo",
}
AS_IT_WAS = "as it was"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What became of one field of a record, as texts."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LineChange:
    """What a line changed: statements of a cell or a synthesis, or fields of a record, or many records by name."""

    before: tuple[Statement, ...] = ()
    after: tuple[Statement, ...] = ()
    has_statements: bool = False
    was: str = ""
    now: str = ""
    fields: tuple[FieldChange, ...] = ()
    names: tuple[str, ...] = ()


def cell_words(names: HistoryNames, place: tuple[str, str], overview: Overview, row: int) -> str:
    """Say which cell it is: `2.4 for interview I07`; what has been deleted is told as it was called."""
    interview_id, subtopic_id = place
    number = names.columns.get(subtopic_id, ("", ""))[0]
    if not number:
        number = f"“{_name_then(overview, 'subtopic', subtopic_id, row)}”, a sub-topic that has gone,"
    code = names.interviews.get(interview_id, "")
    if not code:
        code = f"{_name_then(overview, 'interview', interview_id, row)}, which has gone".lstrip(", ")
    return f"{number} for interview {code}"


def tell_line(overview: Overview, names: HistoryNames, line: HistoryLine) -> str:
    """Say in a sentence without a full stop what was done."""
    if line.type_name == "cell":
        return f"{cell_words(names, line.place, overview, line.last_row)}: {_tell_cell(overview, line)}"
    if line.type_name == "comment":
        return _tell_comment(overview, names, line)
    if line.type_name == "synthesis":
        return f"{_synthesis_words(names, overview, line)}: {_tell_statements(overview, line)}"
    if line.type_name == "paragraph":
        return f"Notes of {_places(names, line) or 'an interview'}: a paragraph edited"
    return _tell_kind(overview, names, line)


def read_change(overview: Overview, names: HistoryNames, line: HistoryLine) -> LineChange:
    """Return what a line changed, to be shown with the words that differ."""
    if len(line.entities) > 1:
        return LineChange(names=_all_names(overview, names, line))
    if line.type_name in ("cell", "synthesis"):
        return _statements(overview, line)
    before = overview.record_then(line.type_name, line.entities[0], line.first_row - 1, line.makers)
    after = overview.record_then(line.type_name, line.entities[0], line.last_row, line.makers)
    return LineChange(fields=_field_changes(before, after))


# -- cells, syntheses, comments


def _tell_cell(overview: Overview, line: HistoryLine) -> str:
    if not line.is_charted:
        is_deviant = overview.record_then("cell", line.entities[0], line.last_row).get("is_deviant")
        return "kept in view as deviant" if is_deviant else _OF_CELL.get(line.label, "noted on")
    change = _statements(overview, line)
    told = tell_change(change.before, change.after, change.was, change.now)
    if told == AS_IT_WAS:
        return _OF_CELL.get(line.label, "changed, and then as it was again")
    how = _HOW.get(line.label)
    return f"{told}, {how}" if how else told


def _tell_statements(overview: Overview, line: HistoryLine) -> str:
    change = _statements(overview, line)
    told = tell_change(change.before, change.after)
    return told if told != AS_IT_WAS else "changed, and then as it was again"


def _statements(overview: Overview, line: HistoryLine) -> LineChange:
    before = overview.record_then(line.type_name, line.entities[0], line.first_row - 1)
    after = overview.record_then(line.type_name, line.entities[0], line.last_row)
    states = [str(each.get("state", CellState.NOT_CHARTED)) for each in (before, after)]
    was, now = states if line.type_name == "cell" else ("", "")
    return LineChange(tuple(before.get("content", ())), tuple(after.get("content", ())), True, was, now)


def _synthesis_words(names: HistoryNames, overview: Overview, line: HistoryLine) -> str:
    held = overview.record_then("synthesis", line.entities[0], line.last_row)
    for subject_id in line.about:
        if subject_id in names.case_studies:
            return f"Synopsis of {names.case_studies[subject_id]}"
        if subject_id in names.columns:
            return f"Synthesis of {names.columns[subject_id][0]}"
    return "Synopsis of a case study" if held.get("subject_type") == "case_study" else "Synthesis of a sub-topic"


def _tell_comment(overview: Overview, names: HistoryNames, line: HistoryLine) -> str:
    held = overview.record_then("comment", line.entities[0], line.last_row)
    what = _OF_COMMENT.get(line.label, "Reply to a comment" if held.get("reply_to") else "Comment")
    where = ""
    if line.place != ("", ""):
        where = f" on {cell_words(names, line.place, overview, line.last_row)}"
    elif places := _places(names, line):
        where = f" on {places}"
    text = str(held.get("text", ""))
    return f"{what}{where}: {_quoted(text)}" if text else f"{what}{where}"


# -- records of a kind


def _tell_kind(overview: Overview, names: HistoryNames, line: HistoryLine) -> str:
    one, many = _NOUNS.get(line.type_name, (line.type_name.replace("_", " "), line.type_name.replace("_", " ") + "s"))
    total = len(line.entities)
    count = f"{total:,} {one if total == 1 else many}"
    if line.label in _DONE:
        said = _DONE[line.label].format(
            count=count, names=_some_names(overview, names, line), places=_places(names, line) or "an interview"
        )
        return said.removesuffix(": ")
    verb = _VERBS.get(line.label.partition(".")[2], "changed")
    if line.type_name == "study":
        return f"What the study is about {verb}"
    known = "" if line.type_name in _NAMED_AT_LENGTH and total > 1 else _some_names(overview, names, line)
    noun = one if total == 1 else count
    return f"{noun[:1].upper()}{noun[1:]} {verb}" + (f": {known}" if known else "")


def _some_names(overview: Overview, names: HistoryNames, line: HistoryLine) -> str:
    found = [_name(overview, names, line, entity) for entity in line.entities[:MOST_NAMED]]
    shown = [name for name in found if name]
    more = len(line.entities) - MOST_NAMED
    if not shown:
        return ""
    return ", ".join(shown) + (f" and {more:,} more" if more > 0 else "")


def _all_names(overview: Overview, names: HistoryNames, line: HistoryLine) -> tuple[str, ...]:
    found = (_name(overview, names, line, entity) for entity in line.entities[:MOST_LISTED])
    shown = tuple(name for name in found if name)
    more = len(line.entities) - MOST_LISTED
    return (*shown, f"and {more:,} more") if more > 0 else shown


def _name(overview: Overview, names: HistoryNames, line: HistoryLine, entity: str) -> str:
    """Return what a record is called now, or was called then."""
    if line.type_name == "revision":
        entity = next((each for each in line.about if each in names.columns), entity)
    if entity in names.columns:
        return " ".join(names.columns[entity])
    for known in (names.interviews, names.case_studies, names.themes):
        if known.get(entity):
            return known[entity]
    called = _name_then(overview, line.type_name, entity, line.last_row)
    where = _owner_words(overview, names, entity) if line.type_name in _NAMED_BY_OWNERS else ""
    return ": ".join(part for part in (where, called) if part)


def _name_then(overview: Overview, type_name: str, entity: str, row: int) -> str:
    held = overview.record_then(type_name, entity, row)
    if type_name in _NAMED_BY_WORDS:
        return _quoted(str(held.get("text") or ""))
    if type_name == "quotation":
        words = " ".join(each.text for each in held.get("segments", ()) if each.kind == SegmentKind.WORDS)
        return _quoted(words)
    if type_name == "verdict":
        return VERDICT_WORDS.get(str(held.get("verdict", "")), "no verdict")
    return next((str(held[field]) for field in _NAME_FIELDS if held.get(field)), "")


def _quoted(text: str) -> str:
    """Return the first words of a text in quotation marks, those within it single ones."""
    words = shorten(text).replace("“", "‘").replace("”", "’")
    return f"“{words}”" if words else ""


def _owner_words(overview: Overview, names: HistoryNames, entity: str) -> str:
    """Name the interview, or the case study and the sub-topic, that a record belongs to."""
    parts = (
        names.interviews.get(owner) or names.case_studies.get(owner) or names.columns.get(owner, ("", ""))[0]
        for owner in overview.owners_of(entity)
    )
    return ", ".join(part for part in parts if part)


def _places(names: HistoryNames, line: HistoryLine) -> str:
    """Name the interviews that a line is about."""
    codes = [code or "an interview without a code" for each, code in names.interviews.items() if each in line.about]
    more = len(codes) - MOST_NAMED
    return ", ".join(codes[:MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")


# -- fields

_FIELD_WORDS = {
    "is_synthesis": "synthesis, written last",
    "survey": "what the survey found",
    "is_resolved": "resolved",
    "took_part": "took part",
    "minutes": "length in minutes",
    "file_name": "file",
    "is_starred": "starred",
    "used_in": "used in",
    "guide_words_min": "fewest words of a cell",
    "guide_words_max": "most words of a cell",
}
_LEFT_OUT = frozenset({"order", "width", "sha256", "file_sha256", "anchors", "segments", "settled", "analysts"})


def _field_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """Return the fields whose values are words for people and differ."""
    return tuple(
        FieldChange(_FIELD_WORDS.get(field, field.replace("_", " ")), was, now)
        for field, value in after.items()
        if field not in _LEFT_OUT and not field.endswith("_id") and field not in ("subject_type", "reply_to")
        for was, now in [(_text(before.get(field)), _text(value))]
        if was != now
    )


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return ""
    if isinstance(value, (tuple, list, frozenset)):
        return ", ".join(str(each) for each in value if isinstance(each, str))
    return STATE_WORDS.get(str(value), str(value)) if isinstance(value, CellState) else str(value)
