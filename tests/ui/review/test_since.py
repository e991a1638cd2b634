"""Choosing since when one looks at what others changed: at the beginning, and later above the list."""

import shutil
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from framework_qda import create_project, open_project
from framework_qda.errors import ProjectFileError
from framework_qda.matrix.reviewing import Since, read_review
from framework_qda.model import Analyst, Interview, Statement, Subtopic, Theme
from framework_qda.ui.operations import Operations
from framework_qda.ui.review.desk import ReviewDesk
from framework_qda.ui.review.looked import Looked

Key = Qt.Key


class Study:
    """A project with a clock that is set by hand: Bea charts three cells, one a day, from 4 May on."""

    def __init__(self, path):
        self.now = datetime(2024, 5, 3, 12, 0, tzinfo=UTC)
        self.project = create_project(path, title="A study", analyst_name="Ann Marsh", clock=lambda: self.now)
        add = self.project.add
        self.me, self.bea = self.project.analyst_id, add(Analyst, name="Bea Holt", initials="BH").new_id
        interviews = [add(Interview, code=f"I0{number}").new_id for number in (1, 2, 3)]
        theme = add(Theme, title="Referral").new_id
        subtopic = add(Subtopic, theme_id=theme, label="forms").new_id
        self.places = [(interview, subtopic) for interview in interviews]
        for place in self.places:
            self.now += timedelta(days=1)
            self.chart(place, "Point.")

    def chart(self, place, text):
        self.project.analyst_id = self.bea
        self.project.chart(*place, [Statement("s", "summary", text)])
        self.project.analyst_id = self.me


@pytest.fixture
def study(tmp_path):
    made = Study(tmp_path / "study.fqda")
    yield made
    made.project.close()


@pytest.fixture
def open_desk(qtbot, study, settings):
    """Give a function that opens the desk, as after a start of the program."""

    def opened():
        desk = ReviewDesk()
        qtbot.addWidget(desk)
        desk.settings = settings
        operations = Operations(study.project, desk)
        operations.changed.connect(desk.show_changes)
        desk.set_project(study.project, operations)
        desk.resize(1200, 700)
        with qtbot.waitExposed(desk):
            desk.show()
        desk.activateWindow()
        desk.setFocus()
        qtbot.waitUntil(lambda: desk.changed.is_complete)
        return desk

    return opened


def places(desk):
    return [item.place for item in desk.changed.list.changed_model.items]


def press(desk, button, qtbot):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.changed.is_complete)


def test_who_has_never_looked_is_asked_and_not_told_that_all_is_seen(open_desk):
    desk = open_desk()
    page = desk.changed.begin_page
    assert page.isVisible()
    assert not desk.changed.since.isVisible()
    assert page.ever.hasFocus()
    assert page.ever.text() == "All that they have changed: 3 cells"
    assert "not looked" in page.words.text()


def test_all_that_others_changed_is_shown_from_then_on(open_desk, study, qtbot):
    desk = open_desk()
    QTest.keyClick(desk.changed.begin_page.ever, Key.Key_Space)
    qtbot.waitUntil(lambda: places(desk) == study.places)
    assert desk.changed.list.hasFocus()
    QTest.keyClick(desk.changed.list, Key.Key_N)
    assert places(open_desk()) == study.places[1:]


def test_a_beginner_can_take_all_of_the_past_for_looked_at(open_desk, study, qtbot):
    desk = open_desk()
    press(desk, desk.changed.begin_page.now, qtbot)
    assert places(desk) == []
    assert desk.changed.notice.title.text() == "You have seen everything"
    study.chart(study.places[1], "Another.")
    assert places(open_desk()) == [study.places[1]]


def test_a_beginner_can_begin_with_a_day(open_desk, study, qtbot):
    desk = open_desk()
    page = desk.changed.begin_page
    page.day.setDate(date(2024, 5, 5))
    press(desk, page.day_button, qtbot)
    assert places(desk) == study.places[1:]
    assert places(open_desk()) == study.places[1:]


def test_tab_leaves_the_field_of_a_day(open_desk):
    page = open_desk().changed.begin_page
    page.day.setFocus()
    QTest.keyClick(page.day, Key.Key_Tab)
    assert page.now.hasFocus()


def test_what_was_changed_since_one_wrote_is_offered_where_there_is_any(open_desk, study):
    study.project.add(Interview, code="I04")
    assert not open_desk().changed.begin_page.wrote.isVisible()
    study.chart(study.places[1], "Another.")
    assert open_desk().changed.begin_page.wrote.text().endswith(": 1 cell")


def test_where_nobody_else_has_written_it_says_so(open_desk, study):
    study.project.analyst_id = study.bea
    desk = open_desk()
    assert desk.changed.notice.title.text() == "Nobody else has changed a cell yet"
    assert not desk.changed.since.isVisible()


