"""Comments beside the cell of the Chart desk, accepting a cell and sending it back, all by keyboard."""

import pytest
from PySide6.QtCore import Qt

from framework_qda.model import CellState

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panel(bench):
    return bench.desk.panes.comments


def said(study, row=0, column=0):
    return [comment.text for comment in study.project.read.comments(study.cell(row, column).id)]


def test_a_comment_is_written_by_keyboard_and_the_cell_does_not_go_on(bench, study, panel, qtbot):
    study.chart("Forms were lost.")
    bench.open(0, 1)
    bench.open(0, 0)
    bench.shortcut(Key.Key_M, CONTROL)
    assert panel.field.hasFocus()
    qtbot.keyClicks(panel.field, "Which forms?")
    bench.shortcut(Key.Key_Return, CONTROL, panel.field)
    assert said(study) == ["Which forms?"]
    assert study.cell().state == CellState.IN_PROGRESS
    assert bench.desk.here() == (study.interviews[0], study.subtopics[0])
    assert [card.thread_shown.remark.text for card in panel.cards] == ["Which forms?"]
    assert panel.field.toPlainText() == ""


def test_what_is_being_typed_is_written_before_it_is_remarked_on(bench, study, panel):
    bench.type("Forms were lost.")
    bench.do("comment")
    panel.field.setPlainText("Which forms?")
    panel.send_button.click()
    (comment,) = study.project.read.comments(study.cell().id)
    assert comment.statement_id == study.cell().content[0].id


def test_a_thread_is_answered_and_resolved(bench, study, panel):
    study.project.comment("cell", study.cell().id, "Which forms?")
    bench.do("comments")
    panel.cards[0].reply_button.click()
    panel.field.setPlainText("The pink ones.")
    panel.send_button.click()
    assert [reply.text for reply in panel.cards[0].thread_shown.replies] == ["The pink ones."]
    panel.cards[0].resolve_button.click()
    assert study.project.read.open_comments() == []
    assert panel.cards[0].isHidden()


def test_a_cell_is_sent_back_with_words(bench, study, panel, qtbot):
    study.chart("Forms were lost.", state=CellState.CHARTED)
    bench.desk.show_changes(study.project.read and _all(study))
    bench.shortcut(Key.Key_B, CONTROL | SHIFT)
    bench.shortcut(Key.Key_Return, CONTROL, panel.field)
    assert study.cell().state == CellState.CHARTED, "without words nothing is sent back"
    qtbot.keyClicks(panel.field, "Whose forms?")
    bench.shortcut(Key.Key_Return, CONTROL, panel.field)
    assert study.cell().state == CellState.SENT_BACK
    assert said(study) == ["Whose forms?"]


def _all(study):
    from framework_qda.model import Changes

    return Changes("", {"cell": frozenset({study.cell().id})})


def test_a_cell_is_accepted_by_key(bench, study):
    bench.type("Forms were lost.")
    bench.shortcut(Key.Key_Return, CONTROL | SHIFT)
    assert study.cell().state == CellState.REVIEWED


def test_an_empty_cell_is_not_accepted_and_it_is_said(bench, study):
    bench.do("accept")
    assert "no words" in bench.desk.status_text()
    assert study.cell().state == CellState.NOT_CHARTED


def test_the_way_leads_from_comment_to_comment(bench, study):
    study.project.comment("cell", study.cell(0, 2).id, "one")
    study.project.comment("cell", study.cell(2, 1).id, "two")
    here = []
    for _ in range(3):
        bench.do("next_comment")
        here.append(bench.desk.here())
    places = [(study.interviews[row], study.subtopics[column]) for row, column in ((0, 2), (2, 1), (0, 2))]
    assert here == places
    bench.do("previous_comment")
    assert bench.desk.here() == places[1]


def test_words_that_are_not_sent_wait_with_their_cell(bench, study, panel):
    bench.do("comment")
    panel.field.setPlainText("Which")
    bench.open(1, 0)
    assert panel.field.toPlainText() == ""
    bench.open(0, 0)
    assert panel.field.toPlainText() == "Which"


def test_escape_leads_back_to_the_cell(bench, panel, qtbot):
    bench.do("comment")
    qtbot.keyClick(panel.field, Key.Key_Escape)
    assert bench.editor.hasFocus()


def test_in_a_narrow_window_the_notes_make_room(bench, panel):
    bench.desk.resize(800, 600)
    bench.do("comments")
    assert bench.desk.panes.notes.isHidden()
    bench.do("comments")
    assert not bench.desk.panes.notes.isHidden()


def test_a_thread_that_is_gone_to_is_in_view_and_ready_for_an_answer(bench, study, panel, qtbot):
    ids = [study.project.comment("cell", study.cell().id, f"Remark {n}. " * 30).new_id for n in range(6)]
    bench.desk.open_remarks(study.interviews[0], study.subtopics[0], ids[-1])
    card = next(each for each in panel.cards if each.thread_shown.remark.comment_id == ids[-1])
    assert card.reply_button.hasFocus()
    qtbot.waitUntil(lambda: not card.reply_button.visibleRegion().isEmpty())


def test_a_reply_leads_to_its_thread_and_a_resolved_one_is_shown(bench, study, panel):
    remark = study.project.comment("cell", study.cell().id, "Which?").new_id
    reply = study.project.comment("cell", study.cell().id, "These.", remark).new_id
    study.project.resolve_comment(remark, True)
    bench.desk.open_remarks(study.interviews[0], study.subtopics[0], reply)
    assert panel.cards[0].isVisible()
    assert panel.cards[0].reply_button.hasFocus()


def test_a_comment_that_has_gone_leads_to_the_cell(bench, study, panel):
    bench.desk.open_remarks(study.interviews[1], study.subtopics[0], "gone")
    assert bench.desk.here() == (study.interviews[1], study.subtopics[0])
    assert panel.isVisible()
    assert bench.editor.hasFocus()
