"""The order of rows by attributes: case studies stay together, and those alike come to stand under one heading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from framework_qda.matrix.filters import in_a_sentence
from framework_qda.matrix.grid import Band, GridRow, MatrixGrid
from framework_qda.matrix.rows import place_bands
from framework_qda.matrix.subjects import Subjects, read_subjects
from framework_qda.model import Attribute
from framework_qda.project.reader import Reader

MOST_KEYS = 3
NOT_RECORDED = "not recorded"

Rank = tuple[int, float, str]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The attributes by which rows are ordered, the weightiest first; none: the project's own order.

    Attributes of case studies order the bands and gather them into groups; those of organisations, interviews and
    informants order the rows inside their band, since the rows of a case study are read together.
    """

    attribute_ids: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether rows stand in the project's own order."""
        return not self.attribute_ids

    def with_key(self, place: int, attribute_id: str) -> "Arrangement":
        """Return the arrangement with another attribute at a place (from 0); an empty id takes the place away."""
        keys = list(self.attribute_ids)
        keys[place : place + 1] = [attribute_id] if attribute_id else []
        return Arrangement(tuple(dict.fromkeys(keys))[:MOST_KEYS])


@dataclass(frozen=True, slots=True)
class SortKey:
    """What rows are ordered by: its label, what it says of a row, and the order of what it can say."""

    label: str
    value_of: Callable[[GridRow], str]
    choices: tuple[str, ...] = ()
    is_number: bool = False
    level: str = ""

    def rank(self, row: GridRow) -> Rank:
        """Return where a row's value comes: choices in their order, then numbers, then words, at last none."""
        value = self.value_of(row)
        if not value:
            return (3, 0.0, "")
        if value in self.choices:
            return (0, float(self.choices.index(value)), "")
        number = _number(value) if self.is_number else None
        return (2, 0.0, value.casefold()) if number is None else (1, number, "")


def attribute_key(reader: Reader, attribute: Attribute, subjects: Subjects) -> SortKey:
    """Return the key that an attribute is; of several informants the first that has a value speaks for the row."""
    values = reader.attribute_values(attribute.id)

    def value_of(row: GridRow) -> str:
        return next((values[each] for each in subjects.of(row, attribute.level) if each in values), "")

    return SortKey(attribute.label, value_of, attribute.choices, attribute.kind == "number", attribute.level)


def arrange_grid(reader: Reader, grid: MatrixGrid, arrangement: Arrangement) -> MatrixGrid:
    """Return the grid with its bands and rows in another order, and the bands that are alike in groups."""
    keys = _keys(reader, grid.rows, arrangement)
    of_bands = [key for key in keys if key.level == "case_study"]
    of_rows = [key for key in keys if key.level != "case_study"]
    if not keys or not grid.rows:
        return grid
    firsts = {band.case_study_id: grid.rows[band.first] for band in grid.bands}
    bands = sorted(grid.bands, key=lambda band: _ranks(of_bands, firsts[band.case_study_id]))
    rows: list[GridRow] = []
    for band in bands:
        rows += sorted(grid.rows[band.first : band.first + band.count], key=lambda row: _ranks(of_rows, row))
    placed = place_bands(tuple(rows), bands)
    groups = _groups(placed, rows, of_bands)
    title = " · ".join(key.label for key in of_bands)
    return replace(grid, rows=tuple(rows), bands=placed, groups=groups, group_title=title)


def describe_arrangement(reader: Reader, arrangement: Arrangement) -> str:
    """Say the order in words, such as `ordered by service model, then role`; empty in the project's own order."""
    found = (reader.get(Attribute, each) for each in arrangement.attribute_ids)
    labels = [in_a_sentence(attribute.label) for attribute in found if attribute is not None]
    return f"ordered by {', then '.join(labels)}" if labels else ""


def _keys(reader: Reader, rows: Sequence[GridRow], arrangement: Arrangement) -> list[SortKey]:
    found = [reader.get(Attribute, each) for each in arrangement.attribute_ids]
    attributes = [attribute for attribute in found if attribute is not None]
    if not attributes:
        return []
    subjects = read_subjects(reader, {row.interview_id for row in rows})
    return [attribute_key(reader, attribute, subjects) for attribute in attributes]


def _ranks(keys: Sequence[SortKey], row: GridRow) -> tuple[Rank, ...]:
    return tuple(key.rank(row) for key in keys)


def _groups(bands: Sequence[Band], rows: Sequence[GridRow], keys: Sequence[SortKey]) -> tuple[Band, ...]:
    """Return runs of bands with the same values; the first value is the heading, the others stand below it."""
    groups: list[Band] = []
    last: tuple[str, ...] | None = None
    for band in bands if keys else ():
        values = tuple(key.value_of(rows[band.first]) or NOT_RECORDED for key in keys)
        if values == last:
            groups[-1] = replace(groups[-1], count=groups[-1].count + band.count)
        else:
            groups.append(Band(None, values[0], band.first, band.count, values[1:]))
        last = values
    return tuple(groups)


def _number(value: str) -> float | None:
    try:
        return float(value.replace(",", "."))
    except ValueError:
        return None
