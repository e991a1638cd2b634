"""A list over a desk lies beside what is chosen for, and inside the desk."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from framework_qda.ui.widgets.typed_choice import Choice, TypedChoice


class Names(TypedChoice):
    """So many names to choose from, beside a place of the host."""

    def __init__(self, host, place=None, count=6):
        super().__init__(host, "A name", "Name", "Names")
        self.place, self.count, self.taken = place, count, []

    def anchor(self):
        return self.place

    def choices_for(self, typed):
        return [Choice(f"Name {number}") for number in range(self.count) if typed in str(number)]

    def take(self, row):
        self.taken.append(row)


@pytest.fixture
def host(qtbot, look):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def opened(host, place, count=6):
    made = Names(host, place, count)
    made.open()
    return made


def test_without_a_place_it_lies_in_the_middle_at_the_top(host):
    area = opened(host, None).geometry()
    assert abs(area.center().x() - host.rect().center().x()) <= 1
    assert area.top() < 40


def test_it_hangs_below_its_place(host):
    place = QRect(300, 80, 200, 24)
    area = opened(host, place).geometry()
    assert area.left() == place.left()
    assert 0 < area.top() - place.bottom() < 12


def test_where_there_is_no_room_below_it_stands_above(host):
    place = QRect(300, 540, 200, 24)
    area = opened(host, place).geometry()
    assert 0 < place.top() - area.bottom() < 12


def test_it_keeps_beside_its_place_while_the_list_grows_shorter(host, qtbot):
    place = QRect(300, 540, 200, 24)
    made = opened(host, place)
    tall = made.height()
    qtbot.keyClicks(made.field, "3")
    assert made.height() < tall
    assert 0 < place.top() - made.geometry().bottom() < 12


@pytest.mark.parametrize("place", [None, QRect(850, 300, 200, 24), QRect(0, 0, 900, 600)])
def test_it_stays_inside_the_host_and_a_long_list_scrolls(host, place):
    made = opened(host, place, count=60)
    assert host.rect().contains(made.geometry())
    assert made.list.verticalScrollBar().maximum() > 0
    assert made.rect().contains(made.list.geometry())
    assert made.rect().contains(made.remark.geometry()) or made.remark.isHidden()


def test_it_follows_its_place_when_the_host_gets_another_size(host, qtbot):
    made = opened(host, QRect(300, 80, 200, 24))
    made.place = QRect(100, 200, 200, 24)
    host.resize(700, 500)
    qtbot.waitUntil(lambda: made.geometry().left() == 100)
    assert made.geometry().top() > 200


def test_a_place_that_is_known_a_moment_later_is_gone_to(host, qtbot):
    made = opened(host, None)
    made.place = QRect(300, 200, 200, 24)
    qtbot.waitUntil(lambda: made.geometry().left() == 300)


def test_enter_takes_the_line_and_escape_none(host, qtbot):
    made = opened(host, None)
    qtbot.keyClick(made.field, Qt.Key.Key_Down)
    qtbot.keyClick(made.field, Qt.Key.Key_Return)
    made.open()
    qtbot.keyClick(made.field, Qt.Key.Key_Escape)
    assert (made.taken, made.isHidden()) == ([1], True)


def test_a_long_remark_stands_in_as_many_lines_as_it_needs(host, monkeypatch):
    monkeypatch.setattr(Names, "remark_on", lambda *_: "“What is said here goes there.” " * 6)
    made = opened(host, QRect(300, 80, 200, 24))
    needed = made.remark.heightForWidth(made.remark.width())
    assert made.remark.height() >= needed > 2 * made.remark.fontMetrics().height()
