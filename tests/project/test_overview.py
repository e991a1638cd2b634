"""Where a project stands is told in few queries, and only of what is visible."""

import sqlite3

import pytest

from framework_qda.errors import ProjectFileError
from framework_qda.model import Document, Extract, Interview, Revision, Statement, Subtopic
from framework_qda.project.overview import looking
from framework_qda.text.anchors import make_anchor


@pytest.fixture
def interview_id(project):
    return project.read.all(Interview)[0].id


@pytest.fixture
def subtopic_ids(project):
    return [each.id for each in project.read.all(Subtopic)]


def link(project, interview_id, subtopic_id, exact):
    project.chart(interview_id, subtopic_id, [Statement("s1", "summary", "One two three.")], "charted")
    document = project.read.documents(interview_id)[0]
    paragraph = next(each for each in project.read.paragraphs(document.id) if exact in each.text)
    start = paragraph.text.index(exact)
    anchor = make_anchor(paragraph.id, paragraph.text, start, start + len(exact))
    return paragraph.id, project.link(interview_id, subtopic_id, "s1", [anchor]).new_id


def test_a_written_cell_has_its_state(project, interview_id, subtopic_ids):
    project.set_state(interview_id, subtopic_ids[0], "not_asked")
    stands = project.overview.cell_stands()
    assert [(each.subtopic_id, each.state) for each in stands] == [(subtopic_ids[0], "not_asked")]


def test_cells_of_a_deleted_interview_are_not_told(project, interview_id, subtopic_ids):
    project.set_state(interview_id, subtopic_ids[0], "not_asked")
    project.delete(Interview, interview_id)
    assert project.overview.cell_stands() == []


def test_states_are_told_of_all_cells_at_once(project, interview_id, subtopic_ids):
    other = project.add(Interview, code="I02").new_id
    project.set_state(interview_id, subtopic_ids[0], "not_asked")
    project.set_state(interview_id, subtopic_ids[1], "unclear")
    project.set_state(other, subtopic_ids[1], "in_progress")
    assert project.overview.cell_states(subtopic_ids) == {
        (interview_id, subtopic_ids[0]): "not_asked",
        (interview_id, subtopic_ids[1]): "unclear",
        (other, subtopic_ids[1]): "in_progress",
    }
    assert project.overview.cell_states(subtopic_ids[:1]) == {(interview_id, subtopic_ids[0]): "not_asked"}


def test_what_a_cell_fits_is_told_with_its_state(project, interview_id, subtopic_ids):
    revision = project.add(Revision, subtopic_id=subtopic_ids[0], reason="Also nights.").new_id
    project.set_state(interview_id, subtopic_ids[0], "unclear")
    place_and_state = (interview_id, subtopic_ids[0], "unclear")
    assert project.overview.settled(subtopic_ids) == [(*place_and_state, f'["{revision}"]')]


def test_words_of_notes_are_not_counted(project, interview_id, subtopic_ids):
    content = [
        Statement("a", "summary", " One two. "),
        Statement("b", "note", "Look again here."),
        Statement("c", "summary", ""),
    ]
    project.chart(interview_id, subtopic_ids[0], content)
    assert list(project.overview.word_counts().values()) == [2]


def test_the_last_writer_of_a_cell_is_who_wrote_last(project, interview_id, subtopic_ids):
    first = project.analyst_id
    project.set_state(interview_id, subtopic_ids[0], "not_asked")
    project.analyst_id = "somebody-else"
    project.set_state(interview_id, subtopic_ids[0], "unclear")
    cell = project.read.cell(interview_id, subtopic_ids[0])
    assert project.overview.last_writers() == {cell.id: "somebody-else"}
    assert project.overview.last_cell_of("somebody-else") == cell.id
    assert project.overview.last_cell_of(first) == cell.id
    assert project.overview.last_cell_of("nobody") == ""


def test_a_passage_that_stands_is_not_moved(project, interview_id, subtopic_ids):
    link(project, interview_id, subtopic_ids[0], "tenth")
    assert project.overview.moved_passages() == []


def test_a_passage_whose_words_went_is_moved(project, interview_id, subtopic_ids):
    paragraph_id, extract_id = link(project, interview_id, subtopic_ids[0], "tenth")
    project.edit_paragraph(paragraph_id, text="Nothing of it is left.")
    assert [each.extract_id for each in project.overview.moved_passages()] == [extract_id]
    project.delete(Extract, extract_id)
    assert project.overview.moved_passages() == []


def test_a_passage_behind_an_emoji_counts_code_points(project, interview_id, subtopic_ids):
    paragraph_id, _ = link(project, interview_id, subtopic_ids[0], "tenth")
    text = next(
        each.text
        for each in project.read.paragraphs(project.read.documents(interview_id)[0].id)
        if each.id == paragraph_id
    )
    project.edit_paragraph(paragraph_id, text=f"{text} 🙂")
    assert project.overview.moved_passages() == []


def test_an_interview_with_notes_is_told(project, interview_id):
    project.add(Interview, code="I02")
    assert project.overview.interviews_with_notes() == {interview_id}
    project.delete(Document, project.read.documents(interview_id)[0].id)
    assert project.overview.interviews_with_notes() == set()


def test_a_project_is_looked_at_from_elsewhere_while_it_is_open(project, interview_id, subtopic_ids):
    project.set_state(interview_id, subtopic_ids[0], "not_asked")
    with looking(project.path) as overview:
        assert len(overview.cell_stands()) == 1
        project.set_state(interview_id, subtopic_ids[1], "not_asked")
        assert len(overview.cell_stands()) == 2


def test_a_file_that_cannot_be_read_just_now_is_said_and_is_no_fault_of_the_program(project):
    with pytest.raises(ProjectFileError, match="just now: database is locked"), looking(project.path):
        raise sqlite3.OperationalError("database is locked")


def test_a_file_that_is_gone_is_said(tmp_path):
    with pytest.raises(ProjectFileError), looking(tmp_path / "gone.fqda"):
        pass
