"""Remarks on records: whom they are about, how they hang together, when they hide."""

import json
from datetime import UTC, datetime

import pytest

from framework_qda.errors import RefusedError
from framework_qda.model import Analyst, Cell, Comment, Interview, Paragraph, Statement, Subtopic, Theme
from framework_qda.project.ids import cell_id
from tests.project.replicas import exchange, new_replica, state


@pytest.fixture
def interview(project):
    return project.read.all(Interview)[0]


@pytest.fixture
def cell(project, interview):
    """The id of a cell that nobody has written in."""
    return cell_id(interview.id, project.read.all(Subtopic)[0].id)


def texts(comments):
    return [each.text for each in comments]


def test_a_comment_says_who_when_and_about_what(project, interview):
    made = project.comment("interview", interview.id, "Is this the right area?").new_id
    comment = project.read.get(Comment, made)
    assert (comment.subject_type, comment.subject_id) == ("interview", interview.id)
    assert comment.analyst_id == project.analyst_id
    assert datetime.fromisoformat(comment.written_at).tzinfo == UTC
    assert not comment.is_resolved


def test_any_type_of_record_can_be_commented_on(project, interview):
    paragraph = project.read.paragraphs(project.read.documents(interview.id)[0].id)[0]
    theme = project.read.all(Theme)[0]
    for kind, record in (("paragraph", paragraph), ("theme", theme)):
        project.comment(kind, record.id, kind)
    assert texts(project.read.comments(paragraph.id)) == ["paragraph"]
    assert texts(project.read.comments(theme.id)) == ["theme"]


def test_a_reply_follows_its_remark(project, interview):
    first = project.comment("interview", interview.id, "first").new_id
    project.comment("interview", interview.id, "second")
    project.comment("interview", interview.id, "reply", reply_to=first)
    assert texts(project.read.comments(interview.id)) == ["first", "reply", "second"]


def test_a_reply_to_a_reply_belongs_to_the_remark(project, interview):
    first = project.comment("interview", interview.id, "first").new_id
    reply = project.comment("interview", interview.id, "reply", reply_to=first).new_id
    again = project.comment("interview", interview.id, "again", reply_to=reply).new_id
    assert project.read.get(Comment, again).reply_to == first


def test_a_remark_is_settled_with_its_replies_and_opened_again(project, interview):
    first = project.comment("interview", interview.id, "first").new_id
    reply = project.comment("interview", interview.id, "reply", reply_to=first).new_id
    assert texts(project.read.open_comments()) == ["first"]
    project.resolve_comment(reply, True)
    assert project.read.open_comments() == []
    project.resolve_comment(first, False)
    assert texts(project.read.open_comments()) == ["first"]


def test_settling_what_is_settled_is_no_action(project, interview):
    first = project.comment("interview", interview.id, "first").new_id
    project.resolve_comment(first, True)
    assert not project.resolve_comment(first, True).action_id


def test_a_remark_goes_with_its_replies(project, interview):
    first = project.comment("interview", interview.id, "first").new_id
    project.comment("interview", interview.id, "reply", reply_to=first)
    project.delete(Comment, first)
    assert project.read.comments(interview.id) == []
    project.undo()
    assert texts(project.read.comments(interview.id)) == ["first", "reply"]


def test_a_reply_whose_remark_was_deleted_elsewhere_is_not_lost():
    a, b = new_replica("a"), new_replica("b")
    a.set_fields("comment", "c", {"text": "remark"}, ("i",))
    b.receive(a.all())
    b.set_fields("comment", "r", {"text": "reply", "reply_to": "c"}, ("i",))
    a.delete("comment", "c", ("i",))
    exchange(a, b)
    assert state(a) == state(b)
    assert (a.row("comment", "c")["gone"], a.row("comment", "r")["gone"]) == (1, 0)


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_comment_without_words_is_refused(project, interview, text):
    with pytest.raises(RefusedError, match="no words"):
        project.comment("interview", interview.id, text)


def test_nothing_can_be_said_of_what_is_not_there(project):
    with pytest.raises(RefusedError, match="no longer there"):
        project.comment("cell", "nothing", "text")


def test_a_reply_stays_with_its_subject(project, interview):
    first = project.comment("interview", interview.id, "first").new_id
    theme = project.read.all(Theme)[0].id
    with pytest.raises(RefusedError, match="replied to"):
        project.comment("theme", theme, "reply", reply_to=first)


def test_comments_hide_with_what_they_are_about_and_come_back(project, interview):
    project.comment("interview", interview.id, "on the interview")
    paragraph = project.read.paragraphs(project.read.documents(interview.id)[0].id)[0]
    project.comment("paragraph", paragraph.id, "on a paragraph")
    project.delete(Interview, interview.id)
    assert project.read.open_comments() == []
    assert project.read.comments(paragraph.id) == []
    assert project.read.counts()["comment"] == 0
    project.undo()
    assert len(project.read.open_comments()) == 2


def test_an_empty_cell_can_be_commented_on_and_hides_with_its_interview(project, interview, cell):
    project.comment("cell", cell, "Ask again in the follow-up call?")
    assert texts(project.read.comments(cell)) == ["Ask again in the follow-up call?"]
    project.delete(Interview, interview.id)
    assert project.read.open_comments() == []


