import pytest

from framework_qda.matrix.within_case import NO_VERDICT, choose_rows, count_case, read_case, read_side_by_side
from framework_qda.model import CaseStudy, Interview, Organisation


@pytest.fixture
def area1(study):
    return read_case(study.read, study["area1"])


def row(reading, number):
    return next(each for each in reading.rows if each.subtopic.number == number)


def test_the_interviews_of_a_case_study_are_its_columns(area1):
    assert [(column.code, column.organisation_kind) for column in area1.columns] == [
        ("I01", "local authority"),
        ("I02", "trust"),
    ]


def test_the_local_authority_comes_first_whatever_the_order_of_rows(study):
    study.project.move(Interview, study["I01"], after=study["I02"])
    study.project.change(Organisation, study["org_la"], kind="LA")
    assert [column.code for column in read_case(study.read, study["area1"]).columns] == ["I01", "I02"]


def test_all_sub_topics_stand_under_their_themes(area1):
    assert [(one.heading, one.first, one.count) for one in area1.sections] == [
        ("1 Referral: quality & feedback", 0, 3),
        ("2 Meetings", 3, 2),
    ]
    assert [each.subtopic.number for each in area1.rows] == ["1.1", "1.2", "1.3", "2.1", "2.2"]


def test_a_row_has_the_cells_of_all_columns(area1):
    first, second = row(area1, "1.2").cells
    assert (first.state, first.statements) == ("not_asked", ())
    assert second.statements[1].text == "it's the tenth you do it for"


def test_a_cell_that_nobody_wrote_in_is_none(area1):
    assert row(area1, "2.2").cells == (None, None)


def test_the_facts_of_the_case_study_are_told_those_beside_matrices_first(area1):
    assert area1.parts[0].facts == ("hospital team", "North")


def test_a_verdict_with_its_note_stands_in_its_row(study):
    study.project.judge(study["area1"], study["2.1"], verdict="differ", note="who reconciles")
    (verdict,) = row(read_case(study.read, study["area1"]), "2.1").verdicts
    assert (verdict.verdict, verdict.note, verdict.proposed) == ("differ", "who reconciles", "")


def test_one_silent_is_proposed_from_what_is_charted(area1):
    (verdict,) = row(area1, "1.2").verdicts
    assert (verdict.verdict, verdict.proposed) == ("", "one_silent")


def test_a_case_of_one_agency_proposes_that_there_is_no_partner(study):
    reading = read_case(study.read, study["area2"])
    assert {each.verdicts[0].proposed for each in reading.rows} == {"no_partner"}


def test_a_case_without_interviews_has_rows_and_no_columns(study):
    empty = study.add("area3", CaseStudy, label="Area 3")
    reading = read_case(study.read, empty)
    assert (reading.label, reading.columns, len(reading.rows)) == ("Area 3", (), 5)


def test_a_case_that_is_gone_has_no_part(study):
    study.project.delete(CaseStudy, study["area2"])
    assert read_case(study.read, study["area2"]).parts == ()


def test_case_studies_stand_side_by_side_each_with_its_verdict(study):
    study.project.judge(study["area2"], study["1.2"], verdict="no_partner")
    reading = read_side_by_side(study.read, case_study_ids=(study["area1"], study["area2"]))
    assert reading.label == "Area 1 and Area 2"
    assert [(part.first, part.count) for part in reading.parts] == [(0, 2), (2, 1)]
    assert [each.verdict for each in row(reading, "1.2").verdicts] == ["", "no_partner"]
    assert [reading.part_of(column) for column in range(3)] == [0, 0, 1]


def test_chosen_interviews_stand_in_the_order_chosen_and_are_not_compared(study):
    reading = read_side_by_side(study.read, interview_ids=(study["I03"], study["I01"]))
    assert [column.code for column in reading.columns] == ["I03", "I01"]
    assert {each.verdicts[0].proposed for each in reading.rows} == {""}
    assert reading.label == "I03, I01"


def test_the_rows_of_one_theme_alone(area1):
    reading = choose_rows(area1, theme_id=area1.sections[1].theme_id)
    assert [each.subtopic.number for each in reading.rows] == ["2.1", "2.2"]
    assert (reading.sections[0].first, reading.total_rows) == (0, 5)


def test_the_rows_of_some_verdicts(study):
    study.project.judge(study["area1"], study["2.1"], verdict="differ")
    reading = read_case(study.read, study["area1"])
    assert [each.subtopic.number for each in choose_rows(reading, verdicts={"differ"}).rows] == ["2.1"]
    assert len(choose_rows(reading, verdicts={NO_VERDICT}).rows) == 4
    assert choose_rows(reading, verdicts={"agree"}).sections == ()


def test_cells_and_verdicts_are_counted(study):
    study.project.judge(study["area1"], study["2.1"], verdict="differ")
    counted = count_case(read_case(study.read, study["area1"]))
    assert (counted.total, counted.charted, counted.verdicts["differ"]) == (10, 2, 1)
