"""What an action changed of cells, so that only they are shown anew."""

import pytest

from framework_qda.matrix.touched import touched_cells
from framework_qda.model import Comment, Interview, Subtopic


@pytest.fixture
def place(project):
    return project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id


def test_a_comment_on_a_cell_changes_that_cell(project, place):
    cell = project.read.cell(*place)
    made = project.comment("cell", cell.id, "Which?")
    assert touched_cells(project.read, made) == {cell.id}


def test_a_comment_on_an_interview_changes_no_cell(project, place):
    assert touched_cells(project.read, project.comment("interview", place[0], "Ask again.")) == set()


def test_of_a_comment_that_is_gone_nobody_knows_the_cell(project, place):
    made = project.comment("cell", project.read.cell(*place).id, "Which?").new_id
    assert touched_cells(project.read, project.delete(Comment, made)) is None


def test_what_is_no_cell_may_change_anything(project, place):
    changes = project.change(Interview, place[0], code="I77")
    assert touched_cells(project.read, changes) is None
    assert touched_cells(project.read, changes, "interview") == set()
