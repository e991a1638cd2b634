"""The order of rows by attributes: case studies stay together unless that is not wanted; those alike get a heading."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from framework_qda.matrix.filters import in_a_sentence
from framework_qda.matrix.grid import Band, GridRow, MatrixGrid
from framework_qda.matrix.rows import place_bands
from framework_qda.matrix.subjects import Subjects, read_subjects
from framework_qda.model import Attribute
from framework_qda.project.reader import Reader

MOST_KEYS = 3
NOT_RECORDED = "not recorded"

Rank = tuple[int, float, str]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The attributes by which rows are ordered, the weightiest first; none: the project's own order.

    Attributes of case studies order the bands and gather them into groups; those of organisations, interviews and
    informants order the rows inside their band, since the rows of a case study are read together. Where that is not
    wanted (`keeps_case_studies`), all attributes alike order the rows and gather them into groups.
    """

    attribute_ids: tuple[str, ...] = ()
    descending: frozenset[str] = frozenset()
    """Those of the attributes by which what comes last stands first; what is not recorded still comes last."""
    keeps_case_studies: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether rows stand in the project's own order."""
        return not self.attribute_ids

    def with_key(self, place: int, attribute_id: str) -> "Arrangement":
        """Return the arrangement with another attribute at a place (from 0); an empty id takes the place away."""
        keys = list(self.attribute_ids)
        keys[place : place + 1] = [attribute_id] if attribute_id else []
        ids = tuple(dict.fromkeys(keys))[:MOST_KEYS]
        return replace(self, attribute_ids=ids, descending=self.descending & frozenset(ids))

    def turned(self, attribute_id: str) -> "Arrangement":
        """Return the arrangement with the order by one of its attributes turned round."""
        return replace(self, descending=self.descending ^ {attribute_id})


@dataclass(frozen=True, slots=True)
class SortKey:
    """What rows are ordered by: its label, what it says of a row, and the order of what it can say."""

    label: str
    value_of: Callable[[GridRow], str]
    choices: tuple[str, ...] = ()
    is_number: bool = False
    level: str = ""
    is_descending: bool = False

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
    """Return the grid with its bands and rows in another order, and those that are alike in groups."""
    keys = _keys(reader, grid.rows, arrangement)
    if not keys or not grid.rows:
        return grid
    if not arrangement.keeps_case_studies:
        return _arrange_rows(grid, keys)
    of_bands = [key for key in keys if key.level == "case_study"]
    of_rows = [key for key in keys if key.level != "case_study"]
    firsts = {band.case_study_id: grid.rows[band.first] for band in grid.bands}
    bands = _sorted(grid.bands, of_bands, lambda band: firsts[band.case_study_id])
    rows: list[GridRow] = []
    for band in bands:
        rows += _sorted(grid.rows[band.first : band.first + band.count], of_rows, lambda row: row)
    groups = group_runs(values_of(rows, of_bands)) if of_bands else ()
    title = " · ".join(key.label for key in of_bands)
    return replace(grid, rows=tuple(rows), bands=place_bands(tuple(rows), bands), groups=groups, group_title=title)


def _arrange_rows(grid: MatrixGrid, keys: Sequence[SortKey]) -> MatrixGrid:
    rows = tuple(_sorted(grid.rows, keys, lambda row: row))
    values = values_of(rows, keys)
    title = " · ".join(key.label for key in keys)
    return replace(
        grid, rows=rows, bands=band_runs(grid.bands, rows, values), groups=group_runs(values), group_title=title
    )


def describe_arrangement(reader: Reader, arrangement: Arrangement) -> str:
    """Say the order in words, such as `ordered by service model, then role`; empty in the project's own order."""
    found = (reader.get(Attribute, each) for each in arrangement.attribute_ids)
    labels = [
        in_a_sentence(attribute.label) + (" (descending)" if attribute.id in arrangement.descending else "")
        for attribute in found
        if attribute is not None
    ]
    apart = "" if arrangement.keeps_case_studies else ", whatever their case study"
    return f"ordered by {', then '.join(labels)}{apart}" if labels else ""


def _keys(reader: Reader, rows: Sequence[GridRow], arrangement: Arrangement) -> list[SortKey]:
    found = [reader.get(Attribute, each) for each in arrangement.attribute_ids]
    attributes = [attribute for attribute in found if attribute is not None]
    if not attributes:
        return []
    subjects = read_subjects(reader, {row.interview_id for row in rows})
    return [
        replace(attribute_key(reader, attribute, subjects), is_descending=attribute.id in arrangement.descending)
        for attribute in attributes
    ]


def _sorted(items: Iterable[Item], keys: Sequence[SortKey], row_of: Callable[[Item], GridRow]) -> list[Item]:
    found = list(items)
    for key in reversed(keys):
        found = _sorted_by(key, found, row_of)
    return found


def _sorted_by(key: SortKey, items: Sequence[Item], row_of: Callable[[Item], GridRow]) -> list[Item]:
    known = [each for each in items if key.value_of(row_of(each))]
    missing = [each for each in items if not key.value_of(row_of(each))]
    return [*sorted(known, key=lambda each: key.rank(row_of(each)), reverse=key.is_descending), *missing]


def values_of(rows: Iterable[GridRow], keys: Sequence[SortKey]) -> list[tuple[str, ...]]:
    """Return what some keys say of each row."""
    return [tuple(key.value_of(row) or NOT_RECORDED for key in keys) for row in rows]


def group_runs(values: Sequence[tuple[str, ...]]) -> tuple[Band, ...]:
    """Return runs of rows with the same values; the first value is the heading, the others stand below it."""
    groups: list[Band] = []
    for place, value in enumerate(values):
        if place and value == values[place - 1]:
            groups[-1] = replace(groups[-1], count=groups[-1].count + 1)
        else:
            groups.append(Band(None, value[0], place, 1, value[1:]))
    return tuple(groups)


def band_runs(bands: Iterable[Band], rows: Sequence[GridRow], values: Sequence[tuple[str, ...]]) -> tuple[Band, ...]:
    """Return the bands of rows that no longer stand in the project's order: a case study has one in each run."""
    known = {band.case_study_id: band for band in bands}
    found: list[Band] = []
    for place, row in enumerate(rows):
        is_same = (
            place > 0 and row.case_study_id == rows[place - 1].case_study_id and values[place] == values[place - 1]
        )
        if is_same:
            found[-1] = replace(found[-1], count=found[-1].count + 1)
        else:
            found.append(replace(known[row.case_study_id], first=place, count=1))
    return tuple(found)


def _number(value: str) -> float | None:
    try:
        return float(value.replace(",", "."))
    except ValueError:
        return None
