"""Words of the filter are lit in the cells, and one goes from one cell that holds them to the next by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from framework_qda.matrix.filters import RowFilter
from framework_qda.model import Statement
from framework_qda.ui.matrix.hits import NO_HIT
from framework_qda.ui.matrix.layout import statement_runs
from framework_qda.ui.style import colour
from tests.ui.matrix.grids import statement

Key = Qt.Key


@pytest.fixture
def wards(desk):
    """Three cells of three interviews that tell of a ward, one that does not."""
    grid = desk.view.grid_model.grid
    for row, column, text in ((0, 1, "The ward."), (1, 0, "No place."), (1, 2, "A WARD."), (3, 1, "Wards.")):
        place = grid.rows[row].interview_id, grid.columns[column].subtopic_id
        desk.operations.run(lambda p, place=place, text=text: p.chart(*place, [Statement(f"w{text}", "summary", text)]))
    desk.view.choose(0, 0)
    return desk


def enter(desk, words):
    desk.filter_bar.focus_words()
    QTest.keyClicks(desk.filter_bar.words, words)
    QTest.keyClick(desk.filter_bar.words, Key.Key_Return)


def here(desk):
    index = desk.view.currentIndex()
    return desk.view.grid_model.grid.rows[index.row()].code, index.column()


def test_enter_goes_to_the_first_cell_with_the_words(wards):
    enter(wards, "ward")
    assert wards.view.hasFocus()
    assert here(wards) == ("I01", 1)


def test_enter_stays_in_a_cell_that_has_the_words(wards):
    wards.view.choose(1, 2)
    enter(wards, "ward")
    assert here(wards) == ("I02", 2)


def test_enter_stays_in_the_field_where_nothing_is_found(wards):
    enter(wards, "no such words")
    assert wards.filter_bar.words.hasFocus()


def test_one_goes_from_hit_to_hit_and_round(wards):
    enter(wards, "ward")
    gone = [(wards.step_result(1), here(wards)) for _ in range(3)]
    assert gone == [(True, ("I02", 2)), (True, ("I04", 1)), (True, ("I01", 1))]
    wards.step_result(-1)
    assert here(wards) == ("I04", 1)


def test_without_words_there_is_nothing_to_go_to(wards):
    assert not wards.step_result(1)


# -- light


def styles(text, sought, look, kind="summary"):
    runs = statement_runs(statement(text, kind), look, sought=sought)
    return [
        (run.text, run.style is not None and run.style.background().color() == look.colour("find_back")) for run in runs
    ]


def test_words_are_cut_out_and_lit(desk):
    look = desk.view.look
    assert styles("On the ward “the Ward” 😀", "ward", look) == [
        ("On the ", False),
        ("ward", True),
        (" ", False),
        ("“the ", False),
        ("Ward", True),
        ("”", False),
        (" 😀", False),
    ]
    assert styles("One “day is” enough", "day is\u201d enough", look)[2:] == [("day is”", True), (" enough", True)]


def test_lit_words_keep_the_slant_of_own_words(desk):
    lit = statement_runs(statement("on the ward", "own_words"), desk.view.look, sought="ward")[1]
    assert lit.style.fontItalic()


def find_colour(widget, wanted):
    picture = widget.grab().toImage()
    return sum(
        picture.pixelColor(x, y) == QColor(wanted)
        for x in range(picture.width())
        for y in range(0, picture.height(), 2)
    )


def test_lit_words_are_seen_in_the_grid_and_go_with_the_filter(wards):
    wards.filter_bar.set_filter(RowFilter(text="ward"))
    port = wards.view.viewport()
    assert find_colour(port, colour("find_back")) > 60
    wards.filter_bar.clear()
    assert find_colour(port, colour("find_back")) == 0


def test_lit_words_are_seen_where_a_cell_is_edited(wards):
    enter(wards, "ward")
    QTest.keyClick(wards.view, Key.Key_Return)
    editor = wards.charting.in_place.editor
    assert find_colour(editor.viewport(), colour("find_back")) > 60
    assert not editor.document().isUndoAvailable()


def test_without_a_cell_that_has_the_words_one_stays_here_and_is_told(wards):
    wards.filter_bar.set_filter(RowFilter(text="nowhere"))
    assert wards.step_result(1)
    assert wards.status_text() == NO_HIT
