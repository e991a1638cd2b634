"""How wide columns are: as the analyst set them; the others alike, so that whole columns fill the window."""

from collections.abc import Sequence

from framework_qda.matrix.grid import MatrixGrid
from framework_qda.matrix.on_demand import text_sizes
from framework_qda.ui.matrix.look import GridLook

LEAST, NARROW, COMFORTABLE, WIDEST = 10.5, 16.0, 21.0, 34.0
"""Column widths in em: about 20, 32, 43 and 70 letters a line."""
LONG_TEXT = 600
SAMPLED_ROWS = 200


def column_widths(grid: MatrixGrid, look: GridLook, room: int, zoom: float) -> list[int]:
    """Return the width of each column in pixels.

    A width that was set holds (times `zoom`, which is 1.0 at 100 %). All others are alike: as many whole columns as
    can be read well stand side by side in the `room`, so that none is cut off.
    """
    shown, width = alike_columns(len(grid.columns), look.em, room)
    # Pixels are whole and shares are not: any of these columns that stand side by side fill the room to the pixel.
    alike = [int((place + 1) * width) - int(place * width) for place in range(shown)]
    return [
        int(column.width * zoom) if column.width else alike[place % shown] for place, column in enumerate(grid.columns)
    ]


def alike_columns(count: int, em: float, room: int) -> tuple[int, float]:
    """Return how many whole columns, of so many, fill the room, and their width; no line gets too long to read."""
    shown = max(1, min(round(room / (em * COMFORTABLE)), int(room / (em * NARROW))))
    if shown == 1 and room >= 2 * em * LEAST:
        shown = 2  # a narrow window shows two columns that can be read together rather than a comfortable one
    shown = max(1, min(shown, count))
    return shown, max(em * LEAST, min(room / shown, em * WIDEST))


def content_widths(grid: MatrixGrid, columns: Sequence[int], look: GridLook) -> list[int]:
    """Return widths in pixels that suit what stands in some columns: long cells want wide lines."""
    rows = range(0, len(grid.rows), max(1, len(grid.rows) // SAMPLED_ROWS))
    found = text_sizes(grid, rows, columns)
    lengths: dict[str, list[int]] = {}
    for (_interview_id, subtopic_id), size in found.items():
        lengths.setdefault(subtopic_id, []).append(size.letters)
    return [_width_for(lengths.get(grid.columns[column].subtopic_id, []), look) for column in columns]


def _width_for(lengths: Sequence[int], look: GridLook) -> int:
    long = sorted(lengths)[int(len(lengths) * 0.9)] if lengths else 0
    share = min(1.0, long / LONG_TEXT)
    return int(look.em * (LEAST + (WIDEST - LEAST) * share**0.7))
