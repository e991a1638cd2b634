from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from framework_qda.ui.matrix.heights import MOST_SAMPLED, guess_heights
from framework_qda.ui.matrix.layout import CellLayout
from framework_qda.ui.matrix.look import GridLook
from framework_qda.ui.matrix.view import MatrixView
from tests.ui.matrix.grids import SENTENCES, cell, make_grid, statement

WIDTHS = [280] * 6


@pytest.fixture
def grid_look(look):
    return GridLook(QGuiApplication.font())


@pytest.fixture
def many_columns(qtbot):
    """Return a view of more columns than are measured, in which the last one of the first row has most words."""
    grid = make_grid(9, 20)
    tall = cell(0, 19, "charted", statement(" ".join(SENTENCES * 6)))
    view = MatrixView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    with qtbot.waitExposed(view):
        view.show()
    view.show_grid(replace(grid, cells={**grid.cells, ("i0", "t19"): tall}))
    return view


def true_height(grid, row, look):
    width = look.text_width(WIDTHS[0])
    return max(CellLayout(grid.cell(row, column), width, look).height for column in range(6)) + 2 * look.pad_y


def test_guesses_are_close_to_the_truth(grid_look):
    grid = make_grid(60)
    guessed, usual = guess_heights(grid, WIDTHS, grid_look, 0)
    wrong = [abs(guess - true_height(grid, row, grid_look)) for row, guess in guessed.items()]
    assert len(guessed) == 60
    assert sum(wrong) / len(wrong) < 1.5 * grid_look.line_step
    assert abs(usual - sum(guessed.values()) / 60) < 1


def test_a_guess_is_hardly_ever_too_low(grid_look):
    grid = make_grid(60)
    guessed, _usual = guess_heights(grid, WIDTHS, grid_look, 0)
    low = [row for row, guess in guessed.items() if guess < true_height(grid, row, grid_look)]
    assert len(low) < 6


def test_of_very_many_rows_some_are_looked_at(grid_look):
    guessed, usual = guess_heights(make_grid(2 * MOST_SAMPLED // 6), WIDTHS, grid_look, 0)
    assert len(guessed) * 6 <= MOST_SAMPLED + 6
    assert usual > 0


def test_no_row_is_lower_than_its_label(grid_look):
    guessed, _usual = guess_heights(make_grid(5), WIDTHS, grid_look, 400)
    assert min(guessed.values()) == 400


def test_a_row_has_room_for_columns_that_are_not_in_view(many_columns):
    view = many_columns
    assert view.columnAt(view.viewport().width() - 1) < 19
    needed = view.cells.height_of(0, 19, view.columnWidth(19))
    assert view.rowHeight(0) >= needed - view.look.line_step


def test_columns_that_come_into_view_show_every_word(many_columns):
    view = many_columns
    view.go_to("i0", "t19")
    columns = range(view.columnAt(0), 20)
    assert view.columnAt(0) > 5
    for row in range(view.rowAt(view.viewport().height() - 1) + 1):
        assert view.rowHeight(row) >= max(view.cells.height_of(row, each, view.columnWidth(each)) for each in columns)


def test_no_row_shrinks_while_one_scrolls_sideways(many_columns):
    view = many_columns
    before = [view.rowHeight(row) for row in range(3)]
    view.go_to("i0", "t12")
    assert all(view.rowHeight(row) >= height for row, height in enumerate(before))
