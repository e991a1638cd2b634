"""The framework changes together with what is charted in it: each change one step, and nothing of the charting lost."""

import pytest

from framework_qda import open_project
from framework_qda.errors import RefusedError
from framework_qda.matrix.build import build_grid
from framework_qda.matrix.outline import framework_outline
from framework_qda.model import CaseStudy, Interview, Marks, Statement, Subtopic, Tag, Theme
from framework_qda.project.history import HistoryEntry
from framework_qda.project.wording import subtopic_number
from framework_qda.text.anchors import make_anchor


@pytest.fixture
def ids(project):
    interview = project.read.all(Interview)[0].id
    other = project.add(Interview, code="I02").new_id
    first, second = (each.id for each in project.read.all(Subtopic))
    return interview, other, first, second


def say(project, interview_id, subtopic_id, *texts, state="charted"):
    content = [Statement(f"{text}-id", "summary", text) for text in texts]
    project.chart(interview_id, subtopic_id, content, state)


def texts(project, interview_id, subtopic_id):
    return [each.text for each in project.read.cell(interview_id, subtopic_id).content]


def columns(project):
    return {column.number: column.label for theme in framework_outline(project.read) for column in theme.columns}


def is_stale(project, interview_id, subtopic_id):
    theme_id = project.read.get(Subtopic, subtopic_id).theme_id
    return build_grid(project.read, theme_id).cells[interview_id, subtopic_id].is_stale


def link(project, interview_id, subtopic_id, statement_id):
    document = project.read.documents(interview_id)[0]
    paragraph = project.read.paragraphs(document.id)[1]
    anchor = make_anchor(paragraph.id, paragraph.text, 0, 4)
    return project.link(interview_id, subtopic_id, statement_id, [anchor]).new_id


# -- placing


def test_a_subtopic_moves_to_another_theme_with_its_cells(project, ids):
    theme_id = project.add(Theme, title="Referral").new_id
    say(project, ids[0], ids[2], "Said")
    project.place_subtopic(ids[2], theme_id, after=None)
    assert columns(project) == {"1.1": "context", "2.1": "summary"}
    assert texts(project, ids[0], ids[2]) == ["Said"]
    project.undo()
    assert columns(project) == {"1.1": "summary", "1.2": "context"}


def test_a_subtopic_is_placed_behind_another_one(project, ids):
    project.place_subtopic(ids[2], project.read.all(Theme)[0].id, after=ids[3])
    assert columns(project) == {"1.1": "context", "1.2": "summary"}


def test_placing_where_it_stands_writes_nothing_lasting(project, ids):
    project.place_subtopic(ids[3], project.read.all(Theme)[0].id, after=ids[2])
    assert columns(project) == {"1.1": "summary", "1.2": "context"}


def test_a_theme_that_is_gone_refuses(project, ids):
    with pytest.raises(RefusedError):
        project.place_subtopic(ids[2], "gone", after=None)


# -- revisions


def test_a_revision_makes_what_was_charted_stale_with_its_reason(project, ids):
    say(project, ids[0], ids[2], "Said")
    project.note_revision(ids[2], "Only what staff do themselves")
    assert is_stale(project, ids[0], ids[2])
    revision = project.read.revisions(ids[2])[0]
    assert (revision.reason, revision.kind, revision.analyst_id) == (
        "Only what staff do themselves",
        "redefined",
        project.analyst_id,
    )


# -- splitting


def test_a_split_takes_the_chosen_statements_into_a_column_behind(project, ids):
    say(project, ids[0], ids[2], "Staff", "Rooms")
    say(project, ids[1], ids[2], "More staff")
    new_id = project.split_subtopic(ids[2], "rooms", "What space there is", {ids[0]: {"Rooms-id"}}).new_id
    assert columns(project) == {"1.1": "summary", "1.2": "rooms", "1.3": "context"}
    assert texts(project, ids[0], ids[2]) == ["Staff"]
    assert texts(project, ids[0], new_id) == ["Rooms"]
    assert texts(project, ids[1], ids[2]) == ["More staff"]
    assert project.read.get(Subtopic, new_id).definition == "What space there is"


