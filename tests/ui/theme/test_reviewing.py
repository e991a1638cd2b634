"""Comments beside the column of the Theme desk, accepting and sending back, by the keys of the other desks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from framework_qda.model import CellState
from framework_qda.ui.context_menu import open_context_menu

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(desk):
    desk.view.setFocus()
    return desk


def cell(desk):
    return desk.project.read.cell(*desk.view.current_ids())


def said(desk):
    return [comment.text for comment in desk.project.read.comments(cell(desk).id)]


def test_the_comments_follow_the_rows(desk):
    desk.project.comment("cell", cell(desk).id, "Here.")
    QTest.keyClick(desk.view, Key.Key_F8, SHIFT)
    assert [card.thread_shown.remark.text for card in desk.comments.cards] == ["Here."]
    QTest.keyClick(desk.view, Key.Key_Down)
    assert desk.comments.cards == []


def test_a_row_is_sent_back_with_words_and_escape_leaves_it(desk):
    before = cell(desk).state
    QTest.keyClick(desk.view, Key.Key_B, CONTROL | SHIFT)
    QTest.keyClick(desk.comments.field, Key.Key_Escape)
    assert (cell(desk).state, desk.view.hasFocus()) == (before, True)
    QTest.keyClick(desk.view, Key.Key_B, CONTROL | SHIFT)
    QTest.keyClicks(desk.comments.field, "Whose?")
    QTest.keyClick(desk.comments.field, Key.Key_Return, CONTROL)
    assert (cell(desk).state, said(desk)) == (CellState.SENT_BACK, ["Whose?"])


def test_a_row_is_accepted_by_key_and_it_is_said(desk):
    place = desk.view.current_ids()
    desk.operations.run(lambda project: project.set_state(*place, CellState.CHARTED))
    QTest.keyClick(desk.view, Key.Key_Return, CONTROL | SHIFT)
    assert cell(desk).state == CellState.REVIEWED
    assert desk.status_text().startswith("Accepted")


def test_the_way_leads_down_the_column_and_on_to_the_next(desk):
    places = []
    for _ in range(3):
        QTest.keyClick(desk.view, Key.Key_PageDown, CONTROL | SHIFT)
        places.append(desk.view.current_ids())
    columns = [column.subtopic_id for column in desk.reading.columns]
    assert [columns.index(subtopic_id) for _, subtopic_id in places] == sorted(
        columns.index(subtopic_id) for _, subtopic_id in places
    )
    assert len(set(places)) == 3


def test_a_row_has_a_menu_with_what_a_reviewer_does(desk, qtbot):
    desk.view.menu_requested.emit(desk.mapToGlobal(desk.rect().center()))
    menu = next(each for each in desk.findChildren(QMenu) if each.objectName() == "place_menu")
    words = [action.text() for action in menu.actions()]
    assert {"Comment", "Accept the cell", "Send back with a comment"} <= set(words)
    menu.close()


def test_a_passage_of_the_evidence_can_be_commented_on(desk):
    desk.panels.open("evidence")
    desk.view.go_to(desk.view.grid_model.grid.rows[0].interview_id, desk.reading.columns[1].subtopic_id)
    desk.show_subtopic(desk.reading.columns[1].subtopic_id)
    extract_id = next(each for statement in cell(desk).content for each in statement.evidence)
    desk.evidence.select_passage(extract_id)
    desk.evidence.passages.setFocus()
    open_context_menu()
    (menu,) = [each for each in desk.evidence.passages.findChildren(QMenu) if each.objectName() == "place_menu"]
    assert [action.text() for action in menu.actions()] == ["Comment on this extract…"]
    menu.close()


def test_once_the_last_comment_is_resolved_the_keyboard_is_in_the_column(desk, qtbot):
    with qtbot.waitActive(desk):
        desk.activateWindow()
    desk.project.comment("cell", cell(desk).id, "Here.")
    QTest.keyClick(desk.view, Key.Key_F8, SHIFT)
    button = desk.comments.cards[0].resolve_button
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    assert desk.comments.open_count == 0
    assert desk.view.hasFocus()
