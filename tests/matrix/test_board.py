"""The board tells how far every cell is, counts by parts of the study, and names what is to be done with its places."""

import pytest

from framework_qda.matrix.board import (
    Spot,
    read_map,
    read_slow_todos,
    read_todos,
    tally,
    tally_by_analyst,
    tally_by_case_study,
    tally_by_theme,
)
from framework_qda.model import Analyst, Document, Extract, Interview, Paragraph, Revision, Statement, Study, Subtopic
from framework_qda.text.anchors import make_anchor


def chart(project, interview_id, subtopic_id, words="One two three.", state="charted"):
    project.chart(interview_id, subtopic_id, [Statement(f"s-{interview_id}-{subtopic_id}", "summary", words)], state)


@pytest.fixture
def ids(project):
    first = project.read.all(Interview)[0]
    second = project.add(Interview, code="I02", case_study_id=first.case_study_id).new_id
    return first.id, second, [each.id for each in project.read.all(Subtopic)]


def todos(project):
    board = read_map(project.overview)
    found = (*read_todos(project.overview, board), *read_slow_todos(project.overview, board))
    return {todo.key: todo for todo in found}


def test_the_map_of_the_sample_has_the_shape_of_the_study(sample):
    board = read_map(sample.overview)
    assert (len(board.rows), len(board.columns), len(board.bands), board.cell_count) == (28, 23, 12, 644)
    assert [section.count for section in board.sections] == [6, 6, 6, 5]


def test_a_cell_that_nobody_wrote_in_is_not_yet_charted(project, ids):
    board = read_map(project.overview)
    assert board.state((ids[0], ids[2][0])) == "not_charted"
    assert board.states == {}


def test_cells_of_what_is_deleted_are_not_on_the_map(project, ids):
    chart(project, ids[0], ids[2][0])
    chart(project, ids[1], ids[2][1])
    project.comment("cell", project.read.cell(ids[0], ids[2][0]).id, "Really?")
    project.delete(Interview, ids[0])
    project.delete(Subtopic, ids[2][1])
    board = read_map(project.overview)
    assert (board.states, board.commented) == ({}, frozenset())
    assert [todo.key for todo in read_todos(project.overview, board)] == ["not_charted", "no_notes"]


def test_counts_include_the_cells_that_nobody_wrote_in(project, ids):
    chart(project, ids[0], ids[2][0])
    figures = tally(read_map(project.overview))
    assert (figures.states, figures.cells, figures.charted, figures.done) == ({"charted": 1, "not_charted": 3}, 4, 1, 1)


def test_a_reason_is_done_and_what_was_sent_back_is_not(project, ids):
    project.set_state(ids[0], ids[2][0], "not_asked")
    chart(project, ids[1], ids[2][0], state="sent_back")
    figures = tally(read_map(project.overview))
    assert (figures.charted, figures.done) == (0, 1)


def test_parts_add_up_to_the_whole(sample):
    board = read_map(sample.overview)
    whole = tally(board)
    for parts in (tally_by_case_study(board), tally_by_theme(board), tally_by_analyst(sample.overview, board)):
        assert sum(part.cells for part in parts) == whole.cells
        assert sum(part.charted for part in parts) == whole.charted


def test_case_studies_are_counted_in_their_order(sample):
    assert [part.label for part in tally_by_case_study(read_map(sample.overview))] == [
        f"Area {number}" for number in range(1, 13)
    ]


def test_a_cell_counts_for_who_wrote_in_it_last(project, ids):
    chart(project, ids[0], ids[2][0])
    project.analyst_id = project.add(Analyst, name="Bo Reed").new_id
    project.set_state(ids[0], ids[2][0], "reviewed")
    parts = tally_by_analyst(project.overview, read_map(project.overview))
    assert [(part.label, part.cells) for part in parts] == [("Bo Reed", 1), ("nobody yet", 3)]


def test_cells_not_yet_charted_are_named_row_by_row(project, ids):
    chart(project, ids[0], ids[2][0])
    found = todos(project)["not_charted"]
    assert found.spots == (Spot(ids[0], ids[2][1]), Spot(ids[1], ids[2][0]), Spot(ids[1], ids[2][1]))
    assert found.words == "cells not yet charted"


