import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.model import Statement


@pytest.fixture
def cut(desk):
    """The first cell of the matrix, of which two lines are shown."""
    desk.views.set_row_lines(2)
    return desk


def cell_rect(desk):
    return desk.view.visualRect(desk.view.currentIndex())


def test_a_cell_with_more_words_than_room_says_so(cut):
    view = cut.view
    assert view.cells.is_cut_at(view.currentIndex(), cell_rect(cut))
    beside = view.grid_model.index(0, 2)
    assert not view.cells.is_cut_at(beside, view.visualRect(beside))


def test_the_key_shows_the_whole_cell_and_hides_it(cut):
    QTest.keyClick(cut.view, Qt.Key.Key_F4)
    assert cut.whole_cell.isVisible()
    assert cut.whole_cell.height() > cell_rect(cut).height()
    QTest.keyClick(cut.whole_cell, Qt.Key.Key_F4)
    assert not cut.whole_cell.isVisible()


def test_it_shows_what_the_cell_holds_after_an_undo(cut):
    ids = cut.view.current_ids()
    cut.operations.run(lambda project: project.chart(*ids, [Statement("new", "summary", "In other words.")]))
    cut.whole_cell.toggle()
    cut.operations.run(lambda project: project.undo())
    assert "In other words." not in cut.whole_cell.accessibleName()
    index = cut.view.currentIndex()
    assert cut.whole_cell._layout is cut.view.cells.layout_of(0, 0, cut.view.visualRect(index).width())


@pytest.mark.parametrize("signal", ["scrolled", "current_moved"])
def test_it_gives_the_keyboard_back_when_it_goes_by_itself(cut, signal):
    cut.whole_cell.toggle()
    getattr(cut.view, signal).emit()
    assert not cut.whole_cell.isVisible()
    assert cut.view.hasFocus()


def test_escape_only_closes(cut):
    cut.whole_cell.toggle()
    ids = cut.view.current_ids()
    QTest.keyClick(cut.whole_cell, Qt.Key.Key_Escape)
    assert not cut.whole_cell.isVisible()
    assert (cut.view.current_ids(), cut.charting.in_place.is_open) == (ids, False)


def test_an_arrow_closes_and_walks_on(cut):
    cut.whole_cell.toggle()
    row, column = cut.view.currentIndex().row(), cut.view.currentIndex().column()
    QTest.keyClick(cut.whole_cell, Qt.Key.Key_Down)
    assert not cut.whole_cell.isVisible()
    assert (cut.view.currentIndex().row(), cut.view.currentIndex().column()) == (row + 1, column)


def test_enter_edits_from_there(cut):
    cut.whole_cell.toggle()
    QTest.keyClick(cut.whole_cell, Qt.Key.Key_Return)
    assert cut.charting.in_place.is_open


def test_in_a_small_window_it_scrolls(cut):
    cut.resize(1300, 330)
    cut.view.zoom.set(200)
    cut.whole_cell.toggle()
    assert cut.whole_cell.height() <= cut.view.viewport().height()
    before = cut.whole_cell.grab().toImage()
    QTest.keyClick(cut.whole_cell, Qt.Key.Key_Down)
    assert cut.whole_cell.isVisible()
    assert cut.whole_cell.grab().toImage() != before
