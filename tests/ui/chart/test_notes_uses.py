"""How many statements rest on the passages of the notes, in the margin at the right."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from framework_qda.ui.chart.notes_text import NotesLine, Passage
from framework_qda.ui.chart.notes_uses import mark_of, tell_passages
from framework_qda.ui.chart.notes_view import NotesView
from framework_qda.ui.chart.passage_paint import passage_areas

LINES = (
    NotesLine("p1", 1, "What happens when somebody forgets to tell you?", "INT"),
    NotesLine("p2", 2, "Two forms got lost one winter, nothing came of it & it shook them. " * 4),
)


@pytest.fixture
def view(qtbot):
    view = NotesView()
    view.resize(420, 320)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.show_lines(LINES)
    return view


@pytest.mark.parametrize(
    ("values", "mark"),
    [({"uses": 1}, "1"), ({"uses": 3}, "3"), ({"uses": 2, "is_starred": True}, "2★"), ({"is_starred": True}, "★")],
)
def test_a_mark_counts_statements_and_shows_a_star(values, mark):
    assert mark_of(Passage("e", 0, 0, 4, **values)) == mark


def test_a_tip_says_what_rests_on_a_passage(view):
    told = tell_passages(view, [Passage("e", 1, 47, 54, uses=1, is_starred=True)])
    assert told == "<p>“it &amp; it”<br>1 statement rests on it, starred for quotation</p>"


def test_a_long_passage_is_told_by_its_beginning(view):
    told = tell_passages(view, [Passage("e", 1, 0, 200, uses=2)])
    assert (
        told == "<p>“Two forms got lost one winter, nothing came of it &amp; it shook…”<br>2 statements rest on it</p>"
    )


def ink(view, top, bottom):
    """Return how many pixels of the margin between two heights are not its ground."""
    image = view.margins.uses.grab().toImage()
    ground = image.pixel(0, 0)
    heights = range(max(0, round(top)), min(image.height(), round(bottom)))
    return sum(image.pixel(x, y) != ground for y in heights for x in range(image.width()))


def test_the_mark_stands_beside_the_line_in_which_the_passage_ends(view):
    passage = Passage("e", 1, 10, 110, uses=2)
    view.show_passages([passage])
    block = view.document().findBlockByNumber(1)
    first, *_, last = passage_areas(view, block, passage)
    assert ink(view, last.top(), last.bottom()) > 0
    assert ink(view, first.top() - 2, first.bottom() - 2) == 0


def test_an_extract_over_two_lines_is_marked_where_it_ends(view):
    beginning = Passage("e", 0, 0, 10, uses=2, is_last=False)
    view.show_passages([beginning])
    (area,) = passage_areas(view, view.document().findBlockByNumber(0), beginning)
    assert ink(view, area.top(), area.bottom()) == 0


def test_more_marks_than_there_is_room_for_are_told_in_the_tip(view, qtbot):
    view.show_passages([Passage(f"e{n}", 0, n, 9, uses=10 + n) for n in range(4)])
    area = next(iter(passage_areas(view, view.document().findBlockByNumber(0), Passage("e0", 0, 0, 9))))
    point = QPoint(4, round(area.center().y()))
    QApplication.sendEvent(
        view.margins.uses, QHelpEvent(QHelpEvent.Type.ToolTip, point, view.margins.uses.mapToGlobal(point))
    )
    assert [QToolTip.text().count(f"{10 + n} statements rest") for n in range(4)] == [1, 1, 1, 1]
    QToolTip.hideText()


def test_the_margin_does_not_cover_the_words(view):
    assert view.margins.uses.geometry().left() > view.viewport().geometry().right()
    assert view.margins.uses.geometry().right() <= view.contentsRect().right()
