import pytest

from framework_qda.matrix.reshaping import (
    column_stand,
    column_statements,
    is_reworded,
    redefined_since,
    revision_stands,
    stale_places,
    stale_reasons,
    statements_to_rehome,
    tags_for,
)
from framework_qda.model import Interview, Marks, Statement, Subtopic, Tag


@pytest.fixture
def ids(project):
    interview = project.read.all(Interview)[0].id
    first, second = (each.id for each in project.read.all(Subtopic))
    statements = [Statement("a", "summary", "Rooms"), Statement("b", "summary", "Staff", marks=Marks(to_rehome=True))]
    project.chart(interview, first, statements)
    project.set_state(interview, second, "not_asked")
    return interview, first, second


def test_the_statements_of_a_column_tell_their_interview(project, ids):
    found = column_statements(project.read, ids[1])
    assert [(each.interview_id, each.number, each.statement.text) for each in found] == [
        (ids[0], "1.1", "Rooms"),
        (ids[0], "1.1", "Staff"),
    ]


def test_statements_that_wait_for_a_better_column(project, ids):
    assert [each.statement.id for each in statements_to_rehome(project.read)] == ["b"]


def test_a_column_counts_words_and_reasons(project, ids):
    first, second = (column_stand(project.read, each) for each in ids[1:])
    assert (first.with_words, first.statements, first.begun) == (1, 2, 1)
    assert (second.with_words, second.with_reason) == (0, 1)


def test_stale_cells_are_counted_until_they_are_settled(project, ids):
    project.note_revision(ids[1], "Narrower")
    assert [each.stale for each in revision_stands(project.read, ids[1])] == [1]
    assert stale_reasons(project.read, *ids[:2]) == ["Narrower"]
    project.settle(stale_places(project.read, ids[1]))
    assert [each.stale for each in revision_stands(project.read, ids[1])] == [0]
    assert stale_reasons(project.read, *ids[:2]) == []


def test_tags_of_other_columns_are_not_offered(project, ids):
    for label, subtopic_id in (("any", None), ("own", ids[1]), ("other", ids[2])):
        project.add(Tag, label=label, subtopic_id=subtopic_id)
    assert [tag.label for tag in tags_for(project.read, ids[1])] == ["own", "any"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [("What is there", "what  is there.", False), ("What is there", "What was there", True), ("", "New", True)],
)
def test_only_other_words_are_another_definition(before, after, expected):
    assert is_reworded(before, after) is expected


def test_a_stale_cell_tells_its_definition_then_and_now(project, ids):
    project.change(Subtopic, ids[1], definition="All rooms")
    project.chart(*ids[:2], [Statement("a", "summary", "Rooms")], "charted")
    project.change(Subtopic, ids[1], definition="Rooms for talks")
    assert redefined_since(project.read, *ids[:2]) == ("Rooms for talks", "Rooms for talks")
    project.note_revision(ids[1], "Narrower")
    assert redefined_since(project.read, *ids[:2]) == ("All rooms", "Rooms for talks")
