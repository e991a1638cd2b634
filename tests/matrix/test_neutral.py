"""A grid for the public: nothing of where and who, the kind of organisation stays."""

from dataclasses import replace

import pytest

from framework_qda.matrix.arranging import Arrangement, arrange_grid
from framework_qda.matrix.board import read_map
from framework_qda.matrix.build import build_grid
from framework_qda.matrix.neutral import NeutralNames, neutral_grid, neutral_map, neutral_names
from framework_qda.matrix.rows import place_bands, row_order
from framework_qda.model import Interview


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
    assert {place: cell.state for place, cell in neutral.cells.items()} == {
        place: cell.state for place, cell in grid.cells.items()
    }
    assert {row.interview_id for row in neutral.rows} == {row.interview_id for row in grid.rows}


def test_bands_stay_together(study):
    grid = neutral_grid(build_grid(study.read, study["theme1"]))
    for band in grid.bands:
        rows = grid.rows[band.first : band.first + band.count]
        assert {row.case_study_id for row in rows} == {band.case_study_id}


NAMES = NeutralNames(
    {}, {}, {"area 4": "Case study C", "area 41": "Case study D", "i16": "C2", "c2": "D9", "12": "E1", "": "F1"}
)


@pytest.mark.parametrize(
    ("said", "put"),
    [
        ("I16 was not asked", "[C2] was not asked"),
        ("compare i16, I160 and XI16", "compare [C2], I160 and XI16"),
        ("area 4 and Area 41", "[Case study C] and [Case study D]"),
        ("we [I16] said", "we [C2] said"),
        ("C2 is D9’s", "[D9] is D9’s"),  # what was put in is not looked at again
        ("12 beds 😀", "12 beds 😀"),  # figures are found in any text; they tell nothing there
        ("", ""),
    ],
)
def test_names_in_sentences_give_way_to_neutral_ones(said, put):
    assert NAMES.put_into(said) == put


def test_without_names_nothing_is_replaced():
    assert NeutralNames({}, {}).put_into("I16") == "I16"


def test_what_cells_say_has_the_names_of_the_rows(study):
    study.chart("I01", "1.1", ("summary", "As I02 in Area 1."))
    grid = build_grid(study.read, study["theme1"])
    neutral = neutral_grid(grid)
    (cell,) = [each for each in neutral.cells.values() if any("As [" in one.text for one in each.statements)]
    labels, codes = neutral_names(row_order(study.read)).labels, neutral_names(row_order(study.read)).codes
    area = study.read.get(Interview, study["I02"]).case_study_id
    assert cell.statements[0].text == f"As [{codes[study['I02']]}] in [{labels[area]}]."
