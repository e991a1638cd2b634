"""The list of everything that was done: reading it, choosing from it, going there, all by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from framework_qda.errors import ProjectFileError
from framework_qda.model import Analyst, CaseStudy, Interview, Statement, Subtopic, Theme
from framework_qda.project.ids import cell_id
from framework_qda.ui.operations import Operations
from framework_qda.ui.review.desk import HISTORY, ReviewDesk
from framework_qda.ui.review.history_filters import CHOSEN_DAYS
from framework_qda.ui.widgets.row_list import draw_line

Key = Qt.Key


@pytest.fixture
def desk(qtbot, project, settings):
    """A desk on the history, in which a colleague charted a cell and remarked on it after the first analyst."""
    me, bea = project.analyst_id, project.add(Analyst, name="Bea Holt", initials="BH").new_id
    interview_id = project.read.all(Interview)[0].id
    first, second = (each.id for each in project.read.all(Subtopic))
    project.chart(interview_id, first, [Statement("s", "summary", "Mine.")])
    project.analyst_id = bea
    project.chart(interview_id, second, [Statement("s", "summary", "Theirs.")])
    project.comment("cell", cell_id(interview_id, second), "Whose?")
    project.analyst_id = me
    made = ReviewDesk()
    qtbot.addWidget(made)
    made.settings = settings
    operations = Operations(project, made)
    operations.changed.connect(made.show_changes)
    made.set_project(project, operations)
    made.resize(1200, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_part(HISTORY)
    qtbot.waitUntil(lambda: made.history.is_complete)
    return made


def told(desk):
    view = desk.history.list
    return [view.history.index(row).data() for row in range(view.history.rowCount()) if view.history.line(row)]


def charted(desk):
    return [words for words in told(desk) if "for interview" in words and "statement" in words]


def test_the_keyboard_is_in_the_list_and_headings_are_passed_over(desk):
    view = desk.history.list
    assert view.hasFocus()
    rows = []
    for _ in range(3):
        rows.append(view.currentIndex().row())
        QTest.keyClick(view, Key.Key_Down)
    assert rows == [1, 2, 4]


def test_a_heading_names_day_and_analyst(desk):
    today = date.today()
    heading = desk.history.list.history.index(0).data()
    assert heading == f"{today:%A} {today.day} {today:%B} {today.year} · Bea Holt: 2 changes"


def test_the_words_of_the_chosen_change_stand_beside(desk, qtbot):
    QTest.keyClick(desk.history.list, Key.Key_Down)
    qtbot.waitUntil(lambda: "Theirs." in desk.history.change.toPlainText())
    assert desk.history.heading.text() == "1.2 for interview I01: one statement added, now in progress"
    assert "in progress" in desk.history.state.text()


def test_how_many_changes_a_day_has_is_said_in_full_or_not_at_all(desk, monkeypatch):
    said = []

    def note(painter, rect, words, font, role):
        if "change" in words:
            said.append(QFontMetrics(font).horizontalAdvance(words) <= rect.width())
        return draw_line(painter, rect, words, font, role)

    monkeypatch.setattr("framework_qda.ui.review.history_view.draw_line", note)
    view = desk.history.list
    seen = []
    for width in (220, 260, 300, 340, 700):
        said.clear()
        view.resize(width, view.height())
        view.grab()
        assert all(said)
        seen.append(bool(said))
    assert seen[0] is False
    assert seen[-1] is True


def test_enter_goes_to_the_cell(desk, qtbot, project):
    QTest.keyClick(desk.history.list, Key.Key_Down)
    with qtbot.waitSignal(desk.cell_requested) as asked:
        QTest.keyClick(desk.history.list, Key.Key_Return)
    assert asked.args == [project.read.all(Interview)[0].id, project.read.all(Subtopic)[1].id]


def test_enter_on_a_comment_goes_to_its_thread(desk, qtbot, project):
    with qtbot.waitSignal(desk.remarks_requested) as asked:
        QTest.keyClick(desk.history.list, Key.Key_Return)
    (comment,) = project.read.open_comments()
    assert asked.args == [project.read.all(Interview)[0].id, project.read.all(Subtopic)[1].id, comment.id]


def test_enter_on_anything_else_goes_to_its_record(desk, qtbot, project):
    view = desk.history.list
    row = next(n for n in range(view.history.rowCount()) if view.history.index(n).data() == "Theme added: 1 Background")
    view.setCurrentIndex(view.history.index(row))
    with qtbot.waitSignal(desk.record_requested) as asked:
        QTest.keyClick(view, Key.Key_Return)
    assert asked.args[0] == "theme"


def test_filters_leave_what_is_wanted_and_are_taken_away_by_key(desk, project):
    everything = told(desk)
    filters = desk.history.filters
    filters.analyst.setCurrentIndex(filters.analyst.findText("Ann Marsh"))
    assert charted(desk) == ["1.1 for interview I01: one statement added, now in progress"]
    filters.column.setCurrentIndex(filters.column.findData(project.read.all(Subtopic)[1].id))
    assert not charted(desk)
    assert desk.status_text().startswith("1 of ")
    desk.actions_by_id["review.all_history"].trigger()
    assert told(desk) == everything


def test_enter_goes_to_the_record_that_was_looked_for(desk, qtbot, project):
    other_id = project.add(Interview, code="I02", case_study_id=project.add(CaseStudy, label="Area 9").new_id).new_id
    for interview in project.read.all(Interview):
        desk.operations.run(lambda project, key=interview.id: project.change(Interview, key, mode="telephone"))
    qtbot.waitUntil(lambda: desk.history.is_complete)
    places = desk.history.filters.place
    places.take_place(places.findData(other_id))
    assert told(desk)[0] == "Interview changed: I02"
    desk.history.list.choose(None)
    with qtbot.waitSignal(desk.record_requested) as asked:
        QTest.keyClick(desk.history.list, Key.Key_Return)
    assert asked.args == ["interview", other_id]


def choose_days(filters, first, last):
    filters.period.setCurrentIndex(filters.period.findData(CHOSEN_DAYS))
    filters.first.setDate(first)
    filters.last.setDate(last)


def test_a_case_study_and_a_time_can_be_chosen(desk, project):
    filters = desk.history.filters
    filters.place.take_place(filters.place.findData(project.read.all(CaseStudy)[0].id))
    assert len(charted(desk)) == 2
    filters.clear()
    choose_days(filters, QDate(2001, 1, 1), QDate(2001, 1, 2))
    assert told(desk) == []
    assert not desk.history.remark.isHidden()
    filters.last.setDate(QDate.currentDate())
    assert len(charted(desk)) == 2
    assert desk.history.remark.isHidden()


def test_the_chosen_line_stays_chosen_when_another_is_written(desk, qtbot, project):
    view = desk.history.list
    QTest.keyClick(view, Key.Key_Down)
    before = view.current()
    desk.operations.run(lambda project: project.add(CaseStudy, label="Area 9"))
    qtbot.waitUntil(lambda: desk.history.is_complete)
    assert told(desk)[0] == "2 case studies added: Area 1, Area 9"
    assert view.current().key == before.key


def test_the_model_holds_what_qt_asks_of_one(desk):
    model = desk.history.list.history
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    analyst = desk.history.filters.analyst
    analyst.setCurrentIndex(analyst.findData(desk.project.analyst_id))
    del tester


def test_a_hidden_history_reads_nothing_until_it_is_shown(desk, qtbot):
    desk.show_part(0)
    desk.operations.run(lambda project: project.add(CaseStudy, label="Area 9"))
    qtbot.wait(50)
    assert not desk.history.is_complete
    desk.show_part(HISTORY)
    qtbot.waitUntil(lambda: desk.history.is_complete)
    assert told(desk)[0] == "2 case studies added: Area 1, Area 9"


@pytest.mark.parametrize(("days", "first"), [(1, date(2024, 5, 10)), (7, date(2024, 5, 4)), (30, date(2024, 4, 11))])
def test_a_period_ends_today(desk, days, first):
    filters = desk.history.filters
    filters.period.setCurrentIndex(filters.period.findData(days))
    wanted = filters.wanted(date(2024, 5, 10))
    assert (wanted.first_day, wanted.last_day) == (first, None)


def test_days_that_are_chosen_the_wrong_way_round_are_turned(desk):
    filters = desk.history.filters
    choose_days(filters, QDate(2024, 5, 9), QDate(2024, 5, 2))
    wanted = filters.wanted()
    assert (wanted.first_day, wanted.last_day) == (date(2024, 5, 2), date(2024, 5, 9))


def test_fields_of_a_record_are_shown_with_what_they_were(desk, qtbot):
    (theme_id,) = (each.id for each in desk.project.read.all(Theme))
    desk.operations.run(lambda project: project.change(Theme, theme_id, description="How it began."))
    qtbot.waitUntil(lambda: desk.history.is_complete)
    desk.history.list.choose(None)
    qtbot.waitUntil(lambda: "Description" in desk.history.change.toPlainText())
    assert "How it began." in desk.history.change.toPlainText()


def test_many_records_are_listed_beside(desk, qtbot):
    desk.operations.run(lambda project: project.add(CaseStudy, label="Area 9"))
    qtbot.waitUntil(lambda: desk.history.is_complete)
    desk.history.list.choose(None)
    qtbot.waitUntil(lambda: desk.history.change.toPlainText() == "Area 1\nArea 9")


def test_filters_are_reached_by_key_and_tab_leads_on_to_the_list(desk):
    desk.show_part(0)
    desk.actions_by_id["review.filter"].trigger()
    assert desk.history.filters.analyst.hasFocus()
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert desk.history.list.hasFocus()


def test_a_journal_that_cannot_be_read_says_why(desk, qtbot, monkeypatch):
    def fail(*_arguments):
        raise ProjectFileError("The file has gone.")

    monkeypatch.setattr("framework_qda.ui.review.history_pane.read_history", fail)
    desk.operations.run(lambda project: project.add(CaseStudy, label="Area 9"))
    qtbot.waitUntil(lambda: desk.history.remark.text() == "The file has gone.")
    assert desk.history.remark.isVisible()
