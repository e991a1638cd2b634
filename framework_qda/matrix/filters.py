"""Filters of rows: which interviews a matrix shows, and how that is said in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from framework_qda.matrix.grid import STATE_WORDS, GridCell, GridColumn, GridRow, MatrixGrid
from framework_qda.matrix.rows import NO_CASE_STUDY, RowOrder
from framework_qda.matrix.subjects import Subjects, read_subjects
from framework_qda.model import Analyst, Attribute, CaseStudy, CellState
from framework_qda.project.reader import Reader

WITH_EVIDENCE, WITHOUT_EVIDENCE, STARRED = "with", "without", "starred"
EVIDENCE_WORDS: Mapping[str, str] = {
    WITH_EVIDENCE: "rests on a passage",
    WITHOUT_EVIDENCE: "has words without a passage",
    STARRED: "rests on a starred passage",
}
"""What a filter can ask of a cell's evidence."""


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows to show. Alternatives within one criterion, all criteria together.

    `attributes` maps an attribute's id, of any level, to the values let through (`""`: none recorded).
    `case_study_ids` may hold `None` for interviews without one. `states`, `evidence` (keys of
    `EVIDENCE_WORDS`), `analyst_ids` (who wrote last) and `text` are about cells: a row stays if one and the same
    cell of the theme has such a state, rests on that, was written so and holds the text (in any case of letters).
    """

    attributes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    organisation_kinds: frozenset[str] = frozenset()
    case_study_ids: frozenset[str | None] = frozenset()
    states: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()
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
        return any((self.states, self.evidence, self.analyst_ids, self.text.strip()))


def filter_grid(reader: Reader, grid: MatrixGrid, row_filter: RowFilter) -> MatrixGrid:
    """Return the grid with only the rows that the filter lets through; bands stay together."""
    order = keep_by_rows(reader, RowOrder(grid.rows, grid.bands), row_filter)
    order = keep_by_cells(reader, order, grid.columns, grid.cells, row_filter)
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
    reader: Reader,
    order: RowOrder,
    columns: Iterable[GridColumn],
    cells: Mapping[tuple[str, str], GridCell],
    row_filter: RowFilter,
) -> RowOrder:
    """Return the rows that have a cell that is as the filter asks."""
    if not row_filter.is_about_cells:
        return order
    sought = " ".join(row_filter.text.split()).casefold()
    analysts = reader.last_analysts(cell.cell_id for cell in cells.values()) if row_filter.analyst_ids else {}

    def passes(cell: GridCell | None) -> bool:
        is_by = not row_filter.analyst_ids or (cell and analysts.get(cell.cell_id)) in row_filter.analyst_ids
        return is_by and _evidence_passes(cell, row_filter.evidence) and _cell_passes(cell, row_filter.states, sought)

    subtopic_ids = [column.subtopic_id for column in columns]
    return order.keep(
        row.interview_id
        for row in order.rows
        if any(passes(cells.get((row.interview_id, each))) for each in subtopic_ids)
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
    cell = _cell_words(reader, row_filter)
    return " and ".join([*parts, cell] if cell else parts)


def _row_passes(row: GridRow, row_filter: RowFilter) -> bool:
    if row_filter.organisation_kinds and row.organisation_kind not in row_filter.organisation_kinds:
        return False
    return not row_filter.case_study_ids or row.case_study_id in row_filter.case_study_ids


def _evidence_passes(cell: GridCell | None, wanted: frozenset[str]) -> bool:
    if not wanted:
        return True
    if cell is None or not cell.statements:
        return False
    found = [reference for statement in cell.statements for reference in statement.evidence]
    has = {WITH_EVIDENCE if found else WITHOUT_EVIDENCE}
    if any(reference.is_starred for reference in found):
        has.add(STARRED)
    return bool(has & wanted)


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


def _cell_words(reader: Reader, row_filter: RowFilter) -> str:
    states = " or ".join(words for state, words in STATE_WORDS.items() if state in row_filter.states)
    evidence = " or ".join(words for key, words in EVIDENCE_WORDS.items() if key in row_filter.evidence)
    names = [analyst.name for analyst in reader.all(Analyst) if analyst.id in row_filter.analyst_ids]
    text = " ".join(row_filter.text.split())
    parts = [f"is {states}"] if states else []
    if row_filter.analyst_ids:
        parts.append(f"was last written by {' or '.join(names) or 'an analyst who is gone'}")
    if evidence:
        parts.append(evidence)
    if text:
        parts.append(f"holds “{text}”")
    return f"a cell {' and '.join(parts)}" if parts else ""
