"""Which columns of a table stand together on pages, and how wide they are there. All lengths are in one unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from framework_qda.io.sheet import Sheet


@dataclass(frozen=True, slots=True)
class ColumnGroup:
    """The columns `first` to `first + count - 1`, with their widths; `head` is the width of the rows' heads."""

    first: int
    count: int
    head: float
    widths: tuple[float, ...]


def group_columns(sheet: Sheet, room: float, least: float, head: float) -> tuple[ColumnGroup, ...]:
    """Share the columns of a sheet out over as many pages side by side as their least width asks for.

    `head` is the width that the heads of rows want; they have at most half of the room.

    A theme begins on pages of its own where not all columns fit side by side; the columns of one that needs
    several are shared out evenly.
    """
    weights = [column.weight for column in sheet.columns]
    head = min(head, room / 2)
    most = max(1, int((room - head) / least))
    if len(weights) <= most:
        runs = [(0, len(weights))]
    else:
        sections = [(each.first, each.count) for each in sheet.sections] or [(0, len(weights))]
        runs = [part for first, count in sections for part in _evenly(first, count, most)]
    return tuple(
        ColumnGroup(first, count, head, _widths(weights[first : first + count], room - head, least))
        for first, count in runs
        if count
    )


def _evenly(first: int, count: int, most: int) -> list[tuple[int, int]]:
    """Cut a run of columns into parts of at most so many, as equal as they can be."""
    parts = -(-count // most)
    edges = [first + count * place // parts for place in range(parts + 1)]
    return [(begin, end - begin) for begin, end in pairwise(edges)]


def _widths(weights: Sequence[float], room: float, least: float) -> tuple[float, ...]:
    """Fill the room by weights; none is narrower than the least, as long as all have that."""
    least = min(least, room / max(1, len(weights)))
    rest, total = room - least * len(weights), sum(weights)
    return tuple(least + rest * (weight / total if total else 1 / len(weights)) for weight in weights)
