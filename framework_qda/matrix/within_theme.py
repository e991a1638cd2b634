"""Within a theme: a sub-topic down all its rows, in groups of those alike; two of them side by side if wanted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framework_qda.matrix.arranging import SortKey, attribute_key, band_runs, group_runs, values_of
from framework_qda.matrix.build import rebuild_cells
from framework_qda.matrix.filters import RowFilter, keep_by_cells, keep_by_rows
from framework_qda.matrix.grid import STATE_WORDS, Band, GridCell, GridRow, MatrixGrid
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.rows import NO_CASE_STUDY, RowOrder, row_order
from framework_qda.matrix.subjects import read_subjects
from framework_qda.model import Attribute, CellState, StatementKind
from framework_qda.project.ids import cell_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from framework_qda.matrix.grid import GridColumn
    from framework_qda.project.reader import Reader

AGENCY, CASE_STUDY = "organisation_kind", "case_study"
"""Keys to group by beside the ids of attributes."""
MOST_KEYS = 2
KEPT_AS_DEVIANT = "kept in view as deviant"
KEPT_AS_CHANGED = "changed, so that the filter leaves it out"
"""Why a row is shown that the filter leaves out."""
SAID = "said something"
_SILENT = {
    CellState.NOTHING_SAID: "said nothing",
    CellState.NOT_ASKED: "not asked",
    CellState.NOT_APPLICABLE: "not applicable",
    CellState.UNCLEAR: "unclear",
}
VOICES = (SAID, *_SILENT.values(), STATE_WORDS[CellState.NOT_CHARTED])
"""What an interview can be to a sub-topic, in the order in which that is counted."""


@dataclass(frozen=True, slots=True)
class ColumnCounts:
    """How many interviews said something of a sub-topic, and how many of the others are in which state.

    Rows that are shown although the filter leaves them out are not among them: `kept` counts those.
    """

    interviews: int
    said: int
    silent: tuple[tuple[str, int], ...]
    kept: tuple[tuple[str, int], ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The figures in words: `9 interviews`, `7 said something`, `1 not asked`; no line for none."""
        noun = "interview" if self.interviews == 1 else "interviews"
        found = [f"{self.interviews:,} {noun}", f"{self.said:,} {SAID}"]
        return (*found, *(f"{count:,} {words}" for words, count in self.silent), *self.kept_lines)

    @property
    def kept_lines(self) -> tuple[str, ...]:
        """What is shown beside those counted, in words: `3 rows kept in view as deviant`; no line for none."""
        return tuple(f"{count:,} {'row' if count == 1 else 'rows'} {words}" for words, count in self.kept)


def says_something(cell: GridCell | None) -> bool:
    """Say whether a cell holds what somebody said: a note of the analyst's alone is not that."""
    return cell is not None and any(each.kind != StatementKind.NOTE and each.text.strip() for each in cell.statements)


def voice_of(cell: GridCell | None) -> str:
    """Return which of `VOICES` a cell is: its interview said something, or why it did not."""
    if says_something(cell):
        return SAID
    silent = {str(state): words for state, words in _SILENT.items()}
    return silent.get(cell.state if cell is not None else "", VOICES[-1])


def count_column(cells: Iterable[GridCell | None]) -> ColumnCounts:
    """Count the cells of a column: who said something, who did not and why."""
    found = Counter(map(voice_of, cells))
    silent = tuple((words, found[words]) for words in VOICES[1:] if found[words])
    return ColumnCounts(found.total(), found[SAID], silent)


def count_rows(grid: MatrixGrid, rows: Iterable[GridRow] | None = None) -> ColumnCounts:
    """Count the first column of a grid down some rows, or down all: those that pass the filter, and those beside."""
    chosen = grid.rows if rows is None else tuple(rows)
    subtopic_id = grid.columns[0].subtopic_id if grid.columns else ""
    counts = count_column(grid.cells.get((row.interview_id, subtopic_id)) for row in chosen if not row.kept)
    kept = Counter(row.kept for row in chosen if row.kept)
    return replace(counts, kept=tuple((words, kept[words]) for words in sorted(kept, reverse=True)))


