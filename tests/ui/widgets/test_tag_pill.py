import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from framework_qda.matrix.grid import TagMark
from framework_qda.ui.style import tag_look
from framework_qda.ui.tokens import DARK, LIGHT
from framework_qda.ui.widgets.tag_pill import REST, draw_pill, fitting_pills, pills_width

MARKS = (TagMark("consent", 0), TagMark("pre-birth", 1), TagMark("rooms", 2))


@pytest.fixture
def font(look):
    return QGuiApplication.font()


def test_where_there_is_room_all_tags_are_shown_by_name(font):
    assert fitting_pills(font, MARKS, 1000) == [("#consent", 0), ("#pre-birth", 1), ("#rooms", 2)]


def test_where_there_is_little_room_the_last_pill_counts_the_rest(font):
    room = pills_width(font, [("#consent", 0), ("+2", REST)])
    assert fitting_pills(font, MARKS, room) == [("#consent", 0), ("+2", REST)]
    assert fitting_pills(font, MARKS, room - 1) == [("+3", REST)]


def test_where_there_is_none_nothing_is_shown(font):
    assert fitting_pills(font, MARKS, 2) == []


def test_without_tags_there_are_no_pills(font):
    assert fitting_pills(font, (), 1000) == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_the_first_tags_of_a_subtopic_have_different_grounds_and_then_they_begin_again(tokens):
    grounds = [tag_look(place, tokens).back.name() for place in range(9)]
    assert len(set(grounds[:8])) == 8
    assert grounds[8] == grounds[0]


def test_a_pill_is_painted_on_the_ground_of_its_place(font):
    picture = QImage(200, 40, QImage.Format.Format_RGB32)
    picture.fill("white")
    painter = QPainter(picture)
    right = draw_pill(painter, 10, 20, font, "#consent", 1)
    painter.end()
    assert picture.pixelColor(13, 20) == tag_look(1).back
    assert picture.pixelColor(round(right) + 3, 20).name() == "#ffffff"
