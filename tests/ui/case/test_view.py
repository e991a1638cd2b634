import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester, QTest

from framework_qda.matrix.within_case import read_case, read_side_by_side
from framework_qda.model import CaseStudy, Subtopic
from framework_qda.project.ids import cell_id
from framework_qda.ui.case.model import CaseModel
from framework_qda.ui.case.sizing import column_widths
from framework_qda.ui.case.view import CaseView
from framework_qda.ui.matrix.look import GridLook
from tests.ui.showing import show


@pytest.fixture
def view(qtbot, study):
    made = CaseView()
    qtbot.addWidget(made)
    show(qtbot, made, 1000, 700)
    made.show_reading(read_case(study.read, study["area1"]))
    return made


def test_the_model_keeps_the_rules_of_qt(qtbot, study):
    model = CaseModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_reading(read_case(study.read, study["area1"]))
    study.project.judge(study["area1"], study["2.1"], verdict="agree")
    assert len(model.set_reading(read_case(study.read, study["area1"]))) == 1
    assert model.set_reading(read_case(study.read, study["area2"])) is None


def test_themes_are_bands_above_their_sub_topics(view):
    model = view.case_model
    assert [bool(model.section_at(line)) for line in range(7)] == [True, False, False, False, True, False, False]
    assert view.columnSpan(0, 0) == 3


def test_the_arrows_leap_over_the_bands(view, study):
    view.go_to(study["I01"], study["1.3"])
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current_place().subtopic_id == study["2.1"]


def test_every_line_is_as_tall_as_its_words(view, study):
    line = view.case_model.line_of(study["1.2"])
    view.sizes.measure_all()
    wanted = max(view.cells.height_of(view.case_model.index(line, n), view.columnWidth(n)) for n in range(3))
    assert view.rowHeight(line) >= wanted


def test_three_interviews_stand_side_by_side_without_scrolling(qapp):
    room = 1400 - 81 - 294 - 25 - 187 - 10  # the window without rail, synopsis, tabs, names and scroll bar
    look = GridLook(qapp.font())
    interview, verdict = column_widths(3, 1, look, room)
    assert 3 * interview + verdict <= room


def test_what_does_not_fit_is_scrolled_to_in_whole_columns(qapp):
    look = GridLook(qapp.font())
    interview, _ = column_widths(3, 1, look, round(28 * look.em))
    assert 2 * interview <= 28 * look.em < 3 * interview


def test_interviews_are_read_together_before_their_verdicts_are_seen(qapp):
    look = GridLook(qapp.font())
    room = round(22 * look.em)
    interview, verdict = column_widths(2, 1, look, room)
    assert room - 2 <= 2 * interview <= room
    assert verdict > 0


def test_no_word_of_a_name_is_broken(view, study):
    study.project.change(Subtopic, study["1.2"], label="The organisational")
    view.show_reading(read_case(study.read, study["area1"]))
    view.subtopics.fit(is_narrow=True)
    room = view.subtopics.sizeHint().width() - 2 * view.subtopics.pad
    assert QFontMetricsF(view.look.bold_font).horizontalAdvance("organisational") < room


def test_many_interviews_scroll_sideways_rather_than_lose_their_words(qapp):
    look = GridLook(qapp.font())
    interview, _ = column_widths(12, 1, look, 800)
    assert interview >= look.em * 10


def test_a_single_interview_has_no_endless_lines(qapp):
    look = GridLook(qapp.font())
    assert column_widths(1, 1, look, 3000)[0] <= look.em * 34


def test_an_empty_case_study_has_no_columns(view, study):
    empty = study.add("area3", CaseStudy, label="Area 3")
    view.show_reading(read_case(study.read, empty))
    assert view.case_model.columnCount() == 0
    assert view.current_place() is None


def test_the_same_case_study_stays_where_it_was_scrolled(view, study):
    view.resize(1000, 200)
    view.go_to(study["I01"], study["2.2"])
    value = view.verticalScrollBar().value()
    assert value
    study.project.judge(study["area1"], study["2.2"], verdict="agree")
    view.show_reading(read_case(study.read, study["area1"]))
    assert view.verticalScrollBar().value() == value
    assert view.current_place().subtopic_id == study["2.2"]


def test_several_case_studies_have_a_column_of_verdicts_each(view, study):
    view.show_reading(read_side_by_side(study.read, case_study_ids=(study["area1"], study["area2"])))
    model = view.case_model
    assert [model.is_verdict(column) for column in range(5)] == [False, False, True, False, True]
    assert [model.is_part_end(column) for column in range(5)] == [False, False, True, False, False]
    assert view.interviews.parts_height > 0


def test_a_screen_reader_is_told_where_it_is(view, study):
    study.project.judge(study["area1"], study["1.2"], verdict="differ", note="who reconciles")
    view.show_reading(read_case(study.read, study["area1"]))
    role = Qt.ItemDataRole.AccessibleTextRole
    cell = view.case_model.index_of(study["I01"], study["1.2"])
    assert cell.data(role) == "1.2 Quality, I01 Team Manager, local authority, not asked"
    verdict = view.case_model.index_of("", study["1.2"], study["area1"])
    assert verdict.data(role) == "1.2 Quality, Verdict local authority – trust: differ: who reconciles"


def test_a_proposed_verdict_is_told_as_one(view, study):
    verdict = view.case_model.index_of("", study["1.2"], study["area1"])
    assert verdict.data() == "not judged yet, perhaps one silent"


def test_what_is_to_be_known_of_a_cell_has_room_and_is_told(view, study):
    study.project.set_deviant(study["I01"], study["1.2"], True)
    study.project.comment("cell", cell_id(study["I01"], study["1.2"]), "Why?")
    view.show_reading(read_case(study.read, study["area1"]))
    index = view.case_model.index_of(study["I01"], study["1.2"])
    assert "kept in view as deviant" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert view.cells.height_of(index, 200) >= 3 * view.look.line_step
