import pytest
from PySide6.QtWidgets import QToolButton

from framework_qda.ui.case.title import ALL_MATRICES, BACK
from framework_qda.ui.style import em
from tests.ui.cut import find_cut


@pytest.fixture
def narrow(desk):
    desk.resize(em(desk, 32), em(desk, 30))
    return desk


def words(desk):
    buttons = [each for each in desk.bar.findChildren(QToolButton) if each.isVisible()]
    style = buttons[0].toolButtonStyle().ToolButtonIconOnly
    return [each.text() for each in buttons if each.toolButtonStyle() != style]


def test_what_is_not_chosen_is_an_icon_in_a_narrow_line(narrow):
    assert words(narrow) == []
    assert narrow.bar.theme_button.toolTip() == ALL_MATRICES
    assert find_cut(narrow.bar) == []


def test_what_is_chosen_is_said_in_a_narrow_line_too(narrow):
    narrow.choosing.step_theme(1)
    narrow.bar.verdicts_chosen.emit(frozenset({"differ", "agree"}))
    assert words(narrow) == ["Matrix 1", "● agree +1"]
    assert narrow.bar.verdict_button.toolTip() == "Verdict: ● agree or ◆ differ"
    assert find_cut(narrow.bar) == []


def test_the_way_back_has_room_in_a_narrow_line(narrow):
    narrow.actions_of_desk.by_name["case.verdicts"].trigger()
    assert narrow.bar.back.isVisible()
    assert narrow.bar.back.toolTip() == BACK
    assert find_cut(narrow.bar) == []


def test_with_room_all_is_said_in_words(narrow):
    narrow.resize(1400, 900)
    assert {ALL_MATRICES, "Verdict: any"} <= set(words(narrow))
