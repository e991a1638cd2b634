"""What is seen while a line of an outline is carried."""

import pytest
from PySide6.QtCore import QPoint

from framework_qda.ui.style import colour
from framework_qda.ui.widgets.outline import Node, OutlineModel, OutlineView
from framework_qda.ui.widgets.outline_carrying import Landing, LandingMark

NODES = (Node("theme", "t1", ("1 Meetings",), (Node("subtopic", "s1", ("1.1 levels",)),)), Node("theme", "t2", ("2",)))


@pytest.fixture
def view(qtbot, look):
    made = OutlineView(OutlineModel(("Name",)))
    qtbot.addWidget(made)
    made.resize(420, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.show_nodes(NODES)
    made.expandAll()
    return made


def painted(view, landing, point):
    mark = LandingMark(view)
    mark.show_landing(landing, view.visualRect(view.index_of("s1")), point)
    picture = view.viewport().grab().toImage()
    return {
        picture.pixelColor(x, y).name(): (x, y) for x in range(picture.width()) for y in range(picture.height())
    }, picture


def test_a_place_to_land_is_a_line_with_words(view):
    found, _ = painted(view, Landing(words="Becomes 1.2"), QPoint(40, 60))
    assert colour("accent").name() in found
    assert colour("accent_back").name() in found
    assert colour("error_back").name() not in found


def test_where_nothing_can_land_the_reason_stands_without_a_line(view):
    found, _ = painted(view, Landing(words="A theme cannot stand there.", is_refused=True), QPoint(40, 60))
    assert colour("error_back").name() in found
    assert colour("accent").name() not in found


@pytest.mark.parametrize("point", [QPoint(400, 20), QPoint(400, 290), QPoint(2, 150)])
def test_the_words_stay_inside_the_outline(view, point):
    found, picture = painted(view, Landing(words="Why it cannot stand there. " * 4, is_refused=True), point)
    edge = colour("error").name()
    assert edge in found
    borders = {picture.pixelColor(x, y).name() for x in (0, picture.width() - 1) for y in range(picture.height())}
    assert edge not in borders


def test_the_last_line_in_view_is_that_of_what_is_not_folded(view):
    assert view.last_node().key == "t2"
    view.show_nodes(NODES[:1])
    view.expandAll()
    assert view.last_node().key == "s1"
    view.collapseAll()
    assert view.last_node().key == "t1"
    view.show_nodes(())
    assert view.last_node() is None