def test_after_a_split_both_columns_are_to_be_looked_at(project, ids):
    say(project, ids[0], ids[2], "Staff", "Rooms")
    new_id = project.split_subtopic(ids[2], "rooms", "", {ids[0]: {"Rooms-id"}}).new_id
    assert is_stale(project, ids[0], ids[2])
    assert is_stale(project, ids[0], new_id)


def test_a_split_off_column_keeps_the_guide_length(project, ids):
    project.change(Subtopic, ids[2], guide_words_max=60)
    new_id = project.split_subtopic(ids[2], "rooms", "", {}).new_id
    made = project.read.get(Subtopic, new_id)
    assert (made.guide_words_min, made.guide_words_max) == (None, 60)


def test_a_split_is_undone_as_one_step(project, ids):
    say(project, ids[0], ids[2], "Staff", "Rooms")
    project.split_subtopic(ids[2], "rooms", "", {ids[0]: {"Rooms-id"}})
    project.undo()
    assert columns(project) == {"1.1": "summary", "1.2": "context"}
    assert texts(project, ids[0], ids[2]) == ["Staff", "Rooms"]
    assert project.verify() == []


def test_a_cell_keeps_how_far_it_was_where_all_of_it_goes(project, ids):
    say(project, ids[0], ids[2], "Rooms", state="reviewed")
    new_id = project.split_subtopic(ids[2], "rooms", "", {ids[0]: {"Rooms-id"}}).new_id
    assert project.read.cell(ids[0], new_id).state == "reviewed"
    assert project.read.cell(ids[0], ids[2]).state == "not_charted"


def test_a_split_needs_a_label(project, ids):
    with pytest.raises(RefusedError):
        project.split_subtopic(ids[2], "  ")
    assert len(columns(project)) == 2


# -- merging


def test_merging_puts_words_behind_words_row_by_row(project, ids):
    say(project, ids[0], ids[2], "First")
    say(project, ids[0], ids[3], "Second")
    say(project, ids[1], ids[3], "Only here")
    project.merge_subtopics(ids[3], ids[2])
    assert columns(project) == {"1.1": "summary"}
    assert texts(project, ids[0], ids[2]) == ["First", "Second"]
    assert texts(project, ids[1], ids[2]) == ["Only here"]


def test_evidence_goes_with_the_statements(project, ids):
    say(project, ids[0], ids[3], "Second")
    extract_id = link(project, ids[0], ids[3], "Second-id")
    project.merge_subtopics(ids[3], ids[2])
    cell = project.read.cell(ids[0], ids[2])
    assert cell.content[0].evidence == (extract_id,)
    assert project.read.uses(extract_id) == [(cell.id, "Second-id")]
    assert project.read.extract_uses(ids[0])[extract_id] == 1


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        (("charted", True), ("reviewed", True), "charted"),
        (("in_progress", True), ("reviewed", True), "in_progress"),
        (("sent_back", True), ("in_progress", True), "sent_back"),
        (("charted", True), ("not_asked", False), "charted"),
        (("not_asked", False), ("not_asked", False), "not_asked"),
        (("not_asked", False), ("nothing_said", False), "unclear"),
        (("not_charted", False), ("not_asked", False), "not_asked"),
    ],
)
def test_the_state_of_a_merged_cell(project, ids, first, second, merged):
    for subtopic_id, (state, has_words) in zip(ids[2:], (first, second), strict=True):
        if has_words:
            say(project, ids[0], subtopic_id, f"Words {subtopic_id}", state=state)
        elif state != "not_charted":
            project.set_state(ids[0], subtopic_id, state)
    project.merge_subtopics(ids[3], ids[2])
    assert project.read.cell(ids[0], ids[2]).state == merged


def test_open_remarks_are_carried_to_the_cell_that_stays(project, ids):
    say(project, ids[0], ids[3], "Second")
    cell_id = project.read.cell(ids[0], ids[3]).id
    project.comment("cell", cell_id, "Which list?")
    settled = project.comment("cell", cell_id, "Old.").new_id
    project.resolve_comment(settled, True)
    project.merge_subtopics(ids[3], ids[2])
    found = project.read.comments(project.read.cell(ids[0], ids[2]).id)
    assert [each.text for each in found] == ["Which list?"]


