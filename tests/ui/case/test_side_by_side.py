from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.model import Interview
from framework_qda.ui.case.desk import CaseDesk
from tests.ui.case.test_side_by_side_dialog import names, type_and_take
from tests.ui.showing import show_desk

Key = Qt.Key


def choose(*codes):
    def answer(dialog):
        for code in codes:
            type_and_take(dialog, code)
        dialog.accept()

    return answer


def shown(desk):
    return [column.code for column in desk.view.case_model.reading.columns]


def test_chosen_interviews_stand_side_by_side(desk, dialogs):
    dialogs.expect(choose("I03", "I01"))
    desk.side_by_side.open()
    assert shown(desk) == ["I03", "I01"]
    assert desk.bar.label.text() == "I03, I01"
    assert desk.synopsis.isHidden()


def test_the_way_back_leads_to_the_case_study(desk, dialogs):
    dialogs.expect(choose("I03", "I01"))
    desk.side_by_side.open()
    desk.bar.back.click()
    assert shown(desk) == ["I01", "I02"]
    assert not desk.bar.back.isVisible()


def test_escape_leads_back_to_the_case_study(desk, dialogs):
    dialogs.expect(choose("I03", "I01"))
    desk.side_by_side.open()
    QTest.keyClick(desk.view, Key.Key_Escape)
    assert shown(desk) == ["I01", "I02"]
    assert desk.view.hasFocus()


def test_the_cell_at_hand_stays_there_and_back(desk, study, dialogs):
    desk.view.go_to(study["I01"], study["2.1"])
    dialogs.expect(choose("I03", "I01"))
    desk.side_by_side.open()
    assert desk.view.current_place()[::2] == (study["I01"], study["2.1"])
    QTest.keyClick(desk.view, Key.Key_Escape)
    assert desk.view.current_place()[::2] == (study["I01"], study["2.1"])


def test_of_other_interviews_the_same_sub_topic_is_shown(desk, study, dialogs):
    desk.view.go_to(study["I01"], study["2.1"])
    dialogs.expect(choose("Area 2", "Area 1"))
    desk.side_by_side.open()
    desk.view.go_to(study["I03"], study["2.1"])
    QTest.keyClick(desk.view, Key.Key_Escape)
    assert desk.view.current_place()[::2] == (study["I01"], study["2.1"])


def test_from_the_verdicts_of_all_the_sub_topic_goes_along(desk, study, dialogs):
    desk.overseeing.toggle()
    desk.overseeing.view.go_to(study["area1"], study["2.1"])
    dialogs.expect(choose("I03", "I01"))
    desk.side_by_side.open()
    assert desk.view.current_place().subtopic_id == study["2.1"]


def test_escape_does_nothing_where_one_case_study_is_shown(desk):
    desk.step_case(1)
    before = shown(desk)
    QTest.keyClick(desk.view, Key.Key_Escape)
    assert shown(desk) == before


def test_case_studies_side_by_side_can_be_judged_each(desk, study, dialogs):
    dialogs.expect(choose("Area 1", "Area 2"))
    desk.side_by_side.open()
    desk.view.go_to(study["I03"], study["2.1"])
    QTest.keyClick(desk.view, Key.Key_N)
    assert study.read.verdicts(study["area2"])[study["2.1"]].verdict == "no_partner"
    assert study.read.verdicts(study["area1"]) == {}


def test_chosen_interviews_have_no_verdict(desk, study, dialogs):
    dialogs.expect(choose("I03", "I01"))
    desk.side_by_side.open()
    QTest.keyClick(desk.view, Key.Key_A)
    assert "no verdict" in desk.status_text()


def test_what_was_chosen_is_offered_again(qtbot, study, settings, dialogs):
    desk = CaseDesk()
    desk.settings = settings
    show_desk(qtbot, desk, study.project)
    dialogs.expect(choose("I03", "I01"))
    desk.side_by_side.open()
    desk.bar.back.click()
    found = []
    dialogs.expect(lambda dialog: found.extend(names(dialog)))
    desk.side_by_side.open()
    assert [each.partition(" ")[0] for each in found] == ["I03", "I01"]


def test_an_interview_that_is_deleted_leaves_the_others(desk, study, dialogs):
    dialogs.expect(choose("I03", "I01"))
    desk.side_by_side.open()
    desk.operations.run(lambda project: project.delete(Interview, study["I03"]))
    assert shown(desk) == ["I01"]


def test_after_all_chosen_interviews_are_deleted_a_case_study_is_shown(desk, study, dialogs):
    dialogs.expect(choose("I03", "I01"))
    desk.side_by_side.open()
    desk.operations.run(lambda project: project.delete(Interview, study["I03"], study["I01"]))
    assert shown(desk) == ["I02"]
    assert desk.bar.chooser.isVisible()
