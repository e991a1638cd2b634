"""The cell stays in view in a small desk; notes and comments are a tab away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.ui.chart.strip import StripArea
from framework_qda.ui.style import em
from framework_qda.ui.widgets.edge_tab import EdgeTab


@pytest.fixture
def room(bench):
    """Return how the panes share the room, in a desk with room for one."""
    resize(bench, 32, 30)
    bench.desk.activateWindow()
    return bench.desk.panes.room


def resize(bench, width, height):
    bench.desk.resize(em(bench.desk, width), em(bench.desk, height))


def tab(room, words):
    return next(each for each in room.findChildren(EdgeTab) if each.text() == words)


def click(room, words):
    QTest.mouseClick(tab(room, words), Qt.MouseButton.LeftButton)


def shown(bench):
    panes = bench.desk.panes
    parts = {"notes": panes.notes, "cell": panes.room.cell_area, "comments": panes.comments}
    return [name for name, widget in parts.items() if not widget.isHidden()]


def test_in_a_narrow_desk_the_cell_stands_alone_and_the_notes_are_a_tab(bench, room):
    assert shown(bench) == ["cell"]
    assert tab(room, "Notes").isVisible()
    click(room, "Notes")
    assert shown(bench) == ["notes"]
    assert bench.desk.panes.notes.view.hasFocus()


def test_the_cell_is_a_tab_while_another_stands_in_its_place(bench, room):
    assert not tab(room, "Cell").isVisible()
    click(room, "Notes")
    click(room, "Cell")
    assert shown(bench) == ["cell"]
    assert bench.editor.hasFocus()


def test_the_comments_stand_instead_of_the_cell_until_it_is_wanted(bench, room):
    bench.do("comments")
    assert shown(bench) == ["comments"]
    bench.open(0, 1)
    bench.desk.panes.focus_cell()
    assert shown(bench) == ["cell"]


def test_the_keyboard_goes_from_the_cell_to_the_notes_and_back(bench, room):
    bench.desk.panes.focus_cell()
    bench.desk.panes.focus_next()
    assert shown(bench) == ["notes"]
    bench.desk.panes.focus_next(-1)
    assert shown(bench) == ["cell"]


def test_words_are_looked_for_in_notes_that_are_seen(bench, room):
    bench.do("find")
    assert shown(bench) == ["notes"]
    assert bench.desk.panes.notes.find_bar.field.hasFocus()


def test_a_reference_leads_to_notes_that_are_seen(bench, study):
    study.chart("Told of the lists.")
    bench.open(0, 1)
    bench.open(0, 0)
    bench.select("Nobody compares the two lists.")
    bench.do("link")
    resize(bench, 32, 30)
    assert shown(bench) == ["cell"]
    bench.editor.chip_activated.emit(study.cell().content[0].evidence[0])
    assert shown(bench) == ["notes"]


def test_with_room_both_are_seen_again(bench, room):
    click(room, "Notes")
    resize(bench, 60, 40)
    assert shown(bench) == ["notes", "cell"]
    assert not tab(room, "Notes").isVisible()


def test_notes_that_are_folded_by_hand_are_a_tab_in_a_wide_desk(bench, room):
    resize(bench, 90, 40)
    bench.do("fold_notes")
    assert shown(bench) == ["cell"]
    click(room, "Notes")
    assert shown(bench) == ["notes", "cell"]


def test_in_a_low_desk_the_strip_is_one_line(bench, room):
    area = bench.desk.findChild(StripArea)
    before = area.height()
    resize(bench, 32, 18)
    assert area.height() < min(before, em(bench.desk, 3))
