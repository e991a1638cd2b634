import pytest

from framework_qda.matrix.build import ALL_THEMES, build_grid
from framework_qda.matrix.columns import ColumnChoice, choose_columns
from framework_qda.matrix.filters import RowFilter, filter_grid
from framework_qda.matrix.on_demand import fetch, open_grid, text_sizes, whole_grid
from framework_qda.matrix.summaries import summarise_column
from framework_qda.model import CellState


@pytest.fixture
def asked(study, monkeypatch):
    """Return how many cells were asked for at a time."""
    counts = []
    reader = type(study.read)
    cells_at = reader.cells_at

    def count(self, places):
        found = list(places)
        counts.append(len(found))
        return cells_at(self, found)

    monkeypatch.setattr(reader, "cells_at", count)
    return counts


@pytest.mark.parametrize("theme", ["theme1", ALL_THEMES])
def test_read_as_a_whole_it_is_the_grid_that_is_built_at_once(study, theme):
    theme_id = study[theme] if theme != ALL_THEMES else theme
    assert whole_grid(open_grid(study.read, theme_id)) == build_grid(study.read, theme_id)


def test_the_sample_is_the_same_read_either_way(sample):
    assert whole_grid(open_grid(sample.read, ALL_THEMES)) == build_grid(sample.read, ALL_THEMES)


def test_opening_reads_no_cell(study, asked):
    open_grid(study.read, study["theme1"])
    assert asked == []


def test_a_block_is_read_at_once_and_kept(study, asked):
    grid = open_grid(study.read, study["theme1"])
    fetch(grid, range(3), range(2))
    assert asked == [6]
    assert [grid.cell(row, column) for row in range(3) for column in range(2)]
    fetch(grid, range(4), range(2))
    assert asked == [6, 2]


def test_a_filter_and_other_columns_share_what_was_read(study, asked):
    grid = open_grid(study.read, study["theme1"])
    fetch(grid, range(4), range(3))
    fewer = filter_grid(study.read, grid, RowFilter(states=frozenset({CellState.REVIEWED})))
    narrower = choose_columns(fewer, ColumnChoice(hidden=frozenset({grid.columns[1].subtopic_id})))
    assert [row.code for row in narrower.rows] == ["I02"]
    assert narrower.cell(0, 0) is None
    assert not [column for column in narrower.columns if column.number == "1.2"]
    assert len(asked) == 1


def test_cells_of_rows_and_columns_that_are_not_shown_are_not_there(study):
    grid = open_grid(study.read, study["theme1"])
    fewer = filter_grid(study.read, grid, RowFilter(states=frozenset({CellState.REVIEWED})))
    assert set(fewer.cells) == {key for key in grid.cells if key[0] == study["I02"]}
    assert len(fewer.cells) == len(list(fewer.cells))
    gone = next(key for key in grid.cells if key not in fewer.cells)
    with pytest.raises(KeyError):
        fewer.cells[gone]


def test_what_was_forgotten_is_read_again(study, asked):
    grid = open_grid(study.read, study["theme1"])
    key = study["I02"], study["1.2"]
    before = grid.cells[key]
    study.project.set_state(*key, CellState.IN_PROGRESS)
    assert grid.cells[key] is before
    grid.cells.kept.forget([key])
    assert grid.cells[key].state == CellState.IN_PROGRESS


def test_a_comment_shows_once_its_cell_was_forgotten(study):
    grid = open_grid(study.read, study["theme1"])
    key = study["I02"], study["1.2"]
    assert not grid.cells[key].open_comments
    study.project.comment("cell", grid.cells[key].cell_id, "Really?")
    grid.cells.kept.forget([key])
    assert grid.cells[key].open_comments == 1


def test_the_cells_used_last_are_kept(study, asked):
    grid = open_grid(study.read, study["theme1"])
    kept = grid.cells.kept
    kept._most = 3
    for row in range(4):
        grid.cell(row, 0)
    grid.cell(3, 0)
    assert asked == [1, 1, 1, 1]
    grid.cell(0, 0)
    assert asked == [1, 1, 1, 1, 1]


@pytest.mark.parametrize("row_filter", [RowFilter(), RowFilter(states=frozenset({CellState.REVIEWED}))])
def test_figures_are_the_same_without_reading_the_cells(study, asked, row_filter):
    built = filter_grid(study.read, build_grid(study.read, study["theme1"]), row_filter)
    opened = filter_grid(study.read, open_grid(study.read, study["theme1"]), row_filter)
    for column in range(len(built.columns)):
        assert summarise_column(opened, column) == summarise_column(built, column)
    assert asked == []


def test_sizes_of_texts_are_the_same_without_reading_them(study, asked):
    built, opened = build_grid(study.read, study["theme1"]), open_grid(study.read, study["theme1"])
    rows, columns = range(len(built.rows)), range(len(built.columns))
    assert text_sizes(opened, rows, columns) == text_sizes(built, rows, columns)
    assert asked == []
