"""Remarks on a cell as threads: what they are about, who wrote them, which are open."""

import pytest

from framework_qda.matrix.remark_counts import remarked_places
from framework_qda.matrix.remarks import (
    GONE,
    cell_subjects,
    cell_threads,
    interview_subjects,
    record_threads,
    threads_on,
    with_edits,
)
from framework_qda.model import Analyst, Interview, Statement, Subtopic


@pytest.fixture
def place(project):
    """A cell with two statements, one of which rests on a passage."""
    interview, subtopic = project.read.all(Interview)[0], project.read.all(Subtopic)[0]
    paragraph = project.read.paragraphs(project.read.documents(interview.id)[0].id)[0]
    project.chart(
        interview.id,
        subtopic.id,
        [Statement("s1", "summary", "Forms were lost."), Statement("s2", "summary", "Nobody rings.")],
    )
    from framework_qda.text.anchors import make_anchor

    anchor = make_anchor(paragraph.id, paragraph.text, 0, 4)
    project.link(interview.id, subtopic.id, "s1", [anchor])
    return interview.id, subtopic.id


def cell(project, place):
    return project.read.cell(*place)


def test_a_remark_on_a_statement_names_it(project, place):
    project.comment("cell", cell(project, place).id, "Which forms?", statement_id="s1")
    (thread,) = cell_threads(project.read, cell(project, place))
    assert thread.about == "statement 1: “Forms were lost.”"


def test_a_remark_outlives_its_statement(project, place):
    project.comment("cell", cell(project, place).id, "Which forms?", statement_id="s2")
    kept = cell(project, place).content[0]
    project.chart(*place, [kept])
    (thread,) = cell_threads(project.read, cell(project, place))
    assert thread.about == GONE


def test_what_is_said_of_a_passage_stands_with_its_cell(project, place):
    (extract_id,) = cell(project, place).content[0].evidence
    project.comment("extract", extract_id, "Too telling to print.")
    (thread,) = cell_threads(project.read, cell(project, place))
    assert thread.about.startswith("passage ¶1")
    assert set(remarked_places(project.read)) == {place}


def test_replies_stand_under_their_remark_and_open_threads_first(project, place):
    subject = cell(project, place).id
    first = project.comment("cell", subject, "first").new_id
    project.comment("cell", subject, "second")
    project.comment("cell", subject, "answer", reply_to=first)
    project.resolve_comment(first, True)
    second, settled = cell_threads(project.read, cell(project, place))
    assert (second.remark.text, second.is_resolved) == ("second", False)
    assert ([each.text for each in settled.replies], settled.is_resolved) == (["answer"], True)


def test_a_remark_says_who_wrote_it(project, place):
    project.comment("cell", cell(project, place).id, "Mine.")
    (thread,) = cell_threads(project.read, cell(project, place))
    assert thread.remark.person.name == "Ann Marsh"


def test_a_cell_its_statements_and_its_passages_can_be_remarked_on(project, place):
    names = [subject.name.split(":")[0].split(" ¶")[0] for subject in cell_subjects(project.read, cell(project, place))]
    assert names == ["the cell", "statement 1", "statement 2", "passage"]


def test_a_resolved_remark_marks_no_cell(project, place):
    made = project.comment("cell", cell(project, place).id, "Done?").new_id
    project.resolve_comment(made, True)
    assert not remarked_places(project.read)


def test_threads_of_any_record(project, place):
    project.comment("interview", place[0], "Ask her again in spring.")
    (thread,) = record_threads(project.read, place[0])
    assert (thread.remark.text, thread.about) == ("Ask her again in spring.", "")


def test_who_reads_sees_which_remarks_are_their_own_and_which_were_answered(project, place):
    author = project.analyst_id
    subject = cell(project, place).id
    first = project.comment("cell", subject, "first").new_id
    project.analyst_id = project.add(Analyst, name="Bea Lund").new_id
    project.comment("cell", subject, "answer", reply_to=first)
    (thread,) = cell_threads(project.read, cell(project, place), author)
    assert (thread.remark.is_own, thread.remark.is_answered) == (True, True)
    assert (thread.replies[0].is_own, thread.replies[0].is_answered) == (False, False)


def test_an_interview_is_remarked_on_with_its_notes_and_who_spoke(project, place):
    subjects = interview_subjects(project.read, place[0])
    assert [each.type_name for each in subjects][:2] == ["interview", "document"]
    project.comment("document", subjects[1].record_id, "Page two is missing.")
    (thread,) = threads_on(project.read, subjects)
    assert thread.about == subjects[1].name


def test_remarks_and_replies_say_when_they_were_changed(project, place):
    subject = cell(project, place).id
    first = project.comment("cell", subject, "first").new_id
    reply = project.comment("cell", subject, "answer", reply_to=first).new_id
    moment = "2026-05-03T10:00:00+00:00"
    (thread,) = with_edits(cell_threads(project.read, cell(project, place)), lambda each: {reply: moment}.get(each, ""))
    assert thread.remark.edited_at == ""
    assert thread.replies[0].edited_at == moment
