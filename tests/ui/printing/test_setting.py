import pytest
from PySide6.QtGui import QGuiApplication

from framework_qda.ui.printing.paging import Kind
from framework_qda.ui.printing.setting import set_pages
from framework_qda.ui.printing.setup import PageSetup
from tests.ui.printing.conftest import make_sheet


def set_up(*sheets, setup=None, step=lambda _done, _total: None):
    return set_pages("T", sheets, setup or PageSetup(), QGuiApplication.font(), step)


def test_each_sheet_begins_on_a_page_of_its_own(qapp):
    pages = set_up(make_sheet(3), make_sheet(3))
    assert [pages.find(number)[0] for number in range(pages.count)] == list(pages.parts)


def test_there_is_no_page_after_the_last(qapp):
    pages = set_up(make_sheet(3))
    with pytest.raises(IndexError):
        pages.find(pages.count)


def test_rows_stand_between_title_and_foot(qapp):
    pages = set_up(make_sheet(9, 3, 200))
    for part in pages.parts:
        for page in part.pages:
            assert part.top + page[-1].top + page[-1].height <= pages.measures.bottom + 0.01


def test_smaller_text_takes_fewer_pages(qapp):
    sheet = make_sheet(9, 3, 300)
    assert set_up(sheet, setup=PageSetup(text_size=7)).count < set_up(sheet, setup=PageSetup(text_size=10)).count


def test_larger_paper_takes_fewer_pages(qapp):
    sheet = make_sheet(9, 3, 300)
    assert set_up(sheet, setup=PageSetup("A3")).count < set_up(sheet).count


def test_it_is_told_how_far_it_is(qapp):
    told = []
    set_up(make_sheet(3), make_sheet(4), step=lambda done, total: told.append((done, total)))
    assert told[0] == (1, 7)
    assert told[-1] == (7, 7)


def test_pages_break_alike_whatever_the_size_of_the_window(qapp, look):
    sheet = make_sheet(9, 3, 200)
    before = [part.pages for part in set_up(sheet).parts]
    look.set_zoom(200)
    assert [part.pages for part in set_up(sheet).parts] == before


def test_a_strong_band_stands_above_the_others(qapp):
    from dataclasses import replace

    from framework_qda.io.sheet import SheetBand

    sheet = make_sheet(3)
    strong = SheetBand("Group", "", 0, 3, is_strong=True)
    pages = set_up(replace(sheet, bands=(*sheet.bands, strong)))
    bands = [item.number for item in pages.parts[0].pages[0] if item.kind is Kind.BAND]
    assert bands == [2, 0, 1]