def test_verdicts_syntheses_and_tags_are_carried(project, ids):
    case_id = project.read.all(CaseStudy)[0].id
    tag_id = project.add(Tag, label="consent", subtopic_id=ids[3]).new_id
    project.judge(case_id, ids[3], verdict="differ", note="who asks")
    project.conclude("subtopic", ids[3], [Statement("c", "summary", "Most ask.")])
    project.merge_subtopics(ids[3], ids[2])
    assert project.read.verdicts(case_id)[ids[2]].verdict == "differ"
    assert [each.text for each in project.read.synthesis("subtopic", ids[2]).content] == ["Most ask."]
    assert project.read.get(Tag, tag_id).subtopic_id == ids[2]


def test_a_verdict_of_its_own_stands(project, ids):
    case_id = project.read.all(CaseStudy)[0].id
    project.judge(case_id, ids[2], verdict="agree")
    project.judge(case_id, ids[3], verdict="differ")
    project.merge_subtopics(ids[3], ids[2])
    assert project.read.verdicts(case_id)[ids[2]].verdict == "agree"


def test_a_merge_is_undone_as_one_step(project, ids):
    say(project, ids[0], ids[2], "First")
    say(project, ids[0], ids[3], "Second")
    project.merge_subtopics(ids[3], ids[2], definition="Both")
    assert project.read.get(Subtopic, ids[2]).definition == "Both"
    project.undo()
    assert columns(project) == {"1.1": "summary", "1.2": "context"}
    assert (texts(project, ids[0], ids[2]), texts(project, ids[0], ids[3])) == (["First"], ["Second"])
    assert project.verify() == []


def test_nothing_merges_with_itself(project, ids):
    with pytest.raises(RefusedError):
        project.merge_subtopics(ids[2], ids[2])


# -- statements


def test_statements_move_with_their_evidence_and_leave_the_rest(project, ids):
    say(project, ids[0], ids[2], "Stays", "Goes")
    extract_id = link(project, ids[0], ids[2], "Goes-id")
    say(project, ids[0], ids[3], "There")
    project.move_statements(ids[0], ids[2], ids[3], ["Goes-id"], place=0)
    assert texts(project, ids[0], ids[2]) == ["Stays"]
    moved = project.read.cell(ids[0], ids[3]).content
    assert [each.text for each in moved] == ["Goes", "There"]
    assert moved[0].evidence == (extract_id,)


def test_history_of_both_cells_tells_of_the_move(project, ids):
    say(project, ids[0], ids[2], "Goes")
    action_id = project.move_statements(ids[0], ids[2], ids[3], ["Goes-id"]).action_id
    for subtopic_id in ids[2:]:
        entry: HistoryEntry = project.history(project.read.cell(ids[0], subtopic_id).id)[0]
        assert (entry.action.id, entry.action.label) == (action_id, "statements.move")


def test_what_moves_waits_no_longer(project, ids):
    say(project, ids[0], ids[2], "Goes")
    project.mark_statement(ids[0], ids[2], "Goes-id", Marks(to_rehome=True))
    assert project.read.cell(ids[0], ids[2]).content[0].marks.to_rehome
    project.move_statements(ids[0], ids[2], ids[3], ["Goes-id"])
    assert not project.read.cell(ids[0], ids[3]).content[0].marks.to_rehome


def test_a_cell_that_gives_its_last_words_is_not_yet_charted(project, ids):
    say(project, ids[0], ids[2], "Goes")
    project.move_statements(ids[0], ids[2], ids[3], ["Goes-id"])
    assert project.read.cell(ids[0], ids[2]).state == "not_charted"
    assert project.read.cell(ids[0], ids[3]).state == "in_progress"


@pytest.mark.parametrize("wanted", [[], ["gone"], ["Goes-id", "gone"]])
def test_what_is_not_there_is_not_moved(project, ids, wanted):
    say(project, ids[0], ids[2], "Goes")
    with pytest.raises(RefusedError):
        project.move_statements(ids[0], ids[2], ids[3], wanted)
    assert texts(project, ids[0], ids[2]) == ["Goes"]


