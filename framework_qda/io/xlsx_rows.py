"""Rows of styled cells, for sheets that are tables of short words and figures."""

from collections.abc import Hashable, Sequence

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from framework_qda.io import xlsx_look as look
from framework_qda.io.printable import Printable
from framework_qda.io.xlsx_look import Style, Styler
from framework_qda.io.xlsx_text import excel_text

HEAD = Style(look.HEAD_FONT, look.HEAD_FILL, bottom=look.HEAD_LINE)
TITLE_STYLE = Style(look.TITLE_FONT, is_wrapped=False)
QUIET = Style(look.QUIET_FONT, is_wrapped=False)
SMALL = Style(Font(name=look.FACE, size=9, color=look.INK))


class StyledRows:
    """Append rows of styled cells to a sheet."""

    def __init__(self, sheet: Worksheet, printable: Printable) -> None:
        self.sheet = sheet
        self._clean = printable
        self._styler = Styler(sheet)
        self.place = 0

    def append(self, cells: Sequence[Cell | None], height: float = look.LINE_HEIGHT + 5) -> None:
        """Append a row, so high in points."""
        self.place += 1
        self.sheet.row_dimensions[self.place].height = height
        self.sheet.append(list(cells))

    def text(self, words: str, key: Hashable, style: Style) -> Cell:
        """Return a cell of text; `key` stands for its style."""
        words = excel_text(self._clean(words))
        return self._styler.cell(words, (key, id(style.font)), style, is_prefixed=look.needs_prefix(words))

    def number(self, value: int) -> Cell:
        """Return a cell with a figure."""
        cell = WriteOnlyCell(self.sheet, value)
        cell.font = SMALL.font
        cell.number_format = "#,##0"
        cell.alignment = Alignment(horizontal="left", vertical="top")
        return cell

    def merge(self, first: int, last: int) -> None:
        """Join columns of the row that comes next."""
        if last > first:
            letters = get_column_letter(first), get_column_letter(last)
            self.sheet.merged_cells.ranges.add(CellRange(f"{letters[0]}{self.place + 1}:{letters[1]}{self.place + 1}"))
