"""Building grids: what cells hold, few queries, cheap rebuilding."""

import pytest

from framework_qda.errors import RefusedError
from framework_qda.matrix.build import build_grid, build_grids, build_row, rebuild_cells
from framework_qda.matrix.filters import RowFilter
from framework_qda.model import Extract, Interview, Theme


def cell(study, interview="I02", subtopic="1.2", theme="theme1"):
    return build_grid(study.read, study[theme]).cells[study[interview], study[subtopic]]


def test_a_grid_has_its_theme_columns_and_all_rows(study):
    grid = build_grid(study.read, study["theme1"])
    assert (grid.number, grid.title, grid.total_rows) == ("1", "Referral: quality & feedback", 4)
    assert [column.number for column in grid.columns] == ["1.1", "1.2", "1.3"]
    assert [row.code for row in grid.rows] == ["I01", "I02", "I03", "I04"]


def test_a_cell_carries_its_state_and_its_statements_in_order(study):
    found = cell(study)
    assert found.state == "reviewed"
    assert [statement.kind for statement in found.statements] == ["summary", "own_words", "note"]


def test_a_cell_never_written_is_missing(study):
    grid = build_grid(study.read, study["theme1"])
    assert grid.cell(3, 0) is None


def test_evidence_says_paragraph_and_time(study):
    references = cell(study).statements[1].evidence
    assert [(each.label, each.is_starred) for each in references] == [("¶2 · 0:01:11", True)]


def test_evidence_keeps_the_order_of_linking(study):
    assert [each.paragraph_number for each in cell(study).statements[0].evidence] == [3, 2]


def test_a_passage_in_a_second_document_says_so(study):
    from framework_qda.model import Notes, NotesParagraph
    from tests.reference.small_study import anchor_at

    more = Notes("more.txt", "02", (NotesParagraph("It went on like this."),))
    study.project.import_notes([(study["I02"], more)])
    document = study.read.documents(study["I02"])[1]
    anchor = anchor_at(study.read.paragraphs(document.id)[0], "went on")
    study.project.link(study["I02"], study["1.2"], "I02-1.2-2", [anchor])
    assert cell(study).statements[2].evidence[0].label == "2¶1"


def test_a_passage_whose_notes_are_gone_is_marked_as_lost(study):
    from framework_qda.model import Document

    study.project.delete(Document, study.read.documents(study["I02"])[0].id)
    reference = cell(study).statements[1].evidence[0]
    assert (reference.label, reference.remark) == ("¶? · 0:01:11", "the passage is not in the notes any more")


def edit(study, number, old, new):
    document = study.read.documents(study["I02"])[0]
    paragraph = study.read.paragraphs(document.id)[number - 1]
    study.project.edit_paragraph(paragraph.id, text=paragraph.text.replace(old, new))


def reference(study, statement=1, place=0):
    return cell(study).statements[statement].evidence[place]


def test_a_passage_that_only_moved_in_its_paragraph_keeps_its_place(study):
    edit(study, 2, "I read", "Well, I read")
    assert (reference(study).label, reference(study).remark) == ("¶2 · 0:01:11", "")


def test_a_passage_whose_words_were_changed_shows_no_place(study):
    edit(study, 2, "'tenth' you do it for", "ninth you do not")
    assert (reference(study).label, reference(study).is_edited) == ("¶? · 0:01:11", True)
    assert reference(study).remark == "the passage has been edited; find it again"


def test_a_passage_without_its_surroundings_is_only_proposed(study):
    edit(study, 3, "Nobody compares the two lists.", "He says: Nobody compares the two lists, or so I heard.")
    assert reference(study, statement=0).label == "¶?"


def test_a_passage_of_two_stretches_stands_with_the_one_that_stands(study):
    lists = study.read.get(Extract, study["lists"])
    tenth = study.read.get(Extract, study["tenth"])
    study.project.change(Extract, tenth.id, anchors=(*tenth.anchors, *lists.anchors))
    edit(study, 2, "'tenth' you do it for", "ninth you do not")
    assert (reference(study).paragraph_number, reference(study).is_edited) == (3, True)
    assert reference(study).remark == "part of the passage has been edited; find it again"


