"""Panels stand beside the main part where there is room; elsewhere their tabs open them instead of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from framework_qda.ui.keys import make_action
from framework_qda.ui.style import colour, em
from framework_qda.ui.widgets.edge_tab import EdgeTab
from framework_qda.ui.widgets.side_panels import SidePanels

ROOMY, MEDIUM, NARROW = 90, 50, 30
HIGH, LOW = 40, 20


@pytest.fixture
def panels(qtbot):
    main = QPlainTextEdit()
    made = SidePanels(main, "Table", main, room=66, ems=21)
    qtbot.addWidget(made)
    for name, is_at_hand in (("synopsis", True), ("evidence", False)):
        field = QPlainTextEdit()
        action = make_action(made, f"case.{name}", lambda name=name: made.toggle(name))
        made.add(name, field, field, action, is_at_hand=is_at_hand)
    made.main = main
    resize(made, ROOMY)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    main.setFocus()
    return made


def resize(panels, width, height=HIGH):
    panels.resize(em(panels, width), em(panels, height))


def tab(panels, words):
    return next(each for each in panels.findChildren(EdgeTab) if each.text() == words)


def click(panels, words):
    QTest.mouseClick(tab(panels, words), Qt.MouseButton.LeftButton)


def shown(panels):
    names = [name for name in ("synopsis", "evidence") if panels.is_shown(name)]
    return [*([] if panels.main.isHidden() else ["table"]), *names]


def test_what_is_at_hand_opens_by_itself_where_there_is_room(panels):
    assert shown(panels) == ["table", "synopsis"]
    assert tab(panels, "Synopsis").isChecked()
    assert not tab(panels, "Evidence").isChecked()


def test_without_room_it_folds_to_a_tab_that_says_what_it_is(panels):
    resize(panels, MEDIUM)
    assert shown(panels) == ["table"]
    assert tab(panels, "Synopsis").isVisible()
    assert not tab(panels, "Synopsis").isChecked()


def test_a_tab_opens_its_panel_beside_the_main_part_where_both_can_stand(panels):
    resize(panels, MEDIUM)
    click(panels, "Synopsis")
    assert shown(panels) == ["table", "synopsis"]


def test_in_a_narrow_desk_a_panel_is_shown_instead_of_the_main_part(panels):
    resize(panels, NARROW)
    assert shown(panels) == ["table"]
    click(panels, "Evidence")
    assert shown(panels) == ["evidence"]
    click(panels, "Synopsis")
    assert shown(panels) == ["synopsis"]


def test_the_main_part_has_a_tab_that_brings_it_back(panels):
    assert not tab(panels, "Table").isVisible()
    resize(panels, NARROW)
    click(panels, "Evidence")
    click(panels, "Table")
    assert shown(panels) == ["table"]
    assert panels.main.hasFocus()


def test_a_panel_that_was_opened_gives_the_main_part_back_when_the_desk_narrows(panels):
    panels.open("evidence")
    resize(panels, NARROW)
    assert shown(panels) == ["table"]
    resize(panels, ROOMY)
    assert shown(panels) == ["table", "synopsis", "evidence"]


def test_in_a_low_desk_the_panel_asked_for_last_stands_alone(panels):
    resize(panels, ROOMY, LOW)
    panels.open("evidence")
    assert shown(panels) == ["table", "evidence"]
    panels.open("synopsis")
    assert shown(panels) == ["table", "synopsis"]


def test_what_is_folded_by_hand_stays_folded(panels):
    click(panels, "Synopsis")
    resize(panels, MEDIUM)
    resize(panels, ROOMY)
    assert shown(panels) == ["table"]


def test_the_keyboard_goes_back_to_the_main_part_from_a_panel_that_folds(panels):
    panels.open("evidence")
    panels.go_on()
    assert not panels.main.hasFocus()
    resize(panels, NARROW)
    assert panels.main.hasFocus()


def test_the_keyboard_goes_round_through_what_is_open(panels):
    panels.open("evidence")
    places = []
    for _ in range(3):
        panels.go_on()
        places.append(QApplication.focusWidget())
    assert len(set(places)) == 3
    assert places[-1] is panels.main


def test_the_keyboard_goes_back_the_way_that_it_came(panels):
    panels.open("evidence")
    there = [panels.main]
    for _ in range(2):
        panels.go_on()
        there.append(QApplication.focusWidget())
    back = []
    for _ in range(3):
        panels.go_on(step=-1)
        back.append(QApplication.focusWidget())
    assert back == [there[1], there[0], there[2]]


def test_the_keyboard_opens_what_is_at_hand_where_nothing_is_open(panels):
    click(panels, "Synopsis")
    panels.go_on()
    assert shown(panels) == ["table", "synopsis"]


def test_the_keyboard_goes_round_in_a_narrow_desk_too(panels):
    resize(panels, NARROW)
    seen = []
    for _ in range(3):
        panels.go_on()
        seen += shown(panels)
    assert seen == ["synopsis", "evidence", "table"]


def test_the_action_of_a_panel_is_checked_while_it_is_shown(panels):
    assert [action.isChecked() for action in panels.actions()] == [True, False]
    panels.actions()[0].trigger()
    assert [action.isChecked() for action in panels.actions()] == [False, False]


def test_what_has_nothing_to_show_has_no_tab(panels):
    panels.offer("synopsis", is_offered=False)
    assert shown(panels) == ["table"]
    assert not tab(panels, "Synopsis").isVisible()


def test_nothing_stands_beside_a_page_that_says_what_is_missing(panels):
    panels.switch(is_on=False)
    assert shown(panels) == ["table"]
    assert not tab(panels, "Evidence").isVisible()


def test_it_is_told_what_opens_and_folds(panels, qtbot):
    with qtbot.waitSignal(panels.shown_changed):
        resize(panels, MEDIUM)
    with qtbot.assertNotEmitted(panels.shown_changed):
        resize(panels, MEDIUM - 1)


def test_closing_a_panel_that_stood_over_the_main_part_says_nothing_of_a_roomy_desk(panels):
    resize(panels, NARROW)
    click(panels, "Synopsis")
    click(panels, "Synopsis")
    assert shown(panels) == ["table"]
    resize(panels, ROOMY)
    assert shown(panels) == ["table", "synopsis"]


def test_pictures_stand_for_the_words_of_tabs_where_the_edge_is_low(panels):
    full = tab(panels, "Evidence").height()
    resize(panels, ROOMY, 6)
    QApplication.processEvents()
    assert tab(panels, "Evidence").height() < full / 2
    assert tab(panels, "Evidence").accessibleName() == "Evidence"
    resize(panels, ROOMY, HIGH)
    QApplication.processEvents()
    assert tab(panels, "Evidence").height() == full


def test_the_side_takes_its_share_of_a_wide_desk(panels):
    resize(panels, ROOMY)
    QApplication.processEvents()
    before = panels.width() - panels.main.width()
    resize(panels, 140)
    QApplication.processEvents()
    after = panels.width() - panels.main.width()
    assert before < after < em(panels, 38)


def test_as_many_panels_stand_with_the_one_asked_for_last_as_there_is_room_for(panels):
    field = QPlainTextEdit()
    action = make_action(panels, "case.comments", lambda: panels.toggle("comments"))
    panels.add("comments", field, field, action)
    resize(panels, ROOMY, 30)
    panels.open("evidence")
    panels.open("comments")
    assert [name for name in ("synopsis", "evidence", "comments") if panels.is_shown(name)] == ["synopsis", "comments"]
    resize(panels, ROOMY, HIGH)
    assert panels.is_shown("evidence")


def framed(panels):
    """Return the parts whose upper edge has the colour of the focus."""
    frames = {"table": panels.main.parent(), **{name: panels._panels[name].frame for name in panels.names}}
    accent = colour("accent").name()

    def is_framed(frame):
        picture = frame.grab().toImage()
        return accent in {picture.pixelColor(picture.width() // 2, down).name() for down in range(3)}

    return [name for name, frame in frames.items() if frame.isVisible() and is_framed(frame)]


def test_a_frame_shows_which_part_has_the_keyboard(panels):
    seen = []
    for _ in range(2):
        seen += framed(panels)
        panels.go_on()
    assert seen == ["table", "synopsis"]
