import pytest
from PySide6.QtWidgets import QLayout

from framework_qda.matrix.filters import RowFilter
from framework_qda.ui.matrix.frame import ROOM_FOR_BARS, ROOM_FOR_PANEL
from framework_qda.ui.style import em


@pytest.fixture(autouse=True)
def any_width(desk):
    """Let the desk be as narrow as a window in large fonts makes it."""
    desk.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    desk.setMinimumSize(1, 1)


def test_a_narrow_desk_is_left_to_the_grid(desk):
    desk.resize(em(desk, ROOM_FOR_PANEL) - 20, 500)
    assert desk.panel.isHidden()
    desk.resize(em(desk, ROOM_FOR_PANEL) + 20, 500)
    assert not desk.panel.isHidden()


def test_evidence_that_was_asked_for_is_shown_in_a_narrow_desk_too(desk):
    desk.resize(em(desk, ROOM_FOR_PANEL) - 20, 500)
    desk.toggle_evidence()
    desk.resize(em(desk, ROOM_FOR_PANEL) - 30, 500)
    assert not desk.panel.isHidden()


def test_evidence_that_appears_is_that_of_the_current_cell(desk):
    desk.resize(em(desk, ROOM_FOR_PANEL) - 20, 500)
    desk.view.setCurrentIndex(desk.view.grid_model.index(0, 1))
    desk.resize(em(desk, ROOM_FOR_PANEL) + 20, 500)
    column = desk.view.grid_model.grid.columns[1]
    assert column.number in desk.panel.heading.text()


def test_a_small_desk_has_one_bar_and_all_its_buttons(desk):
    desk.resize(em(desk, ROOM_FOR_BARS[0]) - 10, 400)
    assert desk.filter_bar.isHidden()
    for button in (desk.filter_bar.order_button, desk.filter_bar.menu_button, desk.filter_bar.find_button):
        assert button.isVisible()
    desk.resize(em(desk, ROOM_FOR_BARS[0]) + 200, em(desk, ROOM_FOR_BARS[1]) + 50)
    assert desk.filter_bar.isVisible()
    assert desk.filter_bar.words.isVisible()


def test_a_small_desk_says_what_is_filtered(desk):
    desk.resize(em(desk, ROOM_FOR_BARS[0]) - 10, 400)
    desk.filter_bar.set_filter(RowFilter(states=frozenset({"charted"})))
    assert desk.filter_bar.isVisible()
    desk.filter_bar.clear()
    assert desk.filter_bar.isHidden()


def test_the_field_for_words_comes_and_goes_in_a_small_desk(qtbot, desk):
    desk.resize(em(desk, ROOM_FOR_BARS[0]) - 10, 400)
    assert desk.filter_bar.words.isHidden()
    desk.filter_bar.focus_words()
    assert desk.filter_bar.words.isVisible()
    desk.view.setFocus()
    qtbot.waitUntil(desk.filter_bar.words.isHidden)


def test_themes_that_are_not_chosen_show_their_numbers_where_room_is_short(desk):
    desk.resize(em(desk, 24), 400)
    assert desk.tabs._text(desk.tabs.currentIndex()).endswith("telling")
    assert desk.tabs._text(0) == "1"
