"""Pages as they stand in a PDF file, read back: every word once, heads on every page."""

from collections import Counter

import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication

from framework_qda.errors import ExportError
from framework_qda.io.drawing import Drawing, Words
from framework_qda.io.reports import Report
from framework_qda.io.runs import Run, RunKind
from framework_qda.io.sheet import Sheet, SheetCell, SheetColumn, SheetRow, SheetSection, plain, strong
from framework_qda.ui.printing import pdf as pdf_module
from framework_qda.ui.printing.pdf import write_pdf, write_report_pdf
from framework_qda.ui.printing.setting import set_pages
from framework_qda.ui.printing.setup import PageSetup
from framework_qda.ui.worker import CancelledError
from tests.reference import hostile
from tests.ui.printing.conftest import disk_for, make_sheet, read_pages, words_of


def write(path, *sheets, setup=None):
    pages = set_pages("The study", sheets, setup or PageSetup(), QGuiApplication.font())
    write_pdf(pages, path)
    return pages


@pytest.mark.parametrize(
    ("setup", "columns", "words"),
    [
        (PageSetup(), 3, 30),
        (PageSetup(), 6, 120),
        (PageSetup(is_landscape=False), 9, 40),
        (PageSetup("A3"), 3, 900),
    ],
)
def test_every_word_of_every_cell_stands_exactly_once(qapp, pdf, setup, columns, words):
    sheet = make_sheet(4, columns, words)
    write(pdf, sheet, setup=setup)
    found = Counter(word for word in words_of(pdf) if word.startswith("r") and "w" in word)
    expected = [word for row in sheet.rows for cell in row.cells for word in cell.runs[0].text.split()]
    assert found == Counter(expected)


def test_heads_stand_on_every_page_above_its_rows(qapp, pdf):
    pages = write(pdf, make_sheet(8, 3, 150))
    texts = read_pages(pdf)
    assert len(texts) == pages.count > 2
    assert all("Interview" in text and "Column2" in text and "Title" in text for text in texts)


def test_a_band_that_goes_on_says_so(qapp, pdf):
    write(pdf, make_sheet(8, 3, 150))
    assert "Band1 (continued)" in read_pages(pdf)[-1]


def test_a_row_taller_than_a_page_goes_on_with_its_name(qapp, pdf):
    write(pdf, make_sheet(3, 2, 2500))
    texts = read_pages(pdf)
    assert "goes on" in texts[0]
    assert "Row0 continued" in texts[1]


def test_pages_are_numbered_over_all_sheets(qapp, pdf):
    pages = write(pdf, make_sheet(3, 2, 20), make_sheet(3, 2, 20))
    assert [f"{number} of {pages.count}" in text for number, text in enumerate(read_pages(pdf), 1)] == [True, True]


def test_columns_that_do_not_fit_go_on_with_the_heads_of_their_rows(qapp, pdf):
    write(pdf, make_sheet(3, 12, 10, sections=(SheetSection("Theme1", 0, 6), SheetSection("Theme2", 6, 6))))
    first, second = read_pages(pdf)
    assert "columns 1 to 6 of 12" in first
    assert "Theme1" in first
    assert "Theme2" in second
    assert all("Row2" in text for text in (first, second))


def test_signs_say_what_the_edges_of_cells_mean(qapp, pdf):
    write(pdf, make_sheet(3, 2, 3))
    assert "✓ charted" in read_pages(pdf)[0]


def test_paragraphs_stand_once_also_where_columns_go_on(qapp, pdf):
    sheet = make_sheet(3, 12, 5, intro=(plain("Introduction"),), remarks=("Remark.",))
    write(pdf, sheet)
    assert Counter(words_of(pdf))["Introduction"] == Counter(words_of(pdf))["Remark."] == 1


