"""Comments beside the table of the Case desk, accepting and sending back, by the keys of the other desks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.model import CellState, Statement

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def at_words(desk, study):
    """The desk at a cell with a statement."""
    desk.operations.run(
        lambda project: project.chart(study["I01"], study["2.1"], [Statement("s1", "summary", "Every Friday.")])
    )
    desk.view.go_to(study["I01"], study["2.1"])
    return desk


def cell(desk, study):
    return study.read.cell(study["I01"], study["2.1"])


def said(desk, study):
    return [comment.text for comment in study.read.comments(cell(desk, study).id)]


def test_a_comment_is_written_by_keyboard_on_the_chosen_cell(at_words, study):
    QTest.keyClick(at_words.view, Key.Key_M, CONTROL)
    QTest.keyClicks(at_words.comments.field, "Which Friday?")
    QTest.keyClick(at_words.comments.field, Key.Key_Return, CONTROL)
    assert said(at_words, study) == ["Which Friday?"]
    QTest.keyClick(at_words.comments.field, Key.Key_Escape)
    assert at_words.view.hasFocus()


def test_a_cell_is_sent_back_with_words(at_words, study):
    QTest.keyClick(at_words.view, Key.Key_B, CONTROL | SHIFT)
    QTest.keyClicks(at_words.comments.field, "Which Friday?")
    QTest.keyClick(at_words.comments.field, Key.Key_Return, CONTROL)
    assert cell(at_words, study).state == CellState.SENT_BACK


def test_a_cell_is_accepted_by_key(at_words, study):
    QTest.keyClick(at_words.view, Key.Key_Return, CONTROL | SHIFT)
    assert cell(at_words, study).state == CellState.REVIEWED


def test_a_verdict_is_not_commented_on_and_it_is_said_why(desk):
    verdict = next(n for n, each in enumerate(desk.view.case_model.columns) if each.number < 0)
    desk.view.setCurrentIndex(desk.view.case_model.index(1, verdict))
    QTest.keyClick(desk.view, Key.Key_M, CONTROL)
    assert desk.comments.isHidden()
    assert "cell of an interview" in desk.status_text()


def test_the_way_leads_to_the_next_case_study(desk, study):
    for code in ("I01", "I03"):
        study.project.comment("cell", study.read.cell(study[code], study["2.1"]).id, "Here.")
    places = []
    for _ in range(3):
        QTest.keyClick(desk.view, Key.Key_PageDown, CONTROL | SHIFT)
        places.append(desk.view.current_place().interview_id)
    assert places == [study["I01"], study["I03"], study["I01"]]


def test_the_way_leads_from_sub_topic_to_sub_topic_within_a_case_study(desk, study):
    for code, number in (("I01", "2.1"), ("I02", "1.1")):
        study.project.comment("cell", study.read.cell(study[code], study[number]).id, "Here.")
    desk.view.go_to(study["I01"], study["1.1"])
    places = []
    for _ in range(2):
        QTest.keyClick(desk.view, Key.Key_PageDown, CONTROL | SHIFT)
        places.append(desk.view.current_place().interview_id)
    assert places == [study["I02"], study["I01"]]


def test_a_thread_on_a_statement_leads_to_the_chart_desk(at_words, study, qtbot):
    study.project.comment("cell", cell(at_words, study).id, "This one.", statement_id="s1")
    at_words.panels.open("comments")
    with qtbot.waitSignal(at_words.word_requested) as asked:
        at_words.comments.cards[0].about_button.click()
    place = asked.args[0]
    assert (place.interview_id, place.subtopic_id, place.statement_id) == (study["I01"], study["2.1"], "s1")


def test_the_menu_of_a_place_has_what_a_reviewer_does(at_words):
    menu = at_words.actions_of_desk.place_menu(at_words, None)
    words = [action.text() for action in menu.actions()]
    assert {"Comment", "Accept the cell", "Send back with a comment"} <= set(words)