@pytest.mark.parametrize("contested", [2, 3])
def test_nothing_moves_from_or_to_a_cell_with_two_versions(project, ids, tmp_path, contested):
    say(project, ids[0], ids[2], "Goes")
    (tmp_path / "copy.fqda").write_bytes(project.path.read_bytes())
    say(project, ids[0], ids[contested], "Goes", "Mine")
    with open_project(tmp_path / "copy.fqda") as other:
        say(other, ids[0], ids[contested], "Goes", "Theirs")
        project.receive(list(other.entries()))
    assert project.read.conflicted_ids() == {project.read.cell(ids[0], ids[contested]).id}
    with pytest.raises(RefusedError, match="two versions"):
        project.move_statements(ids[0], ids[2], ids[3], ["Goes-id"])


def test_a_move_is_undone_as_one_step(project, ids):
    say(project, ids[0], ids[2], "Goes")
    project.move_statements(ids[0], ids[2], ids[3], ["Goes-id"])
    project.undo()
    assert (texts(project, ids[0], ids[2]), texts(project, ids[0], ids[3])) == (["Goes"], [])


def test_a_statement_that_is_gone_is_not_marked(project, ids):
    with pytest.raises(RefusedError):
        project.mark_statement(ids[0], ids[2], "gone", Marks(to_rehome=True))


def marks_in(project, interview_id, subtopic_id):
    return [each.marks for each in project.read.cell(interview_id, subtopic_id).content]


def test_several_statements_get_marks_as_one_step_and_the_others_keep_theirs(project, ids):
    say(project, ids[0], ids[2], "One", "Two", "Three")
    changes = project.mark_statements(ids[0], ids[2], {"One-id": Marks(to_rehome=True), "Three-id": Marks(tags=("t",))})
    assert marks_in(project, ids[0], ids[2]) == [Marks(to_rehome=True), Marks(), Marks(tags=("t",))]
    assert changes.touched["cell"] == {project.read.cell(ids[0], ids[2]).id}
    project.undo()
    assert marks_in(project, ids[0], ids[2]) == [Marks()] * 3


def test_where_one_of_several_statements_is_gone_none_is_marked(project, ids):
    say(project, ids[0], ids[2], "One")
    with pytest.raises(RefusedError, match="no longer in its cell"):
        project.mark_statements(ids[0], ids[2], {"One-id": Marks(to_rehome=True), "gone": Marks(to_rehome=True)})
    assert marks_in(project, ids[0], ids[2]) == [Marks()]


def test_marks_leave_words_evidence_and_state_alone(project, ids):
    say(project, ids[0], ids[2], "One")
    link(project, ids[0], ids[2], "One-id")
    before = project.read.cell(ids[0], ids[2])
    project.mark_statements(ids[0], ids[2], {"One-id": Marks(to_rehome=True)})
    after = project.read.cell(ids[0], ids[2])
    assert (after.state, after.content[0].evidence) == (before.state, before.content[0].evidence)
    assert after.content[0].text == "One"


def test_marks_that_stand_already_write_nothing(project, ids):
    say(project, ids[0], ids[2], "One")
    assert project.mark_statements(ids[0], ids[2], {"One-id": Marks()}).touched == {}


def test_widths_of_several_columns_are_one_action(project):
    ids = [each.id for each in project.read.all(Subtopic)][:2]
    changes = project.set_widths({ids[0]: 300, ids[1]: None})
    assert changes.touched["subtopic"] == {ids[0]}
    project.set_widths(dict.fromkeys(ids, 200))
    assert [project.read.get(Subtopic, each).width for each in ids] == [200, 200]
    project.undo()
    assert [project.read.get(Subtopic, each).width for each in ids] == [300, None]


def test_the_width_of_one_column_is_called_a_width_and_no_change_of_the_framework(project):
    first = project.read.all(Subtopic)[0].id
    project.set_widths({first: 300})
    assert project.describe(project.next_undo()) == f"Width of {subtopic_number(project.read, first)}"
