import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.ui.case.desk import CaseDesk
from framework_qda.ui.case.side_by_side import FULL, SideBySideDialog, read_choices
from tests.ui.showing import show_desk

Key = Qt.Key


@pytest.fixture
def dialog(qtbot, study):
    made = SideBySideDialog(read_choices(study.read), [])
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def type_and_take(dialog, words):
    QTest.keyClicks(dialog.field, words)
    QTest.keyClick(dialog.field, Key.Key_Return)


def names(dialog):
    return [dialog.taken.item(row).text() for row in range(dialog.taken.count())]


def test_case_studies_and_interviews_can_be_chosen(study):
    assert [each.name.partition(" · ")[0] for each in read_choices(study.read)] == [
        "Area 1",
        "Area 2",
        "I01",
        "I02",
        "I03",
        "I04",
    ]


def test_a_part_of_a_name_finds_an_interview(dialog):
    type_and_take(dialog, "midwife")
    assert names(dialog)[0].startswith("I02")


def test_after_an_interview_only_interviews_are_offered(dialog):
    type_and_take(dialog, "I03")
    offered = [dialog.proposals.item(row).text() for row in range(dialog.proposals.count())]
    assert offered
    assert not any(name.startswith("Area") for name in offered)


def test_one_alone_cannot_be_shown(dialog):
    type_and_take(dialog, "Area 1")
    assert not dialog.accept_button.isEnabled()
    type_and_take(dialog, "Area 2")
    assert dialog.accept_button.isEnabled()


def test_more_than_three_are_refused(dialog):
    for code in ("I01", "I02", "I03", "I04"):
        type_and_take(dialog, code)
    assert len(names(dialog)) == 3
    assert dialog.problem.text() == FULL


def test_one_is_taken_away_by_a_key(dialog):
    for code in ("I01", "I02"):
        type_and_take(dialog, code)
    dialog.taken.setFocus()
    QTest.keyClick(dialog.taken, Key.Key_Delete)
    assert [each.partition(" ")[0] for each in names(dialog)] == ["I01"]


def test_the_arrows_walk_the_proposals(dialog):
    QTest.keyClick(dialog.field, Key.Key_Down)
    QTest.keyClick(dialog.field, Key.Key_Return)
    assert names(dialog) == ["Area 2"]


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
    from framework_qda.model import Interview

    dialogs.expect(choose("I03", "I01"))
    desk.side_by_side.open()
    desk.operations.run(lambda project: project.delete(Interview, study["I03"]))
    assert shown(desk) == ["I01"]
