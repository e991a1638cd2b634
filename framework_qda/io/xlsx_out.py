"""Matrices as an Excel workbook, good enough for an appendix: a first sheet, then one sheet a theme."""

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import cast

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from framework_qda.io import xlsx_look as look
from framework_qda.io.atomic import replacing
from framework_qda.io.disclosing import find_in_cells, telling_words
from framework_qda.io.printable import Printable
from framework_qda.io.runs import RunKind
from framework_qda.io.xlsx_cover import CoverFacts, write_cover
from framework_qda.io.xlsx_names import sheet_names
from framework_qda.io.xlsx_options import MatrixExportOptions
from framework_qda.io.xlsx_sheet import MatrixSheet
from framework_qda.io.xlsx_text import excel_composer
from framework_qda.matrix.grid import MatrixGrid
from framework_qda.matrix.neutral import neutral_grid
from framework_qda.model import Study

__all__ = ["MatrixExportOptions", "export_matrices"]

COVER_NAME = "Study"


def export_matrices(
    grids: Sequence[MatrixGrid],
    study: Study,
    path: Path | str,
    options: MatrixExportOptions | None = None,
) -> list[str]:
    """Write matrices as an .xlsx file and return sentences on what the reader of the file should know.

    What stood at `path` stays until the new file is complete. Raises ExportError if it cannot be written.
    """
    options = options or MatrixExportOptions()
    shown = [neutral_grid(grid) if options.is_public else grid for grid in grids]
    printable = Printable()
    composer = excel_composer(
        printable,
        has_notes=options.has_notes,
        has_references=options.has_references,
        marks=study.quotation_marks,
    )
    warnings: list[str] = []
    with replacing(Path(path)) as temporary, ExitStack() as stack:
        book = _begin(stack, printable(study.title))
        names = sheet_names((f"{grid.number} {grid.title}" for grid in shown), taken=[COVER_NAME])
        made_on = options.made_on or date.today()
        facts = CoverFacts(study, tuple(zip(shown, names, strict=True)), made_on, options)
        write_cover(_sheet(book, COVER_NAME), facts, printable)
        for grid, name in zip(shown, names, strict=True):
            sheet = MatrixSheet(_sheet(book, name), grid, composer)
            warnings += sheet.write(study.title, options.paper, options.filter_words)
        book.save(temporary)
    if options.is_public:
        warnings += find_in_cells(shown, telling_words(grids), has_notes=options.has_notes)
    return [*warnings, *printable.warnings()]


def _sheet(book: Workbook, name: str) -> Worksheet:
    # The type stubs know too little of the write-only sheet, which does all that is asked of it here.
    return cast("Worksheet", book.create_sheet(name))


def _begin(stack: ExitStack, title: str) -> Workbook:
    """Make a workbook whose sheets, kept in temporary files until it is saved, go with the block however it ends."""
    book = Workbook(write_only=True)
    stack.callback(_take_away_sheets, book)
    _set_up(book, title)
    return book


def _take_away_sheets(book: Workbook) -> None:
    """Take away the temporary files that hold what people said; a saved workbook has taken its own away."""
    for sheet in book.worksheets:
        if not sheet.closed:
            sheet.close()
            sheet._writer.cleanup()  # type: ignore[attr-defined]


def _set_up(book: Workbook, title: str) -> None:
    """Leave nobody's name in the file, and make its standard font the one that widths are reckoned in."""
    book._named_styles["Normal"].font = look.CELL_FONTS[RunKind.PLAIN]  # type: ignore[attr-defined]
    book.properties.creator = None
    book.properties.lastModifiedBy = None
    book.properties.title = title or None
