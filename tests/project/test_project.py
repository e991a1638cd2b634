"""The actions of a project: what each writes, what it refuses, and that it is one undo step."""

import random
from datetime import UTC, datetime

import pytest

from framework_qda import create_project, open_project
from framework_qda.errors import NotSavedError, ProjectFileError, RefusedError
from framework_qda.model import (
    EMPTY_REASONS,
    Analyst,
    Anchor,
    Attribute,
    CaseStudy,
    CellState,
    DictionaryWord,
    Document,
    Extract,
    Informant,
    Interview,
    Notes,
    NotesParagraph,
    Organisation,
    Paragraph,
    Statement,
    Subtopic,
    Theme,
)


@pytest.fixture
def cell(project):
    return project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id


@pytest.fixture
def passage(project):
    paragraph = project.read.all(Paragraph)[1]
    return [Anchor(paragraph.id, 11, 16, paragraph.text[11:16])]


def said(text, statement_id="st", evidence=()):
    return Statement(statement_id, "summary", text, tuple(evidence))


def test_a_new_project_has_its_title_and_analyst(tmp_path):
    with create_project(tmp_path / "new.fqda", title="Study", analyst_name="Ann Marsh") as project:
        assert project.read.study().title == "Study"
        assert [(each.name, each.initials) for each in project.read.all(Analyst)] == [("Ann Marsh", "AM")]
        assert project.next_undo() is None


def test_a_new_project_overwrites_nothing(project, project_path):
    before = project_path.read_bytes()
    with pytest.raises(ProjectFileError, match="exists already"):
        create_project(project_path, title="x", analyst_name="y")
    assert project_path.read_bytes() == before


def test_a_new_project_in_a_missing_folder_says_so(tmp_path):
    with pytest.raises(ProjectFileError, match="No project could be made"):
        create_project(tmp_path / "nowhere" / "x.fqda", title="x", analyst_name="y")


def test_everything_is_there_after_opening_again(project, project_path, cell):
    project.chart(*cell, [said("words")], CellState.CHARTED)
    project.close()
    with open_project(project_path) as again:
        found = again.read.cell(*cell)
        assert (found.content, found.state) == ((said("words"),), "charted")
        again.undo()
        assert again.read.cell(*cell).content == ()


def test_words_make_a_cell_in_progress(project, cell):
    project.chart(*cell, [said("words")])
    assert project.read.cell(*cell).state == CellState.IN_PROGRESS


def test_words_replace_a_reason_for_emptiness(project, cell):
    project.set_state(*cell, CellState.NOT_ASKED)
    project.chart(*cell, [said("words")])
    assert project.read.cell(*cell).state == CellState.IN_PROGRESS


def test_a_cell_without_words_is_not_yet_charted(project, cell):
    project.chart(*cell, [said("words")], CellState.CHARTED)
    project.chart(*cell, [])
    assert project.read.cell(*cell).state == CellState.NOT_CHARTED


def test_editing_a_charted_cell_leaves_it_charted(project, cell):
    project.chart(*cell, [said("words")], CellState.CHARTED)
    project.chart(*cell, [said("other words")])
    assert project.read.cell(*cell).state == CellState.CHARTED


def test_charting_what_stands_there_writes_nothing(project, cell):
    project.chart(*cell, [said("words")])
    assert project.chart(*cell, [said("words")]).action_id == ""


def test_linking_makes_an_extract_and_a_reference_in_one_step(project, cell, passage):
    project.chart(*cell, [said("words")])
    extract_id = project.link(*cell, "st", passage).new_id
    extract = project.read.get(Extract, extract_id)
    assert (extract.text, extract.start_ms) == (passage[0].exact, 5000)
    assert project.read.cell(*cell).content[0].evidence == (extract_id,)
    project.undo()
    assert project.read.extracts(cell[0]) == []
    assert project.read.cell(*cell).content == (said("words"),)
    project.redo()
    assert project.read.uses(extract_id) == [(project.read.cell(*cell).id, "st")]


def test_linking_the_same_passage_twice_makes_one_extract(project, cell, passage):
    project.chart(*cell, [said("one", "a"), said("two", "b")])
    first = project.link(*cell, "a", passage).new_id
    assert project.link(*cell, "b", passage).new_id == first
    assert project.read.extract_uses(cell[0]) == {first: 2}


def test_linking_takes_the_words_of_the_editor_along(project, cell, passage):
    project.link(*cell, "st", passage, [said("not yet written")])
    assert project.read.cell(*cell).content[0].text == "not yet written"


