import pytest

from framework_qda.matrix.build import ALL_THEMES
from framework_qda.matrix.outline import ThemeOutline
from framework_qda.model import Theme
from framework_qda.ui.matrix.theme_tabs import ThemeTabs, share_fairly
from framework_qda.ui.style import em


@pytest.mark.parametrize(
    ("wanted", "room", "widths"),
    [
        ([100, 50, 80], 300, [100, 50, 80]),
        ([200, 50, 90], 240, [100, 50, 90]),
        ([200, 300, 40], 240, [100, 100, 40]),
        ([200, 200], 40, [60, 60]),
        ([], 100, []),
    ],
)
def test_the_longest_titles_give_way_first(wanted, room, widths):
    assert share_fairly(wanted, room, 60) == widths


@pytest.fixture
def tabs(qtbot):
    made = ThemeTabs()
    qtbot.addWidget(made)
    made.resize(500, 40)
    themes = [Theme(id=str(number), title=f"Salt & pepper {number}") for number in (1, 2, 3)]
    made.show_themes([ThemeOutline(theme, theme.id, ()) for theme in themes], "2")
    return made


def test_a_theme_can_be_chosen_beforehand(tabs):
    assert tabs.theme_id() == "2"


def test_stepping_goes_round(tabs):
    start = tabs.currentIndex()
    for _ in range(tabs.count()):
        tabs.step(1)
    assert tabs.currentIndex() == start


def test_all_themes_together_come_last(tabs):
    assert tabs.tabData(tabs.count() - 1) == ALL_THEMES
    assert tabs.tabText(tabs.count() - 1) == "All"


def test_an_ampersand_is_no_mark_of_a_key(tabs):
    assert tabs.tabText(0) == "1 Salt && pepper 1"


def test_in_very_little_room_every_theme_can_still_be_clicked(tabs):
    tabs.show()
    small = em(tabs, 9)
    tabs.resize(small, 40)
    assert tabs.tabRect(0).left() >= 0
    assert tabs.tabRect(tabs.count() - 1).right() < small
