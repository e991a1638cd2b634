"""Matrices as a report of sheets, for printing exactly what a view shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from framework_qda.io.printable import Printable
from framework_qda.io.reports import Report
from framework_qda.io.runs import Composer
from framework_qda.io.sheet_matrix import matrix_sheet
from framework_qda.matrix.build import build_grids
from framework_qda.matrix.grid import MatrixGrid
from framework_qda.matrix.neutral import NeutralNames, neutral_grid, neutral_study, read_neutral_names
from framework_qda.model import Interview, Study
from framework_qda.project.reader import Reader
from framework_qda.quotes.consent import unquoted_rows, withdrawn_rows


@dataclass(frozen=True, slots=True)
class MatrixSource:
    """What matrices are printed from, read once, so that a worker can go on with it.

    `words` says which rows and columns are shown; `names` are those of the whole project.
    """

    study: Study
    grids: tuple[MatrixGrid, ...]
    names: NeutralNames
    words: str = ""
    interviews: tuple[Interview, ...] = ()


def matrix_source(reader: Reader, grids: Sequence[MatrixGrid] | None = None, words: str = "") -> MatrixSource:
    """Return what some matrices are printed from, all of the project if none are given."""
    chosen = build_grids(reader) if grids is None else tuple(grids)
    shown = {row.interview_id for grid in chosen for row in grid.rows}
    return MatrixSource(
        reader.study(),
        chosen,
        read_neutral_names(reader),
        words,
        tuple(each for each in reader.all(Interview) if each.id in shown),
    )


def matrix_report(
    source: MatrixSource,
    *,
    is_public: bool = False,
    has_notes: bool = True,
    has_references: bool = True,
    has_tags: bool = False,
) -> Report:
    """Return the sheets of matrices. The public ones have neutral names, and do not say how rows were chosen."""
    printable = Printable()
    composer = Composer(printable, has_notes, has_references, source.study.quotation_marks, has_tags=has_tags)
    grids = [neutral_grid(grid, source.names) if is_public else grid for grid in source.grids]
    sheets = [matrix_sheet(grid, composer, _counted(grid) if is_public else source.words) for grid in grids]
    consent = [*withdrawn_rows(source.interviews), *(unquoted_rows(source.interviews) if is_public else ())]
    warnings = (*consent, *printable.warnings())
    study = neutral_study(source.study, source.names) if is_public else source.study
    return Report(printable(study.title).strip(), tuple(sheets), warnings)


def _counted(grid: MatrixGrid) -> str:
    shown, total = len(grid.rows), max(grid.total_rows, len(grid.rows))
    noun = "interview" if total == 1 else "interviews"
    return f"{shown:,} {noun}" if shown == total else f"{shown:,} of {total:,} {noun}"
