from dataclasses import replace

import pytest

from framework_qda.matrix.filters import RowFilter
from framework_qda.matrix.on_demand import open_grid
from framework_qda.model import CellState, Interview, Statement, Theme
from framework_qda.ui.matrix.model import EMPTY_GRID
from framework_qda.ui.matrix.progress import ProgressCount
from framework_qda.ui.matrix.source import GridSource
from tests.ui.matrix.grids import make_mixed_grid


@pytest.fixture
def counted(project):
    """Return a count of a grid that is read on demand, with all its cells known, and a source for it."""
    source = GridSource()
    source.set_reader(project.read)
    grid = source.grid(project.read.all(Theme)[1].id, RowFilter())
    list(grid.cells)
    progress = ProgressCount()
    progress.show_grid(grid)
    return progress, grid, source


def test_the_words_count_charted_cells_and_reasons():
    grid = replace(make_mixed_grid(), total_rows=5)
    assert ProgressCount().show_grid(grid) == "Matrix 2: 7 of 15 charted, 3 with a reason"


def test_rows_left_out_are_said():
    assert ProgressCount().show_grid(make_mixed_grid()).endswith("in the 5 interviews shown")


def test_where_all_rows_are_left_out_that_is_said():
    assert ProgressCount().show_grid(replace(make_mixed_grid(), rows=())) == "Matrix 2: no interview shown"


def test_no_matrix_says_nothing():
    assert ProgressCount().show_grid(EMPTY_GRID) == ""


@pytest.mark.parametrize("is_known", [True, False])
def test_a_changed_cell_is_counted_as_it_is_now(counted, project, monkeypatch, is_known):
    progress, grid, source = counted
    place = project.read.all(Interview)[3].id, grid.columns[1].subtopic_id
    list(grid.cells)
    for action in (
        lambda: project.chart(*place, [Statement("n", "summary", "New.")], CellState.CHARTED),
        lambda: project.chart(*place, [], CellState.UNCLEAR),
        project.undo,
        project.undo,
    ):
        if is_known:
            grid.cells.get(place)
        places, known = source.refresh_cells(action().touched["cell"])
        words = progress.change(grid, places, known if is_known else {})
        assert (words is not None) == is_known
        assert (words or progress.show_grid(grid)) == ProgressCount().show_grid(open_grid(project.read, grid.theme_id))


def test_a_cell_that_is_known_is_counted_without_counting_all(counted, project, monkeypatch):
    progress, grid, source = counted
    place = grid.rows[0].interview_id, grid.columns[0].subtopic_id
    grid.cells.get(place)
    places, known = source.refresh_cells(project.chart(*place, [], CellState.UNCLEAR).touched["cell"])
    monkeypatch.setattr(type(project.read), "count_states", None)
    assert progress.change(grid, places, known)


def test_a_cell_that_is_not_shown_is_not_counted(counted, project):
    progress, grid, _source = counted
    elsewhere = grid.rows[0].interview_id, project.read.subtopics(project.read.all(Theme)[0].id)[0].id
    assert progress.change(grid, [elsewhere], {}) == progress.show_grid(grid)
