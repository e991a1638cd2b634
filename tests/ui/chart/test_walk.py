from dataclasses import replace

import pytest

from framework_qda.matrix.grid import GridColumn, GridRow
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.chart.walk import Walk

WALK = Walk(
    tuple(GridRow(name, name, None) for name in "abcde"),
    tuple(GridColumn(name, name, name) for name in "xyz"),
)


@pytest.mark.parametrize(
    ("place", "step", "wanted"),
    [("ax", 1, "ay"), ("az", 1, "bx"), ("bx", -1, "az"), ("ax", -1, None), ("ez", 1, None)],
)
def test_rows_are_walked_one_after_the_other(place, step, wanted):
    assert WALK.beside(CellPlace(*place), step) == (CellPlace(*wanted) if wanted else None)


@pytest.mark.parametrize(("place", "step", "wanted"), [("ax", 1, "bx"), ("ax", -1, None), ("ez", 1, None)])
def test_columns_are_walked_down(place, step, wanted):
    assert WALK.below(CellPlace(*place), step) == (CellPlace(*wanted) if wanted else None)


def test_the_rows_around_leave_the_row_itself_out():
    assert [row.code for row in WALK.around("c", 1)] == ["b", "d"]
    assert [row.code for row in WALK.around("a", 2)] == ["b", "c"]


def test_a_synthesis_column_is_written_from_the_others_of_its_theme():
    columns = [GridColumn(key, number, key) for key, number in zip("wxyz", ("1.1", "1.2", "1.3", "11.1"), strict=True)]
    columns[0] = replace(columns[0], is_synthesis=True)
    walk = Walk(WALK.rows, tuple(columns))
    assert [each.subtopic_id for each in walk.sources("w")] == ["x", "y"]
    assert walk.sources("x") == walk.sources("none") == ()


def test_an_unknown_place_has_no_neighbours():
    assert WALK.beside(CellPlace("nobody", "x"), 1) is None