def test_linking_to_a_statement_that_is_gone_is_refused(project, cell, passage):
    with pytest.raises(RefusedError, match="no longer in the cell"):
        project.link(*cell, "st", passage)
    assert project.read.extracts(cell[0]) == []


def test_unlinking_takes_an_unused_extract_along(project, cell, passage):
    project.chart(*cell, [said("words")])
    extract_id = project.link(*cell, "st", passage).new_id
    project.unlink(*cell, "st", extract_id)
    assert project.read.extracts(cell[0]) == []
    project.undo()
    assert project.read.cell(*cell).content[0].evidence == (extract_id,)
    assert len(project.read.extracts(cell[0])) == 1


def test_a_statement_of_one_passage_alone_goes_with_it(project, cell, passage):
    project.chart(*cell, [Statement("st", "summary", "")])
    extract_id = project.link(*cell, "st", passage).new_id
    project.unlink(*cell, "st", extract_id)
    assert project.read.cell(*cell).content == ()
    assert project.read.cell(*cell).state == "not_charted"


def test_unlinking_leaves_a_starred_extract(project, cell, passage):
    project.chart(*cell, [said("words")])
    extract_id = project.link(*cell, "st", passage).new_id
    project.star(extract_id, is_starred=True)
    project.unlink(*cell, "st", extract_id)
    assert [extract.id for extract in project.read.extracts(cell[0])] == [extract_id]


def test_deleting_a_theme_takes_its_subtopics_and_brings_them_back(project, cell):
    project.chart(*cell, [said("words")])
    theme = project.read.all(Theme)[0]
    project.delete(Theme, theme.id)
    assert (project.read.all(Subtopic), project.read.cells_of_interview(cell[0])) == ([], {})
    project.undo()
    assert len(project.read.all(Subtopic)) == 2
    assert project.read.cell(*cell).content == (said("words"),)


def test_deleting_a_case_study_takes_what_stands_in_it(project):
    case_study = project.read.all(CaseStudy)[0]
    project.add(Organisation, case_study_id=case_study.id, label="Trust")
    project.delete(CaseStudy, case_study.id)
    assert (project.read.all(Interview), project.read.all(Organisation), project.read.all(Document)) == ([], [], [])
    project.undo()
    assert len(project.read.all(Paragraph)) == 3


def test_what_belongs_to_a_deleted_interview_is_hidden(project, cell):
    project.add(Informant, interview_id=cell[0], role="Named Nurse")
    project.delete(Interview, cell[0])
    counts = project.read.counts()
    assert (counts["informant"], counts["document"], counts["paragraph"]) == (0, 0, 0)


def test_changing_what_is_gone_is_refused(project, cell):
    project.delete(Interview, cell[0])
    with pytest.raises(RefusedError, match="no longer there"):
        project.change(Interview, cell[0], code="X")


def test_changing_to_the_same_writes_nothing(project, cell):
    assert project.change(Interview, cell[0], code="I01").action_id == ""


def test_a_field_that_a_record_has_not_is_a_bug(project):
    with pytest.raises(TypeError, match="has no colour"):
        project.add(Theme, colour="red")


def test_records_can_be_moved_anywhere(project):
    theme = project.read.all(Theme)[0]
    first, second = project.read.subtopics(theme.id)
    third = project.add(Subtopic, theme_id=theme.id, label="third").new_id
    project.move(Subtopic, third, after=None)
    assert [each.id for each in project.read.subtopics(theme.id)] == [third, first.id, second.id]
    project.move(Subtopic, third, after=first.id)
    assert [each.id for each in project.read.subtopics(theme.id)] == [first.id, third, second.id]
    project.undo()
    assert [each.id for each in project.read.subtopics(theme.id)] == [third, first.id, second.id]


def test_a_set_gains_and_loses_elements(project, cell):
    project.change(Interview, cell[0], analysts=frozenset({"a", "b"}))
    project.change(Interview, cell[0], analysts=frozenset({"b", "c"}))
    assert project.read.get(Interview, cell[0]).analysts == {"b", "c"}
    project.undo()
    assert project.read.get(Interview, cell[0]).analysts == {"a", "b"}


def test_an_attribute_says_something_of_a_subject(project):
    case_study = project.read.all(CaseStudy)[0]
    attribute_id = project.add(Attribute, label="service model", choices=("a team", "none")).new_id
    project.set_attribute(attribute_id, case_study.id, "a team")
    assert project.read.attribute_values(attribute_id) == {case_study.id: "a team"}
    assert project.read.get(Attribute, attribute_id).choices == ("a team", "none")
    assert project.set_attribute(attribute_id, case_study.id, "a team").action_id == ""


