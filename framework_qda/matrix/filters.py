"""Filters of rows: which interviews a matrix shows, and how that is said in words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from framework_qda.matrix.criteria import CRITERIA, is_chosen
from framework_qda.matrix.grid import GridColumn, GridRow, MatrixGrid, keep_cells
from framework_qda.matrix.rows import NO_CASE_STUDY, RowOrder
from framework_qda.matrix.subjects import Subjects, read_subjects
from framework_qda.model import Attribute, CaseStudy, CellState
from framework_qda.project.reader import Reader

Step = Callable[[int, int], object]
"""Hears how many of how many rows are done with; it may raise to stop the work."""
CELLS_AT_ONCE = 100_000
"""So many cells are asked for at once: whoever wants to write meanwhile waits for one such question only."""


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows to show. Alternatives within one criterion, all criteria together.

    `attributes` maps an attribute's id, of any level, to the values let through (`""`: none recorded).
    `case_study_ids` may hold `None` for interviews without one. The others are about cells, one for each of the
    `CRITERIA`: a row stays if one and the same cell of the theme is as all of them ask.
    """

    attributes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    organisation_kinds: frozenset[str] = frozenset()
    case_study_ids: frozenset[str | None] = frozenset()
    states: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()
    tag_ids: frozenset[str] = frozenset()
    analyst_ids: frozenset[str] = frozenset()
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the filter lets every row through."""
        criteria = (self.organisation_kinds, self.case_study_ids, *self.attributes.values())
        return not any(criteria) and not self.is_about_cells

    @property
    def is_about_cells(self) -> bool:
        """Whether the filter asks anything of cells."""
        return any(is_chosen(getattr(self, criterion.field)) for criterion in CRITERIA)


def filter_grid(reader: Reader, grid: MatrixGrid, row_filter: RowFilter, step: Step = lambda *_: None) -> MatrixGrid:
    """Return the grid with only the rows that the filter lets through; bands stay together."""
    order = keep_by_rows(reader, RowOrder(grid.rows, grid.bands), row_filter)
    order = keep_by_cells(reader, order, grid.columns, row_filter, step)
    return keep_cells(replace(grid, rows=order.rows, bands=order.bands))


def keep_by_rows(reader: Reader, order: RowOrder, row_filter: RowFilter) -> RowOrder:
    """Return the rows that pass what the filter says of case studies, organisations and attributes."""
    rows = [row for row in order.rows if _row_passes(row, row_filter)]
    wanted = {key: values for key, values in row_filter.attributes.items() if values}
    if wanted:
        subjects = read_subjects(reader, {row.interview_id for row in rows})
        for attribute_id, values in wanted.items():
            rows = _keep_by_attribute(reader, rows, subjects, attribute_id, values)
    return order.keep(row.interview_id for row in rows)


def keep_by_cells(
    reader: Reader, order: RowOrder, columns: Iterable[GridColumn], row_filter: RowFilter, step: Step = lambda *_: None
) -> RowOrder:
    """Return the rows that have a cell that is as the filter asks."""
    subtopic_ids = [column.subtopic_id for column in columns]
    asked = {criterion: getattr(row_filter, criterion.field) for criterion in CRITERIA}
    conditions = [one.ask(reader, subtopic_ids, chosen) for one, chosen in asked.items() if is_chosen(chosen)]
    if not conditions:
        return order
    kept: set[str] = set()
    for part in in_parts([row.interview_id for row in order.rows], len(subtopic_ids), step):
        kept |= reader.interviews_with_cell(part, subtopic_ids, conditions)
        if asks_for_unwritten(row_filter):
            kept |= set(part) - reader.interviews_in_full(part, subtopic_ids)
    return order.keep(kept)


def in_parts(interview_ids: Sequence[str], columns: int, step: Step) -> Iterator[Sequence[str]]:
    """Yield rows of so many columns a part at a time, each with not too many cells to be asked for at once."""
    size = max(1, CELLS_AT_ONCE // max(1, columns))
    for first in range(0, len(interview_ids), size):
        step(first, len(interview_ids))
        yield interview_ids[first : first + size]


def asks_for_unwritten(row_filter: RowFilter) -> bool:
    """Say whether a cell that was never written is as the filter asks: not charted, and nothing more is asked of it."""
    others = (getattr(row_filter, criterion.field) for criterion in CRITERIA if criterion.field != "states")
    return CellState.NOT_CHARTED in row_filter.states and not any(map(is_chosen, others))


def describe_filter(reader: Reader, row_filter: RowFilter) -> str:
    """Return the filter in words, such as `service model is hospital team or liaison`; empty if it filters nothing."""
    parts = [_attribute_words(reader, key, values) for key, values in row_filter.attributes.items() if values]
    if row_filter.organisation_kinds:
        parts.append(f"organisation kind is {_any_of(row_filter.organisation_kinds)}")
    if row_filter.case_study_ids:
        labels: dict[str | None, str] = {each.id: each.label for each in reader.all(CaseStudy)}
        labels[None] = NO_CASE_STUDY.lower()
        known = [label for key, label in labels.items() if key in row_filter.case_study_ids]
        parts.append(f"case study is {' or '.join(known) or 'one that is gone'}")
    cell = _cell_words(reader, row_filter)
    return " and ".join([*parts, cell] if cell else parts)


def _row_passes(row: GridRow, row_filter: RowFilter) -> bool:
    if row_filter.organisation_kinds and row.organisation_kind not in row_filter.organisation_kinds:
        return False
    return not row_filter.case_study_ids or row.case_study_id in row_filter.case_study_ids


def _keep_by_attribute(
    reader: Reader, rows: list[GridRow], subjects: Subjects, attribute_id: str, wanted: frozenset[str]
) -> list[GridRow]:
    attribute = reader.get(Attribute, attribute_id)
    if attribute is None:  # deleted since the filter was set: it cannot be met, nor can it be missed
        return rows
    values = reader.attribute_values(attribute_id)
    return [
        row
        for row in rows
        if wanted & {values.get(subject_id, "") for subject_id in subjects.of(row, attribute.level) or [""]}
    ]


def _attribute_words(reader: Reader, attribute_id: str, values: frozenset[str]) -> str:
    attribute = reader.get(Attribute, attribute_id)
    label = attribute.label if attribute else "an attribute that is gone"
    order = attribute.choices if attribute else ()
    return f"{in_a_sentence(label)} is {_any_of(values, order)}"


def in_a_sentence(label: str) -> str:
    """Write a label inside a sentence: `Service model` loses its capital."""
    # "LA type" keeps both of its capitals.
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _any_of(values: frozenset[str], order: tuple[str, ...] = ()) -> str:
    known = [value for value in order if value in values]
    rest = sorted(value for value in values if value not in order)
    return " or ".join(value or "not recorded" for value in (*known, *rest))


def _cell_words(reader: Reader, row_filter: RowFilter) -> str:
    parts = [
        criterion.describe(reader, chosen)
        for criterion in CRITERIA
        if is_chosen(chosen := getattr(row_filter, criterion.field))
    ]
    return f"a cell {' and '.join(parts)}" if parts else ""
