"""The definition that a cell was charted under is found again in the journal."""

import pytest

from framework_qda.model import Interview, Statement, Subtopic


@pytest.fixture
def place(project):
    return project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id


def define(project, place, words):
    project.change(Subtopic, place[1], definition=words)


def chart(project, place, words):
    project.chart(*place, [Statement("s", "summary", words)])


def found(project, place):
    cell = project.read.cell(*place)
    missing = [each for each in project.read.revision_ids(place[1]) if each not in cell.settled]
    return project.read.definition_when_written(cell, missing)


def test_it_is_the_one_that_stood_when_the_cell_was_written(project, place):
    for words in ("First", "Second"):
        define(project, place, words)
    chart(project, place, "Said")
    for words in ("Third", "Fourth"):
        define(project, place, words)
    project.note_revision(place[1], "Narrower")
    assert found(project, place) == "Second"


def test_writing_after_the_revision_does_not_count(project, place):
    define(project, place, "First")
    chart(project, place, "Said")
    define(project, place, "Second")
    project.note_revision(place[1], "Narrower")
    chart(project, place, "Said more")
    assert found(project, place) == "First"


def test_of_several_revisions_the_oldest_one_missing_counts(project, place):
    define(project, place, "First")
    chart(project, place, "Said")
    define(project, place, "Second")
    project.note_revision(place[1], "Narrower")
    chart(project, place, "Said more")
    define(project, place, "Third")
    project.note_revision(place[1], "Wider")
    assert found(project, place) == "First"


def test_a_cell_that_was_looked_at_fits_the_definition_of_then(project, place):
    define(project, place, "First")
    chart(project, place, "Said")
    define(project, place, "Second")
    project.note_revision(place[1], "Narrower")
    project.settle([place])
    define(project, place, "Third")
    project.note_revision(place[1], "Wider")
    assert found(project, place) == "Second"


def test_what_a_merge_itself_wrote_does_not_count(project, place):
    other = project.read.all(Subtopic)[1].id
    define(project, place, "First")
    chart(project, place, "Said")
    project.chart(place[0], other, [Statement("t", "summary", "There")])
    project.merge_subtopics(other, place[1], "First and second")
    assert found(project, place) == "First"


def test_without_a_revision_there_is_none(project, place):
    define(project, place, "First")
    assert project.read.definition_when_written(project.read.cell(*place), []) == ""