def test_one_can_look_further_back_and_comes_back_to_where_one_was(open_desk, study, settings, qtbot):
    Looked(study.project, settings).begin(study.project.overview.last_row())
    desk = open_desk()
    since = desk.changed.since
    assert places(desk) == []
    since.choice.setCurrentIndex(since.choice.findData(Since.EVER))
    qtbot.waitUntil(lambda: desk.changed.is_complete)
    assert places(desk) == study.places
    assert desk.status_text() == "3 cells changed by others"
    desk.changed.go_on()
    assert places(desk) == study.places[1:]
    desk.operations.run(lambda project: project.add(Interview, code="I04"))
    qtbot.waitUntil(lambda: desk.changed.is_complete)
    assert places(desk) == study.places[1:], "what was looked at stays so when the journal is read again"
    since.choice.setCurrentIndex(since.choice.findData(Since.DAY))
    since.day.setDate(date(2024, 5, 6))
    qtbot.waitUntil(lambda: desk.changed.is_complete)
    assert places(desk) == study.places[2:]
    since.day.setDate(date(2024, 5, 4))
    qtbot.waitUntil(lambda: desk.changed.is_complete)
    assert places(desk) == study.places, "whoever chooses another beginning sees all from there on"
    since.choice.setCurrentIndex(since.choice.findData(Since.LOOKED))
    qtbot.waitUntil(lambda: desk.changed.is_complete)
    assert places(desk) == []


def test_everything_that_was_read_is_taken_for_looked_at_and_nothing_newer(open_desk, study, settings, qtbot):
    Looked(study.project, settings).begin(0)
    desk = open_desk()
    study.chart(study.places[0], "Behind your back.")  # as a merge would bring it: the desk has not heard of it
    desk.changed.mark_all()
    qtbot.waitUntil(lambda: desk.changed.is_complete)
    assert places(desk) == [study.places[0]]


def test_another_analyst_is_asked_for_themselves(open_desk, study, settings, qtbot):
    Looked(study.project, settings).begin(0)
    desk = open_desk()
    study.project.analyst_id = study.bea
    desk.operations.run(lambda project: project.add(Interview, code="I04"))
    qtbot.waitUntil(lambda: desk.changed.is_complete)
    assert places(desk) == []
    assert desk.changed.notice.title.text() == "Nobody else has changed a cell yet"


def test_an_undone_acceptance_brings_the_cell_back_in_its_place(open_desk, study, settings):
    Looked(study.project, settings).begin(0)
    desk = open_desk()
    desk.changed.list.choose(1)
    QTest.keyClick(desk.changed.list, Key.Key_A)
    assert places(desk) == [study.places[0], study.places[2]]
    desk.operations.run(lambda project: project.undo())
    assert places(desk) == study.places
    assert desk.here() == study.places[1]


def test_in_a_narrow_window_list_and_comments_take_turns(open_desk, study, settings, qtbot):
    Looked(study.project, settings).begin(0)
    desk = open_desk()
    desk.resize(500, 500)
    panes = desk.changed
    assert panes.list.isVisible()
    assert not panes.comments.isVisible()
    QTest.keyClick(panes.list, Key.Key_B)
    assert panes.comments.isVisible()
    assert not panes.list.isVisible()
    QTest.keyClick(panes.comments.field, Key.Key_Escape)
    assert panes.list.hasFocus()


def test_in_another_copy_of_the_project_it_is_not_known_how_far_one_has_looked(study, settings, tmp_path):
    Looked(study.project, settings).begin(0)
    copied = shutil.copy(study.project.path, tmp_path / "copy.fqda")
    looked = Looked(study.project, settings)
    looked.mark(read_review(study.project.overview, looked.question()).items[0])
    study.chart(study.places[0], "Mine goes on.")
    looked.begin(study.project.overview.last_row())
    with open_project(copied, backs_up=False) as other:
        assert Looked(other, settings).is_other_copy, "its journal ends before"
        other.chart(*study.places[1], [Statement("s", "summary", "Theirs goes on.")])
        there = Looked(other, settings)
        assert (there.row, there.is_other_copy) == (None, True)
    assert Looked(study.project, settings).row == study.project.overview.last_row()


def test_it_is_said_that_the_file_is_another_copy(open_desk, study, settings):
    row = study.project.overview.last_row()
    settings.remember(study.project.project_id, f"looked_{study.me}", f"{row}@another")
    assert open_desk().changed.begin_page.words.text().startswith("This is another copy of the project")


def test_a_journal_that_cannot_be_read_says_why(open_desk, monkeypatch):
    def fail(*_arguments):
        raise ProjectFileError("The file has gone.")

    monkeypatch.setattr("framework_qda.ui.review.changed_reader.read_beginning", fail)
    assert [label.text() for label in open_desk().changed.findChildren(QLabel) if label.isVisible()] == [
        "The file has gone."
    ]
