"""Where remarks are open, and how many."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framework_qda.model import Comment, Document, Informant, Record, Recording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framework_qda.project.reader import Reader

_PARTS: Mapping[str, type[Record]] = {"document": Document, "recording": Recording, "informant": Informant}
"""What is said of these is said of their interview."""


def remarked_cells(reader: Reader) -> Counter[str]:
    """Return how many remarks are open on cells, on their statements and on the passages that they rest on, by id."""
    return _count_cells(reader, reader.open_comments())


def _count_cells(reader: Reader, remarks: Iterable[Comment]) -> Counter[str]:
    found: Counter[str] = Counter()
    for each in remarks:
        if each.subject_type == "cell":
            found[each.subject_id] += 1
        elif each.subject_type == "extract":
            found.update({cell_id for cell_id, _statement in reader.uses(each.subject_id)})
    return found


def remarks_along(reader: Reader, interview_id: str) -> Mapping[str, int]:
    """Return how many remarks are open on the cells of one interview, by sub-topic id."""
    counts = _count_cells(reader, reader.open_comments_in(interview_id))
    return {cell.subtopic_id: counts[cell.id] for cell in reader.cells(counts)} if counts else {}


def remarked_places(reader: Reader) -> Mapping[tuple[str, str], int]:
    """Return how many remarks are open on cells, by interview id and sub-topic id."""
    counts = remarked_cells(reader)
    return {(cell.interview_id, cell.subtopic_id): counts[cell.id] for cell in reader.cells(counts)}


def remarked_records(reader: Reader) -> Counter[str]:
    """Return how many remarks are open on records that are no cells, by id.

    What is said of who spoke, of notes and of recordings is said of their interview.
    """
    remarks = [each for each in reader.open_comments() if each.subject_type not in ("cell", "extract")]
    if not remarks:
        return Counter()
    owners = {each.id: each.interview_id for each in reader.all(Document)}
    owners.update((each.id, each.interview_id) for each in reader.all(Recording))
    owners.update((each.id, each.interview_id) for each in reader.all(Informant))
    return Counter(owners.get(each.subject_id, each.subject_id) for each in remarks)


def shown_beside(reader: Reader, subject_type: str, subject_id: str) -> str:
    """Return the record of the Interviews desk beside which a remark stands; empty: it stands elsewhere."""
    if subject_type in _PARTS:
        part = reader.get(_PARTS[subject_type], subject_id)
        return part.interview_id if isinstance(part, Document | Recording | Informant) else ""
    return subject_id if subject_type in ("interview", "case_study", "organisation") else ""


def cells_of_remarks(reader: Reader, comment_ids: Iterable[str]) -> frozenset[str] | None:
    """Return the cells whose number of open remarks may have changed with these; `None`: that cannot be told."""
    found: set[str] = set()
    for comment_id in comment_ids:
        comment = reader.get(Comment, comment_id)
        if comment is None:
            return None
        if comment.subject_type == "cell":
            found.add(comment.subject_id)
        elif comment.subject_type == "extract":
            found |= {cell_id for cell_id, _statement in reader.uses(comment.subject_id)}
    return frozenset(found)