def test_a_row_over_the_whole_width_stands_once(qapp, pdf):
    sheet = make_sheet(3, 12, 5)
    wide = SheetRow((), (SheetCell(plain("Overall")),), is_wide=True)
    write(pdf, Sheet("T", columns=sheet.columns, rows=(wide, *sheet.rows)))
    assert Counter(words_of(pdf))["Overall"] == 1


def test_a_sheet_without_a_table_has_its_text(qapp, pdf):
    write(pdf, Sheet("T", intro=(plain("Only words."),)))
    assert "Only words." in read_pages(pdf)[0]


def test_a_picture_fills_the_page_and_no_more(qapp, pdf):
    drawing = Drawing("T", 400, 3000, (Words(10, 2990, "At the foot", 12, "#000000"),))
    write(pdf, Sheet("Map", picture=drawing))
    (page,) = pypdfium2.PdfDocument(str(pdf))
    text = page.get_textpage().get_text_bounded()
    assert "Map" in text
    assert "At the foot" in text


def test_any_clean_text_is_set(qapp, pdf):
    cells = tuple(SheetCell((Run(RunKind.NOTE, text),)) for text in hostile.CLEAN)
    write(pdf, Sheet("T", columns=tuple(SheetColumn(strong("C")) for _ in cells), rows=(SheetRow(strong("R"), cells),)))
    found = " ".join(words_of(pdf))
    assert hostile.FORMULA in found
    assert "<b>1 & 2</b>" in found
    assert found.count("word") == hostile.LONG.count("word")


def test_hostile_labels_leave_room_for_the_rows(qapp, pdf):
    long = hostile.LONG
    sheet = Sheet(
        long,
        long,
        head=long,
        columns=(SheetColumn(strong(long)),),
        rows=(SheetRow(strong("R"), (SheetCell(plain("here")),)),),
    )
    write(pdf, sheet)
    assert "here" in words_of(pdf)


def test_the_file_says_nothing_but_its_title(qapp, pdf):
    write(pdf, make_sheet(3))
    facts = pypdfium2.PdfDocument(str(pdf)).get_metadata_dict()
    assert (facts["Title"], facts["Author"], facts["Creator"]) == ("The study", "", "")


def test_the_paper_is_as_it_was_chosen(qapp, pdf):
    write(pdf, make_sheet(3), setup=PageSetup("A3", is_landscape=False))
    width, height = pypdfium2.PdfDocument(str(pdf))[0].get_size()
    assert (round(width), round(height)) == (842, 1191)


def test_what_stood_there_stays_if_writing_is_cancelled(qapp, pdf):
    pdf.write_text("before")

    def stop(_done, _total):
        raise CancelledError("stopped")

    pages = set_pages("T", [make_sheet(3)], PageSetup(), QGuiApplication.font())
    with pytest.raises(CancelledError):
        write_pdf(pages, pdf, stop)
    assert pdf.read_text() == "before"
    assert [path.name for path in pdf.parent.glob("*pages*")] == ["pages.pdf"]


def test_a_folder_that_is_not_there_is_refused(qapp, tmp_path):
    with pytest.raises(ExportError, match="no folder"):
        write(tmp_path / "gone" / "pages.pdf", make_sheet(3))


def test_a_report_is_turned_where_a_table_has_many_columns(qapp, pdf):
    assert write_report_pdf(Report("T", (make_sheet(3, 5),), ("Look.",)), pdf) == ["Look."]
    width, height = pypdfium2.PdfDocument(str(pdf))[0].get_size()
    assert width > height


def test_a_page_that_cannot_be_begun_is_told(qapp, pdf, monkeypatch):
    monkeypatch.setattr(pdf_module.QPainter, "begin", lambda _painter, _device: False)
    with pytest.raises(ExportError, match="could not be written"):
        write(pdf, make_sheet(3))


def test_what_stood_there_stays_where_the_disk_is_full(qapp, pdf):
    pdf.write_bytes(b"before")
    with disk_for(3000), pytest.raises(ExportError):
        write(pdf, make_sheet(6, 3, 100))
    assert pdf.read_bytes() == b"before"
