"""A matrix without what tells where and who: areas, interview codes, roles."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from framework_qda.matrix.grid import Band, GridRow, MatrixGrid
from framework_qda.matrix.rows import RowOrder, neutral_labels, place_bands


@dataclass(frozen=True, slots=True)
class NeutralNames:
    """What stands in the place of names: a label for each case study, a code for each interview, by their ids."""

    labels: Mapping[str | None, str]
    codes: Mapping[str, str]


def neutral_names(order: RowOrder) -> NeutralNames:
    """Return neutral names for all rows of an order.

    Case studies come in the order of their letters, which is not the project's; interviews are numbered within
    them (A1, A2). Two exports of a project agree if both take the names of all its rows.
    """
    labels = neutral_labels(band.case_study_id for band in order.bands)
    codes: dict[str, str] = {}
    for case_study_id, label in labels.items():
        letters = label.rsplit(" ", 1)[-1] if case_study_id else ""
        group = (row for row in order.rows if row.case_study_id == case_study_id)
        codes |= {row.interview_id: f"{letters}{place}" for place, row in enumerate(group, 1)}
    return NeutralNames(labels, codes)


def neutral_grid(grid: MatrixGrid, names: NeutralNames | None = None) -> MatrixGrid:
    """Return the grid with neutral names, in their order, without roles, facts and headings of groups.

    `names` are those of the grid's own rows if it has all of the project's; else give them. The kind of
    organisation stays. What cells say is not touched.
    """
    known = names or neutral_names(RowOrder(grid.rows, grid.bands))
    shown = {band.case_study_id for band in grid.bands}
    labels = {key: label for key, label in known.labels.items() if key in shown}
    rows: list[GridRow] = []
    for case_study_id in labels:
        group = [row for row in grid.rows if row.case_study_id == case_study_id]
        rows += [replace(row, code=known.codes[row.interview_id], roles=(), facts=None) for row in group]
    bands = place_bands(tuple(rows), [Band(key, label, 0, 0) for key, label in labels.items()])
    return replace(grid, rows=tuple(rows), bands=bands, groups=(), group_title="")
