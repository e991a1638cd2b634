from dataclasses import replace

from framework_qda.ui.matrix.model import EMPTY_GRID
from framework_qda.ui.matrix.progress import progress_words
from tests.ui.matrix.grids import make_mixed_grid


def test_the_words_count_charted_cells_and_reasons():
    grid = make_mixed_grid()
    assert progress_words(replace(grid, total_rows=5)) == "Matrix 2: 7 of 15 charted, 3 with a reason"


def test_rows_left_out_are_said():
    assert progress_words(make_mixed_grid()).endswith("in the 5 interviews shown")


def test_no_matrix_says_nothing():
    assert progress_words(EMPTY_GRID) == ""
