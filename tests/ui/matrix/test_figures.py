"""Figures of a large matrix: every matrix is large here."""

import pytest

from framework_qda.matrix.summaries import summarise_column
from framework_qda.model import CellState, Statement
from framework_qda.ui.matrix import model


@pytest.fixture
def large(desk, monkeypatch):
    monkeypatch.setattr(model, "is_large", lambda _grid: True)
    yield desk
    desk.end()


def settle(qtbot, desk):
    qtbot.waitUntil(lambda: not desk.showing.figures.is_busy and not desk.view.grid_model.missing_figures())


def words(desk, column):
    return desk.view.grid_model.column_summary(column)


def counted(desk, column):
    return " · ".join(summarise_column(desk.showing.grid, column).lines)


def test_figures_come_when_they_are_counted(large, qtbot):
    before = large.view.columns.height()
    large.views.toggle_summaries()
    assert words(large, 0) == ""
    settle(qtbot, large)
    assert [words(large, column) for column in range(3)] == [counted(large, column) for column in range(3)]
    assert large.view.columns.height() > before


def test_a_column_that_changes_is_counted_anew(large, qtbot):
    large.views.toggle_summaries()
    settle(qtbot, large)
    place = large.showing.grid.rows[-1].interview_id, large.showing.grid.columns[1].subtopic_id
    before = words(large, 1)
    said = [Statement("n", "summary", "Three new words.")]
    large.operations.run(lambda project: project.chart(*place, said, CellState.CHARTED))
    settle(qtbot, large)
    assert words(large, 1) != before
    assert words(large, 1) == counted(large, 1)


def test_another_matrix_is_counted_for_itself(large, qtbot):
    large.views.toggle_summaries()
    large.tabs.step(-1)
    settle(qtbot, large)
    assert words(large, 0) == counted(large, 0)


def test_figures_that_are_not_wanted_are_not_counted(large):
    assert large.view.grid_model.missing_figures() == []
    assert not large.showing.figures.is_busy
