"""How wide columns are: as the analyst set them, else by what stands in them and the room there is."""

from collections.abc import Sequence

from framework_qda.matrix.grid import MatrixGrid
from framework_qda.ui.matrix.look import GridLook

NARROW, WIDE, WIDEST = 19.0, 26.0, 34.0
"""Column widths in em: about 40, 55 and 70 letters a line."""
LONG_TEXT = 600
SAMPLED_ROWS = 200


def default_width(lengths: Sequence[int], look: GridLook) -> float:
    """Return a width (pixels) for a column whose cells are so many letters long: long cells want wide lines."""
    longest = sorted(lengths)[int(len(lengths) * 0.9)] if lengths else 0
    share = min(1.0, longest / LONG_TEXT)
    return look.em * (NARROW + (WIDE - NARROW) * share)


def column_widths(grid: MatrixGrid, look: GridLook, room: int, zoom: float) -> list[int]:
    """Return the width of each column in pixels.

    A width that was set holds (times `zoom`); the others share what is left of `room`, as long as lines do
    not get too long to read. `zoom` is 1.0 at 100 %.
    """
    rows = grid.rows[:SAMPLED_ROWS]
    widths: list[float] = []
    for column in grid.columns:
        if column.width:
            widths.append(column.width * zoom)
            continue
        cells = (grid.cells.get((row.interview_id, column.subtopic_id)) for row in rows)
        lengths = [sum(len(s.text) for s in cell.statements) for cell in cells if cell is not None]
        widths.append(default_width([length for length in lengths if length], look))
    return _share_room(widths, [not column.width for column in grid.columns], room, look.em * WIDEST)


def _share_room(widths: Sequence[float], is_free: Sequence[bool], room: int, widest: float) -> list[int]:
    spare = room - sum(widths)
    free = sum(width for width, free in zip(widths, is_free, strict=True) if free)
    if spare > 0 and free:
        grown = 1 + spare / free
        widths = [
            max(width, min(width * grown, widest)) if may_grow else width
            for width, may_grow in zip(widths, is_free, strict=True)
        ]
    return [int(width) for width in widths]
