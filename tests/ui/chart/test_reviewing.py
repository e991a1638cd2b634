"""Comments beside the cell of the Chart desk, accepting a cell and sending it back, all by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from framework_qda.matrix.remarks import cell_threads
from framework_qda.model import Analyst, CellState

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
    bench.desk.show_changes(study.chart("Forms were lost.", state=CellState.CHARTED))
    bench.shortcut(Key.Key_B, CONTROL | SHIFT)
    bench.shortcut(Key.Key_Return, CONTROL, panel.field)
    assert study.cell().state == CellState.CHARTED, "without words nothing is sent back"
    qtbot.keyClicks(panel.field, "Whose forms?")
    bench.shortcut(Key.Key_Return, CONTROL, panel.field)
    assert study.cell().state == CellState.SENT_BACK
    assert said(study) == ["Whose forms?"]


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


def test_f6_goes_to_the_comments_on_its_way_round(bench, panel):
    bench.do("comments")
    found = []
    for _ in range(5):
        bench.do("switch_pane")
        found.append(panel.field.hasFocus())
    assert found == [False, False, True, False, False]


def test_in_a_narrow_window_the_notes_make_room(bench, panel):
    bench.desk.resize(800, 600)
    bench.do("comments")
    assert bench.desk.panes.notes.isHidden()
    bench.do("comments")
    assert not bench.desk.panes.notes.isHidden()


def test_a_thread_that_is_gone_to_is_in_view_and_ready_for_an_answer(bench, study, panel, qtbot):
    for number in range(12):
        study.project.comment("cell", study.cell().id, f"Remark {number}. " * 30)
    last = cell_threads(study.project.read, study.cell())[-1].remark.comment_id
    bench.desk.open_remarks(study.interviews[0], study.subtopics[0], last)
    card = panel.cards[-1]
    assert card.thread_shown.remark.comment_id == last
    assert card.reply_button.hasFocus()
    bar = panel.threads.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and not card.reply_button.visibleRegion().isEmpty())


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


def test_the_footer_says_how_many_comments_are_open_and_shows_them(bench, study, panel):
    remarks = bench.desk.panes.cell.remarks
    assert remarks.isHidden()
    bench.operations.run(lambda project: project.comment("cell", study.cell().id, "Which forms?"))
    assert not remarks.isHidden()
    assert remarks.accessibleName() == "1 open comment"
    remarks.click()
    assert [card.thread_shown.remark.text for card in panel.cards] == ["Which forms?"]
    panel.cards[0].resolve_button.click()
    assert remarks.isHidden()


def test_the_strip_counts_the_comments_of_the_row(bench, study):
    bench.operations.run(lambda project: project.comment("cell", study.cell(0, 2).id, "Here."))
    assert [segment.remarks for segment in bench.desk.panes.strip.segments()] == [0, 0, 1, 0]
    bench.open(1, 0)
    assert [segment.remarks for segment in bench.desk.panes.strip.segments()] == [0, 0, 0, 0]


def offered(bench, at=None):
    """Open the menu of the editor by key, or by mouse at a point; return its commands by their words."""
    before = set(bench.editor.findChildren(QMenu))
    reason = QContextMenuEvent.Reason.Mouse if at else QContextMenuEvent.Reason.Keyboard
    point = at or bench.editor.cursorRect().center()
    target = bench.editor.viewport()
    QApplication.sendEvent(target, QContextMenuEvent(reason, point, target.mapToGlobal(point)))
    (menu,) = [each for each in bench.editor.findChildren(QMenu) if each not in before and each.title() == ""]
    menu.close()
    return {action.text(): action for action in menu.actions()}


def test_the_menu_of_a_statement_comments_on_it(bench, study, panel):
    bench.type("Forms were lost.")
    offered(bench)["Comment on this statement…"].trigger()
    panel.field.setPlainText("Which forms?")
    panel.send_button.click()
    (comment,) = study.project.read.comments(study.cell().id)
    assert comment.statement_id == study.cell().content[0].id


def test_the_menu_of_a_chip_comments_on_its_extract(bench, study, panel):
    bench.type("Forms were lost.")
    bench.select("Two forms got lost")
    bench.do("link")
    (extract_id,) = study.cell().content[0].evidence
    bench.editor.select_chip(extract_id)
    offers = offered(bench)
    assert "Comment on this statement…" not in offers
    offers["Comment on this extract…"].trigger()
    assert panel.about.currentText().startswith("On passage ¶2")
    panel.field.setPlainText("Too telling to print.")
    panel.send_button.click()
    assert [each.text for each in study.project.read.comments(extract_id)] == ["Too telling to print."]


def test_a_thread_leads_to_its_statement_and_to_its_passage(bench, study, panel):
    bench.type("Forms were lost.")
    bench.select("Two forms got lost")
    bench.do("link")
    (statement,) = study.cell().content
    study.project.comment("cell", study.cell().id, "Which?", statement_id=statement.id)
    study.project.comment("extract", statement.evidence[0], "Too telling.")
    bench.open(0, 1)
    bench.open(0, 0)
    bench.do("comments")
    for card in panel.cards:
        bench.notes.set_current("")
        card.about_button.click()
        assert bench.editor.hasFocus()
        if card.thread_shown.subject_type == "extract":
            assert bench.editor.selected_chip().extract_id == statement.evidence[0]
            assert bench.notes.current_extract == statement.evidence[0]


def test_a_blank_statement_offers_no_comment(bench):
    assert not any("Comment on" in words for words in offered(bench))


def test_after_sending_back_the_status_bar_tells_of_that_and_not_of_what_was_accepted_before(bench, study, panel):
    study.chart("Told.", state=CellState.CHARTED)
    study.chart("Told.", column=1, state=CellState.CHARTED)
    bench.open(0, 0)
    bench.do("accept")
    assert bench.desk.status_text().startswith("Accepted: 1.1 for interview I01")
    bench.open(0, 1)
    bench.do("send_back")
    panel.field.setPlainText("Whose?")
    panel.send_button.click()
    assert bench.desk.status_text() == "Sent back: 1.2 for interview I01, with your comment."


def test_what_is_said_of_an_acceptance_reaches_the_window(bench, study, qtbot):
    study.project.add(Analyst, name="Bea Holt", initials="BH")
    study.chart("Told.", state=CellState.CHARTED)
    bench.open(0, 0)
    news = []
    bench.desk.news_wanted.connect(lambda topic, words, _buttons: news.append((topic, words)))
    bench.do("accept")
    assert news[-1] == (
        "acceptance",
        "You accepted 1.1 for interview I01, which you charted yourself: no second person has read it.",
    )
    bench.open(0, 1)
    bench.type("More.")
    bench.open(0, 0)
    assert news[-1] == ("acceptance", ""), "it was not what was done last"


def test_the_menu_of_states_has_one_way_to_accept_and_one_to_send_back(bench):
    actions = bench.desk.panes.cell.state_button.menu().actions()
    words = [action.text() for action in actions if not action.isSeparator()]
    assert len([each for each in words if "ccept" in each or "eviewed" in each]) == 1
    assert len([each for each in words if "ack" in each]) == 1


def test_both_keys_accept(bench, study):
    bench.type("Forms were lost.")
    bench.shortcut(Key.Key_6, CONTROL | SHIFT)
    assert study.cell().state == CellState.REVIEWED


def test_ones_own_comment_is_changed_and_deleted_and_undo_brings_it_back(bench, study, panel):
    study.project.comment("cell", study.cell().id, "Wich forms?")
    bench.do("comments")
    panel.cards[0].edit_buttons[0].click()
    panel.field.setPlainText("Which forms?")
    panel.send_button.click()
    assert said(study) == ["Which forms?"]
    assert any(label.text().endswith("· edited") for label in panel.cards[0].findChildren(QLabel))
    panel.cards[0].delete_buttons[0].click()
    assert said(study) == []
    assert panel.cards == []
    bench.operations.run(lambda project: project.undo())
    assert [card.thread_shown.remark.text for card in panel.cards] == ["Which forms?"]
