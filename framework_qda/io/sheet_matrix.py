"""A matrix as a sheet: exactly the rows and columns that a view shows, in its order."""

from collections.abc import Iterator

from framework_qda.io.runs import Composer
from framework_qda.io.sheet import Runs, Sheet, SheetBand, SheetCell, SheetColumn, SheetRow, SheetSection, strong
from framework_qda.matrix.grid import GridColumn, GridRow, MatrixGrid
from framework_qda.model import CellState

SYNTHESIS = "synthesis"
_SAMPLED_ROWS = 400
_LEAST_LETTERS = 40


def matrix_sheet(grid: MatrixGrid, composer: Composer, subtitle: str = "") -> Sheet:
    """Return the sheet of a matrix; `subtitle` says which rows and columns are shown."""
    text = composer.text
    return Sheet(
        title=text(f"{grid.number} {grid.title}".strip()),
        subtitle=text(subtitle),
        head="Interview",
        columns=tuple(
            SheetColumn(_heading(column, composer), _weight(grid, place)) for place, column in enumerate(grid.columns)
        ),
        rows=tuple(_rows(grid, composer)),
        bands=tuple(_bands(grid, composer)),
        sections=tuple(SheetSection(text(each.heading), each.first, each.count) for each in grid.sections),
        intro=() if grid.rows else (strong("No interview is shown."),),
    )


def _heading(column: GridColumn, composer: Composer) -> Runs:
    return strong(composer.text(f"{column.number} {column.label}".strip()), SYNTHESIS * column.is_synthesis)


def _rows(grid: MatrixGrid, composer: Composer) -> Iterator[SheetRow]:
    for place, row in enumerate(grid.rows):
        cells = ((grid.cell(place, number), column) for number, column in enumerate(grid.columns))
        yield SheetRow(
            strong(composer.text(row.code or "–"), composer.text(row_words(row))),
            tuple(
                SheetCell(
                    tuple(composer.runs(cell)),
                    str(cell.state if cell else CellState.NOT_CHARTED),
                    (row.interview_id, column.subtopic_id),
                )
                for cell, column in cells
            ),
        )


def row_words(row: GridRow) -> str:
    """Return what stands below an interview's code: its roles, the kind of its organisation, shown facts."""
    who = ", ".join(part for part in (*row.roles, row.organisation_kind) if part)
    facts = [value for value in (row.facts or {}).values() if value]
    return "\n".join(part for part in (who, *facts) if part)


def _bands(grid: MatrixGrid, composer: Composer) -> Iterator[SheetBand]:
    for band in grid.groups:
        words = composer.text(" · ".join(band.lines))
        label = f"{grid.group_title}: {band.label}" if " · " not in grid.group_title else band.label
        yield SheetBand(composer.text(label), words, band.first, band.count, is_strong=True)
    for band in grid.bands:
        yield SheetBand(composer.text(band.label), composer.text(" · ".join(band.lines)), band.first, band.count)


def _weight(grid: MatrixGrid, column: int) -> float:
    """Return how many letters a long cell of a column has: long cells want wide columns."""
    rows = range(0, len(grid.rows), max(1, len(grid.rows) // _SAMPLED_ROWS))
    cells = (grid.cell(row, column) for row in rows)
    lengths = sorted(sum(len(each.text) for each in cell.statements) for cell in cells if cell is not None)
    return float(max(_LEAST_LETTERS, lengths[int(len(lengths) * 0.9)] if lengths else 0))
