from dataclasses import fields

import pytest

from framework_qda.matrix.build import build_grid
from framework_qda.matrix.criteria import CONFLICTED, CRITERIA, DEVIANT, REMARKED, STALE, TO_REHOME
from framework_qda.matrix.filters import RowFilter, describe_filter
from framework_qda.model import CellState, Marks, Revision, Statement, Subtopic, Tag


def codes(study, **asked):
    row_filter = RowFilter(
        **{key: value if isinstance(value, str) else frozenset(value) for key, value in asked.items()}
    )
    return [row.code for row in build_grid(study.read, study["theme1"], row_filter).rows]


def key(study, interview, subtopic="1.1"):
    return study[interview], study[subtopic]


def test_every_criterion_has_its_field_in_the_filter():
    names = {each.name for each in fields(RowFilter)}
    assert {criterion.field for criterion in CRITERIA} <= names
    assert len({criterion.field for criterion in CRITERIA}) == len(CRITERIA)


def test_a_cell_that_was_remarked_on_is_found_until_that_is_settled(study):
    cell = study.read.cell(*key(study, "I02"))
    remark = study.project.comment("cell", cell.id, "Really?").new_id
    assert codes(study, signs={REMARKED}) == ["I02"]
    study.project.resolve_comment(remark, True)
    assert codes(study, signs={REMARKED}) == []


def test_a_deviant_cell_is_found(study):
    study.project.set_deviant(*key(study, "I01"), True)
    assert codes(study, signs={DEVIANT}) == ["I01"]
    assert describe_filter(study.read, RowFilter(signs=frozenset({DEVIANT}))) == "a cell is deviant"


def test_statements_are_found_by_their_tags_and_by_waiting_to_be_moved(study):
    tag = study.project.add(Tag, label="consent").new_id
    said = Statement("s9", "summary", "Asks first.", (), Marks(tags=(tag,)))
    moved = Statement("s8", "summary", "Belongs elsewhere.", (), Marks(to_rehome=True))
    study.project.chart(*key(study, "I01"), [said])
    study.project.chart(*key(study, "I03"), [moved])
    assert codes(study, tag_ids={tag}) == ["I01"]
    assert codes(study, signs={TO_REHOME}) == ["I03"]
    words = describe_filter(study.read, RowFilter(tag_ids=frozenset({tag})))
    assert words == "a cell is tagged “consent”"


def test_what_was_charted_before_a_revision_is_found(study):
    assert codes(study, signs={STALE}) == []
    study.project.chart(*key(study, "I02"), [Statement("s7", "summary", "Old.")], CellState.CHARTED)
    study.project.add(Revision, subtopic_id=study["1.1"], reason="Also nights.")
    assert "I02" in codes(study, signs={STALE})


def test_nothing_is_contested_in_a_file_of_one(study):
    assert codes(study, signs={CONFLICTED}) == []


def test_signs_are_alternatives_and_other_criteria_come_on_top(study):
    study.project.set_deviant(*key(study, "I01"), True)
    study.project.comment("cell", study.read.cell(*key(study, "I02", "1.2")).id, "Really?")
    assert codes(study, signs={DEVIANT, REMARKED}) == ["I01", "I02"]
    assert codes(study, signs={DEVIANT, REMARKED}, states={CellState.REVIEWED}) == ["I02"]


@pytest.mark.parametrize("name", ["with", "without", "starred"])
def test_evidence_is_found_as_the_cells_show_it(study, name):
    grid = build_grid(study.read, study["theme1"])

    def passes(cell):
        found = [ref for statement in cell.statements for ref in statement.evidence]
        return {
            "with": bool(found),
            "without": bool(cell.statements) and not found,
            "starred": any(ref.is_starred for ref in found),
        }[name]

    wanted = {interview for (interview, _), cell in grid.cells.items() if passes(cell)}
    assert codes(study, evidence={name}) == [row.code for row in grid.rows if row.interview_id in wanted]


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("Die Straße hinauf", "strasse"),
        ("The \ufb01rst visit", "first visit"),
        ("ÉCOLE", "école"),
        ("100 % of them_", "100 %"),
        ("two\u00a0 words", "two words"),
        ("Ward_list", "ward_l"),
        ("α, β", "β"),
    ],
)
def test_words_are_found_in_any_letters(study, written, sought):
    study.project.chart(*key(study, "I01"), [Statement("s6", "summary", written)])
    assert codes(study, text=sought) == ["I01"]


def test_cells_of_a_deleted_sub_topic_do_not_count(study):
    before = codes(study, text="alcohol")
    assert before == ["I03"]
    cells = build_grid(study.read, study["theme1"]).cells.values()
    held = {each.subtopic_id for each in cells if any("lcohol" in one.text for one in each.statements)}
    for subtopic_id in held:
        study.project.delete(Subtopic, subtopic_id)
    assert codes(study, text="alcohol") == []
