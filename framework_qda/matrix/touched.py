"""Which cells an action has changed, as they are shown: with their passages and what is said of them."""

from framework_qda.matrix.remark_counts import cells_of_remarks
from framework_qda.model import Changes
from framework_qda.project.reader import Reader

CELL_TYPES = frozenset({"cell", "extract", "comment"})
"""What changes cells only; anything else may change rows, columns or references."""


def touched_cells(reader: Reader, changes: Changes, *others: str) -> set[str] | None:
    """Return the ids of the cells that an action changed, and of those that it shows otherwise.

    `None`: it may have changed more than cells, or a comment is gone, of which nobody knows any more what it was about.
    `others` are types whose changes are shown elsewhere.
    """
    if not set(changes.touched) <= CELL_TYPES.union(others):
        return None
    cells = set(changes.touched.get("cell", ()))
    for extract_id in changes.touched.get("extract", ()):
        cells |= {used_in for used_in, _statement in reader.uses(extract_id)}
    remarked = cells_of_remarks(reader, changes.touched.get("comment", ()))
    return None if remarked is None else cells | remarked
