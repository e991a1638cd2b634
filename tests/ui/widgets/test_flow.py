"""Widgets flow like words: no line is wider than its room, and the items of a line share its middle."""

import pytest
from PySide6.QtWidgets import QWidget

from framework_qda.ui.widgets.flow import FlowLayout


@pytest.fixture
def bar(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    layout = FlowLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for height in (20, 40, 20):
        part = QWidget()
        part.setFixedSize(100, height)
        layout.addWidget(part)
    return made


def places(bar, width):
    bar.resize(width, 200)
    bar.layout().activate()
    return [(part.x(), part.y()) for part in bar.findChildren(QWidget)]


def test_what_has_room_stands_in_one_line_about_its_middle(bar):
    assert places(bar, 320) == [(0, 10), (110, 0), (220, 10)]


def test_what_does_not_fit_begins_the_next_line(bar):
    assert places(bar, 319) == [(0, 10), (110, 0), (0, 50)]


def test_lines_can_stand_nearer_than_items(bar):
    bar.layout().set_line_gap(2)
    assert places(bar, 319)[2] == (0, 42)


def test_the_height_follows_from_the_width(bar):
    assert [bar.layout().heightForWidth(width) for width in (320, 319, 100)] == [40, 70, 100]
