"""A matrix without what tells where and who: areas, interview codes, roles."""

from dataclasses import replace

from framework_qda.matrix.grid import Band, GridRow, MatrixGrid
from framework_qda.matrix.rows import neutral_labels, place_bands


def neutral_grid(grid: MatrixGrid) -> MatrixGrid:
    """Return the grid with neutral labels for case studies and interviews, and without roles and facts.

    Case studies come in the order of their letters, which is not the project's; interviews are numbered
    within them (A1, A2). The kind of organisation stays. What cells say is not touched.
    """
    labels = neutral_labels(band.case_study_id for band in grid.bands)
    rows: list[GridRow] = []
    for case_study_id, label in labels.items():
        letters = label.rsplit(" ", 1)[-1] if case_study_id else ""
        group = (row for row in grid.rows if row.case_study_id == case_study_id)
        rows += [replace(row, code=f"{letters}{place}", roles=(), facts=None) for place, row in enumerate(group, 1)]
    bands = place_bands(tuple(rows), [Band(key, label, 0, 0) for key, label in labels.items()])
    return replace(grid, rows=tuple(rows), bands=bands)
