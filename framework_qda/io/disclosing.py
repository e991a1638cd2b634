"""What the words of cells tell to whoever reads a public export: areas and codes that stand in a sentence."""

from collections.abc import Iterable, Iterator
from itertools import product

from framework_qda.matrix.grid import MatrixGrid
from framework_qda.model import StatementKind
from framework_qda.quotes.disclosure import find_telling


def telling_words(grids: Iterable[MatrixGrid]) -> list[str]:
    """Return the labels of areas and the codes of interviews that matrices show before they are made neutral."""
    found: dict[str, None] = {}
    for grid in grids:
        found |= dict.fromkeys(band.label for band in grid.bands if band.case_study_id)
        found |= dict.fromkeys(row.code for row in grid.rows)
    return list(found)


def find_in_cells(grids: Iterable[MatrixGrid], words: Iterable[str], *, has_notes: bool = True) -> Iterator[str]:
    """Yield a sentence for each cell of neutral matrices that holds one of these words."""
    telling = find_telling(words)
    if telling is None:
        return
    kinds = () if has_notes else (StatementKind.NOTE,)
    for grid in grids:
        for row, column in product(grid.rows, grid.columns):
            cell = grid.cells.get((row.interview_id, column.subtopic_id))
            said = " ".join(each.text for each in cell.statements if each.kind not in kinds) if cell else ""
            if found := sorted(set(telling.findall(said))):
                names = ", ".join(f"“{word}”" for word in found)
                yield f"{row.code} {column.number} holds {names} in its own words: read it before it leaves."
