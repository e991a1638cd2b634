from dataclasses import replace

from framework_qda.ui.matrix.copying import TABS, copy_selection
from tests.ui.matrix.grids import SENTENCES, cell, make_grid, make_mixed_grid, statement


def one_cell(*statements):
    grid = make_grid(1, 1)
    return type(grid)(
        grid.theme_id, "1", "", grid.columns, grid.rows, grid.bands, {("i0", "t0"): cell(0, 0, "charted", *statements)}
    )


def test_one_cell_is_copied_as_its_words():
    data = copy_selection(make_mixed_grid(), [(1, 0)])
    assert data.text() == f"{SENTENCES[4]} (¶4 · 0:06:12; ¶5)"


def test_several_cells_are_copied_as_a_table():
    lines = copy_selection(make_mixed_grid(), [(3, 0), (3, 1), (4, 1)]).text().split("\n")
    assert [line.count("\t") for line in lines] == [1, 1]
    assert lines[1].startswith("\tnot applicable: No emergency department")


def test_a_field_of_several_lines_is_quoted():
    text = copy_selection(make_mixed_grid(), [(1, 1), (1, 0)]).text()
    assert '"He is sure' in text
    assert text.count("\n") == 2


def test_a_cell_that_is_empty_for_a_reason_says_why():
    grid = make_grid(1, 1)
    grid = replace(grid, cells={("i0", "t0"): cell(0, 0, "not_asked")})
    assert copy_selection(grid, [(0, 0)]).text() == "not asked"
    assert "not asked" in copy_selection(grid, [(0, 0)]).html()


def test_with_heads_even_one_cell_is_a_table_under_its_names():
    grid = make_mixed_grid()
    lines = copy_selection(grid, [(1, 0)], has_heads=True).text().split("\n")
    assert lines[0] == f"Case study\tInterview\t{grid.columns[0].number} {grid.columns[0].label}"
    assert lines[1].startswith(f"{grid.bands[0].label}\t{grid.rows[1].code}\t")


def test_heads_are_those_of_the_cells_that_are_chosen():
    grid = make_mixed_grid()
    html = copy_selection(grid, [(0, 1), (4, 1)], has_heads=True).html()
    assert grid.columns[1].label in html
    assert grid.columns[0].label not in html
    assert html.count("<tr>") == 3


def test_without_heads_there_is_none():
    assert "<th" not in copy_selection(make_mixed_grid(), [(0, 0), (0, 1)]).html()


def test_a_line_end_in_a_cell_begins_no_row_of_a_spreadsheet():
    html = copy_selection(one_cell(statement("a\nb"), statement("c")), [(0, 0)]).html()
    assert html.count("<br") == html.count("mso-data-placement:same-cell") == 2


def test_spreadsheets_are_offered_tabs_by_name():
    data = copy_selection(make_mixed_grid(), [(0, 0), (0, 1)])
    assert bytes(data.data(TABS)).decode() == data.text()


def test_references_and_notes_look_as_such_in_html():
    html = copy_selection(one_cell(statement("why", "note")), [(0, 0)]).html()
    assert "<b>Note:</b> why</span>" in html


def test_nothing_of_a_text_is_markup():
    html = copy_selection(one_cell(statement("<b>1 & 2</b>")), [(0, 0)]).html()
    assert "&lt;b&gt;1 &amp; 2&lt;/b&gt;" in html


def test_own_words_stay_italic_in_html():
    html = copy_selection(one_cell(statement("never", "own_words"), statement("Says “now”.")), [(0, 0)]).html()
    assert "<i>never</i>" in html
    assert "<i>“now”</i>" in html


def test_a_text_like_a_formula_stays_a_text_in_a_table():
    assert "mso-number-format" in copy_selection(make_mixed_grid(), [(0, 0), (0, 1)]).html()
