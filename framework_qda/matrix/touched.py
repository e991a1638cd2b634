"""Which cells an action has changed, as they are shown: with the passages that they rest on."""

from framework_qda.model import Changes
from framework_qda.project.reader import Reader

CELL_TYPES = frozenset({"cell", "extract"})
"""What changes cells only; anything else may change rows, columns or references."""


def touched_cells(reader: Reader, changes: Changes) -> set[str]:
    """Return the ids of the cells that an action changed, and of those that rest on a passage that it changed."""
    cells = set(changes.touched.get("cell", ()))
    for extract_id in changes.touched.get("extract", ()):
        cells |= {used_in for used_in, _statement in reader.uses(extract_id)}
    return cells
