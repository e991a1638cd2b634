"""What the Theme desk prints: the column as it is grouped and filtered, with what it comes to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from framework_qda.io.reading_reports import read_profile
from framework_qda.io.theme_report import ThemeSource, theme_report
from framework_qda.matrix.synthesis import SUBTOPIC, read_synthesis
from framework_qda.ui.printing.printout import PrintOptions, Printout

if TYPE_CHECKING:
    from framework_qda.io.reports import Report
    from framework_qda.matrix.grid import MatrixGrid
    from framework_qda.project import Reader


def theme_printout(reader: Reader, grid: MatrixGrid, words: str) -> Printout | None:
    """Return the printout of a sub-topic, or of two side by side; `words` says which rows are shown.

    The synthesis is that of the first; `None` is returned where nothing is shown.
    """
    if not grid.columns or not grid.rows:
        return None
    synthesis = read_synthesis(reader, SUBTOPIC, grid.columns[0].subtopic_id)
    is_chosen = len(grid.rows) < grid.total_rows or any(row.kept for row in grid.rows)
    chosen = words if is_chosen else ""
    source = ThemeSource(read_profile(reader), ((grid, synthesis),), chosen)
    return Printout("theme sheet", partial(_make, source))


def _make(source: ThemeSource, options: PrintOptions) -> Report:
    return theme_report(source, **options.of_statements)
