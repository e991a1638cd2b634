import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.ui.case.side_by_side_dialog import FULL, SideBySideDialog, read_choices

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
