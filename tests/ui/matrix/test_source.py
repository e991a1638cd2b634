import pytest

from framework_qda.matrix.filters import RowFilter
from framework_qda.model import CellState, Interview, Subtopic, Theme
from framework_qda.ui.matrix.model import EMPTY_GRID
from framework_qda.ui.matrix.source import GridSource

CHARTED = RowFilter(states=frozenset({CellState.CHARTED}))


@pytest.fixture
def source(project):
    made = GridSource()
    made.set_reader(project.read)
    return made


@pytest.fixture
def theme_id(project):
    return project.read.all(Theme)[1].id


def test_no_filter_reads_a_cell(source, theme_id, project, monkeypatch):
    whole = source.grid(theme_id, RowFilter())
    monkeypatch.setattr(type(project.read), "cells_at", None)
    assert [row.code for row in source.grid(theme_id, CHARTED).rows] == ["I01"]
    assert source.grid(theme_id, RowFilter()) is whole


def test_a_theme_that_is_gone_gives_an_empty_matrix(source):
    assert source.grid("gone", RowFilter()) is EMPTY_GRID


def test_a_cell_that_changed_under_a_filter_is_right_without_it_too(source, theme_id, project):
    shown = source.grid(theme_id, CHARTED)
    interview_id = project.read.all(Interview)[2].id
    subtopic_id = project.read.subtopics(theme_id)[0].id
    cells = project.set_state(interview_id, subtopic_id, CellState.UNCLEAR).touched["cell"]
    assert shown.cells.get((interview_id, subtopic_id)) is None
    assert source.refresh_cells(cells)[0] == [(interview_id, subtopic_id)]
    assert source.grid(theme_id, RowFilter()).cells[interview_id, subtopic_id].state == CellState.UNCLEAR


def test_after_forgetting_all_is_read_again(source, theme_id, project):
    before = source.grid(theme_id, RowFilter())
    project.add(Subtopic, theme_id=theme_id, label="New")
    source.forget()
    assert len(source.grid(theme_id, RowFilter()).columns) == len(before.columns) + 1
