from framework_qda.ui.style import em
from framework_qda.ui.widgets.notice_page import Notice, NoticePage
from tests.ui.cut import find_cut
from tests.ui.showing import show

NOTICE = Notice("Nothing here yet", "What belongs here, in words that need a line or two. " * 3, "Go", "board")


def make(qtbot, width, height):
    page = NoticePage()
    qtbot.addWidget(page)
    page.show_notice(NOTICE)
    return show(qtbot, page, em(page, width), em(page, height))


def test_nothing_lies_beyond_the_edge_of_a_narrow_desk(qtbot):
    assert find_cut(make(qtbot, 24, 40)) == []


def test_in_a_low_desk_it_is_scrolled_to(qtbot):
    page = make(qtbot, 24, 8)
    assert page.button.mapTo(page, page.button.rect().bottomLeft()).y() > page.height()
    assert find_cut(page) == []


def test_the_step_is_told(qtbot):
    page = make(qtbot, 60, 40)
    with qtbot.waitSignal(page.step_taken) as told:
        page.button.click()
    assert told.args == ["board"]
