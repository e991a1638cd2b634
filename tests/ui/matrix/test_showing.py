import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from framework_qda.matrix.arranging import Arrangement
from framework_qda.matrix.filters import RowFilter
from framework_qda.model import Attribute, CellState, Interview, Statement, Subtopic, Theme


def test_another_theme_keeps_the_interview_at_hand(desk):
    QTest.keyClick(desk.view, Qt.Key.Key_Down)
    interview_id, subtopic_id = desk.view.current_ids()
    desk.tabs.step(-1)
    assert desk.view.current_ids()[0] == interview_id
    assert desk.view.current_ids()[1] != subtopic_id


def test_an_edit_that_cannot_be_ended_keeps_the_rows(desk):
    desk.showing._finish = lambda: False
    rows = desk.showing.grid.rows
    desk.filter_bar.set_filter(RowFilter(states=frozenset({CellState.CHARTED})))
    assert desk.showing.grid.rows == rows
    assert desk.filter_bar.row_filter.is_empty


def test_an_edit_that_cannot_be_ended_keeps_the_theme(desk):
    desk.showing._finish = lambda: False
    desk.tabs.step(-1)
    assert desk.tabs.theme_id() == desk.showing.grid.theme_id


def test_a_cell_that_a_filter_leaves_out_is_uncovered(desk):
    desk.filter_bar.set_filter(RowFilter(states=frozenset({CellState.CHARTED})))
    last = desk.project.read.all(Interview)[-1].id
    desk.open_cell(last, desk.showing.grid.columns[0].subtopic_id)
    assert desk.view.current_ids()[0] == last
    assert desk.filter_bar.row_filter.is_empty


def test_a_theme_that_is_deleted_gives_way_to_another(desk):
    shown = desk.showing.grid.theme_id
    desk.operations.run(lambda project: project.delete(Theme, shown))
    assert desk.showing.grid.theme_id not in (shown, "")


def test_a_changed_cell_is_counted(desk):
    before = desk.status_text()
    desk.operations.run(lambda project: project.chart(*desk.view.current_ids(), [], CellState.UNCLEAR))
    assert desk.status_text() != before
    assert "2 with a reason" in desk.status_text()


@pytest.fixture
def large(desk, monkeypatch):
    """The desk, which takes any matrix for one of very many cells."""
    for module in ("showing", "model", "asking"):
        monkeypatch.setattr(f"framework_qda.ui.matrix.{module}.is_large", lambda _grid: True)
    yield desk
    # The desk may be gone by now, and nobody hears of an answer any more; the file must be let go of all the same.
    if desk.showing.asking._task is not None:
        desk.showing.asking._task.wait()


def test_a_cell_of_another_theme_is_gone_to_when_its_many_rows_are_in_order(large, qtbot):
    large.filter_bar.set_arrangement(Arrangement((large.project.read.all(Attribute)[0].id,)))
    place = large.project.read.all(Interview)[-1].id, large.project.read.all(Subtopic)[1].id
    large.open_cell(*place)
    qtbot.waitUntil(lambda: large.view.current_ids() == place)


def test_a_filter_that_lets_the_cell_through_stays_while_its_theme_is_looked_for(large, qtbot):
    row_filter = RowFilter(organisation_kinds=frozenset({"trust"}))
    large.filter_bar.set_filter(row_filter)
    place = large.project.read.all(Interview)[-1].id, large.project.read.all(Subtopic)[1].id
    large.open_cell(*place)
    qtbot.waitUntil(lambda: large.view.current_ids() == place)
    assert large.filter_bar.row_filter == row_filter


def test_a_cell_that_changes_while_another_theme_is_looked_for_is_shown_as_it_is(large):
    large.filter_bar.set_arrangement(Arrangement((large.project.read.all(Attribute)[0].id,)))
    large.showing.asking._task.wait()
    QApplication.processEvents()
    place, index = large.view.current_ids(), large.view.currentIndex()
    large.tabs.step(-1)
    large.operations.run(lambda project: project.chart(*place, [Statement("new", "summary", "Otherwise.")]))
    assert large.showing.asking.is_filtering
    assert [each.text for each in large.view.grid_model.cell_at(index).statements] == ["Otherwise."]
