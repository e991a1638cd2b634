"""Within a theme: a sub-topic down all its rows, in groups of those alike; two of them side by side if wanted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framework_qda.matrix.arranging import NOT_RECORDED, SortKey, attribute_key
from framework_qda.matrix.build import rebuild_cells
from framework_qda.matrix.filters import RowFilter, filter_grid
from framework_qda.matrix.grid import STATE_WORDS, Band, GridCell, GridRow, MatrixGrid
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.rows import NO_CASE_STUDY, row_order
from framework_qda.matrix.subjects import read_subjects
from framework_qda.model import Attribute, CellState, StatementKind
from framework_qda.project.ids import cell_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framework_qda.matrix.grid import GridColumn
    from framework_qda.project.reader import Reader

AGENCY, CASE_STUDY = "organisation_kind", "case_study"
"""Keys to group by beside the ids of attributes."""
MOST_KEYS = 2
_SILENT = (
    (CellState.NOTHING_SAID, "said nothing"),
    (CellState.NOT_ASKED, "not asked"),
    (CellState.NOT_APPLICABLE, "not applicable"),
    (CellState.UNCLEAR, "unclear"),
)


@dataclass(frozen=True, slots=True)
class ColumnCounts:
    """How many interviews said something of a sub-topic, and how many of the others are in which state."""

    interviews: int
    said: int
    silent: tuple[tuple[str, int], ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The figures in words: `9 interviews`, `7 said something`, `1 not asked`; no line for none."""
        noun = "interview" if self.interviews == 1 else "interviews"
        found = [f"{self.interviews:,} {noun}", f"{self.said:,} said something"]
        return (*found, *(f"{count:,} {words}" for words, count in self.silent))


def says_something(cell: GridCell | None) -> bool:
    """Say whether a cell holds what somebody said: a note of the analyst's alone is not that."""
    return cell is not None and any(each.kind != StatementKind.NOTE and each.text.strip() for each in cell.statements)


def count_column(cells: Iterable[GridCell | None]) -> ColumnCounts:
    """Count the cells of a column: who said something, who did not and why."""
    found = list(cells)
    said = sum(says_something(cell) for cell in found)
    states = Counter(
        cell.state if cell is not None else CellState.NOT_CHARTED for cell in found if not says_something(cell)
    )
    silent = [(words, states.pop(state)) for state, words in _SILENT if states.get(state)]
    rest = sum(states.values())
    if rest:
        silent.append((STATE_WORDS[CellState.NOT_CHARTED], rest))
    return ColumnCounts(len(found), said, tuple(silent))


def read_columns(
    reader: Reader,
    subtopic_ids: Sequence[str],
    keys: Sequence[str] = (),
    row_filter: RowFilter | None = None,
    *,
    only_deviant: bool = False,
) -> MatrixGrid:
    """Return one sub-topic, or two side by side, down all rows; with `keys` in groups, which have their counts below.

    A key is the id of an attribute, `AGENCY` or `CASE_STUDY`. Rows that are kept in view as deviant pass every filter;
    `only_deviant` leaves no others. Sub-topics that are gone are left out.
    """
    columns = _columns(reader, subtopic_ids)
    order = row_order(reader)
    frame = MatrixGrid(
        theme_id="",
        number=columns[0].number if columns else "",
        title=columns[0].label if columns else "",
        columns=columns,
        rows=order.rows,
        bands=order.bands,
        cells={},
        total_rows=len(order.rows),
    )
    ids = (cell_id(row.interview_id, column.subtopic_id) for row in order.rows for column in columns)
    grid = rebuild_cells(reader, frame, ids)
    if row_filter is not None and not row_filter.is_empty:
        grid = _kept(grid, {row.interview_id for row in filter_grid(reader, grid, row_filter).rows} | _deviant(grid))
    if only_deviant:
        grid = _kept(grid, _deviant(grid))
    return _grouped(reader, grid, keys)


