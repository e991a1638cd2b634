"""What commenting writes: a remark on a record, a reply to one, and whether a remark is settled."""

from collections.abc import Callable
from datetime import UTC, datetime

from framework_qda.errors import RefusedError
from framework_qda.model import Cell, Comment, Interview, Subtopic
from framework_qda.project.ids import Entropy, cell_id
from framework_qda.project.reader import Reader
from framework_qda.project.records import changes_of, creation_of, deletions_of
from framework_qda.project.registry import REGISTRY
from framework_qda.project.writes import Write, cell_assignment


def comment_writes(
    reader: Reader,
    comment: Comment,
    entropy: Entropy,
) -> list[Write]:
    """Return what makes a remark or a reply, the comment itself first; its id and order are given here.

    Raise RefusedError where there are no words, or where what it is about or replies to is no longer there.
    """
    if comment.subject_type not in REGISTRY:
        raise TypeError(f"nothing is called {comment.subject_type}")
    if not comment.text.strip():
        raise RefusedError("The comment has no words. Nothing was written.")
    values = {
        "subject_id": comment.subject_id,
        "subject_type": comment.subject_type,
        "text": comment.text,
        "analyst_id": comment.analyst_id,
        "written_at": comment.written_at,
    }
    if comment.statement_id:
        values["statement_id"] = _standing_statement(reader, comment)
    if comment.reply_to:
        values["reply_to"] = _remark(reader, comment.reply_to, comment.subject_id).id
    subject = _subject_writes(reader, comment.subject_type, comment.subject_id)
    return [creation_of(reader, Comment, values, entropy), *subject]


def _standing_statement(reader: Reader, comment: Comment) -> str:
    """Return the statement that a comment is about, if it stands in the cell."""
    cell = reader.get(Cell, comment.subject_id) if comment.subject_type == "cell" else None
    if cell is None or comment.statement_id not in {each.id for each in cell.content}:
        raise RefusedError("The statement is no longer in the cell. Nothing was written.")
    return comment.statement_id


def _remark(reader: Reader, comment_id: str, subject_id: str) -> Comment:
    """Return the remark that a reply belongs to: the one given, or the one that that is a reply to."""
    found = reader.get(Comment, comment_id)
    if found is None or found.subject_id != subject_id:
        raise RefusedError("The comment to be replied to is no longer there. Nothing was written.")
    return (found.reply_to and reader.get(Comment, found.reply_to)) or found


def _subject_writes(reader: Reader, subject_type: str, subject_id: str) -> list[Write]:
    """Return what makes the subject's row where it has none: of a cell that nobody has written in.

    It assigns no field, so that it is in nobody's way who charts the cell, but with it the cell has owners and
    the comment hides with them.
    """
    spec = REGISTRY[subject_type]
    if reader.get(spec.record_type, subject_id):
        return []
    if spec.record_type is Cell:
        interviews = [each.id for each in reader.all(Interview)]
        for subtopic in reader.all(Subtopic):
            for interview_id in interviews:
                if cell_id(interview_id, subtopic.id) == subject_id:
                    return [cell_assignment(interview_id, subtopic.id, {})]
    raise RefusedError("What the comment is about is no longer there. Nothing was written.")


def resolution_writes(reader: Reader, comment: Comment, *, is_resolved: bool) -> list[Write]:
    """Return what settles a remark, or opens it again; of a reply, the remark that it belongs to."""
    remark = _remark(reader, comment.id, comment.subject_id)
    return changes_of(remark, {"is_resolved": is_resolved})


def edit_writes(comment: Comment, text: str, analyst_id: str) -> list[Write]:
    """Return what gives a remark other words, by its author only."""
    if comment.analyst_id != analyst_id:
        raise RefusedError("Only its author can change a comment. Nothing was written.")
    if not text.strip():
        raise RefusedError("The comment has no words. Nothing was written.")
    return changes_of(comment, {"text": text})


def deletion_writes(reader: Reader, comment: Comment, analyst_id: str) -> list[Write]:
    """Return what takes a remark away with its author's own replies."""
    writes = deletions_of(reader, comment)
    going = [reader.get(Comment, write.entity) for write in writes]
    if comment.analyst_id != analyst_id:
        raise RefusedError("Only its author can delete a comment. Nothing was deleted.")
    if any(each is not None and each.analyst_id != analyst_id for each in going):
        raise RefusedError("Somebody has replied: the comment can be resolved, not deleted. Nothing was deleted.")
    return writes


def written_at(clock: Callable[[], datetime]) -> str:
    """Return the time of the clock as ISO 8601 UTC, to the second."""
    return clock().astimezone(UTC).isoformat(timespec="seconds")