def test_notes_without_text_are_refused_before_anything_is_written(project, cell):
    good = Notes("a.txt", "0", (NotesParagraph("words"),))
    with pytest.raises(RefusedError, match=r"b\.txt has no text"):
        project.import_notes([(cell[0], good), (cell[0], Notes("b.txt", "0", ()))])
    assert len(project.read.documents(cell[0])) == 1


def test_an_import_is_one_step(project, cell):
    notes = Notes("more.txt", "0", (NotesParagraph("one"), NotesParagraph("two")))
    project.import_notes([(cell[0], notes), (cell[0], notes)])
    assert len(project.read.documents(cell[0])) == 3
    project.undo()
    assert len(project.read.documents(cell[0])) == 1


def test_a_paragraph_is_edited_alone(project):
    paragraph = project.read.all(Paragraph)[0]
    project.edit_paragraph(paragraph.id, text="Other words")
    project.undo()
    assert project.read.get(Paragraph, paragraph.id) == paragraph


def test_the_menu_says_what_would_be_undone(project, cell):
    project.chart(*cell, [said("words")])
    assert project.describe(project.next_undo()) == "Edit of I01 1.1"
    project.undo()
    assert project.describe(project.next_redo()) == "Edit of I01 1.1"
    project.redo()
    assert project.describe(project.next_undo()) == "Edit of I01 1.1"


def test_linking_is_named_after_its_cell(project, cell, passage):
    project.chart(*cell, [said("words")])
    project.link(*cell, "st", passage)
    assert project.describe(project.next_undo()) == "Link to I01 1.1"


def test_the_history_of_a_cell_shows_every_version(project, cell):
    for text in ("one", "two"):
        project.chart(*cell, [said(text)])
    history = project.history(project.read.cell(*cell).id)
    assert [entry.values["content"][0].text for entry in history] == ["two", "one"]
    assert {entry.action.analyst_id for entry in history} == {project.analyst_id}


def test_recent_actions_come_newest_first(project, cell):
    project.chart(*cell, [said("one")])
    words = [project.describe(action) for action in project.recent_actions()]
    assert words[0] == "Edit of I01 1.1"
    assert words[-1] == "New project"


def test_the_history_says_what_was_taken_back_and_brought_back(project, cell):
    project.chart(*cell, [said("one")])
    project.undo()
    project.redo()
    words = [project.describe(action) for action in project.recent_actions(3)]
    assert words == ["Redo: edit of I01 1.1", "Undo: edit of I01 1.1", "Edit of I01 1.1"]


def test_a_file_replaced_while_open_is_not_written_to(project, project_path, cell, tmp_path):
    kept = project_path.rename(tmp_path / "moved.fqda")
    project_path.write_bytes(b"another file")
    with pytest.raises(NotSavedError, match="moved, renamed or replaced"):
        project.chart(*cell, [said("lost?")])
    assert project_path.read_bytes() == b"another file"
    assert project.read.cell(*cell).content == ()
    kept.rename(project_path)
    project.chart(*cell, [said("safe")])
    assert project.verify() == []


def test_conflicts_show_both_values(project, project_path, cell, tmp_path):
    project.chart(*cell, [said("start")])
    copy_path = tmp_path / "copy.fqda"
    copy_path.write_bytes(project_path.read_bytes())
    with open_project(copy_path) as copy:
        project.chart(*cell, [said("ours")])
        copy.chart(*cell, [said("theirs")])
        project.receive(list(copy.entries()))
    record_id = project.read.cell(*cell).id
    values = project.read.conflicts(record_id)[record_id]["content"]
    assert {value[0].text for value in values} == {"ours", "theirs"}
    assert project.read.conflicted_ids() == {record_id}
    project.chart(*cell, [said("decided")])
    assert project.read.conflicts() == {}


def test_the_same_clock_and_entropy_make_the_same_entries(tmp_path):
    def built(name):
        dice = random.Random(5)
        fixed = datetime(2012, 5, 1, tzinfo=UTC)
        with create_project(
            tmp_path / name, title="T", analyst_name="A B", clock=lambda: fixed, entropy=dice.randbytes
        ) as project:
            project.add(Theme, title="One")
            return [(entry.id, entry.payload) for entry in project.entries()]

    assert built("one.fqda") == built("two.fqda")


def test_no_words_of_users_stand_in_heads(project, cell, passage):
    project.chart(*cell, [said("zzqsecret words")])
    project.link(*cell, "st", passage)
    project.change(Interview, cell[0], code="zzqcode")
    project.add(Theme, title="zzqtitle")
    heads = "".join(entry.head for entry in project.entries())
    assert "zzq" not in heads
    assert passage[0].exact not in heads


