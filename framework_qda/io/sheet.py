"""A table with its title and text, ready for paper: Word documents and printed pages are set from it.

The words in a sheet have been cleaned, and the profile has been applied: whoever sets a sheet adds nothing of the
project to it.
"""

from dataclasses import dataclass, field

from framework_qda.io.drawing import Drawing
from framework_qda.io.runs import Run, RunKind, plain_text

Runs = tuple[Run, ...]

MOST_PORTRAIT, MOST_CELLS = 3, 2
"""Columns beside the first that an upright page has room for: of short words, and of cells of a matrix."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column. `weight` is how much room its words need beside those of other columns."""

    heading: Runs
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class SheetCell:
    """What stands in a field of the table. `state` is a `CellState`, empty where the field is no cell of a matrix."""

    runs: Runs = ()
    state: str = ""
    source: tuple[str, str] | None = field(default=None, compare=False)
    """Interview and sub-topic of the cell of a matrix that it shows, for whoever is to be led there."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its head, then a cell a column. A row that `is_wide` has one cell over the whole width, and no head."""

    head: Runs
    cells: tuple[SheetCell, ...]
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class SheetBand:
    """A heading above the rows `first` to `first + count - 1`. A strong one gathers bands."""

    label: str
    words: str
    first: int
    count: int
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class SheetSection:
    """A heading above the columns `first` to `first + count - 1`."""

    heading: str
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A title, what is shown in words, paragraphs, and a table below them (none without columns)."""

    title: str
    subtitle: str = ""
    intro: tuple[Runs, ...] = ()
    head: str = ""
    head_letters: int = 14
    """How many letters a line of the rows' heads should hold."""
    columns: tuple[SheetColumn, ...] = ()
    least_letters: int = 20
    """How many letters a line of a column must hold; where columns get narrower, they go on further pages."""
    rows: tuple[SheetRow, ...] = ()
    bands: tuple[SheetBand, ...] = ()
    sections: tuple[SheetSection, ...] = ()
    remarks: tuple[str, ...] = ()
    """What is said in small words below the table."""
    picture: Drawing | None = None
    """What stands on a page in place of a table, as large as there is room; no document has it."""

    @property
    def is_wide(self) -> bool:
        """Whether the table asks for a page on its side."""
        has_cells = any(cell.state for row in self.rows for cell in row.cells)
        return len(self.columns) > (MOST_CELLS if has_cells else MOST_PORTRAIT)

    @property
    def states(self) -> tuple[str, ...]:
        """The states that occur, for the key to their edges."""
        return tuple(dict.fromkeys(cell.state for row in self.rows for cell in row.cells if cell.state))

    def bands_at(self, row: int) -> tuple[SheetBand, ...]:
        """Return the bands that begin at a row, strong ones first."""
        found = [band for band in self.bands if band.first == row]
        return tuple(sorted(found, key=lambda band: not band.is_strong))


def plain(text: str) -> Runs:
    """Return a text as runs."""
    return (Run(RunKind.PLAIN, text),) if text else ()


def strong(text: str, below: str = "") -> Runs:
    """Return a label in bold, with small words on a line below it."""
    runs = [Run(RunKind.STRONG, text)] if text else []
    if below:
        runs.append(Run(RunKind.STATE, f"\n{below}" if text else below))
    return tuple(runs)


def cell(text: str) -> SheetCell:
    """Return a field of plain text."""
    return SheetCell(plain(text))


def words_of(runs: Runs) -> str:
    """Return the words of runs."""
    return plain_text(runs)
