"""One matrix as a sheet: title, header, a row an interview, in bands of case studies."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from math import ceil

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from framework_qda.io import xlsx_look as look
from framework_qda.io.runs import Composer, Run, RunKind
from framework_qda.io.xlsx_look import Style, Styler
from framework_qda.io.xlsx_page import set_up_page
from framework_qda.io.xlsx_text import (
    CELL_LIMIT,
    count_lines,
    excel_text,
    split_runs,
    utf16_length,
)
from framework_qda.matrix.grid import Band, GridColumn, GridRow, MatrixGrid
from framework_qda.model import CellState

_HEADINGS = ("Case study", "Interview", "Organisation", "Role")
_WIDTHS = (17.0, 11.0, 15.0, 21.0)
_NARROWEST, _WIDEST, _PAGE_WIDTH = 30.0, 58.0, 275.0
_HEADER_ROW = 3
_MOST_LINES = int((look.HIGHEST_ROW - 8) / look.LINE_HEIGHT)


class MatrixSheet:
    """Write one matrix to an empty sheet."""

    def __init__(self, sheet: Worksheet, grid: MatrixGrid, composer: Composer) -> None:
        self._sheet = sheet
        self._grid = grid
        self._composer = composer
        self._clean = composer.printable
        self._styler = Styler(sheet)
        has_roles = any(row.roles or row.facts for row in grid.rows)
        self._fronts = len(_HEADINGS) if has_roles else len(_HEADINGS) - 1
        self._widths = self._column_widths()
        self._letters = [(width - 2) * look.LETTERS_PER_WIDTH for width in self._widths]
        self._place = 0

    def write(self, study_title: str, paper: str, filter_words: str) -> list[str]:
        """Write the sheet and return sentences on cells that did not fit or are in conflict."""
        self._set_up(study_title, paper)
        self._write_top(study_title, filter_words)
        warnings: list[str] = []
        for band in self._grid.bands:
            for place in range(band.first, band.first + band.count):
                warnings += self._write_interview(band, self._grid.rows[place], is_first=place == band.first)
        if self._grid.rows:
            last = get_column_letter(self._fronts + len(self._grid.columns))
            self._sheet.auto_filter.ref = f"A{_HEADER_ROW}:{last}{self._place}"
        else:
            self._append([self._plain("No interviews.", RunKind.STATE)], 1)
        return warnings

    # -- the frame

    def _column_widths(self) -> list[float]:
        """Return a width for each sub-topic: a reading measure, wider where a cell would not fit its row."""
        longest = dict.fromkeys((column.subtopic_id for column in self._grid.columns), 0)
        for cell in self._grid.cells.values():
            length = sum(len(statement.text) + 24 for statement in cell.statements)
            longest[cell.subtopic_id] = max(longest.get(cell.subtopic_id, 0), length)
        count = max(1, len(self._grid.columns))
        base = min(_WIDEST - 8, max(_NARROWEST, (_PAGE_WIDTH - sum(_WIDTHS[: self._fronts])) / count))
        return [
            min(_WIDEST, max(base, 3 + 1.15 * longest[column.subtopic_id] / _MOST_LINES / look.LETTERS_PER_WIDTH))
            for column in self._grid.columns
        ]

    def _set_up(self, study_title: str, paper: str) -> None:
        widths = [*_WIDTHS[: self._fronts], *self._widths]
        for place, width in enumerate(widths, 1):
            self._sheet.column_dimensions[get_column_letter(place)].width = width
        last_front = get_column_letter(self._fronts)
        self._sheet.freeze_panes = f"{get_column_letter(self._fronts + 1)}{_HEADER_ROW + 1}"
        self._sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
        self._sheet.print_title_cols = f"A:{last_front}"
        heading = f"{self._grid.number} {self._grid.title}".strip()
        pages = max(1, ceil(sum(widths) / (1.35 * _PAGE_WIDTH)))
        set_up_page(self._sheet, self._clean(study_title), self._clean(heading), paper=paper, pages_wide=pages)

    def _write_top(self, study_title: str, filter_words: str) -> None:
        title = Style(look.TITLE_FONT, is_wrapped=False)
        self._append([self._text(f"{self._grid.number} {self._grid.title}".strip(), "title", title)], height=24)
        quiet = Style(look.QUIET_FONT, is_wrapped=False)
        self._append([self._text(_subtitle(self._grid, study_title, filter_words), "subtitle", quiet)], height=18)
        cells = [
            self._text(heading, "front head", Style(look.HEAD_FONT, look.HEAD_FILL, bottom=look.HEAD_LINE))
            for heading in _HEADINGS[: self._fronts]
        ]
        head = Style(look.HEAD_FONT, look.HEAD_FILL, bottom=look.HEAD_LINE, indent=1)
        labels = [_heading(column) for column in self._grid.columns]
        cells += [self._text(label, "head", head) for label in labels]
        lines = [
            count_lines([Run(RunKind.PLAIN, label)], 0.9 * letters)
            for label, letters in zip(labels, self._letters, strict=True)
        ]
        self._append(cells, max([1, *lines]))

    # -- the rows

    def _write_interview(self, band: Band, row: GridRow, *, is_first: bool) -> Iterable[str]:
        cells = [self._grid.cells.get((row.interview_id, column.subtopic_id)) for column in self._grid.columns]
        composed = [self._composer.runs(cell) for cell in cells]
        parts = [split_runs(runs, letters, _MOST_LINES) for runs, letters in zip(composed, self._letters, strict=True)]
        states = [str(cell.state) if cell else str(CellState.NOT_CHARTED) for cell in cells]
        rows = list(zip_longest(*parts, fillvalue=())) or [()]
        for place, texts in enumerate(rows):
            fronts = self._fronts_of(band, row, is_first=is_first and not place, is_continued=place > 0)
            edges = (is_first and not place, place == len(rows) - 1)
            line = [self._front(column, runs, edges) for column, runs in enumerate(fronts)]
            line += [self._cell(runs, state, edges) for runs, state in zip(texts, states, strict=True)]
            self._append(line, self._lines(fronts, texts))
        return self._remarks(row, cells, composed)

    def _remarks(self, row: GridRow, cells: Sequence[object], composed: Sequence[list[Run]]) -> Iterator[str]:
        for column, cell, runs in zip(self._grid.columns, cells, composed, strict=True):
            if utf16_length("".join(run.text for run in runs)) > CELL_LIMIT:
                yield f"{row.code} {column.number} is longer than one Excel cell can hold: it goes on in the row below."
            if getattr(cell, "is_conflicted", False):
                yield f"{row.code} {column.number} has two versions that nobody has chosen between: one was written."

    def _fronts_of(self, band: Band, row: GridRow, *, is_first: bool, is_continued: bool) -> list[list[Run]]:
        # Every row says whose it is, quietly below the first, so that rows can be sorted and filtered in Excel.
        facts = "".join(f"\n{fact}" for fact in band.lines)
        case_study = [Run(RunKind.PLAIN, band.label), Run(RunKind.STATE, facts)]
        if not is_first:
            case_study = [Run(RunKind.STATE, f"{band.label}{facts}")]
        code = [Run(RunKind.PLAIN, row.code), *([Run(RunKind.STATE, "\n(continued)")] if is_continued else [])]
        known = "\n".join(f"{label}: {value}" for label, value in (row.facts or {}).items())
        roles = "\n".join(row.roles)
        role = [Run(RunKind.PLAIN, roles), Run(RunKind.STATE, f"\n{known}" if roles and known else known)]
        kind = [Run(RunKind.PLAIN, row.organisation_kind)]
        fronts = [case_study, code, *([[], []] if is_continued else [kind, role])][: self._fronts]
        return [[Run(run.kind, excel_text(self._clean(run.text))) for run in runs if run.text] for runs in fronts]

    def _lines(self, fronts: Iterable[Sequence[Run]], texts: Iterable[Sequence[Run]]) -> int:
        widths = [(width - 1) * look.LETTERS_PER_WIDTH * 0.92 for width in _WIDTHS]
        lines = [count_lines(runs, letters) for runs, letters in zip(fronts, widths, strict=False)]
        lines += [count_lines(runs, letters) for runs, letters in zip(texts, self._letters, strict=False)]
        return max([1, *lines])

    # -- cells

    def _front(self, column: int, runs: Sequence[Run], edges: tuple[bool, bool]) -> Cell:
        is_top, is_last = edges
        is_label = column == 0
        # Inside a band the case study's column has no lines: it reads as one field.
        bottom = look.LINE if is_last and not is_label else None
        font = look.HEAD_FONT if column < 2 else look.CELL_FONTS[RunKind.PLAIN]
        if is_label and not is_top:
            font = look.QUIET_FONT
        style = Style(
            font, look.BAND_FILL if is_label else look.FRONT_FILL, top=look.BAND_LINE if is_top else None, bottom=bottom
        )
        return self._runs(runs, ("front", is_label, column < 2, edges), style)

    def _cell(self, runs: Sequence[Run], state: str, edges: tuple[bool, bool]) -> Cell:
        is_top, is_last = edges
        kind = look.only_kind(runs)
        style = Style(
            look.CELL_FONTS[kind],
            left=look.EDGES.get(state, look.EDGES[CellState.UNCLEAR]),
            top=look.BAND_LINE if is_top else None,
            bottom=look.LINE if is_last else None,
            indent=1,
        )
        return self._runs(runs, (kind, state, edges), style)

    def _runs(self, runs: Sequence[Run], key: object, style: Style) -> Cell:
        value = look.value_of(runs)
        return self._styler.cell(value, key, style, is_prefixed=bool(runs) and look.needs_prefix(runs[0].text))

    def _plain(self, text: str, kind: RunKind) -> Cell:
        return self._text(text, kind, Style(look.CELL_FONTS[kind]))

    def _text(self, text: str, key: object, style: Style) -> Cell:
        text = excel_text(self._clean(text))
        return self._styler.cell(text, key, style, is_prefixed=look.needs_prefix(text))

    def _append(self, cells: Sequence[Cell], lines: int = 1, height: float | None = None) -> None:
        self._place += 1
        self._sheet.row_dimensions[self._place].height = height or min(look.HIGHEST_ROW, look.LINE_HEIGHT * lines + 6)
        self._sheet.append(list(cells))


def _heading(column: GridColumn) -> str:
    return f"{column.number} {column.label}".strip()


def _subtitle(grid: MatrixGrid, study_title: str, filter_words: str) -> str:
    count, total = len(grid.rows), max(grid.total_rows, len(grid.rows))
    interviews = f"{count} interview{'' if count == 1 else 's'}" if count == total else f"{count} of {total} interviews"
    shown = f"{interviews}: {filter_words}" if filter_words else interviews
    return " · ".join(part for part in (study_title, shown) if part)
