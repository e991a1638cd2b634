"""A matrix as a sheet: rows, columns, bands and groups as a view shows them."""

import pytest

from framework_qda.io.printable import Printable
from framework_qda.io.runs import Composer
from framework_qda.io.sheet import words_of
from framework_qda.io.sheet_matrix import matrix_sheet
from framework_qda.matrix.arranging import Arrangement, arrange_grid
from framework_qda.matrix.build import ALL_THEMES, build_grid
from framework_qda.matrix.columns import ColumnChoice, choose_columns
from tests.reference import golden, hostile


def sheet_of(grid, **options):
    return matrix_sheet(grid, Composer(Printable(), **options), "All 4 interviews.")


def describe(sheet):
    lines = [sheet.title, sheet.subtitle]
    lines += [f"section {each.heading}: {each.first} + {each.count}" for each in sheet.sections]
    lines += [f"column {words_of(column.heading)!r} {column.weight:g}" for column in sheet.columns]
    for place, row in enumerate(sheet.rows):
        lines += [f"{'group' if b.is_strong else 'band'} {b.label!r} {b.words!r}" for b in sheet.bands_at(place)]
        lines.append(f"row {words_of(row.head)!r}")
        lines += [f"  {cell.state}: {[(run.kind.value, run.text) for run in cell.runs]}" for cell in row.cells]
    return "\n".join(lines) + "\n"


def test_the_sheet_is_as_it_was_when_last_looked_at(study):
    golden.check("matrix_sheet.txt", describe(sheet_of(build_grid(study.read, study["theme1"]))))


def test_all_matrices_have_their_themes_above_their_columns(study):
    sheet = sheet_of(build_grid(study.read, ALL_THEMES))
    assert [(each.heading, each.first, each.count) for each in sheet.sections] == [
        ("1 Referral: quality & feedback", 0, 3),
        ("2 Meetings", 3, 2),
    ]
    assert sheet.title == "All matrices"


def test_hidden_columns_are_left_out(study):
    grid = choose_columns(build_grid(study.read, study["theme1"]), ColumnChoice(frozenset({study["1.1"]})))
    assert [words_of(column.heading) for column in sheet_of(grid).columns] == ["1.2 Quality", "1.3 Other"]


def test_rows_in_another_order_stand_under_headings(study):
    grid = arrange_grid(study.read, build_grid(study.read, study["theme1"]), Arrangement((study["model"],)))
    groups = [band.label for band in sheet_of(grid).bands if band.is_strong]
    assert groups == ["Service model: hospital team", "Service model: community based", "Service model: not recorded"]


def test_long_cells_want_wide_columns(study):
    study.chart("I03", "2.1", ("summary", hostile.LONG))
    weights = [column.weight for column in sheet_of(build_grid(study.read, study["theme2"])).columns]
    assert weights[0] > 100 * weights[1]


@pytest.mark.parametrize(("text", "clean"), list(zip(hostile.TEXTS, hostile.CLEAN, strict=True)))
def test_any_text_of_a_user_is_on_the_sheet(study, text, clean):
    study.chart("I03", "2.1", ("summary", text))
    sheet = sheet_of(build_grid(study.read, study["theme2"]))
    assert clean.strip() in [words_of(cell.runs) for row in sheet.rows for cell in row.cells]


def test_a_filter_that_leaves_nothing_says_so(study):
    from dataclasses import replace

    grid = replace(build_grid(study.read, study["theme1"]), rows=(), bands=())
    assert words_of(sheet_of(grid).intro[0]) == "No interview is shown."
