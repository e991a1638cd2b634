import pytest
from PySide6.QtGui import QGuiApplication

from framework_qda.ui.matrix.heights import estimate_heights
from framework_qda.ui.matrix.layout import CellLayout
from framework_qda.ui.matrix.look import GridLook
from tests.ui.matrix.grids import make_grid

WIDTHS = [280] * 6


@pytest.fixture
def grid_look(look):
    return GridLook(QGuiApplication.font())


def test_guesses_are_close_to_the_truth(grid_look):
    grid = make_grid(60)
    wrong = []
    for row, guess in enumerate(estimate_heights(grid, WIDTHS, grid_look, 0)):
        width = grid_look.text_width(WIDTHS[0])
        true = max(CellLayout(grid.cell(row, column), width, grid_look).height for column in range(6))
        wrong.append(abs(guess - true - 2 * grid_look.pad_y))
    assert sum(wrong) / len(wrong) < 1.5 * grid_look.line_step


def test_no_row_is_lower_than_its_label(grid_look):
    assert min(estimate_heights(make_grid(5), WIDTHS, grid_look, 400)) == 400
