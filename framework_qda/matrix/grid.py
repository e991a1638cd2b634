"""The matrix of a theme as plain frozen data: what the screen shows and every export takes.

Rows are interviews in the project's one row order, gathered into bands of case studies; columns are the
sub-topics of the theme. Build one with `build_grid()`; it is never stored.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol, Self

from framework_qda.model import NO_MARKS, CellState, Marks
from framework_qda.text.timecodes import format_timecode

STATE_WORDS: Mapping[str, str] = {
    CellState.NOT_CHARTED: "not yet charted",
    CellState.IN_PROGRESS: "in progress",
    CellState.CHARTED: "charted",
    CellState.SENT_BACK: "sent back",
    CellState.REVIEWED: "accepted",
    CellState.NOT_ASKED: "not asked",
    CellState.NOTHING_SAID: "asked, nothing said",
    CellState.NOT_APPLICABLE: "not applicable",
    CellState.UNCLEAR: "unclear",
}
"""The states of a cell as they are written on paper and in sentences."""

STATE_SIGNS: Mapping[str, str] = {
    CellState.NOT_CHARTED: "",
    CellState.IN_PROGRESS: "…",
    CellState.CHARTED: "✓",
    CellState.SENT_BACK: "↩",
    CellState.REVIEWED: "✓✓",
    CellState.NOT_ASKED: "∅",
    CellState.NOTHING_SAID: "∅",
    CellState.NOT_APPLICABLE: "∅",
    CellState.UNCLEAR: "∅",
}
"""The sign of each state: no state is told by its colour alone."""


class Reference(Protocol):
    """What stands behind a statement: a passage, or in a synthesis a cell or a statement in one."""

    @property
    def target_id(self) -> str:
        """What the project keeps of it."""

    @property
    def label(self) -> str:
        """Its name, as a chip shows it."""

    @property
    def text(self) -> str:
        """The words that it leads to."""

    @property
    def remark(self) -> str:
        """What is to be said of it, such as why it leads nowhere."""

    @property
    def is_starred(self) -> bool:
        """Whether it is marked for quotation."""

    @property
    def is_lost(self) -> bool:
        """Whether it leads nowhere any more."""


class ReferringStatement(Protocol):
    """A statement with its references resolved, be it of a cell or of a synthesis."""

    @property
    def id(self) -> str:
        """The statement's id."""

    @property
    def kind(self) -> str:
        """A `StatementKind`."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def evidence(self) -> Sequence[Reference]:
        """What it rests on."""

    @property
    def marks(self) -> Marks:
        """What is noted of it beside its words."""


@dataclass(frozen=True, slots=True)
class EvidenceRef:
    """A passage that a statement rests on. `start_ms` is its place in the recording, if known.

    `paragraph_number` is `None` where the passage cannot be found in the notes with certainty any more.
    `document_number` is 1 for the first document of the interview and shows in `label` only from 2 on. `is_edited`
    says that the words of a paragraph were changed since, so that a person must look where (a part of) it stands.
    """

    extract_id: str
    paragraph_number: int | None
    start_ms: int | None
    is_starred: bool
    text: str
    stage: str = "marked"
    document_number: int = 1
    is_edited: bool = False
    before: str = ""
    """Words that stand before the passage in its paragraph, and `after` those behind it, while all of it stands."""
    after: str = ""

    @property
    def target_id(self) -> str:
        """What the statement keeps of the passage."""
        return self.extract_id

    @property
    def is_lost(self) -> bool:
        """Whether the passage cannot be found any more."""
        return self.paragraph_number is None

    @property
    def label(self) -> str:
        """The reference as it is written: `¶14 · 0:23:10`."""
        return evidence_label(self.paragraph_number, self.start_ms, self.document_number)

    @property
    def remark(self) -> str:
        """What is to be said of the passage in words: why it is shown as `¶?`; empty while all of it stands."""
        if self.is_edited:
            what = "the passage" if self.paragraph_number is None else "part of the passage"
            return f"{what} has been edited; find it again"
        return "the passage is not in the notes any more" if self.paragraph_number is None else ""


class TagMark(NamedTuple):
    """A tag as it is shown; `place` counts those of its sub-topic, and colours follow it."""

    label: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class GridStatement:
    """One statement of a cell with its evidence resolved. `kind` is a `StatementKind`."""

    id: str
    kind: str
    text: str
    evidence: tuple[EvidenceRef, ...] = ()
    marks: Marks = NO_MARKS
    tags: tuple[TagMark, ...] = ()


@dataclass(frozen=True, slots=True)
class GridCell:
    """What stands where a row meets a column. `state` is a `CellState`."""

    cell_id: str
    interview_id: str
    subtopic_id: str
    state: str
    statements: tuple[GridStatement, ...] = ()
    is_conflicted: bool = False
    is_stale: bool = False
    """Whether the sub-topic was revised since the cell was charted or looked at."""
    is_deviant: bool = False
    open_comments: int = 0
    """How many remarks on the cell nobody has settled yet."""

    @property
    def has_rehoming(self) -> bool:
        """Whether one of its statements waits for a better sub-topic."""
        return any(statement.marks.to_rehome for statement in self.statements)

    @property
    def word_count(self) -> int:
        """Count the words of all statements."""
        return sum(len(statement.text.split()) for statement in self.statements)


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A sub-topic as a column. `number` is such as 2.3, `width` in pixels at 100 % or `None`.

    A guide length, in words, that is `None` is that of the study.
    """

    subtopic_id: str
    number: str
    label: str
    definition: str = ""
    is_synthesis: bool = False
    width: int | None = None
    guide_words_min: int | None = None
    guide_words_max: int | None = None


