from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from framework_qda.ui.matrix.look import GridLook
from framework_qda.ui.matrix.widths import NARROWEST, WIDEST, column_widths
from tests.ui.matrix.grids import make_grid


@pytest.fixture
def grid_look(look):
    return GridLook(QGuiApplication.font())


def test_columns_fill_the_room_where_lines_stay_readable(grid_look):
    assert sum(column_widths(make_grid(5, 3), grid_look, 1000, 1.0)) in range(994, 1001)


def test_no_column_gets_wider_than_a_comfortable_line(grid_look):
    assert max(column_widths(make_grid(5, 2), grid_look, 4000, 1.0)) <= grid_look.em * WIDEST


def test_where_columns_do_not_fit_they_stay_comfortable(grid_look):
    assert min(column_widths(make_grid(5, 6), grid_look, 600, 1.0)) > grid_look.em * NARROWEST


def test_no_column_is_wider_than_a_narrow_window(grid_look):
    assert max(column_widths(make_grid(5, 6), grid_look, 260, 1.0)) <= 260


def test_a_width_that_was_set_holds_and_grows_with_the_zoom(grid_look):
    grid = make_grid(5, 3)
    grid = replace(grid, columns=(replace(grid.columns[0], width=150), *grid.columns[1:]))
    assert column_widths(grid, grid_look, 1000, 1.0)[0] == 150
    assert column_widths(grid, grid_look, 1000, 2.0)[0] == 300


def test_an_empty_matrix_has_no_widths(grid_look):
    assert column_widths(replace(make_grid(0, 0)), grid_look, 1000, 1.0) == []
