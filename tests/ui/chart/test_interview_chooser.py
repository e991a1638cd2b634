import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

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
    type_words(chooser, "nonsense")
    assert chooser.currentText() == "nonsense"
    chooser.clearFocus()
    assert chooser.currentText() == NAMES[0]


def test_showing_interviews_chooses_none(qtbot, chooser):
    with qtbot.assertNotEmitted(chooser.chosen):
        chooser.show_interviews([("b", NAMES[1])])
        chooser.show_current("b")


def type_words(chooser, words):
    chooser.setFocus()
    chooser.lineEdit().selectAll()
    QTest.keyClicks(chooser, words)


def test_return_gives_the_keyboard_back_once_a_name_is_taken(qtbot, chooser):
    type_words(chooser, "midwife")
    with qtbot.waitSignals([chooser.chosen, chooser.left], order="strict"):
        QTest.keyClick(chooser, Qt.Key.Key_Return)


def test_return_on_the_name_that_is_shown_gives_the_keyboard_back_too(qtbot, chooser):
    chooser.setFocus()
    with qtbot.waitSignal(chooser.left), qtbot.assertNotEmitted(chooser.chosen):
        QTest.keyClick(chooser, Qt.Key.Key_Return)


def test_a_name_that_is_none_stays_to_be_mended_and_is_told(qtbot, chooser):
    type_words(chooser, "zzzzqqqq")
    with qtbot.waitSignal(chooser.missed) as told, qtbot.assertNotEmitted(chooser.left):
        QTest.keyClick(chooser, Qt.Key.Key_Return)
    assert told.args == ["zzzzqqqq"]
    assert chooser.lineEdit().selectedText() == "zzzzqqqq"


@pytest.mark.parametrize("words", ["midwife", "zzzzqqqq"])
def test_escape_restores_the_name_and_gives_the_keyboard_back(qtbot, chooser, words):
    type_words(chooser, words)
    with qtbot.waitSignal(chooser.left), qtbot.assertNotEmitted(chooser.chosen):
        QTest.keyClick(chooser, Qt.Key.Key_Escape)
    assert chooser.currentText() == NAMES[0]
    assert not chooser.lineEdit().completer().popup().isVisible()


def test_keys_reach_the_chooser_while_names_are_proposed(qtbot, chooser):
    type_words(chooser, "midwife")
    popup = chooser.lineEdit().completer().popup()
    assert popup.isVisible()
    with qtbot.waitSignal(chooser.left), qtbot.assertNotEmitted(chooser.chosen):
        QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    type_words(chooser, "midwife")
    with qtbot.waitSignals([chooser.chosen, chooser.left], order="strict"):
        QTest.keyClick(popup, Qt.Key.Key_Return)


def test_who_steps_by_arrows_stays_in_the_chooser(qtbot, chooser):
    chooser.setFocus()
    with qtbot.waitSignal(chooser.chosen), qtbot.assertNotEmitted(chooser.left):
        QTest.keyClick(chooser, Qt.Key.Key_Down)


def test_a_line_of_the_open_list_gives_the_keyboard_back(qtbot, chooser):
    chooser.showPopup()
    with qtbot.waitSignals([chooser.chosen, chooser.left], order="strict"):
        chooser.view().setCurrentIndex(chooser.model().index(2, 0))
        QTest.keyClick(chooser.view(), Qt.Key.Key_Return)
