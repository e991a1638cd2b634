"""Set sheets on pages: columns are shared out, fields are measured, and pages are made; nothing is painted yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework_qda.io.runs import Run, RunKind
from framework_qda.io.sheet import Runs, Sheet, SheetCell, SheetRow
from framework_qda.ui.printing.columns import ColumnGroup, group_columns
from framework_qda.ui.printing.measures import Measures
from framework_qda.ui.printing.paging import FlowRow, Page, Room, paginate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QFont

    from framework_qda.ui.printing.setup import PageSetup

TALLEST_HEADS = 0.3
"""The part of a page that the heads of a table may take; what does not fit is cut there."""

NO_COLUMNS = ColumnGroup(0, 0, 0.0, ())
"""The columns of a sheet without a table."""


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet, or those of its columns that stand side by side, on pages of its own.

    `rows` are what flows over the pages: paragraphs, those numbered in `texts`, and the rows of the table. `heads` are
    the headings of the row's head and of each column, `words` what stands below the title, `top` where the flow begins.
    """

    sheet: Sheet
    columns: ColumnGroup
    rows: tuple[SheetRow, ...]
    texts: frozenset[int]
    heads: tuple[Runs, ...]
    words: Runs
    top: float
    pages: tuple[Page, ...]
    states: tuple[str, ...] = ()
    """The states that occur, for the key at the foot: found once, not for every page."""


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages of a report, ready to be painted one by one, in any order and more than once."""

    title: str
    measures: Measures
    parts: tuple[Part, ...]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return sum(len(part.pages) for part in self.parts)

    def find(self, number: int) -> tuple[Part, Page]:
        """Return the part and what stands on a page; pages are counted from 0."""
        for part in self.parts:
            if number < len(part.pages):
                return part, part.pages[number]
            number -= len(part.pages)
        raise IndexError(number)


def set_pages(
    title: str,
    sheets: Sequence[Sheet],
    setup: PageSetup,
    base: QFont,
    step: Callable[[int, int], object] = lambda _done, _total: None,
) -> Pages:
    """Set sheets on pages, in a font; `step` is told how many rows are measured, and of how many."""
    return _Setter(Measures(setup, base), step).set_pages(title, sheets)


class _Setter:
    def __init__(self, measures: Measures, step: Callable[[int, int], object]) -> None:
        self._m = measures
        self._step = step
        self._done = self._total = 0

    def set_pages(self, title: str, sheets: Sequence[Sheet]) -> Pages:
        groups = [self._groups(sheet) for sheet in sheets]
        self._total = sum(len(sheet.rows) * len(own) for sheet, own in zip(sheets, groups, strict=True))
        parts = [
            self._part(sheet, own, place)
            for sheet, own in zip(sheets, groups, strict=True)
            for place in range(len(own))
        ]
        return Pages(title, self._m, tuple(parts))

    def _groups(self, sheet: Sheet) -> Sequence[ColumnGroup]:
        measures = self._m
        least, head = measures.width_of(sheet.least_letters), measures.width_of(sheet.head_letters)
        found = group_columns(sheet, measures.width, least, head)
        return found or [NO_COLUMNS]

    def _part(self, sheet: Sheet, groups: Sequence[ColumnGroup], place: int) -> Part:
        """Set one part; paragraphs above the table and wide rows belong to the first, remarks to the last."""
        columns, is_first, is_last = groups[place], place == 0, place == len(groups) - 1
        before = [_paragraph(runs) for runs in (sheet.intro if is_first else ())]
        after = [_paragraph((Run(RunKind.STATE, text),)) for text in (sheet.remarks if is_last else ())]
        table = sheet.rows if columns.count else ()
        flow = [self._text(row) for row in before]
        flow += self._table(sheet, columns, is_first=is_first) if table else []
        flow += [self._text(row) for row in after]
        words = _words(sheet, groups, place)
        heads = _heads(sheet, columns)
        top = self._top(words)
        pages = paginate(
            flow,
            [self._m.band_height(is_strong=band.is_strong) for band in sheet.bands],
            self._heads_height(sheet, heads, columns),
            Room(self._m.bottom - top, self._m.pad, self._m.mark),
        )
        rows = (*before, *table, *after)
        texts = frozenset(number for number, row in enumerate(flow) if row.is_text)
        return Part(sheet, columns, rows, texts, heads, words, top, pages, sheet.states)

    # -- heights

    def _top(self, words: Runs) -> float:
        measures = self._m
        height = sum(line.height for line in measures.face.lines(words, measures.width))
        below = min(height, measures.setup.height / 4)
        return measures.setup.margin + measures.title_height + below + (0.6 * measures.size if below else 0.0)

    def _heads_height(self, sheet: Sheet, heads: Sequence[Runs], columns: ColumnGroup) -> float:
        if not columns.count:
            return 0.0
        widths = (columns.head, *columns.widths)
        tallest = max(sum(self._m.heights(runs, width)) for runs, width in zip(heads, widths, strict=True))
        height = min(tallest + 2 * self._m.pad, TALLEST_HEADS * self._m.setup.height)
        return height + (self._m.band_height(is_strong=False) if sheet.sections else 0.0)

    def _text(self, row: SheetRow) -> FlowRow:
        return FlowRow((self._m.heights(row.cells[0].runs, self._m.width),), is_text=True)

    def _table(self, sheet: Sheet, columns: ColumnGroup, *, is_first: bool) -> Iterator[FlowRow]:
        inside = _bands_of_rows(sheet)
        for number, row in enumerate(sheet.rows):
            self._done += 1
            self._step(self._done, self._total)
            bands = inside[number]
            opens = frozenset(band for band in bands if sheet.bands[band].first == number)
            yield FlowRow(self._fields(row, columns, is_first=is_first), bands, opens)

    def _fields(self, row: SheetRow, columns: ColumnGroup, *, is_first: bool) -> tuple[tuple[float, ...], ...]:
        measures = self._m
        if row.is_wide:
            runs = row.cells[0].runs if is_first else ()
            return ((), measures.heights(runs, columns.head + sum(columns.widths)))
        cells = row.cells[columns.first : columns.first + columns.count]
        return (
            measures.heights(row.head, columns.head),
            *(
                measures.heights(cell.runs, width, has_state=bool(cell.state))
                for cell, width in zip(cells, columns.widths, strict=True)
            ),
        )


def _bands_of_rows(sheet: Sheet) -> list[tuple[int, ...]]:
    """Return for each row the numbers of the bands that it stands in, the strong one first."""
    found: list[list[int]] = [[] for _ in sheet.rows]
    for number, band in sorted(enumerate(sheet.bands), key=lambda each: not each[1].is_strong):
        for row in range(band.first, min(band.first + band.count, len(found))):
            found[row].append(number)
    return [tuple(each) for each in found]


def _paragraph(runs: Runs) -> SheetRow:
    return SheetRow((), (SheetCell(runs),), is_wide=True)


def _words(sheet: Sheet, groups: Sequence[ColumnGroup], place: int) -> Runs:
    """Return what stands below the title: what is shown, and which columns stand on these pages."""
    columns, words = groups[place], sheet.subtitle
    if len(groups) > 1:
        which = f"columns {columns.first + 1} to {columns.first + columns.count} of {len(sheet.columns)}"
        words = f"{words} · {which}" if words else f"{which[:1].upper()}{which[1:]}"
    return (Run(RunKind.STATE, words),) if words else ()


def _heads(sheet: Sheet, columns: ColumnGroup) -> tuple[Runs, ...]:
    shown = sheet.columns[columns.first : columns.first + columns.count]
    return ((Run(RunKind.STRONG, sheet.head),), *(column.heading for column in shown))
