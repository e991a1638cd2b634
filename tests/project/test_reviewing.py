"""Reading and reviewing write verdicts, syntheses and states, each as one step."""

import pytest

from framework_qda.errors import RefusedError
from framework_qda.matrix.build import build_grid
from framework_qda.model import CaseStudy, CellState, Interview, Marks, Revision, Statement, Subtopic, Tag, Theme


@pytest.fixture
def place(project):
    return project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id


@pytest.fixture
def case_and_subtopic(project):
    return project.read.all(CaseStudy)[0].id, project.read.all(Subtopic)[0].id


def shown(project, place):
    return build_grid(project.read, project.read.all(Theme)[0].id).cells[place]


def test_a_verdict_and_its_note_are_one_record(project, case_and_subtopic):
    case_id, subtopic_id = case_and_subtopic
    project.judge(case_id, subtopic_id, verdict="differ")
    project.judge(case_id, subtopic_id, note="who reconciles")
    found = project.read.verdicts(case_id)[subtopic_id]
    assert (found.verdict, found.note) == ("differ", "who reconciles")


def test_the_same_verdict_again_writes_nothing(project, case_and_subtopic):
    project.judge(*case_and_subtopic, verdict="agree")
    assert not project.judge(*case_and_subtopic, verdict="agree").touched


def test_a_verdict_is_undone(project, case_and_subtopic):
    project.judge(*case_and_subtopic, verdict="agree")
    project.undo()
    found = project.read.verdicts(case_and_subtopic[0]).get(case_and_subtopic[1])
    assert found is None or found.verdict == ""


def test_a_verdict_hides_with_its_case_study(project, case_and_subtopic):
    project.judge(*case_and_subtopic, verdict="agree")
    project.delete(CaseStudy, case_and_subtopic[0])
    assert project.read.verdicts(case_and_subtopic[0]) == {}


def test_a_synthesis_keeps_statements_with_weight(project, case_and_subtopic):
    marks = Marks(weight="most", weight_unit="case_study", weight_rows=("i1", "i2"))
    statement = Statement("s1", "summary", "Most read every sheet.", ("cell-1",), marks)
    project.conclude("subtopic", case_and_subtopic[1], [statement])
    assert project.read.synthesis("subtopic", case_and_subtopic[1]).content == (statement,)
    assert project.verify() == []


def test_sending_back_is_one_step_of_state_and_comment(project, place):
    project.chart(*place, [Statement("s1", "summary", "Words.")], "charted")
    project.send_back(*place, "Which list do you mean?")
    cell = project.read.cell(*place)
    assert cell.state == CellState.SENT_BACK
    assert [each.text for each in project.read.comments(cell.id)] == ["Which list do you mean?"]
    project.undo()
    assert project.read.cell(*place).state == "charted"
    assert project.read.comments(cell.id) == []


def test_nothing_is_sent_back_without_words(project, place):
    with pytest.raises(RefusedError):
        project.send_back(*place, "  ")
    assert project.read.cell(*place).state == "not_charted"


def test_only_cells_with_words_are_accepted(project, place):
    other = (place[0], project.read.all(Subtopic)[1].id)
    project.chart(*place, [Statement("s1", "summary", "Words.")], "charted")
    project.accept([place, other])
    assert project.read.cell(*place).state == "reviewed"
    assert project.read.cell(*other).state == "not_charted"


def test_what_was_charted_before_a_revision_is_stale(project, place):
    project.chart(*place, [Statement("s1", "summary", "Words.")], "charted")
    assert not shown(project, place).is_stale
    project.add(Revision, subtopic_id=place[1], reason="Only staff on the ward")
    assert shown(project, place).is_stale


def test_what_is_charted_after_a_revision_is_not_stale(project, place):
    project.add(Revision, subtopic_id=place[1], reason="Only staff on the ward")
    project.chart(*place, [Statement("s1", "summary", "Words.")])
    assert not shown(project, place).is_stale


def test_an_edit_leaves_a_stale_cell_stale_until_it_is_called_charted(project, place):
    project.chart(*place, [Statement("s1", "summary", "Words.")], "charted")
    project.add(Revision, subtopic_id=place[1], reason="Only staff on the ward")
    project.chart(*place, [Statement("s1", "summary", "Other words.")])
    assert shown(project, place).is_stale
    project.set_state(*place, "charted")
    assert not shown(project, place).is_stale


def test_stale_cells_are_settled_together(project, place):
    project.chart(*place, [Statement("s1", "summary", "Words.")], "charted")
    project.add(Revision, subtopic_id=place[1], reason="Only staff on the ward")
    other = (place[0], project.read.all(Subtopic)[1].id)
    assert project.settle([place, other]).touched
    assert not shown(project, place).is_stale
    assert not project.settle([place]).touched


def test_a_deviant_cell_is_kept_in_view_and_let_go(project, place):
    project.set_deviant(*place, True)
    assert shown(project, place).is_deviant
    project.set_deviant(*place, False)
    assert not shown(project, place).is_deviant


def test_an_open_comment_shows_in_the_grid_until_it_is_settled(project, place):
    cell_id = project.read.cell(*place).id
    comment_id = project.comment("cell", cell_id, "Which list?").new_id
    assert shown(project, place).open_comments == 1
    project.resolve_comment(comment_id, True)
    assert shown(project, place).open_comments == 0


def test_marks_of_a_statement_come_back_as_they_were(project, place):
    tag_id = project.add(Tag, label="consent", subtopic_id=place[1]).new_id
    statement = Statement("s1", "summary", "Words.", (), Marks(tags=(tag_id,), to_rehome=True))
    project.chart(*place, [statement])
    assert project.read.cell(*place).content == (statement,)
    assert shown(project, place).statements[0].marks.tags == (tag_id,)


def test_a_reviewed_cell_whose_words_change_must_be_read_again(project):
    interview, subtopic = project.read.all(Interview)[0], project.read.all(Subtopic)[0]
    project.chart(interview.id, subtopic.id, [Statement("s", "summary", "Words.")])
    project.accept([(interview.id, subtopic.id)])
    assert project.read.cell(interview.id, subtopic.id).state == CellState.REVIEWED
    project.chart(interview.id, subtopic.id, [Statement("s", "summary", "Other words.")])
    assert project.read.cell(interview.id, subtopic.id).state == CellState.CHARTED
    project.undo()
    assert project.read.cell(interview.id, subtopic.id).state == CellState.REVIEWED
