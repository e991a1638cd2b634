"""The notes and the recordings of the chosen interview."""

import pytest
from PySide6.QtWidgets import QLabel

from framework_qda.model import CaseStudy, Document, Interview, Theme
from framework_qda.ui.interviews.desk import InterviewsDesk
from tests.ui.showing import show_desk


@pytest.fixture
def desk(qtbot, project):
    return show_desk(qtbot, InterviewsDesk(), project)


def choose(desk):
    interview = desk.project.read.all(Interview)[0]
    desk.view.choose(interview.id)
    return interview


def test_notes_are_listed_with_their_paragraphs(desk):
    choose(desk)
    assert [label.text() for label in desk.holdings.notes.findChildren(QLabel)][2:] == ["I01.txt", "3 paragraphs"]


def test_notes_can_be_removed_and_come_back(desk, dialogs):
    choose(desk)
    document = desk.project.read.all(Document)[0]
    dialogs.expect(lambda box: box.accept())
    desk.holdings.notes.removal_requested.emit(document.id)
    assert desk.project.read.all(Document) == []
    desk.operations.run(lambda project: project.undo())
    assert desk.project.read.all(Document) == [document]


def test_charting_begins_at_the_first_subtopic(desk, qtbot):
    interview = choose(desk)
    with qtbot.waitSignal(desk.cell_requested) as told:
        desk.holdings.notes.chart_requested.emit()
    assert told.args[0] == interview.id


def test_without_a_framework_charting_leads_there(desk, qtbot):
    theme = desk.project.read.all(Theme)[0]
    desk.project.delete(Theme, theme.id)
    choose(desk)
    with qtbot.waitSignal(desk.desk_requested) as told:
        desk.holdings.notes.chart_requested.emit()
    assert told.args == ["framework"]


def test_only_an_interview_has_notes_and_recordings(desk):
    choose(desk)
    holdings = desk.holdings
    assert not holdings.notes.isHidden()
    assert not holdings.recordings.isHidden()
    desk.view.choose(desk.project.read.all(CaseStudy)[0].id)
    assert holdings.notes.isHidden()
    assert holdings.recordings.isHidden()
