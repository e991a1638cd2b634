"""The Matrix desk comes back to where its analyst was."""

import pytest

from framework_qda.model import Analyst, Subtopic
from framework_qda.ui.last_place import LastPlace, remember_place, remembered_place
from framework_qda.ui.matrix.desk import MatrixDesk
from tests.ui.showing import show_desk


@pytest.fixture
def come_back(qtbot, project, settings):
    """Open the desk as a later session does."""

    def opened():
        desk = MatrixDesk()
        desk.settings = settings
        return show_desk(qtbot, desk, project)

    return opened


def cell_at(desk, row, column):
    return desk.view.grid_model.ids_at(desk.view.grid_model.index(row, column))


def test_the_desk_opens_at_the_cell_of_the_session_before(come_back):
    first = come_back()
    first.tabs.step(1)
    first.view.choose(3, 2)
    ids = first.view.current_ids()
    first.hide()
    desk = come_back()
    assert desk.view.current_ids() == ids
    assert desk.view.viewport().rect().contains(desk.view.visualRect(desk.view.currentIndex()))
    assert desk.tabs.theme_id() == desk.showing.theme_of(ids[1])


def test_the_cell_is_remembered_while_the_session_goes_on(come_back, project, settings, qtbot):
    desk = come_back()
    assert desk._keeping.interval() <= 2000
    desk._keeping.setInterval(5)
    desk.view.choose(3, 2)
    qtbot.waitUntil(lambda: remembered_place(settings, project) is not None)
    assert remembered_place(settings, project)[:2] == desk.view.current_ids()


def test_the_desk_opens_at_the_cell_that_was_charted_last(come_back, project, settings):
    first = come_back()
    place = cell_at(first, 2, 1)
    remember_place(settings, project, LastPlace(*place, "document", "paragraph"))
    desk = come_back()
    assert desk.view.current_ids() == place
    desk.hide()
    assert remembered_place(settings, project) == (*place, "document", "paragraph")


def test_the_notes_of_the_interview_stay_where_they_were(come_back, project, settings):
    first = come_back()
    remember_place(settings, project, LastPlace(*cell_at(first, 2, 1), "document", "paragraph"))
    desk = come_back()
    desk.view.choose(2, 2)
    desk.finish_editing()
    assert remembered_place(settings, project) == (*cell_at(desk, 2, 2), "document", "paragraph")


def test_a_cell_that_nobody_went_to_is_not_remembered(come_back, project, settings):
    come_back().hide()
    assert remembered_place(settings, project) is None


def test_another_analyst_begins_at_the_first_cell(come_back, project):
    first = come_back()
    first.view.choose(3, 2)
    first.hide()
    project.analyst_id = project.add(Analyst, name="Bo Lind").new_id
    assert come_back().view.current_ids() == cell_at(first, 0, 0)


def test_a_sub_topic_that_is_gone_leaves_the_first_cell(come_back, project):
    first = come_back()
    first.view.choose(1, 1)
    gone = first.view.current_ids()[1]
    first.hide()
    project.delete(Subtopic, gone)
    assert come_back().view.currentIndex().row() == 0
