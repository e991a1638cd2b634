"""The bank: what is quoted, where, once, and what each profile shows."""

import pytest

from framework_qda.model import CaseStudy, Extract, Interview, Study
from framework_qda.quotes.bank import UNLINKED, build_bank, missing_attributions
from tests.reference.small_study import anchor_at


def outline(bank):
    return [
        (section.heading, [(part.heading, [each.id for each in part.quotations]) for part in section.subsections])
        for section in bank.sections
    ]


def test_starred_extracts_stand_under_theme_and_subtopic(study):
    bank = build_bank(study.read, is_public=False)
    assert outline(bank) == [
        ("1 Referral: quality & feedback", [("1.2 Quality", [study["tenth"], study["sheet3"]])]),
        ("2 Meetings", [("2.1 Level", [study["ring"]])]),
    ]


def test_what_has_no_star_is_not_quoted(study):
    study.project.star(study["tenth"], False)
    assert study["tenth"] not in [each.id for each in build_bank(study.read).quotations]


def test_an_extract_used_twice_is_printed_once_and_pointed_to(study):
    bank = build_bank(study.read, is_public=False)
    assert [each.id for each in bank.quotations].count(study["tenth"]) == 1
    level = bank.sections[1].subsections[0]
    assert [(pointer.number, pointer.heading) for pointer in level.also] == [(1, "1.2 Quality")]


def test_quotations_are_counted_and_numbered_through(study):
    bank = build_bank(study.read)
    assert [each.number for each in bank.quotations] == [1, 2, 3]
    assert (bank.count, [section.count for section in bank.sections]) == (3, [2, 1])


def test_the_text_is_printed_in_house_style(study):
    texts = {each.id: each.text for each in build_bank(study.read).quotations}
    assert texts[study["tenth"]] == "‘it’s the “tenth” you do it for’"
    assert texts[study["ring"]] == "‘We [the hospital] ring ... and ring again’"


def test_the_marks_are_those_of_the_study(study):
    study.project.change(Study, study.read.study().id, quotation_marks="double")
    texts = {each.id: each.text for each in build_bank(study.read).quotations}
    assert texts[study["tenth"]] == "“it’s the ‘tenth’ you do it for”"


def test_a_star_without_a_cell_is_not_lost(study):
    paragraph = study.read.paragraphs(study.read.documents(study["I03"])[0].id)[2]
    anchor = anchor_at(paragraph, "two lists")
    loose = study.project.add(
        Extract, interview_id=study["I03"], anchors=(anchor,), text=anchor.exact, is_starred=True
    ).new_id
    assert outline(build_bank(study.read))[-1] == (UNLINKED, [("", [loose])])


def join(study, *passages):
    """Return the printed text of one quotation made of several passages of I02."""
    paragraphs = study.read.paragraphs(study.read.documents(study["I02"])[0].id)
    anchors = tuple(anchor_at(paragraphs[number - 1], exact) for number, exact in passages)
    text = "\n".join(anchor.exact for anchor in anchors)
    made = study.project.add(Extract, interview_id=study["I02"], anchors=anchors, text=text, is_starred=True).new_id
    return next(each.text for each in build_bank(study.read).quotations if each.id == made)


def test_passages_apart_are_joined_with_an_omission(study):
    assert (
        join(study, (2, "I read every sheet."), (4, "and ring again.")) == "‘I read every sheet .... and ring again.’"
    )


def test_whole_paragraphs_that_follow_on_one_another_keep_their_break(study):
    printed = join(study, (3, "Nobody compares the two lists."), (4, "We [the hospital] ring ... and ring again."))
    assert printed == "‘Nobody compares the two lists.\nWe [the hospital] ring ... and ring again.’"


def test_by_case_study_the_internal_bank_names_them(study):
    bank = build_bank(study.read, group_by="case_study", is_public=False)
    assert outline(bank) == [
        ("Area 1", [("1 Referral: quality & feedback", [study["tenth"]]), ("2 Meetings", [study["ring"]])]),
        ("Area 2", [("1 Referral: quality & feedback", [study["sheet3"]])]),
    ]


def test_by_case_study_the_public_bank_uses_letters(study):
    bank = build_bank(study.read, group_by="case_study")
    assert [section.heading for section in bank.sections] == ["Case study A", "Case study B"]


def test_the_internal_profile_says_where_and_who(study):
    bank = build_bank(study.read, is_public=False)
    assert bank.quotations[0].references == ("Area 1 · I02 · I02a Named Nurse, I02b Named Midwife · ¶2 · 0:01:11",)


def everything_printed(bank):
    parts = [part for section in bank.sections for part in section.subsections]
    quotations = [f"{each.text}{each.attribution}{each.references}" for each in bank.quotations]
    return "\n".join([*(section.heading for section in bank.sections), *(part.heading for part in parts), *quotations])


@pytest.mark.parametrize("group_by", ["theme", "case_study"])
@pytest.mark.parametrize("word", ["Area", "I02", "I03a", "Named", "Hospital A", "North", "0:01:11", "¶"])
def test_the_public_profile_shows_nothing_that_identifies(study, group_by, word):
    assert word not in everything_printed(build_bank(study.read, group_by=group_by))


def test_the_public_order_does_not_follow_the_rows(study):
    bank = build_bank(study.read)
    attributions = [each.attribution for each in bank.sections[0].subsections[0].quotations]
    assert attributions == ["trust, community based", "trust, hospital team"]


@pytest.mark.parametrize("text", ["In Area 1 we ring", "as I03A told you", "I, the named nurse, ring"])
def test_words_that_identify_are_warned_of(study, text):
    study.project.change(Extract, study["ring"], text=text)
    warnings = build_bank(study.read).warnings
    assert len(warnings) == 1
    assert warnings[0].startswith("Quotation 3 holds “")


def test_a_number_that_happens_to_be_a_code_is_no_warning(study):
    study.project.change(Interview, study["I03"], code="7")
    study.project.change(Extract, study["ring"], text="We had 7 of them")
    assert build_bank(study.read).warnings == ()


def test_the_internal_profile_has_no_warnings(study):
    study.project.change(Extract, study["ring"], text="In Area 1 we ring")
    assert build_bank(study.read, is_public=False).warnings == ()


def test_quotations_of_a_deleted_case_study_are_gone(study):
    study.project.delete(CaseStudy, study["area2"])
    assert study["sheet3"] not in [each.id for each in build_bank(study.read).quotations]


def test_an_empty_project_has_an_empty_bank(project):
    assert build_bank(project.read).sections == ()


def test_quotations_without_an_attribution_are_counted_with_the_way_to_mend_it(study):
    study.project.change(Study, study.read.study().id, attribution_template="{Foundation trust}")
    bank = build_bank(study.read)
    missing = sum(not each.attribution for each in bank.quotations)
    assert missing > 0
    assert f"{missing} of {bank.count} quotations have no attribution" in bank.warnings[0]
    assert "Interviews desk" in bank.warnings[0]
    assert missing_attributions(study.read) == bank.warnings[0]


def test_a_template_that_cannot_be_used_is_told_before_anything_is_written(study):
    study.project.change(Study, study.read.study().id, attribution_template="{role}")
    assert "{role}" in missing_attributions(study.read)
    assert missing_attributions(study.read, is_public=False) == ""
