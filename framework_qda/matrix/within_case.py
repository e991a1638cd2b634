"""A case study read across: its interviews side by side, all sub-topics under their themes, verdict by verdict.

What stands side by side comes in parts: one case study, several of them, or interviews that somebody chose.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framework_qda.matrix.build import build_cells
from framework_qda.matrix.grid import Section
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.pairs import Agency, agency_key, parties, propose, read_agencies
from framework_qda.matrix.rows import NO_CASE_STUDY, rows_of
from framework_qda.model import CaseStudy, CellState, Interview

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from framework_qda.matrix.grid import GridCell, GridColumn, GridRow
    from framework_qda.matrix.outline import ThemeOutline
    from framework_qda.model import Verdict
    from framework_qda.project.reader import Reader

NO_VERDICT = "none"
"""In a filter of verdicts: the sub-topics on which nobody has judged yet."""


@dataclass(frozen=True, slots=True)
class CaseVerdict:
    """How the agencies compare in one sub-topic. `proposed` is what the cells speak for, set by nobody.

    One that is conflicted was set in two copies of the project at once, and waits for a decision.
    """

    verdict: str = ""
    note: str = ""
    proposed: str = ""
    is_conflicted: bool = False


@dataclass(frozen=True, slots=True)
class CasePart:
    """The columns `first` to `first + count - 1`: the interviews of one case study, or some that were chosen.

    Interviews that were chosen have no `case_study_id` and are not compared. `facts` are what is known of the case.
    """

    case_study_id: str
    label: str
    first: int
    count: int
    facts: tuple[str, ...] = ()
    agencies: tuple[Agency, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A sub-topic with the cells of all columns, and a verdict for each part."""

    subtopic: GridColumn
    cells: tuple[GridCell | None, ...]
    verdicts: tuple[CaseVerdict, ...]


@dataclass(frozen=True, slots=True)
class CaseReading:
    """Interviews side by side. `sections` are the themes: which rows belong to which."""

    parts: tuple[CasePart, ...] = ()
    columns: tuple[GridRow, ...] = ()
    rows: tuple[CaseRow, ...] = ()
    sections: tuple[Section, ...] = ()
    total_rows: int = 0
    """How many sub-topics there are without a choice of theme or verdict."""

    @property
    def label(self) -> str:
        """What stands side by side: `Area 4`, or `Area 1 and Area 4`."""
        return " and ".join(part.label for part in self.parts)

    def part_of(self, column: int) -> int:
        """Return the part that a column stands in."""
        return next(n for n, part in enumerate(self.parts) if part.first <= column < part.first + part.count)


def read_case(reader: Reader, case_study_id: str) -> CaseReading:
    """Return a case study with all its interviews, the local authority's first; none where there is no such one."""
    return read_side_by_side(reader, case_study_ids=(case_study_id,))


def read_side_by_side(
    reader: Reader, *, interview_ids: Sequence[str] = (), case_study_ids: Sequence[str] = ()
) -> CaseReading:
    """Return case studies side by side, then chosen interviews in their order; what is gone is left out."""
    parts: list[CasePart] = []
    columns: list[GridRow] = []
    verdicts: list[dict[str, Verdict]] = []
    for case_study_id in case_study_ids:
        case_study = reader.get(CaseStudy, case_study_id)
        if case_study is not None:
            rows, facts = rows_of(reader, reader.interviews(case_study_id), case_study)
            rows = tuple(sorted(rows, key=lambda row: agency_key(row.organisation_kind)))
            agencies = read_agencies(reader.organisations(case_study_id), [row.organisation_kind for row in rows])
            label = case_study.label or NO_CASE_STUDY
            parts.append(CasePart(case_study_id, label, len(columns), len(rows), facts, agencies))
            columns += rows
            verdicts.append(reader.verdicts(case_study_id))
    chosen = [found for each in interview_ids if (found := reader.get(Interview, each)) is not None]
    if chosen:
        rows, _ = rows_of(reader, chosen)
        label = ", ".join(row.code for row in rows)
        parts.append(CasePart("", label, len(columns), len(rows)))
        columns += rows
        verdicts.append({})
    return _read_rows(reader, tuple(parts), tuple(columns), verdicts)


