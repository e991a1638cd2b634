"""Comments on interviews, their notes and other records, beside the outline of the Interviews desk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.model import CaseStudy, Informant, Interview
from framework_qda.ui.interviews.desk import InterviewsDesk
from framework_qda.ui.settings import Settings
from tests.ui.showing import show_desk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot, project):
    made = show_desk(qtbot, InterviewsDesk(), project, 1300)
    made.view.setFocus()
    return made


def choose(desk, record_type, place=0):
    record = desk.project.read.all(record_type)[place]
    desk.view.choose(record.id)
    return record


def send(desk, words):
    QTest.keyClicks(desk.comments.field, words)
    QTest.keyClick(desk.comments.field, Key.Key_Return, CONTROL)


def test_a_comment_on_an_interview_is_written_by_keyboard(desk):
    interview = choose(desk, Interview)
    QTest.keyClick(desk.view, Key.Key_M, CONTROL)
    send(desk, "Ask her again.")
    assert [each.text for each in desk.project.read.comments(interview.id)] == ["Ask her again."]
    assert [card.thread_shown.remark.text for card in desk.comments.cards] == ["Ask her again."]
    QTest.keyClick(desk.comments.field, Key.Key_Escape)
    assert desk.view.hasFocus()


def test_the_notes_of_an_interview_can_be_commented_on(desk):
    interview = choose(desk, Interview)
    document = desk.project.read.documents(interview.id)[0]
    QTest.keyClick(desk.view, Key.Key_M, CONTROL)
    place = next(n for n in range(desk.comments.about.count()) if "notes" in desk.comments.about.itemText(n))
    desk.comments.about.setCurrentIndex(place)
    send(desk, "Page two is missing.")
    assert [each.text for each in desk.project.read.comments(document.id)] == ["Page two is missing."]
    assert desk.comments.cards[0].about_button.words.startswith("On the notes")


def test_the_outline_shows_interviews_with_open_comments(desk):
    interview = choose(desk, Interview)
    desk.operations.run(lambda project: project.comment("interview", interview.id, "Ask her again."))
    node = desk.view.current_node()
    assert node.texts[0] == f"{interview.code}   ● 1"
    spoken = desk.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{interview.code}, 1 open comment")
    (comment,) = desk.project.read.comments(interview.id)
    desk.operations.run(lambda project: project.resolve_comment(comment.id, True))
    assert desk.view.current_node().texts[0] == interview.code


def test_somebody_who_spoke_is_commented_on_with_their_interview(desk):
    interview = choose(desk, Interview)
    informant = desk.project.add(Informant, interview_id=interview.id, code="P77").new_id
    desk.refresh()
    desk.view.choose(informant)
    QTest.keyClick(desk.view, Key.Key_M, CONTROL)
    send(desk, "Left in May.")
    assert [each.text for each in desk.project.read.comments(informant)] == ["Left in May."]
    assert desk.comments.heading.text() == f"Comments · {interview.code}"
    desk.view.choose(interview.id)
    desk.comments.cards[0].about_button.click()
    assert desk.view.current_node().key == informant


def test_a_case_study_can_be_commented_on(desk):
    case = choose(desk, CaseStudy)
    QTest.keyClick(desk.view, Key.Key_M, CONTROL)
    send(desk, "Two sites?")
    assert [each.text for each in desk.project.read.comments(case.id)] == ["Two sites?"]
    assert desk.view.current_node().texts[0].endswith("● 1")


def test_the_way_leads_from_comment_to_comment(desk):
    interview, case = choose(desk, Interview), choose(desk, CaseStudy)
    for type_name, record in (("interview", interview), ("case_study", case)):
        desk.project.comment(type_name, record.id, "Here.")
    found = []
    for _ in range(3):
        QTest.keyClick(desk.view, Key.Key_PageDown, CONTROL | SHIFT)
        found.append(desk.view.current_node().key)
    assert found == [interview.id, case.id, interview.id]


def test_without_comments_it_is_said(desk):
    QTest.keyClick(desk.view, Key.Key_PageDown, CONTROL | SHIFT)
    assert desk.status_text() == "No comment is open on any line here."


def test_in_a_low_window_the_comments_stand_instead_of_the_form(desk):
    choose(desk, Interview)
    desk.resize(1300, 420)
    QTest.keyClick(desk.view, Key.Key_F8, SHIFT)
    assert (desk.comments.isVisible(), desk.panel.isVisible()) == (True, False)
    QTest.keyClick(desk.view, Key.Key_F8, SHIFT)
    assert (desk.comments.isVisible(), desk.panel.isVisible()) == (False, True)
    desk.resize(1300, 1000)
    QTest.keyClick(desk.view, Key.Key_F8, SHIFT)
    assert (desk.comments.isVisible(), desk.panel.isVisible()) == (True, True)


def test_whether_comments_were_shown_is_remembered(qtbot, desk, project, tmp_path):
    desk.settings = Settings(tmp_path / "settings.ini")
    QTest.keyClick(desk.view, Key.Key_F8, SHIFT)
    other = InterviewsDesk()
    other.settings = desk.settings
    show_desk(qtbot, other, project, 1300)
    assert other.comments.isVisible()


def test_a_comment_on_the_notes_is_opened_in_its_thread(desk):
    interview = desk.project.read.all(Interview)[0]
    document = desk.project.read.documents(interview.id)[0]
    made = [desk.project.comment("document", document.id, words).new_id for words in ("one", "two")]
    desk.open_record("remark", made[1])
    assert desk.view.current_node().key == interview.id
    assert desk.comments.cards[1].reply_button.hasFocus()


def test_what_is_said_of_a_record_is_shown_with_it(desk):
    interview = desk.project.read.all(Interview)[0]
    desk.open_record("remarks", interview.id)
    assert desk.view.current_node().key == interview.id
    assert desk.comments.isVisible()


def test_below_the_name_stands_how_many_comments_are_open_and_a_click_shows_them(desk):
    interview = choose(desk, Interview)
    assert desk.comments_button.text() == "Comments"
    desk.operations.run(lambda project: project.comment("interview", interview.id, "Ask her again."))
    assert desk.comments_button.text() == "● 1 open comment"
    desk.comments_button.click()
    assert desk.comments.isVisible()
    assert desk.comments.height() > desk.height() / 3
