"""How wide columns are: as the analyst set them, else by what stands in them and the room there is."""

from collections.abc import Sequence

from framework_qda.matrix.grid import MatrixGrid
from framework_qda.ui.matrix.look import GridLook

NARROWEST, NARROW, WIDE, WIDEST = 16.0, 18.0, 22.0, 34.0
"""Column widths in em: about 32, 37, 46 and 70 letters a line."""
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
        width = default_width([length for length in lengths if length], look)
        # In a narrow window a column that can be read without scrolling beats a comfortable one.
        widths.append(min(width, max(float(room), look.em * NARROWEST)))
    return _share_room(widths, [not column.width for column in grid.columns], room, look)


def _share_room(widths: Sequence[float], is_free: Sequence[bool], room: int, look: GridLook) -> list[int]:
    """Grow or shrink the free columns so that all fill the room, unless lines would get too long or too short."""
    free = sum(width for width, may_move in zip(widths, is_free, strict=True) if may_move)
    spare = room - sum(widths)
    if not free:
        return [int(width) for width in widths]
    share = 1 + spare / free
    least, most = look.em * NARROWEST, look.em * WIDEST
    shared = [
        (max(width, min(width * share, most)) if spare > 0 else max(width * share, least)) if may_move else width
        for width, may_move in zip(widths, is_free, strict=True)
    ]
    # Where the columns do not fit even so, one has to scroll anyway: then no line need be short.
    is_fitting = spare > 0 or int(sum(shared)) <= room
    return [int(width) for width in (shared if is_fitting else widths)]
