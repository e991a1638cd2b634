"""Matrices for printing: what is public names no area, code or role, also where rows are left out."""

from dataclasses import replace

import pytest

from framework_qda.io.matrix_report import matrix_report, matrix_source
from framework_qda.io.sheet import words_of
from framework_qda.matrix.arranging import Arrangement, arrange_grid
from framework_qda.matrix.build import build_grid
from framework_qda.matrix.rows import place_bands
from framework_qda.model import Interview
from tests.reference.small_study import tag_a_cell


def all_words(report):
    found = [report.title]
    for sheet in report.sheets:
        found += [sheet.title, sheet.subtitle, *sheet.remarks]
        found += [text for band in sheet.bands for text in (band.label, band.words)]
        found += [words_of(row.head) for row in sheet.rows]
        found += [words_of(cell.runs) for row in sheet.rows for cell in row.cells]
    return "\n".join(found)


def heads(report):
    return [words_of(row.head).split("\n")[0] for row in report.sheets[0].rows]


def only(grid, *codes):
    rows = tuple(row for row in grid.rows if row.code in codes)
    return replace(grid, rows=rows, bands=place_bands(rows, grid.bands))


def test_all_matrices_are_printed_if_none_is_chosen(study):
    assert [sheet.title for sheet in matrix_report(matrix_source(study.read)).sheets] == [
        "1 Referral: quality & feedback",
        "2 Meetings",
    ]


@pytest.mark.parametrize("word", ["Area 1", "I01", "Named", "Team Manager", "hospital team", "Hospital A", "shown by"])
def test_what_is_public_holds_nothing_that_identifies(study, word):
    grid = arrange_grid(study.read, build_grid(study.read, study["theme2"]), Arrangement((study["model"],)))
    source = matrix_source(study.read, [grid], "shown by Area 1")
    assert word in all_words(matrix_report(source)) or word == "Hospital A"
    assert word not in all_words(matrix_report(source, is_public=True))


def test_neutral_names_are_the_same_whichever_rows_are_shown(study):
    grid = build_grid(study.read, study["theme1"])
    whole = matrix_report(matrix_source(study.read, [grid]), is_public=True)
    names = dict(zip([row.code for row in matrix_source(study.read).grids[0].rows], heads(whole), strict=True))
    part = matrix_report(matrix_source(study.read, [only(grid, "I03")]), is_public=True)
    assert set(heads(part)) <= set(heads(whole))
    assert len(names) == 4


def test_what_is_public_says_how_many_but_not_by_what(study):
    grid = only(build_grid(study.read, study["theme1"]), "I03")
    (sheet,) = matrix_report(matrix_source(study.read, [grid], "region South"), is_public=True).sheets
    assert sheet.subtitle == "1 of 4 interviews"


def said(report):
    return " ".join(words_of(cell.runs) for sheet in report.sheets for row in sheet.rows for cell in row.cells)


def test_a_code_in_a_sentence_gives_way_to_a_neutral_one(study):
    source = matrix_source(study.read, [build_grid(study.read, study["theme1"])])
    assert "Compare with I03." in said(matrix_report(source))
    public = matrix_report(source, is_public=True)
    assert f"Compare with [{source.names.codes[study['I03']]}]." in said(public)
    assert "I03" not in said(public)
    assert not public.warnings


def test_so_does_the_code_of_an_interview_that_is_not_shown(study):
    source = matrix_source(study.read, [only(build_grid(study.read, study["theme1"]), "I02")])
    assert "I03" not in said(matrix_report(source, is_public=True))


def test_a_row_that_has_withdrawn_is_told(study):
    study.project.change(Interview, study["I03"], consent="withdrawn")
    grid = build_grid(study.read, study["theme1"])
    assert "I03 has withdrawn" in matrix_report(matrix_source(study.read, [grid])).warnings[0]
    assert not matrix_report(matrix_source(study.read, [only(grid, "I01")])).warnings


def test_tags_are_printed_where_they_are_wanted_and_name_nobody_in_public(study):
    tag_a_cell(study, "Area 1")
    source = matrix_source(study.read)
    assert "#Area 1" in all_words(matrix_report(source, has_tags=True))
    assert "#Area 1" not in all_words(matrix_report(source))
    public = all_words(matrix_report(source, is_public=True, has_tags=True))
    assert "#" in public
    assert "#Area 1" not in public