def _read_rows(
    reader: Reader, parts: tuple[CasePart, ...], columns: tuple[GridRow, ...], verdicts: Sequence[dict[str, Verdict]]
) -> CaseReading:
    outline = framework_outline(reader)
    cells = build_cells(reader, dict.fromkeys(column.interview_id for column in columns))
    pairs = [
        parties([column.organisation_kind for column in columns[part.first :][: part.count]])
        if part.case_study_id
        else ()
        for part in parts
    ]
    conflicted = reader.conflicted_ids()
    rows: list[CaseRow] = []
    for subtopic in (column for theme in outline for column in theme.columns):
        found = tuple(cells.get((column.interview_id, subtopic.subtopic_id)) for column in columns)
        judged = tuple(
            _verdict(part, found, pair, known.get(subtopic.subtopic_id), conflicted)
            for part, pair, known in zip(parts, pairs, verdicts, strict=True)
        )
        rows.append(CaseRow(subtopic, found, judged))
    return CaseReading(parts, columns, tuple(rows), sections_of(outline), len(rows))


def _verdict(
    part: CasePart,
    cells: Sequence[GridCell | None],
    pair: Sequence[Sequence[int]],
    known: Verdict | None,
    conflicted: Collection[str],
) -> CaseVerdict:
    own = cells[part.first :][: part.count]
    proposed = propose(own, pair) if part.case_study_id and not (known and known.verdict) else ""
    if known is None:
        return CaseVerdict(proposed=proposed)
    return CaseVerdict(known.verdict, known.note, proposed, known.id in conflicted)


def sections_of(outline: Iterable[ThemeOutline]) -> tuple[Section, ...]:
    """Return which rows belong to which theme, where all sub-topics stand below each other."""
    sections = []
    first = 0
    for theme in outline:
        if theme.columns:
            sections.append(Section(theme.theme.id, theme.heading, first, len(theme.columns)))
            first += len(theme.columns)
    return tuple(sections)


def choose_rows(reading: CaseReading, theme_id: str = "", verdicts: Collection[str] = ()) -> CaseReading:
    """Return the reading with the sub-topics of one theme only, and with those only that have one of the verdicts.

    A verdict in any part counts; `NO_VERDICT` stands for those that nobody has judged.
    """
    rows: list[CaseRow] = []
    sections = []
    for section in reading.sections:
        if theme_id and section.theme_id != theme_id:
            continue
        of_theme = reading.rows[section.first :][: section.count]
        kept = [row for row in of_theme if not verdicts or _passes(row, verdicts)]
        if kept:
            sections.append(replace(section, first=len(rows), count=len(kept)))
            rows += kept
    return replace(reading, rows=tuple(rows), sections=tuple(sections))


def _passes(row: CaseRow, verdicts: Collection[str]) -> bool:
    return any((each.verdict or NO_VERDICT) in verdicts for each in row.verdicts)


@dataclass(frozen=True, slots=True)
class CaseProgress:
    """How many cells there are, how many are charted or reviewed, and how often each verdict was set."""

    total: int
    charted: int
    verdicts: Counter[str]


def count_case(reading: CaseReading) -> CaseProgress:
    """Count the cells and the verdicts of what is shown."""
    cells = [cell for row in reading.rows for cell in row.cells]
    charted = sum(cell is not None and cell.state in (CellState.CHARTED, CellState.REVIEWED) for cell in cells)
    verdicts = Counter(each.verdict for row in reading.rows for each in row.verdicts if each.verdict)
    return CaseProgress(len(cells), charted, verdicts)
