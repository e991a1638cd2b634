"""Rows are chosen in a menu that stays open while one ticks, and shows what is chosen at every moment."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from framework_qda.matrix.filters import RowFilter

Key = Qt.Key


@pytest.fixture
def menu(desk, qtbot):
    made = desk.filter_bar.menu
    with qtbot.waitExposed(made):
        made.popup(QPoint(20, 20))
    yield made
    made.close()


def open_choices(menu, title):
    """Open a submenu by key; its first line is highlighted."""
    action = next(each for each in menu.actions() if each.text() == title)
    menu.setActiveAction(action)
    QTest.keyClick(menu, Key.Key_Right)
    assert action.menu().isVisible()
    return action.menu()


def codes(desk):
    return [row.code for row in desk.view.grid_model.grid.rows]


def ticked(menu):
    return [action.text() for action in menu.actions() if action.isChecked()]


def test_space_adds_one_value_to_the_other_with_the_rows_at_once(desk, menu):
    choices = open_choices(menu, "Service model")
    assert codes(desk) == ["I01", "I02", "I03", "I04", "I05"]
    QTest.keyClick(choices, Key.Key_Space)
    first = codes(desk)
    QTest.keyClick(choices, Key.Key_Down)
    QTest.keyClick(choices, Key.Key_Space)
    assert ticked(choices) == ["hospital team", "link worker"]
    assert 0 < len(first) < len(codes(desk)) == 5
    assert choices.isVisible()


def test_all_interviews_can_be_shown_again_as_soon_as_one_has_ticked(desk, menu):
    show_all = menu.actions()[-1]
    assert not show_all.isEnabled()
    QTest.keyClick(open_choices(menu, "Service model"), Key.Key_Space)
    assert show_all.isEnabled()


def test_ticks_follow_what_is_chosen_elsewhere(desk, menu):
    choices = open_choices(menu, "Organisation kind")
    desk.filter_bar.set_filter(RowFilter(organisation_kinds=frozenset({"trust"})))
    assert ticked(choices) == ["trust"]
    desk.filter_bar.clear()
    assert ticked(choices) == []


def test_enter_ticks_and_leads_back_to_the_rows(desk, menu):
    QTest.keyClick(open_choices(menu, "Service model"), Key.Key_Return)
    assert not desk.filter_bar.row_filter.is_empty
    assert not menu.isVisible()


def test_menus_that_were_filled_before_are_gone(desk, menu, qtbot):
    menu.close()
    before = len(menu.findChildren(QMenu))
    for _ in range(3):
        menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: len(menu.findChildren(QMenu)) <= before)