@dataclass(frozen=True, slots=True)
class GridRow:
    """An interview as a row. `facts` are its shown attributes: label -> value, of all levels but the case's.

    `kept` says in words why the row is shown although the filter leaves it out; it is empty where the row passes.
    """

    interview_id: str
    code: str
    case_study_id: str | None
    organisation_kind: str = ""
    roles: tuple[str, ...] = ()
    facts: Mapping[str, str] | None = None
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """The rows `first` to `first + count - 1` of a grid: one case study, with its shown attributes.

    Of a group `figures` say in words how many rows are counted, and what they are to the sub-topic.
    """

    case_study_id: str | None
    label: str
    first: int
    count: int
    facts: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands below its label."""
        return (*filter(None, self.facts), *self.figures)


@dataclass(frozen=True, slots=True)
class Section:
    """The columns `first` to `first + count - 1` of a grid that holds several themes: one of them."""

    theme_id: str
    heading: str
    first: int
    count: int


class ReadCells(Mapping[tuple[str, str], GridCell]):
    """The cells of a matrix that are read as they are needed. See `on_demand`."""

    def narrowed(self, interview_ids: Sequence[str], subtopic_ids: Sequence[str]) -> Self:
        """Return the cells of some rows and columns only."""
        raise NotImplementedError

    def count_states(self) -> Mapping[str, int]:
        """Return how many written cells are in each state, without reading them."""
        raise NotImplementedError

    def count_words(self, subtopic_id: str) -> int:
        """Return how many words a column has, without keeping its cells."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class MatrixGrid:
    """One theme's matrix, or all of them side by side in `sections`.

    `cells` maps (interview id, sub-topic id) and may lack cells never written.
    """

    theme_id: str
    number: str
    title: str
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    bands: tuple[Band, ...]
    cells: Mapping[tuple[str, str], GridCell]
    total_rows: int = 0
    """How many rows there are without a filter."""
    sections: tuple[Section, ...] = ()
    """The themes whose columns stand side by side; empty for the matrix of one theme."""
    groups: tuple[Band, ...] = ()
    """Runs of bands that are alike in what the rows are ordered by; empty in the project's own order."""
    group_title: str = ""
    """What the groups are alike in."""

    @property
    def name(self) -> str:
        """What the matrix is called in sentences: `Matrix 2`, or `All matrices`."""
        return f"Matrix {self.number}" if self.number else self.title

    def cell(self, row: int, column: int) -> GridCell | None:
        """Return the cell at a row and a column, or `None` where nothing was ever written."""
        return self.cells.get((self.rows[row].interview_id, self.columns[column].subtopic_id))


def keep_cells(grid: MatrixGrid) -> MatrixGrid:
    """Return the grid, of which rows or columns were taken away, with only the cells that stand in it now."""
    rows = tuple(row.interview_id for row in grid.rows)
    columns = tuple(column.subtopic_id for column in grid.columns)
    if isinstance(grid.cells, ReadCells):
        return replace(grid, cells=grid.cells.narrowed(rows, columns))
    shown, held = frozenset(rows), frozenset(columns)
    return replace(grid, cells={key: cell for key, cell in grid.cells.items() if key[0] in shown and key[1] in held})


def evidence_label(paragraph_number: int | None, start_ms: int | None, document_number: int = 1) -> str:
    """Write a reference: `¶14 · 0:23:10`, `2¶14` for the second document, `¶?` for a lost passage."""
    prefix = "" if document_number == 1 else str(document_number)
    place = f"{prefix}¶{'?' if paragraph_number is None else paragraph_number}"
    if start_ms is None:
        return place
    return f"{place} · {format_timecode(start_ms)}"


def with_width(grid: MatrixGrid, subtopic_id: str, width: int | None) -> MatrixGrid:
    """Return the grid with another width of one of its columns."""
    columns = (replace(each, width=width) if each.subtopic_id == subtopic_id else each for each in grid.columns)
    return replace(grid, columns=tuple(columns))
