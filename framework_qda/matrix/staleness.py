"""Which cells were charted before their sub-topic was revised, and not looked at again since."""

from collections.abc import Iterable

from framework_qda.model import Cell, CellState, Revision
from framework_qda.project.reader import Reader


def revisions_by_subtopic(reader: Reader) -> dict[str, list[str]]:
    """Return the ids of all revisions under the sub-topics that were revised."""
    found: dict[str, list[str]] = {}
    for revision in reader.all(Revision):
        found.setdefault(revision.subtopic_id, []).append(revision.id)
    return found


def is_stale(cell: Cell, revision_ids: Iterable[str]) -> bool:
    """Say whether a cell has words or a reason from before a revision of its sub-topic."""
    is_begun = bool(cell.content) or cell.state != CellState.NOT_CHARTED
    return is_begun and any(each not in cell.settled for each in revision_ids)