def read_columns(
    reader: Reader,
    subtopic_ids: Sequence[str],
    keys: Sequence[str] = (),
    row_filter: RowFilter | None = None,
    *,
    only_deviant: bool = False,
) -> MatrixGrid:
    """Return one sub-topic, or two side by side, down all rows; with `keys` in groups, which have their counts below.

    A key is the id of an attribute, `AGENCY` or `CASE_STUDY`. No filter takes a row away that is kept in view as
    deviant, but no count takes it in either; `only_deviant` leaves no others. Sub-topics that are gone are left out.
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
        grid = _filtered(reader, grid, row_filter)
    if only_deviant:
        grid = _kept(grid, _deviant(grid))
    return _grouped(reader, grid, keys)


def _columns(reader: Reader, subtopic_ids: Sequence[str]) -> tuple[GridColumn, ...]:
    known = {column.subtopic_id: column for theme in framework_outline(reader) for column in theme.columns}
    return tuple(replace(known[each], width=None) for each in dict.fromkeys(subtopic_ids) if each in known)


def refresh_columns(
    reader: Reader, grid: MatrixGrid, cell_ids: Collection[str], row_filter: RowFilter, *, only_deviant: bool = False
) -> MatrixGrid:
    """Return the grid with some cells read again: its rows stay, but say what the filter makes of them now.

    The counts of the groups follow.
    """
    found = rebuild_cells(reader, grid, cell_ids)
    cells = (*grid.cells.items(), *found.cells.items())
    touched = {interview_id for (interview_id, _), cell in cells if cell.cell_id in cell_ids}
    deviant = _deviant(found)
    passing = _passing(reader, [row for row in grid.rows if row.interview_id in touched], grid.columns, row_filter)
    passing &= deviant if only_deviant else passing

    def judged(row: GridRow) -> GridRow:
        if row.interview_id not in touched:
            return row
        kept = KEPT_AS_DEVIANT if row.interview_id in deviant else KEPT_AS_CHANGED
        return replace(row, kept="" if row.interview_id in passing else kept)

    found = replace(found, rows=tuple(judged(row) for row in grid.rows))
    return _counted(found)


def _passing(reader: Reader, rows: Sequence[GridRow], columns: Sequence[GridColumn], row_filter: RowFilter) -> set[str]:
    order = keep_by_rows(reader, RowOrder(tuple(rows), ()), row_filter)
    return {row.interview_id for row in keep_by_cells(reader, order, columns, row_filter).rows}


def _filtered(reader: Reader, grid: MatrixGrid, row_filter: RowFilter) -> MatrixGrid:
    """Return the grid with the rows that pass, and with those that are only kept in view beside them."""
    passing = _passing(reader, grid.rows, grid.columns, row_filter)
    kept = _deviant(grid) - passing
    rows = (replace(row, kept=KEPT_AS_DEVIANT) if row.interview_id in kept else row for row in grid.rows)
    return _kept(replace(grid, rows=tuple(rows)), passing | kept)


def _deviant(grid: MatrixGrid) -> set[str]:
    return {interview_id for (interview_id, _), cell in grid.cells.items() if cell.is_deviant}


def _kept(grid: MatrixGrid, interview_ids: set[str]) -> MatrixGrid:
    rows = tuple(row for row in grid.rows if row.interview_id in interview_ids)
    cells = {key: cell for key, cell in grid.cells.items() if key[0] in interview_ids}
    return replace(grid, rows=rows, bands=band_runs(grid.bands, rows, [()] * len(rows)), cells=cells)


def _grouped(reader: Reader, grid: MatrixGrid, keys: Sequence[str]) -> MatrixGrid:
    found = sort_keys(reader, grid.rows, keys)
    if not found or not grid.rows:
        return grid
    ranked = sorted(grid.rows, key=lambda row: tuple(key.rank(row) for key in found))
    rows = tuple(ranked)
    values = values_of(rows, found)
    title = " · ".join(key.label for key in found)
    ordered = replace(
        grid, rows=rows, bands=band_runs(grid.bands, rows, values), groups=group_runs(values), group_title=title
    )
    return _counted(ordered)


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


def _counted(grid: MatrixGrid) -> MatrixGrid:
    """Return the grid with the figures of its groups as its cells are."""

    def counted(group: Band) -> Band:
        counts = count_rows(grid, grid.rows[group.first : group.first + group.count])
        return replace(group, figures=counts.lines)

    return replace(grid, groups=tuple(counted(group) for group in grid.groups))