def test_undoing_an_edit_brings_the_place_back(study):
    edit(study, 2, "'tenth' you do it for", "ninth you do not")
    study.project.undo()
    assert reference(study).label == "¶2 · 0:01:11"


def test_all_references_of_the_sample_have_their_place(sample):
    refs = [
        reference
        for grid in build_grids(sample.read)
        for each in grid.cells.values()
        for statement in each.statements
        for reference in statement.evidence
    ]
    assert len(refs) >= 350
    assert [each for each in refs if each.paragraph_number is None or each.remark] == []


def test_the_time_of_the_extract_wins_over_that_of_the_paragraph(study):
    study.project.change(Extract, study["tenth"], start_ms=75_000)
    assert cell(study).statements[1].evidence[0].start_ms == 75_000


def test_a_deleted_extract_is_no_evidence(study):
    study.project.delete(Extract, study["lists"])
    assert [each.extract_id for each in cell(study).statements[0].evidence] == [study["sheet"]]


def test_a_theme_that_is_gone_is_refused(study):
    study.project.delete(Theme, study["theme1"])
    with pytest.raises(RefusedError, match="no such theme"):
        build_grid(study.read, study["theme1"])


def test_all_grids_stand_in_the_order_of_the_themes(study):
    assert [grid.title for grid in build_grids(study.read)] == ["Referral: quality & feedback", "Meetings"]


def test_a_row_holds_every_cell_of_an_interview_under_its_theme(study):
    row = build_row(study.read, study["I02"])
    assert [outline.number for outline, _ in row] == ["1", "2"]
    assert [[cell is not None for cell in cells] for _, cells in row] == [[False, True, False], [True, False]]


def test_rebuilding_reads_the_named_cells_again(study):
    grid = build_grid(study.read, study["theme1"])
    study.chart("I03", "1.2", ("summary", "Changed."))
    study.chart("I01", "1.1", ("summary", "New."))
    changed = [study.read.cell(study["I03"], study["1.2"]).id, study.read.cell(study["I01"], study["1.1"]).id]
    assert rebuild_cells(study.read, grid, changed) == build_grid(study.read, study["theme1"])


def test_rebuilding_leaves_out_cells_of_other_themes_and_hidden_rows(study):
    grid = build_grid(study.read, study["theme1"], RowFilter(case_study_ids=frozenset({study["area2"]})))
    other = [study.read.cell(study["I02"], study[name]).id for name in ("1.2", "2.1")]
    assert rebuild_cells(study.read, grid, other) == grid


def test_rebuilding_after_an_undo_takes_the_cell_away(study):
    study.chart("I04", "1.1", ("summary", "Soon undone."))
    grid = build_grid(study.read, study["theme1"])
    cell_id = study.read.cell(study["I04"], study["1.1"]).id
    study.project.undo()
    assert rebuild_cells(study.read, grid, [cell_id]) == build_grid(study.read, study["theme1"])


def count_queries(study, action):
    queries = []
    study.read._connection.set_trace_callback(queries.append)
    action()
    study.read._connection.set_trace_callback(None)
    return len(queries)


def test_the_number_of_queries_does_not_grow_with_the_study(study):
    def build():
        build_grid(study.read, study["theme1"])

    before = count_queries(study, build)
    for n in range(30):
        study.add(f"more{n}", Interview, code=f"M{n}", case_study_id=study["area2"])
        study.chart(f"more{n}", "1.2", ("summary", "Words."))
    assert count_queries(study, build) == before < 20


def test_a_grid_is_the_same_each_time(study):
    assert build_grid(study.read, study["theme1"]) == build_grid(study.read, study["theme1"])


def test_a_passage_carries_the_words_around_it(study):
    found = reference(study)
    assert found.before == "I read every sheet. Nine times out of ten it's nothing, "
    assert found.after == "."


def test_the_words_around_a_passage_that_moved_are_those_of_today(study):
    edit(study, 2, "I read", "Well, I read")
    assert reference(study).before.startswith("Well, I read every sheet.")


def test_a_passage_that_was_edited_carries_no_words_around_it(study):
    edit(study, 2, "'tenth' you do it for", "ninth you do not")
    assert (reference(study).before, reference(study).after) == ("", "")
