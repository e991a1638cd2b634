"""Reviewing in the real window: who works changes, what is said of an acceptance, and the way to a comment."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from framework_qda.model import Analyst, CellState, Interview, Statement, Subtopic
from framework_qda.project.ids import cell_id
from tests.ui.cut import find_cut

Key = Qt.Key


@pytest.fixture
def place(open_window):
    """A cell that a colleague charted and remarked on; the window shows the Review desk."""
    project = open_window.project
    found = (project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id)
    me, project.analyst_id = project.analyst_id, project.add(Analyst, name="Bea Holt", initials="BH").new_id
    project.chart(*found, [Statement("s", "summary", "Theirs.")], CellState.CHARTED)
    project.comment("cell", cell_id(*found), "Mind the date.")
    project.analyst_id = me
    open_window.show_desk("review")
    return found


def complete(qtbot, window):
    desk = window.current_desk()
    qtbot.waitUntil(lambda: desk.changed.is_complete)
    return desk


def test_whoever_takes_over_sees_what_is_theirs_to_look_at(qtbot, open_window, place):
    desk = complete(qtbot, open_window)
    assert desk.changed.begin_page.isVisible()
    open_window.project.analyst_id = open_window.project.read.all(Analyst)[1].id
    open_window.menus.file.analyst_chosen.emit()
    complete(qtbot, open_window)
    assert desk.changed.notice.title.text() == "Nobody else has changed a cell yet"


def test_an_open_comment_is_told_in_the_window_and_resolved_there(qtbot, open_window, place):
    desk = complete(qtbot, open_window)
    desk.changed.begin_page.ever.click()
    complete(qtbot, open_window)
    QTest.keyClick(desk.changed.list, Key.Key_A)
    (message,) = open_window.messages.messages()
    assert message.words == "You accepted 1.1 for interview I01. 1 comment on it is still open."
    next(each for each in message.findChildren(QPushButton) if each.text() == "Resolve it").click()
    assert open_window.project.read.open_comments() == []
    assert open_window.messages.messages() == []


@pytest.fixture
def small_desk(qtbot, look, open_window, request):
    """Give the desk in a window with no room for anything beside the comments."""
    look.set_zoom(200)
    open_window.resize(1000, 640)
    request.getfixturevalue("place")
    desk = complete(qtbot, open_window)
    desk.changed.begin_page.ever.click()
    complete(qtbot, open_window)
    assert find_cut(open_window) == []
    return desk


def test_comments_stand_alone_where_nothing_has_room_beside_them(open_window, small_desk):
    comments, beside = small_desk.changed.comments, small_desk.changed.beside
    QTest.keyClick(small_desk.changed.list, Key.Key_C)
    assert find_cut(open_window) == []
    assert comments.field.hasFocus()
    assert not (beside.isVisible() and beside.geometry().intersects(comments.geometry()))
    QTest.keyClick(small_desk.changed.comments.field, Key.Key_Escape)
    assert small_desk.changed.list.hasFocus()
    assert small_desk.changed.beside.isVisible()


def test_who_comes_back_to_comments_that_took_the_place_of_the_list_is_in_them(open_window, small_desk):
    QTest.keyClick(small_desk.changed.list, Key.Key_C)
    open_window.show_desk("board")
    open_window.show_desk("review")
    assert small_desk.changed.comments.field.hasFocus()


def test_undo_in_the_message_brings_the_cell_back_into_the_list(qtbot, open_window, place):
    desk = complete(qtbot, open_window)
    desk.changed.begin_page.ever.click()
    complete(qtbot, open_window)
    QTest.keyClick(desk.changed.list, Key.Key_A)
    (message,) = open_window.messages.messages()
    undo = next(each for each in message.findChildren(QPushButton) if each.text() == "Undo")
    undo.setFocus()
    QTest.keyClick(undo, Key.Key_Space)
    assert open_window.project.read.cell(*place).state == CellState.CHARTED
    assert desk.here() == place
    assert desk.changed.list.hasFocus()


def test_the_history_leads_to_a_comment_beside_its_cell(qtbot, open_window, place):
    open_window.menus.action("window.history").trigger()
    desk = open_window.current_desk()
    qtbot.waitUntil(lambda: desk.history.is_complete)
    QTest.keyClick(desk.history.list, Key.Key_Return)
    assert open_window.desk_name == "chart"
    assert open_window.current_desk().here() == place
    assert QApplication.focusWidget() is open_window.current_desk().panes.comments.cards[0].reply_button


def test_undo_in_the_message_leads_back_to_the_cell_that_is_charted(open_window, place):
    open_window.show_desk("chart")
    desk = open_window.current_desk()
    desk.open_cell(*place)
    desk.actions_by_id["chart.accept"].trigger()
    (message,) = open_window.messages.messages()
    undo = next(each for each in message.findChildren(QPushButton) if each.text() == "Undo")
    undo.setFocus()
    QTest.keyClick(undo, Key.Key_Space)
    assert open_window.project.read.cell(*place).state == CellState.CHARTED
    assert desk.panes.cell.editor.hasFocus()


def test_the_board_leads_to_what_others_changed_also_where_the_history_was_seen_last(qtbot, open_window, place):
    open_window.menus.action("window.history").trigger()
    open_window.show_desk("board")
    board = open_window.current_desk()
    qtbot.waitUntil(lambda: board.is_complete)
    next(row for row in board.todo.rows if row.todo.key == "changed").click()
    desk = complete(qtbot, open_window)
    assert not desk.is_history
    assert desk.changed.begin_page.ever.hasFocus()


def test_coming_back_to_the_history_finds_it_as_it_was_left(qtbot, open_window, place):
    open_window.menus.action("window.history").trigger()
    history = open_window.current_desk().history
    qtbot.waitUntil(lambda: history.is_complete)
    QTest.keyClick(history.list, Key.Key_Down)
    line = history.list.current()
    QTest.keyClick(history.list, Key.Key_Return)
    assert open_window.desk_name == "chart"
    open_window.menus.action("window.history").trigger()
    assert history.list.current() == line
    assert history.list.hasFocus()
