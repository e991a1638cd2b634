import pytest
from PySide6.QtCore import Qt

from framework_qda.ui.chart.interview_chooser import InterviewChooser, propose

NAMES = ["I01 · Team Manager · Area 1", "I02 · Named Nurse · Area 1", "I10 · Named Midwife · Area 4"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("i10", 2), ("midw", 2), ("named nrse", 1), ("area 4", 2), ("team", 0)],
)
def test_a_part_of_a_name_finds_it(typed, first):
    assert propose(typed, NAMES)[0] == NAMES[first]


def test_nothing_near_is_not_proposed():
    assert propose("zzzzqqqq", NAMES) == []


@pytest.fixture
def chooser(qtbot):
    made = InterviewChooser()
    qtbot.addWidget(made)
    made.show_interviews([("a", NAMES[0]), ("b", NAMES[1]), ("c", NAMES[2])])
    made.show_current("a")
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_typing_and_return_choose(qtbot, chooser):
    chooser.setFocus()
    chooser.lineEdit().selectAll()
    qtbot.keyClicks(chooser.lineEdit(), "midwife")
    with qtbot.waitSignal(chooser.chosen) as caught:
        qtbot.keyClick(chooser.lineEdit(), Qt.Key.Key_Return)
    assert caught.args == ["c"]


def test_what_was_typed_and_not_taken_is_forgotten(qtbot, chooser):
    chooser.lineEdit().setText("nonsense")
    chooser.lineEdit().clearFocus()
    chooser.show_current("a")
    assert chooser.currentText() == NAMES[0]


def test_showing_interviews_chooses_none(qtbot, chooser):
    with qtbot.assertNotEmitted(chooser.chosen):
        chooser.show_interviews([("b", NAMES[1])])
        chooser.show_current("b")
