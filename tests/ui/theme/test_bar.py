import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
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


def test_the_keyboard_is_in_the_column_once_a_sub_topic_is_chosen_from_the_list(desk):
    desk.activateWindow()
    desk.bar.choice.setFocus()
    desk.bar.choice.showPopup()
    desk.bar.choice.view().setCurrentIndex(desk.bar.choice.model().index(2, 0))
    QTest.keyClick(desk.bar.choice.view(), Qt.Key.Key_Return)
    assert desk.reading.subtopic_id == desk.bar.choice.itemData(2)
    assert desk.view.hasFocus()


def test_who_walks_the_sub_topics_by_arrows_stays_in_the_list_until_escape(desk):
    desk.activateWindow()
    desk.bar.choice.setFocus()
    QTest.keyClick(desk.bar.choice, Qt.Key.Key_Down)
    assert desk.view.grid_model.grid.columns[0].number == "1.2"
    assert desk.bar.choice.hasFocus()
    QTest.keyClick(desk.bar.choice, Qt.Key.Key_Escape)
    assert desk.view.hasFocus()
