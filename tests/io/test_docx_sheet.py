"""Sheets in Word: repeated heads, bands, edges of states, pages on their side, nothing lost."""

import time

import docx
import pytest
from docx.oxml.ns import qn

from framework_qda.io.docx_sheet import column_widths, export_sheets
from framework_qda.io.runs import Run, RunKind
from framework_qda.io.sheet import Sheet, SheetBand, SheetCell, SheetColumn, SheetRow, SheetSection, cell, strong
from framework_qda.model import CellState
from tests.reference import hostile


@pytest.fixture
def path(tmp_path):
    return tmp_path / "sheets.docx"


def make_sheet(rows, columns=2, **more):
    return Sheet("Title", columns=tuple(SheetColumn(strong(f"C{n}")) for n in range(columns)), rows=rows, **more)


def body(path):
    return docx.Document(str(path)).element.body


def pages(path):
    return [each.get(qn("w:orient")) for each in body(path).iter(qn("w:pgSz"))]


def test_the_head_of_a_table_is_repeated_on_every_page(path):
    sheet = make_sheet((SheetRow(strong("R"), (cell("a"), cell("b"))),), sections=(SheetSection("Theme", 0, 2),))
    export_sheets([sheet], "T", path)
    heads = [row for row in body(path).iter(qn("w:tr")) if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
    assert len(heads) == 2


def test_a_band_goes_over_the_whole_width(path):
    row = SheetRow(strong("R"), (cell("a"), cell("b")))
    export_sheets([make_sheet((row, row), bands=(SheetBand("Area 1", "north", 1, 1),))], "T", path)
    (span,) = body(path).iter(qn("w:gridSpan"))
    assert span.get(qn("w:val")) == "3"
    assert docx.Document(str(path)).tables[0].rows[2].cells[0].text == "Area 1  north"


def test_states_differ_in_the_line_of_their_edge_and_are_explained(path):
    states = (CellState.CHARTED, CellState.REVIEWED)
    row = SheetRow(strong("R"), tuple(SheetCell(strong("x"), state) for state in states))
    export_sheets([make_sheet((row,))], "T", path)
    edges = [each.get(qn("w:val")) for each in body(path).iter(qn("w:left")) if each.get(qn("w:val"))]
    assert edges == ["single", "thick"]
    assert docx.Document(str(path)).paragraphs[-1].text == "Left edge of a cell – solid: charted; thick: accepted."


def test_each_sheet_has_pages_of_its_own_turned_where_columns_need_it(path):
    narrow = make_sheet((SheetRow(strong("R"), (cell("a"), cell("b"))),))
    wide = make_sheet((SheetRow(strong("R"), tuple(cell("a") for _ in range(4))),), columns=4)
    export_sheets([narrow, wide, narrow], "T", path)
    assert [each == "landscape" for each in pages(path)] == [False, True, False]


def test_pages_are_numbered_in_every_section(path):
    export_sheets([make_sheet(()), make_sheet(())], "T", path)
    sections = docx.Document(str(path)).sections
    assert [("NUMPAGES" in each.footer._element.xml) for each in sections] == [True, True]


def test_kinds_of_text_have_their_styles(path):
    runs = (Run(RunKind.PLAIN, "said "), Run(RunKind.OWN_WORDS, "never"), Run(RunKind.NOTE, "\nNote: why"))
    export_sheets([make_sheet((SheetRow((), (SheetCell(runs), cell(""))),))], "T", path)
    field = docx.Document(str(path)).tables[0].rows[1].cells[1]
    assert [[(run.style.name, run.text) for run in each.runs] for each in field.paragraphs] == [
        [("Default Paragraph Font", "said "), ("Own Words", "never")],
        [("Analyst Note", "Note: why")],
    ]
    assert docx.Document(str(path)).styles["Own Words"].font.italic is True


def test_right_to_left_text_is_set_right_to_left(path):
    export_sheets([make_sheet((SheetRow((), (cell(hostile.MIRRORED), cell("a"))),))], "T", path)
    assert len(list(body(path).iter(qn("w:bidi")))) == 1


@pytest.mark.parametrize("text", hostile.CLEAN)
def test_any_clean_text_comes_out_as_it_is(path, text):
    export_sheets([make_sheet((SheetRow((), (cell(text), cell("a"))),))], "T", path)
    assert docx.Document(str(path)).tables[0].rows[1].cells[1].text == text


def test_a_long_row_may_be_broken_between_pages_and_a_short_one_not(path):
    rows = tuple(SheetRow((), (cell(text), cell(""))) for text in ("short", hostile.LONG))
    export_sheets([make_sheet(rows)], "T", path)
    whole = [row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in body(path).iter(qn("w:tr"))]
    assert whole == [True, True, False]


def test_widths_follow_weights_and_fill_the_page():
    head, *widths = column_widths(10, [1, 3, 0.01], 9000)
    assert abs(head + sum(widths) - 9000) <= 3
    assert widths[1] > 2 * widths[0] > widths[2] >= 600


def test_heads_of_rows_have_room_for_their_letters_but_never_for_all():
    assert column_widths(20, [1], 9000)[0] > 1800
    assert column_widths(500, [1], 9000)[0] == 4500


def test_many_rows_take_no_time_of_their_own(path):
    row = SheetRow(strong("R"), (cell("word " * 60), cell("b")))
    start = time.process_time()
    export_sheets([make_sheet((row,) * 2000)], "T", path)
    assert time.process_time() - start < 5  # added through the library they take minutes
    assert len(list(body(path).iter(qn("w:tr")))) == 2001
