"""How tall rows are: guessed for all at once, measured for those that come into view."""

import math
from collections.abc import Sequence

from framework_qda.matrix.grid import GridCell, MatrixGrid
from framework_qda.ui.matrix.look import GridLook

WRAP_LOSS = 1.07
"""Lines end where words do: so much longer a text stands than its letters alone would."""


def estimate_text(cell: GridCell | None, letters_per_line: float, look: GridLook) -> float:
    """Guess how tall the text of a cell stands (pixels), from its number of letters alone."""
    if cell is None or not cell.statements:
        return look.line_step
    height = look.gap * (len(cell.statements) - 1)
    for statement in cell.statements:
        letters = len(statement.text) * WRAP_LOSS
        for evidence in statement.evidence:
            letters += 6 if evidence.start_ms is None else 15
        height += math.ceil(letters / letters_per_line) * look.line_step if letters else look.line_step
    return height


def estimate_heights(grid: MatrixGrid, widths: Sequence[int], look: GridLook, least: float) -> list[int]:
    """Guess the height of every row (pixels) for columns of these widths; none is lower than `least`."""
    per_line = [look.text_width(width) / look.letter_width for width in widths]
    around = 2 * look.pad_y + 1
    cells = grid.cells
    columns = [column.subtopic_id for column in grid.columns]
    lowest = math.ceil(max(least, look.line_step + around))
    heights = []
    for row in grid.rows:
        tallest = 0.0
        for subtopic_id, letters in zip(columns, per_line, strict=True):
            cell = cells.get((row.interview_id, subtopic_id))
            if cell is not None and cell.statements:
                tallest = max(tallest, estimate_text(cell, letters, look))
        heights.append(max(lowest, math.ceil(tallest + around)))
    return heights
