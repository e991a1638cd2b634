"""A sub-topic as a sheet: down all its rows, grouped as they are read, with what is concluded from them above."""

from dataclasses import replace

from framework_qda.io.runs import Composer, Run, RunKind
from framework_qda.io.sheet import Runs, Sheet, SheetCell, SheetRow, plain, strong
from framework_qda.io.sheet_case import synthesis_runs
from framework_qda.io.sheet_matrix import matrix_sheet
from framework_qda.matrix.grid import GridCell, MatrixGrid
from framework_qda.matrix.synthesis import SynthesisReading

DEVIANT = "★ kept in view: a deviant or a single case"


def theme_sheet(
    grid: MatrixGrid, composer: Composer, synthesis: SynthesisReading | None = None, words: str = ""
) -> Sheet:
    """Return the sheet of a sub-topic, or of two side by side; `words` says what is shown of its rows."""
    sheet = matrix_sheet(grid, composer, words)
    title = " and ".join(f"{column.number} {column.label}".strip() for column in grid.columns)
    rows = tuple(_marked(row, grid, place) for place, row in enumerate(sheet.rows))
    intro = (*_definition(grid, composer), *_conclusion(synthesis, composer), *sheet.intro)
    return replace(sheet, title=composer.text(title), rows=rows, intro=intro)


def _definition(grid: MatrixGrid, composer: Composer) -> tuple[Runs, ...]:
    """Return what belongs in a single sub-topic; guidance for those who chart stays in the program."""
    if len(grid.columns) != 1:
        return ()
    definition = grid.columns[0].definition.strip().split("\n\n")[0].strip()
    return (plain(composer.text(definition)),) if definition else ()


def _conclusion(synthesis: SynthesisReading | None, composer: Composer) -> tuple[Runs, ...]:
    paragraphs = synthesis_runs(synthesis, composer) if synthesis else ()
    return (strong("Synthesis"), *paragraphs) if paragraphs else ()


def _marked(row: SheetRow, grid: MatrixGrid, place: int) -> SheetRow:
    """Say of deviant cells that they are kept in view, and of a row that nothing else keeps it there."""
    kept = grid.rows[place].kept
    if kept:
        row = replace(row, head=(*row.head, Run(RunKind.STATE, f"\n{kept}")))
    cells = [grid.cell(place, column) for column in range(len(grid.columns))]
    if not any(cell is not None and cell.is_deviant for cell in cells):
        return row
    return replace(row, cells=tuple(_mark(field, cell) for field, cell in zip(row.cells, cells, strict=True)))


def _mark(field: SheetCell, cell: GridCell | None) -> SheetCell:
    if cell is None or not cell.is_deviant:
        return field
    return replace(field, runs=(Run(RunKind.STATE, f"{DEVIANT}\n"), *field.runs))
