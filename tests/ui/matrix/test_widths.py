from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from framework_qda.ui.matrix.look import GridLook
from framework_qda.ui.matrix.widths import WIDEST, column_widths, content_widths
from tests.ui.matrix.grids import cell, make_grid, statement


@pytest.fixture
def grid_look(look):
    return GridLook(QGuiApplication.font())


def test_whole_columns_fill_the_room(grid_look):
    for room in range(int(grid_look.em * 22), 1600, 50):
        widths = column_widths(make_grid(5, 23), grid_look, room, 1.0)
        shown = round(room / widths[0])
        assert all(sum(widths[first : first + shown]) == room for first in range(23 - shown))


def test_columns_that_fit_share_the_room(grid_look):
    assert sum(column_widths(make_grid(5, 3), grid_look, 1000, 1.0)) == 1000


def test_no_column_gets_wider_than_a_comfortable_line(grid_look):
    assert max(column_widths(make_grid(5, 2), grid_look, 4000, 1.0)) <= grid_look.em * WIDEST


def test_a_narrow_window_shows_two_columns(grid_look):
    room = int(grid_look.em * 22)
    assert sum(column_widths(make_grid(5, 6), grid_look, room, 1.0)[:2]) == room


def test_no_column_is_wider_than_a_narrow_window(grid_look):
    assert max(column_widths(make_grid(5, 6), grid_look, 260, 1.0)) <= 260


def test_long_cells_ask_for_wide_columns(grid_look):
    grid = make_grid(5, 6)
    short = replace(grid, cells={key: cell(0, 0, "charted", statement("Yes.")) for key in grid.cells})
    assert content_widths(short, [0], grid_look) < content_widths(grid, [0], grid_look) <= [grid_look.em * WIDEST]


def test_a_width_that_was_set_holds_and_grows_with_the_zoom(grid_look):
    grid = make_grid(5, 3)
    grid = replace(grid, columns=(replace(grid.columns[0], width=150), *grid.columns[1:]))
    assert column_widths(grid, grid_look, 1000, 1.0)[0] == 150
    assert column_widths(grid, grid_look, 1000, 2.0)[0] == 300


def test_an_empty_matrix_has_no_widths(grid_look):
    assert column_widths(replace(make_grid(0, 0)), grid_look, 1000, 1.0) == []
