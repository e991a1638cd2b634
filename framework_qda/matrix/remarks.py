"""What colleagues say of a cell, an interview or any other record: remarks with their replies, as plain data."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from framework_qda.matrix.analysts import NOBODY_KNOWN, AnalystMark, analyst_marks
from framework_qda.matrix.build import evidence_refs
from framework_qda.model import Cell, Comment, Extract, Informant
from framework_qda.project.reader import Reader

MOST_WORDS = 9
"""How many words of a statement name it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark or reply; `written_at` is ISO 8601 UTC, and so is `edited_at`, when its author last changed its words.

    `is_own`: who reads has written it; `is_answered`: somebody else has replied to it.
    """

    comment_id: str
    person: AnalystMark
    written_at: str
    text: str
    is_own: bool = False
    is_answered: bool = False
    edited_at: str = ""


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


def interview_subjects(reader: Reader, interview_id: str) -> tuple[Subject, ...]:
    """Return what can be remarked on in an interview: the interview, its notes, its recordings, who spoke."""
    notes = tuple(
        Subject("document", each.id, f"the notes “{shorten(each.title or each.file_name or 'Notes')}”")
        for each in reader.documents(interview_id)
    )
    recordings = tuple(
        Subject("recording", each.id, f"the recording “{shorten(each.title or each.path)}”")
        for each in reader.recordings(interview_id)
    )
    informants = tuple(
        Subject("informant", each.id, f"informant {each.code or each.role}")
        for each in reader.all(Informant)
        if each.interview_id == interview_id
    )
    return (Subject("interview", interview_id, "the interview"), *notes, *recordings, *informants)


def cell_threads(reader: Reader, cell: Cell, analyst_id: str = "") -> tuple[Thread, ...]:
    """Return what is said of a cell, of its statements and of their passages: what is open first, each by age.

    `analyst_id` is who reads.
    """
    return threads_on(reader, cell_subjects(reader, cell), analyst_id)


def threads_on(reader: Reader, subjects: Sequence[Subject], analyst_id: str = "") -> tuple[Thread, ...]:
    """Return what is said of several things; of the first the threads do not say that they are about it."""
    names = {(each.record_id, each.statement_id): each.name for each in subjects[1:]}
    names[subjects[0].record_id, ""] = ""
    records = dict.fromkeys(each.record_id for each in subjects)
    found = [comment for record_id in records for comment in reader.comments(record_id)]
    return _threads(reader, found, names, analyst_id)


def record_threads(reader: Reader, record_id: str, analyst_id: str = "") -> tuple[Thread, ...]:
    """Return what is said of one record."""
    return threads_on(reader, (Subject("", record_id, ""),), analyst_id)


GONE = "a statement that is no longer in the cell"


def _threads(
    reader: Reader, comments: Iterable[Comment], names: Mapping[tuple[str, str], str], analyst_id: str
) -> tuple[Thread, ...]:
    known = analyst_marks(reader)
    found = list(comments)
    ids = {each.id for each in found}
    replies: dict[str, list[Comment]] = {}
    for each in found:
        if each.reply_to in ids:
            replies.setdefault(str(each.reply_to), []).append(each)

    def remark_of(comment: Comment) -> Remark:
        return Remark(
            comment.id,
            known.get(comment.analyst_id or "", NOBODY_KNOWN),
            comment.written_at,
            comment.text,
            is_own=bool(analyst_id) and comment.analyst_id == analyst_id,
            is_answered=any(each.analyst_id != comment.analyst_id for each in replies.get(comment.id, ())),
        )

    threads = [
        Thread(
            remark_of(each),
            tuple(remark_of(reply) for reply in replies.get(each.id, ())),
            names.get((each.subject_id, each.statement_id), GONE),
            each.is_resolved,
            each.subject_type,
            each.subject_id,
            each.statement_id,
        )
        for each in found
        if each.reply_to not in ids
    ]
    # Times are kept to the second: what was written in one stays in the order of the project.
    return tuple(sorted(threads, key=lambda each: (each.is_resolved, each.remark.written_at)))


def with_edits(threads: Iterable[Thread], edited_at: Callable[[str], str]) -> tuple[Thread, ...]:
    """Return threads whose remarks say when their words were changed; `edited_at` knows it by the remark's id."""

    def told(remark: Remark) -> Remark:
        moment = edited_at(remark.comment_id)
        return replace(remark, edited_at=moment) if moment else remark

    return tuple(
        replace(thread, remark=told(thread.remark), replies=tuple(told(reply) for reply in thread.replies))
        for thread in threads
    )


def shorten(text: str) -> str:
    """Return the first words of a text."""
    words = text.split()
    return " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")


def remarked_place(reader: Reader, subject_type: str, subject_id: str) -> tuple[str, str] | None:
    """Return the interview and the sub-topic of the cell beside which a remark on a record stands; `None`: of none.

    A remark on a passage stands beside every cell that rests on it.
    """
    cell_ids = [subject_id] if subject_type == "cell" else []
    if subject_type == "extract":
        cell_ids = [cell_id for cell_id, _statement in reader.uses(subject_id)]
    return next(((cell.interview_id, cell.subtopic_id) for cell in reader.cells(cell_ids)), None)
