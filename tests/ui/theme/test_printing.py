"""The Theme desk prints the column as it is shown."""

from dataclasses import replace

import pytest

from framework_qda.io.sheet import words_of
from framework_qda.matrix.rows import place_bands
from framework_qda.matrix.within_theme import AGENCY, read_columns
from framework_qda.model import Subtopic
from framework_qda.ui.printing.printout import PrintOptions
from framework_qda.ui.theme.printing import theme_printout
from tests.reference.small_study import compare, make_study, tag_a_cell


@pytest.fixture
def study(tmp_path):
    made = make_study(tmp_path / "small.fqda")
    compare(made)
    yield made
    made.project.close()


def sheet_of(study, grid, words="", **options):
    (sheet,) = theme_printout(study.read, grid, words).make(PrintOptions(**options)).sheets
    return sheet


def test_groups_and_synthesis_are_printed(study):
    sheet = sheet_of(study, read_columns(study.read, [study["1.2"]], [AGENCY]))
    assert [band.label for band in sheet.bands if band.is_strong] == [
        "Agency: local authority",
        "Agency: trust",
        "Agency: not recorded",
    ]
    assert words_of(sheet.intro[-1]).startswith("Most read them.")


def test_two_sub_topics_stand_side_by_side(study):
    sheet = sheet_of(study, read_columns(study.read, [study["1.2"], study["2.1"]]))
    assert sheet.title == "1.2 Quality and 2.1 Level"
    assert len(sheet.columns) == 2


def test_the_filter_is_said_only_where_it_leaves_rows_out(study):
    grid = read_columns(study.read, [study["1.2"]])
    assert "Showing" not in sheet_of(study, grid, "Showing all.").subtitle
    rows = grid.rows[:1]
    part = replace(grid, rows=rows, bands=place_bands(rows, grid.bands))
    assert sheet_of(study, part, "Showing 1 of 4.").subtitle.endswith("Showing 1 of 4.")
    assert "Showing" not in sheet_of(study, part, "Showing 1 of 4.", is_public=True).subtitle


def test_nothing_is_printed_where_nothing_is_shown(study):
    assert theme_printout(study.read, read_columns(study.read, []), "") is None


def test_tags_are_printed_as_they_are_shown_and_can_be_left_out(study):
    tag_a_cell(study, "consent")
    grids = [read_columns(study.read, [each.id]) for each in study.read.all(Subtopic)]
    for has_tags in (True, False):
        sheets = [sheet_of(study, grid, has_tags=has_tags) for grid in grids]
        words = "".join(words_of(cell.runs) for sheet in sheets for row in sheet.rows for cell in row.cells)
        assert ("#consent" in words) is has_tags
