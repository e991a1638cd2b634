"""What the Matrix desk prints: exactly the view that is shown."""

from functools import partial

from framework_qda.io.matrix_report import MatrixSource, matrix_report, matrix_source
from framework_qda.io.reports import Report
from framework_qda.matrix.grid import MatrixGrid
from framework_qda.project.reader import Reader
from framework_qda.ui.printing.printout import PrintOptions, Printout
from framework_qda.ui.words import lower_first


def matrix_printout(reader: Reader, grid: MatrixGrid, words: str) -> Printout:
    """Return the printout of a matrix; `words` says which rows and columns are shown."""
    return Printout(lower_first(grid.name), partial(_make, matrix_source(reader, [grid], words)))


def _make(source: MatrixSource, options: PrintOptions) -> Report:
    return matrix_report(source, **options.of_statements)
