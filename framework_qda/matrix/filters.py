"""Filters of rows: which interviews a matrix shows, and how that is said in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from framework_qda.matrix.grid import STATE_WORDS, GridCell, GridColumn, GridRow, MatrixGrid
from framework_qda.matrix.rows import NO_CASE_STUDY, RowOrder
from framework_qda.matrix.subjects import Subjects, read_subjects
from framework_qda.model import Attribute, CaseStudy, CellState
from framework_qda.project.reader import Reader


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows to show. Alternatives within one criterion, all criteria together.

    `attributes` maps an attribute's id, of any level, to the values let through (`""`: none recorded).
    `case_study_ids` may hold `None` for interviews without one. `states` and `text` are about cells: a row
    stays if one and the same cell of the theme has such a state and holds the text (in any case of letters).
    """

    attributes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    organisation_kinds: frozenset[str] = frozenset()
    case_study_ids: frozenset[str | None] = frozenset()
    states: frozenset[str] = frozenset()
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the filter lets every row through."""
        criteria = (self.organisation_kinds, self.case_study_ids, self.states, self.text.strip())
        return not any(criteria) and not any(self.attributes.values())


def filter_grid(reader: Reader, grid: MatrixGrid, row_filter: RowFilter) -> MatrixGrid:
    """Return the grid with only the rows that the filter lets through; bands stay together."""
    order = keep_by_rows(reader, RowOrder(grid.rows, grid.bands), row_filter)
    order = keep_by_cells(order, grid.columns, grid.cells, row_filter)
    shown = {row.interview_id for row in order.rows}
    cells = {key: cell for key, cell in grid.cells.items() if key[0] in shown}
    return replace(grid, rows=order.rows, bands=order.bands, cells=cells)


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
    order: RowOrder,
    columns: Iterable[GridColumn],
    cells: Mapping[tuple[str, str], GridCell],
    row_filter: RowFilter,
) -> RowOrder:
    """Return the rows that have a cell of the state and with the text that the filter asks for."""
    sought = " ".join(row_filter.text.split()).casefold()
    if not sought and not row_filter.states:
        return order
    subtopic_ids = [column.subtopic_id for column in columns]
    return order.keep(
        row.interview_id
        for row in order.rows
        if any(_cell_passes(cells.get((row.interview_id, each)), row_filter.states, sought) for each in subtopic_ids)
    )


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
    cell = _cell_words(row_filter)
    return " and ".join([*parts, cell] if cell else parts)


def _row_passes(row: GridRow, row_filter: RowFilter) -> bool:
    if row_filter.organisation_kinds and row.organisation_kind not in row_filter.organisation_kinds:
        return False
    return not row_filter.case_study_ids or row.case_study_id in row_filter.case_study_ids


def _cell_passes(cell: GridCell | None, states: frozenset[str], sought: str) -> bool:
    state = cell.state if cell else CellState.NOT_CHARTED
    if states and state not in states:
        return False
    if not sought:
        return True
    return cell is not None and any(
        sought in " ".join(statement.text.split()).casefold() for statement in cell.statements
    )


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


def _cell_words(row_filter: RowFilter) -> str:
    states = " or ".join(words for state, words in STATE_WORDS.items() if state in row_filter.states)
    text = " ".join(row_filter.text.split())
    if states and text:
        return f"a cell is {states} and holds “{text}”"
    if states:
        return f"a cell is {states}"
    return f"a cell holds “{text}”" if text else ""
