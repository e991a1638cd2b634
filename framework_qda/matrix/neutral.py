"""Matrices and maps without what tells where and who: areas, interview codes, roles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from framework_qda.matrix.board import BoardMap
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


def neutral_order(rows: Sequence[GridRow], bands: Sequence[Band], names: NeutralNames | None = None) -> RowOrder:
    """Return rows and bands with neutral names, in their order, without roles and facts.

    `names` are those of the rows themselves if these are all of the project's; else give them.
    """
    known = names or neutral_names(RowOrder(tuple(rows), tuple(bands)))
    shown = {band.case_study_id for band in bands}
    groups: dict[str | None, list[GridRow]] = {key: [] for key in known.labels if key in shown}
    for row in rows:
        groups[row.case_study_id].append(replace(row, code=known.codes[row.interview_id], roles=(), facts=None))
    renamed = tuple(row for group in groups.values() for row in group)
    return RowOrder(renamed, place_bands(renamed, [Band(key, known.labels[key], 0, 0) for key in groups]))


def neutral_grid(grid: MatrixGrid, names: NeutralNames | None = None) -> MatrixGrid:
    """Return the grid with neutral names and without headings of groups; what cells say is not touched.

    The kind of organisation stays. See `neutral_order` for `names`.
    """
    order = neutral_order(grid.rows, grid.bands, names)
    return replace(grid, rows=order.rows, bands=order.bands, groups=(), group_title="")


def neutral_map(board: BoardMap) -> BoardMap:
    """Return the map with neutral names."""
    order = neutral_order(board.rows, board.bands)
    return replace(board, rows=order.rows, bands=order.bands)