def test_a_snapshot_does_not_see_later_changes(project, cell):
    with project.snapshot() as before:
        project.chart(*cell, [said("later")])
        assert before.cell(*cell).content == ()
        assert len(before.all(Paragraph)) == 3


def test_saying_who_works_is_no_step_to_undo(project, cell):
    project.chart(*cell, [said("words")])
    project.add(Analyst, name="Joss Tarvick")
    project.undo()
    assert len(project.read.all(Analyst)) == 2
    assert project.read.cell(*cell).content == ()


def test_an_extract_whose_last_reference_is_typed_away_goes(project, cell, passage):
    project.chart(*cell, [said("words")])
    extract_id = project.link(*cell, "st", passage).new_id
    project.chart(*cell, [said("words")])
    assert project.read.extracts(cell[0]) == []
    project.undo()
    assert project.read.cell(*cell).content == (said("words", evidence=[extract_id]),)
    assert len(project.read.extracts(cell[0])) == 1


def test_a_reference_cut_from_one_cell_and_pasted_into_another_keeps_its_extract(project, cell, passage):
    project.chart(*cell, [said("words")])
    extract_id = project.link(*cell, "st", passage).new_id
    project.chart(*cell, [said("words")])
    other = (cell[0], project.read.all(Subtopic)[1].id)
    project.chart(*other, [said("elsewhere", "b", [extract_id])])
    assert [extract.id for extract in project.read.extracts(cell[0])] == [extract_id]
    assert project.verify() == []


def test_many_cells_take_a_state_in_one_action(project):
    interview = project.read.all(Interview)[0]
    places = [(interview.id, subtopic.id) for subtopic in project.read.all(Subtopic)]
    changes = project.set_states([*places, places[0]], CellState.NOT_ASKED)
    assert len(changes.touched["cell"]) == len(places)
    assert [project.read.cell(*place).state for place in places] == [CellState.NOT_ASKED] * len(places)
    assert project.describe(project.next_undo()) == "State of several cells"
    project.undo()
    assert {project.read.cell(*place).state for place in places} == {CellState.NOT_CHARTED}


@pytest.mark.parametrize("state", EMPTY_REASONS)
def test_words_are_not_said_to_be_no_words(project, state):
    interview = project.read.all(Interview)[0]
    places = [(interview.id, subtopic.id) for subtopic in project.read.all(Subtopic)]
    project.chart(*places[1], [said("words")])
    with pytest.raises(RefusedError, match=r"^I01 1\.2 holds words"):
        project.set_states(places, state)
    with pytest.raises(RefusedError, match=r"^I01 1\.2 holds words"):
        project.set_state(*places[1], state)
    assert project.read.cell(*places[0]).state == CellState.NOT_CHARTED
    project.chart(*places[1], [])
    project.set_states(places, state)
    assert {project.read.cell(*place).state for place in places} == {state}


@pytest.mark.parametrize("state", ["charted", "reviewed"])
def test_a_cell_without_words_is_not_called_charted(project, cell, state):
    project.chart(*cell, [])
    for act in (lambda: project.set_state(*cell, state), lambda: project.set_states([cell], state)):
        with pytest.raises(RefusedError, match="holds no words"):
            act()
    assert project.read.cell(*cell).state == "not_charted"


def test_cells_that_have_the_state_already_are_not_written(project):
    interview = project.read.all(Interview)[0]
    places = [(interview.id, subtopic.id) for subtopic in project.read.all(Subtopic)]
    project.set_state(*places[0], CellState.NOT_ASKED)
    project.set_states(places, CellState.NOT_ASKED)
    assert project.describe(project.next_undo()) == "State of I01 1.2"
    assert not project.set_states(places, CellState.NOT_ASKED).touched


# -- the study's own dictionary


def test_words_are_learnt_as_one_step_and_only_once(project):
    project.learn_words(["Gillick", "", "grommet", "Gillick"])
    project.learn_words(["grommet"])
    assert sorted(record.text for record in project.read.all(DictionaryWord)) == ["Gillick", "grommet"]
    project.undo()
    assert project.read.all(DictionaryWord) == []


def test_a_learnt_word_stands_in_no_head_of_the_journal(project):
    project.learn_words(["Gillick"])
    heads = [row[0] for row in project._file.connection.execute("select head from change")]
    assert not any("Gillick" in head for head in heads)


def test_the_id_of_a_learnt_word_tells_nothing_of_it(project):
    project.learn_words(["Gillick"])
    first = project.read.all(DictionaryWord)[0].id
    project.undo()
    project.learn_words(["Gillick"])
    assert project.read.all(DictionaryWord)[0].id != first
