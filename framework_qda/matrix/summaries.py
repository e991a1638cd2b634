"""What a column or a row of a matrix holds, in figures: words, charted cells, cells empty for a reason."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from framework_qda.matrix.grid import STATE_WORDS, GridCell, MatrixGrid, ReadCells
from framework_qda.model import EMPTY_REASONS, CellState


@dataclass(frozen=True, slots=True)
class Summary:
    """How many cells there are, how many are charted (or reviewed), their words, and why others are empty."""

    cells: int
    charted: int = 0
    words: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)

    @property
    def lines(self) -> tuple[str, ...]:
        """The figures in words: `1,204 words`, `24 of 28 charted`, `2 not asked, 1 unclear`; no empty line."""
        noun = "word" if self.words == 1 else "words"
        reasons = ", ".join(f"{count:,} {STATE_WORDS[state]}" for state, count in self.reasons.items())
        lines = (f"{self.charted:,} of {self.cells:,} charted", f"{self.words:,} {noun}", reasons)
        return tuple(line for line in lines if line)


def summarise_column(grid: MatrixGrid, column: int) -> Summary:
    """Sum up a column over the rows that are shown."""
    subtopic_id = grid.columns[column].subtopic_id
    if isinstance(grid.cells, ReadCells):
        part = grid.cells.narrowed([row.interview_id for row in grid.rows], [subtopic_id])
        return _summary(Counter(part.count_states()), part.count_words(subtopic_id), len(grid.rows))
    cells = (grid.cells.get((row.interview_id, subtopic_id)) for row in grid.rows)
    return _sum_up(cells, len(grid.rows))


def summarise_row(grid: MatrixGrid, row: int) -> Summary:
    """Sum up a row over the columns that are shown."""
    interview_id = grid.rows[row].interview_id
    cells = (grid.cells.get((interview_id, column.subtopic_id)) for column in grid.columns)
    return _sum_up(cells, len(grid.columns))


def _sum_up(cells: Iterable[GridCell | None], count: int) -> Summary:
    known = [cell for cell in cells if cell is not None]
    return _summary(Counter(cell.state for cell in known), sum(cell.word_count for cell in known), count)


def _summary(states: Counter[str], words: int, count: int) -> Summary:
    return Summary(
        cells=count,
        charted=states[CellState.CHARTED] + states[CellState.REVIEWED],
        words=words,
        reasons={state: states[state] for state in STATE_WORDS if state in EMPTY_REASONS and states[state]},
    )
