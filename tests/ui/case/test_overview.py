import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from framework_qda.matrix.verdicts import read_verdict_table
from framework_qda.model import Subtopic
from framework_qda.ui.case.overview_model import COUNTS, OverviewModel

Key = Qt.Key


@pytest.fixture
def overview(desk, study):
    """Return the table of verdicts of the desk, at the first case study and 2.1."""
    study.project.judge(study["area1"], study["2.1"], verdict="differ", note="who reconciles")
    desk.show_changes(study.project.judge(study["area1"], study["2.2"], verdict="agree"))
    desk.view.go_to(study["I01"], study["2.1"])
    desk.overseeing.toggle()
    return desk.overseeing.view


def test_the_model_keeps_the_rules_of_qt(qtbot, study):
    model = OverviewModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_table(read_verdict_table(study.read))


def test_it_opens_at_the_place_at_hand(overview, study):
    place = overview.current_place()
    assert (place.case_study_id, place.subtopic_id) == (study["area1"], study["2.1"])


def test_a_verdict_is_told_with_its_note(overview):
    role = Qt.ItemDataRole.AccessibleTextRole
    assert overview.currentIndex().data(role) == "2.1 Level, Area 1: differ: who reconciles"


def test_every_line_counts_its_verdicts(overview):
    index = overview.currentIndex()
    counts = [index.sibling(index.row(), column).data() for column in range(len(COUNTS))]
    assert counts == ["0", "1", "0", "0"]


def test_every_case_study_counts_its_verdicts(overview):
    assert overview.overview_model.counts_words(len(COUNTS)) == "1●\u20091◆"


def test_letters_set_a_verdict_there(overview, study):
    QTest.keyClick(overview, Key.Key_Right)
    QTest.keyClick(overview, Key.Key_N)
    assert study.read.verdicts(study["area2"])[study["2.1"]].verdict == "no_partner"
    assert overview.current_place().case_study_id == study["area2"]


def test_enter_goes_to_the_case_study(desk, overview, study):
    QTest.keyClick(overview, Key.Key_Right)
    QTest.keyClick(overview, Key.Key_Return)
    assert desk.view.isVisible()
    assert [column.code for column in desk.view.case_model.reading.columns] == ["I03"]
    assert desk.view.current_place().subtopic_id == study["2.1"]


def test_enter_shows_the_table_where_evidence_stood_in_its_place(desk, overview, study):
    desk.overseeing.toggle()
    desk.resize(800, 600)
    desk.panels.open("evidence")
    desk.overseeing.toggle()
    QTest.keyClick(overview, Key.Key_Return)
    assert desk.view.isVisible()


def test_the_line_at_the_foot_counts_all(desk, overview):
    assert desk.status_text().startswith("2 case studies · 1 agree · 1 differ")


def test_the_same_key_goes_back(desk, overview):
    desk.actions_of_desk.by_name["case.verdicts"].trigger()
    assert desk.view.isVisible()
    assert not desk.actions_of_desk.by_name["case.verdicts"].isChecked()


def test_the_choice_of_verdicts_holds_there_too(desk, overview):
    desk.bar.verdicts_chosen.emit(frozenset({"differ"}))
    rows = overview.overview_model.table.rows
    assert [row.subtopic.number for row in rows] == ["2.1"]


def test_a_verdict_set_elsewhere_shows_at_once(desk, overview, study):
    desk.operations.run(lambda project: project.judge(study["area2"], study["1.1"], verdict="agree"))
    assert overview.overview_model.table.rows[0].verdicts[1].verdict == "agree"


def test_nothing_stands_beside_it(desk, overview):
    assert not [name for name in desk.panels.names if desk.panels.is_shown(name)]


def test_escape_goes_back_to_the_case_study(desk, overview):
    desk.activateWindow()
    overview.setFocus()
    QTest.keyClick(overview, Key.Key_Escape)
    assert not overview.isVisible()
    assert desk.view.hasFocus()
    assert not desk.actions_of_desk.by_name["case.verdicts"].isChecked()


def test_a_case_study_is_chosen_by_its_name_from_there(desk, overview):
    desk.actions_of_desk.by_name["case.choose"].trigger()
    assert desk.bar.chooser.hasFocus()


def test_names_stand_in_full_where_there_is_room_and_give_way_where_there_is_none(overview, study):
    study.project.change(Subtopic, study["2.1"], label="Level at which what was said is known to be said of all")
    overview.show_table(read_verdict_table(study.read))
    head = overview.verticalHeader()
    overview.resize(1400, 600)
    words = overview.fontMetrics().horizontalAdvance("2.1 Level at which what was said is known to be said of all")
    assert head.width() > words
    overview.resize(400, 600)
    assert head.width() <= 160
