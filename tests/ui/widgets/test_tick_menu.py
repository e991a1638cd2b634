"""A menu of ticks stays open while one ticks with Space or the mouse, and Enter closes it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from framework_qda.ui.widgets.tick_menu import TickMenu

Key = Qt.Key
WORDS = ("agree", "differ", "one & silent")


@pytest.fixture
def chosen():
    return set()


@pytest.fixture
def menu(qtbot, chosen):
    made = TickMenu("Verdict")
    qtbot.addWidget(made)
    made.add_tick("any", lambda: not chosen, chosen.clear)
    for words in WORDS:
        made.add_tick(
            words, lambda words=words: words in chosen, lambda words=words: chosen.symmetric_difference_update({words})
        )
    made.addAction("Something else")
    with qtbot.waitExposed(made):
        made.popup(QPoint(20, 20))
    return made


def ticked(menu):
    return [action.text() for action in menu.actions() if action.isChecked()]


def press(menu, *keys):
    for key in keys:
        QTest.keyClick(menu, key)


def click(menu, place):
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[place]).center())


def test_space_ticks_one_after_the_other_and_leaves_the_menu_open(menu, chosen):
    press(menu, Key.Key_Down, Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_Space)
    assert chosen == {"agree", "differ"}
    assert ticked(menu) == ["agree", "differ"]
    assert menu.isVisible()


def test_space_takes_a_tick_back(menu, chosen):
    press(menu, Key.Key_Down, Key.Key_Down, Key.Key_Space, Key.Key_Space)
    assert chosen == set()
    assert ticked(menu) == ["any"]


def test_clicks_tick_and_leave_the_menu_open(menu, chosen):
    click(menu, 1)
    click(menu, 3)
    assert chosen == {"agree", "one & silent"}
    assert menu.isVisible()


def test_enter_ticks_and_closes(menu, chosen):
    press(menu, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert chosen == {"agree"}
    assert not menu.isVisible()


def test_enter_does_not_take_back_what_was_just_ticked(menu, chosen):
    press(menu, Key.Key_Down, Key.Key_Down, Key.Key_Space, Key.Key_Return)
    assert chosen == {"agree"}
    assert not menu.isVisible()


def test_enter_takes_a_tick_back_that_was_there_when_the_menu_opened(menu, chosen):
    press(menu, Key.Key_Down, Key.Key_Down, Key.Key_Space, Key.Key_Escape)
    menu.popup(QPoint(20, 20))
    menu.setActiveAction(menu.actions()[1])
    press(menu, Key.Key_Return)
    assert chosen == set()


def test_enter_closes_the_menus_around_it_too(menu, chosen, qtbot):
    inner = TickMenu("Region", menu)
    menu.addMenu(inner)
    inner.add_tick("London", lambda: "London" in chosen, lambda: chosen.add("London"))
    menu.setActiveAction(inner.menuAction())
    press(menu, Key.Key_Right)
    assert inner.isVisible()
    press(inner, Key.Key_Space, Key.Key_Return)
    assert chosen == {"London"}
    assert not inner.isVisible()
    assert not menu.isVisible()


def test_a_tick_that_takes_others_away_is_seen_to(menu, chosen):
    press(menu, Key.Key_Down, Key.Key_Down, Key.Key_Space, Key.Key_Up, Key.Key_Space)
    assert ticked(menu) == ["any"]
    press(menu, Key.Key_Space)
    assert ticked(menu) == ["any"]


def test_what_is_no_tick_closes_the_menu(menu, chosen):
    click(menu, 4)
    assert not menu.isVisible()
    assert chosen == set()


def test_a_button_that_was_pressed_elsewhere_ticks_nothing_here(menu, chosen):
    QTest.mouseRelease(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[1]).center())
    assert chosen == set()


def test_words_with_an_ampersand_are_shown_as_they_are(menu):
    assert menu.actions()[3].text() == "one && silent"
