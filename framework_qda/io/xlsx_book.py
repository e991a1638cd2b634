"""A workbook without anybody's name in it, whose sheets are written row by row."""

from contextlib import ExitStack
from typing import cast

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from framework_qda.io import xlsx_look as look
from framework_qda.io.runs import RunKind


def begin_book(stack: ExitStack, title: str) -> Workbook:
    """Make a workbook whose sheets, kept in temporary files until it is saved, go with the block however it ends."""
    book = Workbook(write_only=True)
    stack.callback(_take_away_sheets, book)
    # The standard font is the one that widths are reckoned in.
    book._named_styles["Normal"].font = look.CELL_FONTS[RunKind.PLAIN]  # type: ignore[attr-defined]
    book.properties.creator = None
    book.properties.lastModifiedBy = None
    book.properties.title = title or None
    return book


def add_sheet(book: Workbook, name: str) -> Worksheet:
    """Add a sheet at the end."""
    # The type stubs know too little of the write-only sheet, which does all that is asked of it here.
    return cast("Worksheet", book.create_sheet(name))


def _take_away_sheets(book: Workbook) -> None:
    """Take away the temporary files that hold what people said; a saved workbook has taken its own away."""
    for sheet in book.worksheets:
        if not sheet.closed:
            sheet.close()
            sheet._writer.cleanup()  # type: ignore[attr-defined]
