"""Matrices as an Excel workbook, good enough for an appendix: a first sheet, then one sheet a theme."""

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from framework_qda.io.atomic import replacing
from framework_qda.io.printable import Printable
from framework_qda.io.xlsx_book import add_sheet, begin_book
from framework_qda.io.xlsx_cover import CoverFacts, write_cover
from framework_qda.io.xlsx_names import sheet_names
from framework_qda.io.xlsx_options import MatrixExportOptions
from framework_qda.io.xlsx_sheet import MatrixSheet
from framework_qda.io.xlsx_text import excel_composer
from framework_qda.matrix.grid import MatrixGrid
from framework_qda.matrix.neutral import NeutralNames, neutral_grid, neutral_names, neutral_study
from framework_qda.matrix.rows import RowOrder
from framework_qda.model import Study

__all__ = ["MatrixExportOptions", "export_matrices"]

COVER_NAME = "Study"


def export_matrices(
    grids: Sequence[MatrixGrid],
    study: Study,
    path: Path | str,
    options: MatrixExportOptions | None = None,
    names: NeutralNames | None = None,
) -> list[str]:
    """Write matrices as an .xlsx file and return sentences on what the reader of the file should know.

    `names` are those of the project for a public file; without them the rows of the first matrix are taken for all.
    What stood at `path` stays until the new file is complete. Raises ExportError if it cannot be written.
    """
    options = options or MatrixExportOptions()
    shown = list(grids)
    if options.is_public and grids:
        known = names or neutral_names(RowOrder(grids[0].rows, grids[0].bands))
        shown, study = [neutral_grid(grid, known) for grid in grids], neutral_study(study, known)
    printable = Printable()
    composer = excel_composer(printable, options, study.quotation_marks)
    warnings: list[str] = []
    with replacing(Path(path)) as temporary, ExitStack() as stack:
        book = begin_book(stack, printable(study.title))
        tabs = sheet_names((f"{grid.number} {grid.title}" for grid in shown), taken=[COVER_NAME])
        made_on = options.made_on or date.today()
        facts = CoverFacts(study, tuple(zip(shown, tabs, strict=True)), made_on, options)
        write_cover(add_sheet(book, COVER_NAME), facts, printable)
        for grid, tab in zip(shown, tabs, strict=True):
            sheet = MatrixSheet(add_sheet(book, tab), grid, composer)
            warnings += sheet.write(study.title, options.paper, options.filter_words)
        book.save(temporary)
    return [*warnings, *printable.warnings()]
