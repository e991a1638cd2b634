"""A grid for the public: nothing of where and who, the kind of organisation stays."""

from dataclasses import replace

from framework_qda.matrix.arranging import Arrangement, arrange_grid
from framework_qda.matrix.board import read_map
from framework_qda.matrix.build import build_grid
from framework_qda.matrix.neutral import neutral_grid, neutral_map, neutral_names
from framework_qda.matrix.rows import place_bands, row_order


def test_rows_and_bands_get_labels_that_say_nothing(study):
    grid = neutral_grid(build_grid(study.read, study["theme1"]))
    assert [band.label for band in grid.bands] == ["Case study A", "Case study B", "No case study"]
    assert {row.code for row in grid.rows} in ({"A1", "A2", "B1", "1"}, {"A1", "B1", "B2", "1"})
    assert not any(row.roles or row.facts for row in grid.rows)
    assert not any(band.facts for band in grid.bands)


def test_a_part_of_the_rows_keeps_the_names_of_the_whole(study):
    names = neutral_names(row_order(study.read))
    whole = build_grid(study.read, study["theme1"])
    rows = whole.rows[1:3]
    part = neutral_grid(replace(whole, rows=rows, bands=place_bands(rows, whole.bands)), names)
    assert {row.interview_id: row.code for row in part.rows} == {
        row.interview_id: names.codes[row.interview_id] for row in rows
    }


def test_a_map_gets_the_names_of_the_matrices(study):
    board = neutral_map(read_map(study.project.overview))
    grid = neutral_grid(build_grid(study.read, study["theme1"]))
    assert (board.rows, board.bands) == (grid.rows, grid.bands)


def test_headings_of_groups_go(study):
    grid = arrange_grid(study.read, build_grid(study.read, study["theme1"]), Arrangement((study["region"],)))
    neutral = neutral_grid(grid)
    assert grid.groups
    assert (neutral.groups, neutral.group_title) == ((), "")


def test_the_kind_of_organisation_stays(study):
    grid = neutral_grid(build_grid(study.read, study["theme1"]))
    assert sorted(row.organisation_kind for row in grid.rows) == ["", "local authority", "trust", "trust"]


def test_every_row_keeps_its_cells(study):
    grid = build_grid(study.read, study["theme1"])
    neutral = neutral_grid(grid)
    assert neutral.cells == grid.cells
    assert {row.interview_id for row in neutral.rows} == {row.interview_id for row in grid.rows}


def test_bands_stay_together(study):
    grid = neutral_grid(build_grid(study.read, study["theme1"]))
    for band in grid.bands:
        rows = grid.rows[band.first : band.first + band.count]
        assert {row.case_study_id for row in rows} == {band.case_study_id}
