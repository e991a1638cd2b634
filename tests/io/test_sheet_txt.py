from framework_qda.io.sheet import Sheet, SheetBand, SheetColumn, SheetRow, cell, plain, strong
from framework_qda.io.sheet_txt import export_text, sheet_text


def make_sheet():
    return Sheet(
        "Title",
        "Below",
        intro=(plain("Some words."),),
        head="Row",
        columns=(SheetColumn(strong("A")), SheetColumn(strong("B"))),
        rows=(SheetRow(strong("1"), (cell("two\nlines"), cell("a\tb"))), SheetRow((), (cell("wide"),), is_wide=True)),
        bands=(SheetBand("Band", "words", 0, 2),),
        remarks=("Remark.",),
    )


def test_a_sheet_is_paragraphs_and_a_table_of_tabs():
    assert sheet_text(make_sheet()).split("\n") == [
        "Title",
        "Below",
        "",
        "Some words.",
        "",
        "Row\tA\tB",
        "Band  words",
        "1\ttwo / lines\ta b",
        "wide",
        "",
        "Remark.",
    ]


def test_the_file_says_that_it_is_utf_8(tmp_path):
    export_text([make_sheet()], tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes().startswith(b"\xef\xbb\xbfTitle")
