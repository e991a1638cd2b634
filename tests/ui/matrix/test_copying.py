from framework_qda.ui.matrix.copying import copy_selection
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
    assert lines[1].startswith("\tNo emergency department")


def test_a_field_of_several_lines_is_quoted():
    text = copy_selection(make_mixed_grid(), [(1, 1), (1, 0)]).text()
    assert '"He is sure' in text
    assert text.count("\n") == 2


def test_nothing_of_a_text_is_markup():
    html = copy_selection(one_cell(statement("<b>1 & 2</b>")), [(0, 0)]).html()
    assert "&lt;b&gt;1 &amp; 2&lt;/b&gt;" in html


def test_own_words_stay_italic_in_html():
    html = copy_selection(one_cell(statement("never", "own_words"), statement("Says “now”.")), [(0, 0)]).html()
    assert "<i>never</i>" in html
    assert "<i>“now”</i>" in html


def test_a_text_like_a_formula_stays_a_text_in_a_table():
    assert "mso-number-format" in copy_selection(make_mixed_grid(), [(0, 0), (0, 1)]).html()
