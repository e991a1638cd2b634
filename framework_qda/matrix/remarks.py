"""What colleagues say of a cell, an interview or any other record: remarks with their replies, as plain data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from framework_qda.matrix.analysts import NOBODY_KNOWN, AnalystMark, analyst_marks
from framework_qda.matrix.build import evidence_refs
from framework_qda.model import Cell, Comment, Extract
from framework_qda.project.reader import Reader

MOST_WORDS = 9
"""How many words of a statement name it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark or reply; `written_at` is ISO 8601 UTC."""

    comment_id: str
    person: AnalystMark
    written_at: str
    text: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A remark with its replies. `about` says what of the cell it is about, and is empty where that is the cell."""

    remark: Remark
    replies: tuple[Remark, ...] = ()
    about: str = ""
    is_resolved: bool = False
    subject_type: str = ""
    subject_id: str = ""
    statement_id: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that can be remarked on: a record by type and id, or a statement of a cell. `name` is for people."""

    type_name: str
    record_id: str
    name: str
    statement_id: str = ""


def cell_subjects(reader: Reader, cell: Cell) -> tuple[Subject, ...]:
    """Return what can be remarked on in a cell: the cell, its statements, the passages that they rest on."""
    statements = tuple(
        Subject("cell", cell.id, f"statement {place}: “{shorten(each.text)}”", each.id)
        for place, each in enumerate(cell.content, 1)
        if each.text.strip()
    )
    extracts = _extracts_of(reader, cell)
    names = {key: ref.label for key, ref in evidence_refs(reader, extracts.values()).items()} if extracts else {}
    passages = tuple(Subject("extract", key, f"passage {names[key]}") for key in extracts if key in names)
    return (Subject("cell", cell.id, "the cell"), *statements, *passages)


def _extracts_of(reader: Reader, cell: Cell) -> dict[str, Extract]:
    wanted = dict.fromkeys(each for statement in cell.content for each in statement.evidence)
    found = reader.extracts_by_id(wanted) if wanted else {}
    return {each: found[each] for each in wanted if each in found}


def cell_threads(reader: Reader, cell: Cell) -> tuple[Thread, ...]:
    """Return what is said of a cell, of its statements and of their passages: what is open first, each by age."""
    names = {(each.record_id, each.statement_id): each.name for each in cell_subjects(reader, cell)}
    names[cell.id, ""] = ""
    subjects = dict.fromkeys(record_id for record_id, _statement_id in names)
    found = [comment for record_id in subjects for comment in reader.comments(record_id)]
    return _threads(reader, found, names)


def record_threads(reader: Reader, record_id: str) -> tuple[Thread, ...]:
    """Return what is said of one record."""
    return _threads(reader, reader.comments(record_id), {(record_id, ""): ""})


GONE = "a statement that is no longer in the cell"


def _threads(reader: Reader, comments: Iterable[Comment], names: Mapping[tuple[str, str], str]) -> tuple[Thread, ...]:
    known = analyst_marks(reader)
    found = list(comments)
    ids = {each.id for each in found}
    replies: dict[str, list[Remark]] = {}
    for each in found:
        if each.reply_to in ids:
            replies.setdefault(str(each.reply_to), []).append(_remark(each, known))
    threads = [
        Thread(
            _remark(each, known),
            tuple(replies.get(each.id, ())),
            names.get((each.subject_id, each.statement_id), GONE),
            each.is_resolved,
            each.subject_type,
            each.subject_id,
            each.statement_id,
        )
        for each in found
        if each.reply_to not in ids
    ]
    return tuple(sorted(threads, key=lambda each: (each.is_resolved, each.remark.written_at, each.remark.comment_id)))


def _remark(comment: Comment, known: Mapping[str, AnalystMark]) -> Remark:
    return Remark(comment.id, known.get(comment.analyst_id or "", NOBODY_KNOWN), comment.written_at, comment.text)


def shorten(text: str) -> str:
    """Return the first words of a text."""
    words = text.split()
    return " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")


def places_with_remarks(reader: Reader) -> frozenset[tuple[str, str]]:
    """Return the (interview id, sub-topic id) of the cells on which a remark is open, their passages' among them."""
    remarks = reader.open_comments()
    subjects = {each.subject_id for each in remarks if each.subject_type == "cell"}
    for each in remarks:
        if each.subject_type == "extract":
            subjects |= {cell_id for cell_id, _statement in reader.uses(each.subject_id)}
    return frozenset((cell.interview_id, cell.subtopic_id) for cell in reader.cells(subjects))
