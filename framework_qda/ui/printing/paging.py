"""How paragraphs and the rows of a table are shared out over pages: heads repeated, no line lost.

Nothing here knows what a line says or how it is drawn: lines are heights. All lengths are in one unit.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

Heights = tuple[float, ...]

LARGEST_HOLE = 0.25
"""The part of a page that may stay empty so that a row is not broken."""

FEW = 3
"""So many lines of a broken row stand together at least, where there is room."""


class Kind(Enum):
    """What stands on a page."""

    HEADS = "heads"
    BAND = "band"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class FlowRow:
    """A row, or a paragraph outside of the table.

    `fields` has the heights of the lines of each field, that of the row's head first. `bands` are the numbers of the
    bands that the row stands in, the strongest first; `opens` are those of them that begin with it.
    """

    fields: tuple[Heights, ...]
    bands: tuple[int, ...] = ()
    opens: frozenset[int] = frozenset()
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """The height of a page for all this, the space above and below a row's lines, and the height of a mark.

    A mark says in a row that it goes on on the next page, or that it has begun on the page before.
    """

    height: float
    pad: float
    mark: float


@dataclass(frozen=True, slots=True)
class Item:
    """Something at its place on a page. `number` is that of the band or of the row.

    Of a row, `parts` has for each field the first line that stands here and the first that does not any more.
    """

    kind: Kind
    number: int
    top: float
    height: float
    parts: tuple[tuple[int, int], ...] = ()
    is_continued: bool = False
    goes_on: bool = False


Page = tuple[Item, ...]


def paginate(
    rows: Sequence[FlowRow],
    band_heights: Sequence[float],
    heads_height: float,
    room: Room,
    step: Callable[[int], object] = lambda _row: None,
) -> tuple[Page, ...]:
    """Return pages on which every line of every field stands once.

    The heads of the table stand above its first row on each page, the bands of a row above it; on a later page
    they say that they are continued. A row is broken if no page could hold it, or if a large part of the page would
    stay empty otherwise. Only a single line that is taller than a page sticks out of it. `step` is told each row.
    """
    pager = _Pager(rows, band_heights, heads_height, room)
    for number in range(len(rows)):
        step(number)
        pager.place(number)
    return pager.finish()


class _Pager:
    def __init__(self, rows: Sequence[FlowRow], band_heights: Sequence[float], heads_height: float, room: Room) -> None:
        self._rows, self._bands, self._heads, self._room = rows, band_heights, heads_height, room
        self._pages: list[Page] = []
        self._begin_page()

    def _begin_page(self) -> None:
        self._items: list[Item] = []
        self._top = 0.0
        self._has_heads = False
        self._shown: set[int] = set()

    def _end_page(self) -> None:
        self._pages.append(tuple(self._items))
        self._begin_page()

    def finish(self) -> tuple[Page, ...]:
        """Return the pages, at least one."""
        if self._items or not self._pages:
            self._end_page()
        return tuple(self._pages)

    @property
    def _is_fresh(self) -> bool:
        return not self._items

    def place(self, number: int) -> None:
        """Put a row on this page and, where it must be, on further ones."""
        row = self._rows[number]
        starts = (0,) * len(row.fields)
        while True:
            is_continued = any(starts)
            lead = self._lead(row)
            free = self._room.height - self._top - lead
            need = self._height(row, starts, is_continued=is_continued)
            if need <= free:
                self._put(number, starts, _ends(row), need, is_continued=is_continued)
                return
            if not self._is_fresh and not self._is_worth_breaking(row, need, free):
                self._end_page()
                continue
            ends = self._fill(row, starts, self._limit(row, need, free), is_continued=is_continued)
            if ends == starts:
                if not self._is_fresh:
                    self._end_page()
                    continue
                ends = tuple(min(start + 1, len(field)) for start, field in zip(starts, row.fields, strict=True))
            if ends == _ends(row):
                self._put(number, starts, ends, need, is_continued=is_continued)
                return
            self._put(number, starts, ends, free, is_continued=is_continued)
            self._end_page()
            starts = ends

    # -- what stands above a row

    def _lead(self, row: FlowRow) -> float:
        """Return the height of the heads and bands that must stand above a row here."""
        if row.is_text:
            return 0.0
        heads = 0.0 if self._has_heads else self._heads
        return heads + sum(self._bands[band] for band in row.bands if band not in self._shown)

    def _put_lead(self, row: FlowRow, *, is_continued: bool) -> None:
        if row.is_text:
            return
        if not self._has_heads:
            self._add(Item(Kind.HEADS, 0, self._top, self._heads))
            self._has_heads = True
        for band in row.bands:
            if band not in self._shown:
                is_old = is_continued or band not in row.opens
                self._add(Item(Kind.BAND, band, self._top, self._bands[band], is_continued=is_old))
                self._shown.add(band)

    def _add(self, item: Item) -> None:
        self._items.append(item)
        self._top += item.height

    # -- rows

    def _put(
        self, number: int, starts: Sequence[int], ends: Sequence[int], height: float, *, is_continued: bool
    ) -> None:
        row = self._rows[number]
        self._put_lead(row, is_continued=is_continued)
        parts = tuple(zip(starts, ends, strict=True))
        goes_on = tuple(ends) != _ends(row)
        if goes_on:
            height = self._height(row, starts, is_continued=is_continued, ends=ends) + self._room.mark
        self._add(Item(Kind.ROW, number, self._top, height, parts, is_continued, goes_on))

    def _height(
        self, row: FlowRow, starts: Sequence[int], *, is_continued: bool, ends: Sequence[int] | None = None
    ) -> float:
        """Return the height of the lines between starts and ends (of all that are left), with the space around them."""
        tallest = 0.0
        for place, field in enumerate(row.fields):
            height = sum(field[starts[place] : None if ends is None else ends[place]])
            tallest = max(tallest, height + self._mark_above(row, place, is_continued=is_continued))
        return tallest + 2 * self._room.pad

    def _mark_above(self, row: FlowRow, place: int, *, is_continued: bool) -> float:
        """The head of a row that is continued says so; a text has no head."""
        return self._room.mark if is_continued and place == 0 and not row.is_text else 0.0

    def _is_worth_breaking(self, row: FlowRow, need: float, free: float) -> bool:
        least = self._room.mark + 2 * self._room.pad + FEW * max(max(field, default=0.0) for field in row.fields)
        if free < least:
            return False
        lead = 0.0 if row.is_text else self._heads + sum(self._bands[band] for band in row.bands)
        return need > self._room.height - lead or free > LARGEST_HOLE * self._room.height

    def _limit(self, row: FlowRow, need: float, free: float) -> float:
        """Return how much of the free height a part of a row may take, so that a few lines are left for the next."""
        some = FEW * max(max(field, default=0.0) for field in row.fields) + 2 * self._room.pad
        limit = min(free, need - some)
        return limit if limit > 2 * some else free

    def _fill(self, row: FlowRow, starts: Sequence[int], free: float, *, is_continued: bool) -> tuple[int, ...]:
        """Return how far the lines of each field come in the free height, above the mark that they go on."""
        ends = []
        for place, field in enumerate(row.fields):
            left = free - 2 * self._room.pad - self._room.mark
            left -= self._mark_above(row, place, is_continued=is_continued)
            end = starts[place]
            while end < len(field) and field[end] <= left:
                left -= field[end]
                end += 1
            ends.append(end)
        return tuple(ends)


def _ends(row: FlowRow) -> tuple[int, ...]:
    return tuple(len(field) for field in row.fields)
