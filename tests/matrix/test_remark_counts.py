"""Where remarks are open: on cells with their passages, on interviews with their notes."""

import pytest

from framework_qda.matrix.build import build_grid
from framework_qda.matrix.remark_counts import (
    cells_of_remarks,
    remarked_cells,
    remarked_places,
    remarked_records,
    remarks_along,
)
from framework_qda.model import Comment, Interview, Statement, Subtopic
from framework_qda.text.anchors import make_anchor


@pytest.fixture
def place(project):
    """A cell with a statement that rests on a passage."""
    interview, subtopic = project.read.all(Interview)[0], project.read.all(Subtopic)[0]
    paragraph = project.read.paragraphs(project.read.documents(interview.id)[0].id)[0]
    project.chart(interview.id, subtopic.id, [Statement("s1", "summary", "Forms were lost.")])
    project.link(interview.id, subtopic.id, "s1", [make_anchor(paragraph.id, paragraph.text, 0, 4)])
    return interview.id, subtopic.id


@pytest.fixture
def remarks(project, place):
    """Two remarks on the cell, one on its passage, and one that is resolved."""
    cell = project.read.cell(*place)
    made = [project.comment("cell", cell.id, words).new_id for words in ("one", "two", "done")]
    made.append(project.comment("extract", cell.content[0].evidence[0], "three").new_id)
    project.resolve_comment(made[2], True)
    return made


def test_open_remarks_on_a_cell_are_counted_with_those_on_its_passages(project, place, remarks):
    assert remarked_places(project.read) == {place: 3}
    assert remarked_cells(project.read) == {project.read.cell(*place).id: 3}


def test_a_matrix_counts_them_too(project, place, remarks):
    theme_id = project.read.get(Subtopic, place[1]).theme_id
    assert build_grid(project.read, theme_id).cells[place].open_comments == 3


def test_remarks_on_notes_count_for_their_interview(project, place, remarks):
    assert not remarked_records(project.read), "cells are counted elsewhere"
    project.comment("interview", place[0], "Ask again.")
    project.comment("document", project.read.documents(place[0])[0].id, "Page two is missing.")
    assert remarked_records(project.read) == {place[0]: 2}


def test_cells_follow_from_remarks_unless_one_is_gone(project, place, remarks):
    assert cells_of_remarks(project.read, remarks) == {project.read.cell(*place).id}
    project.delete(Comment, remarks[0])
    assert cells_of_remarks(project.read, remarks) is None


def test_remarks_along_a_row_are_those_of_its_cells_and_passages(project, place, remarks):
    assert remarks_along(project.read, place[0]) == {place[1]: 3}
    assert remarks_along(project.read, "another interview") == {}