def _columns(reader: Reader, subtopic_ids: Sequence[str]) -> tuple[GridColumn, ...]:
    known = {column.subtopic_id: column for theme in framework_outline(reader) for column in theme.columns}
    return tuple(replace(known[each], width=None) for each in dict.fromkeys(subtopic_ids) if each in known)


def _deviant(grid: MatrixGrid) -> set[str]:
    return {interview_id for (interview_id, _), cell in grid.cells.items() if cell.is_deviant}


def _kept(grid: MatrixGrid, interview_ids: set[str]) -> MatrixGrid:
    rows = tuple(row for row in grid.rows if row.interview_id in interview_ids)
    cells = {key: cell for key, cell in grid.cells.items() if key[0] in interview_ids}
    return replace(grid, rows=rows, bands=_runs(grid, rows, [()] * len(rows)), cells=cells)


def _grouped(reader: Reader, grid: MatrixGrid, keys: Sequence[str]) -> MatrixGrid:
    found = sort_keys(reader, grid.rows, keys)
    if not found or not grid.rows:
        return grid
    ranked = sorted(grid.rows, key=lambda row: tuple(key.rank(row) for key in found))
    values = [tuple(key.value_of(row) or NOT_RECORDED for key in found) for row in ranked]
    rows = tuple(ranked)
    groups = [_counted(grid, rows, group) for group in _groups(values)]
    title = " · ".join(key.label for key in found)
    return replace(grid, rows=rows, bands=_runs(grid, rows, values), groups=tuple(groups), group_title=title)


def sort_keys(reader: Reader, rows: Sequence[GridRow], keys: Sequence[str]) -> list[SortKey]:
    """Return what rows are grouped by; an attribute that is gone is passed over."""
    subjects = read_subjects(reader, {row.interview_id for row in rows}) if keys else None
    labels = {band.case_study_id: band.label for band in row_order(reader).bands} if CASE_STUDY in keys else {}
    places = {label: place for place, label in enumerate(labels.values())}
    found = []
    for key in keys[:MOST_KEYS]:
        if key == AGENCY:
            found.append(SortKey("Agency", lambda row: row.organisation_kind))
        elif key == CASE_STUDY:
            found.append(SortKey("Case study", lambda row: labels.get(row.case_study_id, NO_CASE_STUDY), tuple(places)))
        else:
            attribute = reader.get(Attribute, key)
            if attribute is not None and subjects is not None:
                found.append(attribute_key(reader, attribute, subjects))
    return found


def _groups(values: Sequence[tuple[str, ...]]) -> list[Band]:
    """Return runs of rows with the same values: the first is the heading, the second stands below it."""
    groups: list[Band] = []
    for place, value in enumerate(values):
        if place and value == values[place - 1]:
            groups[-1] = replace(groups[-1], count=groups[-1].count + 1)
        else:
            groups.append(Band(None, value[0], place, 1, value[1:]))
    return groups


def _counted(grid: MatrixGrid, rows: Sequence[GridRow], group: Band) -> Band:
    subtopic_id = grid.columns[0].subtopic_id if grid.columns else ""
    shown = rows[group.first : group.first + group.count]
    counts = count_column(grid.cells.get((row.interview_id, subtopic_id)) for row in shown)
    return replace(group, facts=(*group.facts, *counts.lines))


def _runs(grid: MatrixGrid, rows: Sequence[GridRow], values: Sequence[tuple[str, ...]]) -> tuple[Band, ...]:
    """Return the bands of rows that no longer stand in the project's order: a case study has one in each group."""
    known = {band.case_study_id: band for band in grid.bands}
    bands: list[Band] = []
    for place, row in enumerate(rows):
        is_same = (
            place > 0 and row.case_study_id == rows[place - 1].case_study_id and values[place] == values[place - 1]
        )
        if is_same:
            bands[-1] = replace(bands[-1], count=bands[-1].count + 1)
        else:
            bands.append(replace(known[row.case_study_id], first=place, count=1))
    return tuple(bands)
