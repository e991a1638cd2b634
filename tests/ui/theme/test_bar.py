import pytest
from PySide6.QtWidgets import QToolButton

from framework_qda.ui.style import em


@pytest.fixture
def small(desk):
    desk.resize(em(desk, 36), em(desk, 22))
    return desk


def more(desk):
    """Return what the menu of the rest offers, by its words."""
    desk.bar.more_menu.aboutToShow.emit()
    return {action.text(): action for action in desk.bar.more_menu.actions()}


def test_in_a_small_window_both_bars_stand_in_one_line(small):
    assert small.rows_bar.isHidden()
    assert small.rows_bar.menu_button.isVisible()
    assert small.bar.height() < em(small, 4)


def test_what_has_no_room_is_in_a_menu(small):
    beside = more(small)["Beside it"].menu()
    chosen = next(action for action in beside.actions() if action.text().startswith("2.1"))
    chosen.trigger()
    assert [column.number for column in small.view.grid_model.grid.columns] == ["1.1", "2.1"]
    assert [action.text() for action in more(small)["Beside it"].menu().actions() if action.isChecked()] == [
        chosen.text()
    ]
    assert {"Cross-tab…", "Only those kept in view"} <= set(more(small))


def test_a_filter_is_told_in_a_small_window_too(small):
    small.toggle_deviant()
    small.by_name["theme.deviant_only"].trigger()
    assert small.rows_bar.isVisible()
    assert "1 of 28" in small.rows_bar.sentence.text()


def test_with_room_everything_stands_in_the_bars_again(small):
    small.resize(1400, 900)
    assert small.rows_bar.isVisible()
    assert small.rows_bar.isAncestorOf(small.rows_bar.controls)
    words = {button.text() for button in small.bar.findChildren(QToolButton) if button.isVisible()}
    assert {"Group", "Cross-tab", "Only those kept in view"} <= {word.rstrip("…") for word in words}
    assert not small.bar.more_button.isVisible()