def test_a_comment_on_an_empty_cell_is_in_nobodys_way(project, interview, cell):
    subtopic = project.read.all(Subtopic)[0].id
    project.comment("cell", cell, "Ask again?")
    assert project.read.get(Cell, cell) == project.read.cell(interview.id, subtopic)
    project.undo()
    assert project.read.comments(cell) == []
    project.chart(interview.id, subtopic, [Statement("s", "summary", "words")])
    assert project.verify() == []


def test_a_comment_on_a_cell_and_its_charting_elsewhere_do_not_conflict():
    a, b = new_replica("a"), new_replica("b")
    a.set_fields("cell", cell_id("i", "s"), {}, ("i", "s"))
    b.chart("i", "s", "words")
    exchange(a, b)
    assert state(a) == state(b)
    assert a.conflicts(cell_id("i", "s")) == {}
    assert json.loads(a.row("cell", cell_id("i", "s"))["content"])[0]["text"] == "words"


def test_the_words_of_the_action_name_it(project, interview):
    project.comment("interview", interview.id, "first")
    assert project.describe(project.next_undo()) == "Comment"


def test_a_type_that_does_not_exist_is_a_mistake_of_the_caller(project, interview):
    with pytest.raises(TypeError):
        project.comment("page", interview.id, "first")


def test_paragraphs_that_came_in_one_import_can_be_commented_on(project, interview):
    paragraph = project.read.all(Paragraph)[1]
    assert project.comment("paragraph", paragraph.id, "Listen again").new_id


def test_a_statement_can_be_remarked_on_as_part_of_its_cell(project, interview, cell):
    subtopic = project.read.all(Subtopic)[0]
    project.chart(interview.id, subtopic.id, [Statement("s1", "summary", "Words.")])
    made = project.comment("cell", cell, "Whose?", statement_id="s1").new_id
    assert project.read.get(Comment, made).statement_id == "s1"


def test_a_statement_that_is_not_in_the_cell_is_refused(project, interview, cell):
    with pytest.raises(RefusedError, match="no longer in the cell"):
        project.comment("cell", cell, "Whose?", statement_id="gone")


def test_an_author_changes_a_comment_and_undo_brings_the_words_back(project, interview):
    made = project.comment("interview", interview.id, "Ask hre again.").new_id
    project.edit_comment(made, "Ask her again.")
    assert texts(project.read.comments(interview.id)) == ["Ask her again."]
    project.undo()
    assert texts(project.read.comments(interview.id)) == ["Ask hre again."]


def test_a_comment_of_somebody_else_is_not_changed_or_deleted(project, interview):
    made = project.comment("interview", interview.id, "Mine.").new_id
    project.analyst_id = project.add(Analyst, name="Bea Lund").new_id
    with pytest.raises(RefusedError, match="Only its author"):
        project.edit_comment(made, "Yours.")
    with pytest.raises(RefusedError, match="Only its author"):
        project.delete_comment(made)


def test_a_comment_is_not_left_without_words(project, interview):
    made = project.comment("interview", interview.id, "Mine.").new_id
    with pytest.raises(RefusedError, match="no words"):
        project.edit_comment(made, "  ")


def test_an_author_deletes_a_comment_with_their_own_replies_as_one_step(project, interview):
    made = project.comment("interview", interview.id, "Mine.").new_id
    project.comment("interview", interview.id, "And this.", reply_to=made)
    project.delete_comment(made)
    assert project.read.comments(interview.id) == []
    project.undo()
    assert texts(project.read.comments(interview.id)) == ["Mine.", "And this."]


def test_a_comment_that_somebody_has_answered_is_not_deleted(project, interview):
    made = project.comment("interview", interview.id, "Mine.").new_id
    author, project.analyst_id = project.analyst_id, project.add(Analyst, name="Bea Lund").new_id
    reply = project.comment("interview", interview.id, "Answer.", reply_to=made).new_id
    project.analyst_id = author
    with pytest.raises(RefusedError, match="Somebody has replied"):
        project.delete_comment(made)
    with pytest.raises(RefusedError, match="Only its author"):
        project.delete_comment(reply)
    assert texts(project.read.comments(interview.id)) == ["Mine.", "Answer."]


def test_several_cells_are_sent_back_with_the_same_words_as_one_step(project, interview):
    places = [(interview.id, each.id) for each in project.read.all(Subtopic)[:2]]
    before = [project.read.cell(*place).state for place in places]
    project.send_back_all(places, "Look again.")
    cells = [project.read.cell(*place) for place in places]
    assert [each.state for each in cells] == ["sent_back", "sent_back"]
    assert [texts(project.read.comments(each.id)) for each in cells] == [["Look again."], ["Look again."]]
    project.undo()
    assert [project.read.cell(*place).state for place in places] == before


def test_a_comment_that_was_changed_says_when_until_that_is_undone(project, interview):
    made = project.comment("interview", interview.id, "Ask hre again.").new_id
    assert project.comment_edited_at(made) == ""
    project.edit_comment(made, "Ask her again.")
    assert datetime.fromisoformat(project.comment_edited_at(made)).tzinfo is not None
    project.undo()
    assert project.comment_edited_at(made) == ""
