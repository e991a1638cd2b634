"""The map of a study as an Excel workbook: the state of every cell in words, and how many are in which."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from framework_qda.io import xlsx_look as look
from framework_qda.io.atomic import replacing
from framework_qda.io.map_drawing import FILLS
from framework_qda.io.printable import Printable
from framework_qda.io.xlsx_book import add_sheet, begin_book
from framework_qda.io.xlsx_look import Style
from framework_qda.io.xlsx_page import set_up_page
from framework_qda.io.xlsx_rows import HEAD, QUIET, SMALL, StyledRows
from framework_qda.matrix.board import BoardMap, Tally, tally, tally_by_case_study, tally_by_theme
from framework_qda.matrix.grid import STATE_WORDS, GridRow
from framework_qda.text.dates import day_words

STATES_NAME, COUNTS_NAME = "States", "Counts"
_FRONTS = ("Case study", "Interview", "Organisation", "Role")
_FRONT_WIDTHS = (17.0, 11.0, 16.0, 24.0)
_STATE_WIDTH, _COUNT_WIDTH = 12.5, 13.0
_HEAD_ROW = 4


def export_map(board: BoardMap, title: str, path: Path | str, made_on: date, printable: Printable) -> None:
    """Write a map as an .xlsx file; what stood at `path` stays until it is complete."""
    with replacing(Path(path)) as temporary, ExitStack() as stack:
        book = begin_book(stack, printable(title))
        _States(add_sheet(book, STATES_NAME), board, printable).write(title, made_on)
        _write_counts(StyledRows(add_sheet(book, COUNTS_NAME), printable), board, title)
        book.save(temporary)


class _States:
    def __init__(self, sheet: Worksheet, board: BoardMap, printable: Printable) -> None:
        self._board = board
        self._rows = StyledRows(sheet, printable)
        has_roles = any(row.roles for row in board.rows)
        self._fronts = len(_FRONTS) if has_roles else len(_FRONTS) - 1

    def write(self, title: str, made_on: date) -> None:
        rows, board = self._rows, self._board
        self._set_up(title)
        rows.append(
            [rows.text(title.strip() or "Untitled study", "title", Style(look.TITLE_FONT, is_wrapped=False))], 24
        )
        words = f"The state of each cell · {day_words(made_on)}"
        rows.append([rows.text(words, "quiet", Style(look.QUIET_FONT, is_wrapped=False))], 18)
        self._write_heads()
        for band in board.bands:
            for place in range(band.first, band.first + band.count):
                rows.append(list(self._line(place, band.label, is_first=place == band.first)), 2 * look.LINE_HEIGHT + 4)
        if not board.rows:
            rows.append([rows.text("No interviews.", "quiet", QUIET)])

    def _set_up(self, title: str) -> None:
        sheet = self._rows.sheet
        widths = [*_FRONT_WIDTHS[: self._fronts], *[_STATE_WIDTH] * len(self._board.columns)]
        for place, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.freeze_panes = f"{get_column_letter(self._fronts + 1)}{_HEAD_ROW + 1}"
        last = get_column_letter(len(widths))
        sheet.auto_filter.ref = f"A{_HEAD_ROW}:{last}{_HEAD_ROW + max(1, len(self._board.rows))}"
        sheet.print_title_rows = f"{_HEAD_ROW - 1}:{_HEAD_ROW}"
        sheet.print_title_cols = f"A:{get_column_letter(self._fronts)}"
        set_up_page(sheet, title, STATES_NAME)

    def _write_heads(self) -> None:
        """Write the themes above their columns, then the columns."""
        rows, board = self._rows, self._board
        themes: list[Cell | None] = [None] * (self._fronts + len(board.columns))
        for section in board.sections:
            first = self._fronts + section.first
            themes[first] = rows.text(section.heading, "theme", Style(look.HEAD_FONT, look.BAND_FILL))
            rows.merge(first + 1, first + section.count)
        rows.append(themes, 30)
        heads = [rows.text(words, "head", HEAD) for words in _FRONTS[: self._fronts]]
        heads += [rows.text(f"{column.number} {column.label}", "head", HEAD) for column in board.columns]
        rows.append(heads, 4 * look.LINE_HEIGHT)

    def _line(self, place: int, label: str, *, is_first: bool) -> Iterator[Cell]:
        rows, row = self._rows, self._board.rows[place]
        top = look.BAND_LINE if is_first else None
        for column, words in enumerate(self._front(row, label)):
            font = look.HEAD_FONT if column < 2 else SMALL.font
            style = Style(font, look.BAND_FILL if not column else look.FRONT_FILL, top=top)
            yield rows.text(words, ("front", column, is_first), style)
        for column in range(len(self._board.columns)):
            state = self._board.state(self._board.place(place, column))
            fill = FILLS.get(state, "#ffffff")[1:].upper()
            style = Style(SMALL.font, fill, left=look.EDGES.get(state), top=top)
            yield rows.text(STATE_WORDS.get(state, state), (state, is_first), style)

    def _front(self, row: GridRow, label: str) -> Sequence[str]:
        return (label, row.code, row.organisation_kind, ", ".join(row.roles))[: self._fronts]


def _write_counts(rows: StyledRows, board: BoardMap, title: str) -> None:
    """Write how many cells are in each state: of all, of each case study, of each theme."""
    shown = [state for state in STATE_WORDS if tally(board).states.get(state)]
    rows.sheet.column_dimensions["A"].width = 44
    for place in range(2, len(shown) + 4):
        rows.sheet.column_dimensions[get_column_letter(place)].width = _COUNT_WIDTH
    rows.sheet.freeze_panes = "B2"
    set_up_page(rows.sheet, title, COUNTS_NAME, paper="A4")
    heads = ["", "cells", *(STATE_WORDS[state] for state in shown)]
    rows.append([rows.text(words, "head", HEAD) for words in heads], 2 * look.LINE_HEIGHT + 4)
    groups: Mapping[str, Sequence[Tally]] = {
        "": (tally(board),),
        "By case study": tally_by_case_study(board),
        "By theme": tally_by_theme(board),
    }
    for heading, tallies in groups.items():
        if heading and tallies:
            rows.append([rows.text(heading, "group", Style(look.HEAD_FONT, is_wrapped=False))], 24)
        for each in tallies:
            label = rows.text(each.label, "label", Style(SMALL.font, is_wrapped=False))
            figures = [rows.number(each.cells), *(rows.number(each.states.get(state, 0)) for state in shown)]
            rows.append([label, *figures])
