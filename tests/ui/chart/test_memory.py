"""What this machine remembers of the Chart desk, between desks and between sessions."""

import pytest
from PySide6.QtCore import Qt

from framework_qda.model import Analyst, Interview, Notes, NotesParagraph, Statement
from framework_qda.ui.chart.desk import ChartDesk
from framework_qda.ui.last_place import LastPlace, remember_place, remembered_place
from framework_qda.ui.operations import Operations

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LONG = tuple(NotesParagraph("Two forms got lost one winter. " * 6, "R", 1000 * number) for number in range(60))


def come_back(qtbot, study, settings):
    """Open the desk as a later session does."""
    desk = ChartDesk()
    qtbot.addWidget(desk)
    desk.settings = settings
    operations = Operations(study.project, desk)
    operations.changed.connect(desk.show_changes)
    desk.resize(1200, 700)
    desk.set_project(study.project, operations)
    with qtbot.waitExposed(desk):
        desk.show()
    return desk


@pytest.fixture
def long_notes(study):
    study.project.import_notes([(study.interviews[0], Notes("long.txt", "00", LONG, title="Long"))])


def place(desk):
    return tuple(desk._place)


def test_the_cell_is_open_again_in_the_next_session(qtbot, study, settings):
    first = come_back(qtbot, study, settings)
    first.open_cell(study.interviews[1], study.subtopics[2])
    first.hide()
    assert place(come_back(qtbot, study, settings)) == (study.interviews[1], study.subtopics[2])


def test_marks_of_what_no_cell_cites_are_there_again_in_the_next_session(qtbot, study, settings):
    first = come_back(qtbot, study, settings)
    first.actions_by_id["chart.show_uncited"].trigger()
    later = come_back(qtbot, study, settings)
    assert later.actions_by_id["chart.show_uncited"].isChecked()
    assert later.panes.notes.view.gutter.is_marked(later.panes.notes.view.lines[0])


def test_every_analyst_has_a_place_of_their_own(qtbot, study, settings):
    come_back(qtbot, study, settings).open_cell(study.interviews[1], study.subtopics[2])
    study.project.analyst_id = study.project.add(Analyst, name="Bo Lind").new_id
    assert place(come_back(qtbot, study, settings)) != (study.interviews[1], study.subtopics[2])


def test_the_notes_stand_where_they_stood(qtbot, study, settings, long_notes):
    first = come_back(qtbot, study, settings)
    first.open_cell(study.interviews[0], study.subtopics[0])
    first.panes.notes.tabs.setCurrentIndex(1)
    view = first.panes.notes.view
    view.top.put(view.lines[30].paragraph_id)
    first.finish_editing()
    later = come_back(qtbot, study, settings).panes.notes
    assert later.tabs.currentIndex() == 1
    assert later.view.top.paragraph() == view.lines[30].paragraph_id


def test_notes_stand_where_they_stood_after_another_interview(qtbot, study, settings, long_notes):
    desk = come_back(qtbot, study, settings)
    desk.open_cell(study.interviews[0], study.subtopics[0])
    notes = desk.panes.notes
    notes.tabs.setCurrentIndex(1)
    notes.view.top.put(notes.view.lines[20].paragraph_id)
    wanted = notes.view.top.paragraph()
    desk.open_cell(study.interviews[1], study.subtopics[0])
    desk.open_cell(study.interviews[0], study.subtopics[0])
    notes.tabs.setCurrentIndex(1)
    assert notes.view.top.paragraph() == wanted


def test_a_cell_that_is_gone_is_passed_over(qtbot, study, settings):
    remember_place(settings, study.project, LastPlace(study.interviews[2], study.subtopics[3]))
    study.project.delete(Interview, study.interviews[2])
    assert place(come_back(qtbot, study, settings))[0] in study.interviews[:2]


@pytest.mark.parametrize("text", ["", "no json", "[1]", '{"interview_id": "x"}', "{}"])
def test_what_is_not_understood_is_as_nothing(study, settings, text):
    settings.remember(study.project.project_id, f"last_cell/{study.project.analyst_id}", text)
    assert remembered_place(settings, study.project) is None


def test_panes_are_parted_and_folded_as_they_were(qtbot, study, settings):
    first = come_back(qtbot, study, settings)
    first.panes.room.splitter.setSizes([400, 800])
    first.panes.fold_neighbours()
    before = first.panes.room.splitter.sizes()
    first.hide()
    later = come_back(qtbot, study, settings)
    assert later.panes.room.splitter.sizes() == before
    assert later.panes.room.folded() == ["neighbours"]


def test_nothing_is_remembered_without_settings(bench):
    bench.do("fold_notes")
    bench.desk.hide()


# -- the way onward


def test_charting_goes_along_the_row_unless_told_otherwise(bench, study):
    bench.type("Told.")
    bench.do("charted_next")
    assert place(bench.desk) == (study.interviews[0], study.subtopics[1])


def test_charting_goes_down_the_column_and_into_the_next_one(qtbot, study, settings):
    desk = come_back(qtbot, study, settings)
    desk.open_cell(study.interviews[1], study.subtopics[0])
    qtbot.keyClick(desk.panes.cell.editor, Qt.Key.Key_M, CONTROL_SHIFT)
    visited = []
    for _ in range(3):
        desk.actions_by_id["chart.charted_next"].trigger()
        visited.append(place(desk))
    first, second, third = study.interviews
    one, two = study.subtopics[:2]
    assert visited == [(third, one), (first, two), (second, two)]


def test_the_way_onward_is_remembered_and_seen_in_the_menu(qtbot, study, settings):
    first = come_back(qtbot, study, settings)
    first.actions_by_id["chart.by_column"].trigger()
    later = come_back(qtbot, study, settings)
    assert later.actions_by_id["chart.by_column"].isChecked()
    later.actions_by_id["chart.by_column"].trigger()
    assert not come_back(qtbot, study, settings).actions_by_id["chart.by_column"].isChecked()


def test_the_end_of_the_last_column_is_the_end(bench, study):
    bench.desk.actions_by_id["chart.by_column"].trigger()
    bench.open(2, 3)
    bench.do("charted_next")
    assert place(bench.desk) == (study.interviews[2], study.subtopics[3])


def test_where_nothing_is_remembered_one_begins_where_the_board_goes_on(qtbot, study, settings):
    there = (study.interviews[1], study.subtopics[2])
    study.project.chart(*there, [Statement("s", "summary", "Two forms.")])
    assert place(come_back(qtbot, study, settings)) == there