def test_one_of_a_kind_is_named_as_one(project, ids):
    chart(project, ids[0], ids[2][0], state="sent_back")
    assert (todos(project)["sent_back"].count, todos(project)["sent_back"].words) == (1, "cell sent back")


def test_what_is_nothing_is_not_named(project, ids):
    for key in ("conflict", "stale", "comment", "sent_back", "lost", "untranscribed"):
        assert key not in todos(project)


def test_stale_cells_are_named(project, ids):
    chart(project, ids[0], ids[2][1])
    project.add(Revision, subtopic_id=ids[2][1], reason="Narrower")
    assert todos(project)["stale"].spots == (Spot(ids[0], ids[2][1]),)
    project.settle([(ids[0], ids[2][1])])
    assert "stale" not in todos(project)


def test_open_comments_lead_to_what_they_are_about(project, ids):
    project.comment("cell", project.read.cell(ids[0], ids[2][0]).id, "Why?")
    remark = project.comment("interview", ids[1], "Listen again.").new_id
    assert set(todos(project)["comment"].spots) == {Spot(ids[0], ids[2][0]), Spot("", record_id=ids[1])}
    project.resolve_comment(remark, True)
    assert todos(project)["comment"].spots == (Spot(ids[0], ids[2][0]),)


def test_an_interview_without_notes_is_named(project, ids):
    assert todos(project)["no_notes"].spots == (Spot(ids[1]),)


def test_a_column_whose_cells_are_too_short_is_named_once(project, ids):
    project.change(Study, project.read.study().id, guide_words_min=5, guide_words_max=9)
    chart(project, ids[0], ids[2][0], "One two three four five six.")
    chart(project, ids[1], ids[2][0], "Too short.")
    chart(project, ids[0], ids[2][1], "One two three four five six.")
    assert todos(project)["guide"].spots == (Spot(ids[1], ids[2][0]),)


def test_a_column_with_a_guide_length_of_its_own_is_held_to_that(project, ids):
    project.change(Study, project.read.study().id, guide_words_min=5, guide_words_max=9)
    chart(project, ids[0], ids[2][0], "Two words.")
    assert todos(project)["guide"].spots == (Spot(ids[0], ids[2][0]),)
    project.change(Subtopic, ids[2][0], guide_words_min=1)
    assert "guide" not in todos(project)


def test_starred_extracts_are_to_be_transcribed_until_they_are(sample):
    before = todos(sample)["untranscribed"]
    sample.change(Extract, before.spots[0].extract_id, stage="transcribed")
    assert todos(sample)["untranscribed"].count == before.count - 1


def test_what_stands_in_a_transcript_is_not_to_be_transcribed(sample):
    before = todos(sample)["untranscribed"]
    extract = sample.read.get(Extract, before.spots[0].extract_id)
    paragraph = sample.read.get(Paragraph, extract.anchors[0].paragraph_id)
    sample.change(Document, paragraph.document_id, kind="transcript")
    after = todos(sample)["untranscribed"]
    gone = {spot.extract_id for spot in before.spots} - {spot.extract_id for spot in after.spots}
    assert extract.id in gone
    assert {sample.read.get(Extract, each).interview_id for each in gone} == {extract.interview_id}


def test_an_extract_whose_words_went_is_lost(sample):
    extract = next(each for each in sample.read.all(Extract) if len(each.text) > 20)
    sample.edit_paragraph(extract.anchors[0].paragraph_id, text="Gone.")
    assert extract.id in {spot.extract_id for spot in todos(sample)["lost"].spots}


def test_a_comment_marks_its_cell_on_the_map_and_one_on_a_passage_the_cells_that_rest_on_it(project, ids):
    empty, charted = (ids[1], ids[2][0]), (ids[0], ids[2][1])
    project.comment("cell", project.read.cell(*empty).id, "Why is it empty?")
    assert read_map(project.overview).commented == {empty}
    project.chart(*charted, [Statement("s1", "summary", "Forms were lost.")])
    paragraph = project.read.paragraphs(project.read.documents(ids[0])[0].id)[0]
    project.link(*charted, "s1", [make_anchor(paragraph.id, paragraph.text, 0, 4)])
    project.comment("extract", project.read.cell(*charted).content[0].evidence[0], "Too telling.")
    assert read_map(project.overview).commented == {empty, charted}
