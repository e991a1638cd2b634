"""Quotations in the bank: in place of their extracts, once, with nothing that gives anybody away."""

import pytest

from framework_qda.model import Consent, Extract, Interview, Quotation, Segment
from framework_qda.quotes.bank import build_bank
from framework_qda.quotes.printed import print_all
from tests.reference.small_study import anchor_at, edit_quotations


@pytest.fixture
def edited(study):
    edit_quotations(study)
    return study


def by_id(bank):
    return {each.id: each for each in bank.quotations}


def test_quotations_stand_in_place_of_their_extracts(edited):
    bank = build_bank(edited.read)
    assert set(by_id(bank)) == {edited["joined"], edited["fragment"]}
    assert bank.count == 2


def test_extracts_that_are_in_no_quotation_are_printed_as_before(edited):
    edited.project.delete(Quotation, edited["joined"])
    assert set(by_id(build_bank(edited.read))) == {edited["tenth"], edited["ring"], edited["fragment"]}


def test_a_quotation_stands_at_the_first_subtopic_of_its_first_extract(edited):
    bank = build_bank(edited.read, is_public=False)
    assert [each.id for each in bank.sections[0].subsections[0].quotations] == [edited["joined"], edited["fragment"]]
    level = bank.sections[1].subsections[0]
    assert (level.quotations, [each.number for each in level.also]) == ((), [1])


def test_the_printed_text_is_that_of_the_segments(edited):
    assert by_id(build_bank(edited.read))[edited["joined"]].text == (
        "‘it’s the “tenth” [referral] you do it for .... We [the hospital] [telephone] ... and ring again’"
    )


def test_an_extract_without_a_star_is_printed_in_a_quotation(edited):
    segments = (Segment("words", "Nobody compares the two lists", edited["lists"]),)
    made = edited.project.add(Quotation, segments=segments).new_id
    assert by_id(build_bank(edited.read))[made].extract_ids == (edited["lists"],)


def test_every_part_has_its_reference_in_the_internal_profile(edited):
    references = by_id(build_bank(edited.read, is_public=False))[edited["joined"]].references
    assert references == ("Area 1 · I02 · I02a Named Nurse, I02b Named Midwife · ¶2 · 0:01:11", "¶4 · 0:23:10")
    assert by_id(build_bank(edited.read))[edited["joined"]].references == ()


def test_without_an_attribution_of_its_own_it_has_that_of_the_template(edited):
    printed = by_id(build_bank(edited.read))
    assert printed[edited["joined"]].attribution == "trust, hospital team"
    assert printed[edited["fragment"]].attribution == "trust"


@pytest.mark.parametrize("own", ["trust, Area 2", "Named nurse, trust", "I03", "South", "Hospital B"])
def test_an_attribution_that_tells_who_spoke_is_not_printed_to_the_public(edited, own):
    edited.project.change(Quotation, edited["fragment"], attribution=own)
    bank = build_bank(edited.read)
    assert by_id(bank)[edited["fragment"]].attribution == "trust, community based"
    assert any("that of the template was printed" in each for each in bank.warnings)
    assert by_id(build_bank(edited.read, is_public=False))[edited["fragment"]].attribution == own


@pytest.mark.parametrize("is_public", [True, False])
def test_what_is_anonymised_is_in_no_profile(edited, is_public):
    bank = build_bank(edited.read, is_public=is_public)
    assert by_id(bank)[edited["fragment"]].text == "‘I read every [form]’"
    assert "sheet" not in repr(by_id(bank)[edited["fragment"]])


def test_a_name_anonymised_in_one_quotation_is_looked_for_in_all(edited):
    text = "Then we rang Lilac Ward"
    edited.project.change(Extract, edited["sheet3"], text=text)
    segments = (Segment("words", "Then we rang", edited["sheet3"]), hidden("a ward", "Lilac Ward"))
    edited.project.change(Quotation, edited["fragment"], segments=segments)
    assert not any("Lilac" in each for each in build_bank(edited.read).warnings)
    edited.project.change(Extract, edited["lists"], text=f"{text} again", is_starred=True)
    assert any("“Lilac Ward” in its own words" in each for each in build_bank(edited.read).warnings)


def hidden(text, original):
    return Segment("insertion", text, purpose="anonymising", original=original)


def test_a_pronoun_that_was_anonymised_is_not_looked_for(edited):
    segments = (hidden("The colleague", "It"), Segment("words", "'s nothing", edited["sheet3"]))
    edited.project.change(Quotation, edited["fragment"], segments=segments)
    assert not any("in its own words" in each for each in build_bank(edited.read).warnings)


def test_words_that_are_not_as_they_were_said_are_told(edited):
    assert build_bank(edited.read).warnings == ()
    edited.project.change(Extract, edited["tenth"], text="it's the ninth you do it for")
    warnings = build_bank(edited.read).warnings
    assert len(warnings) > 0
    assert warnings[0].startswith("Quotation 2 is not as it was said.")


@pytest.mark.parametrize("consent", [Consent.NO_QUOTATION, Consent.WITHDRAWN])
def test_no_quotation_holds_words_that_may_not_be_quoted(edited, consent):
    edited.project.change(Interview, edited["I03"], consent=consent)
    bank = build_bank(edited.read)
    assert set(by_id(bank)) == {edited["joined"]}
    assert any("1 quotation was left out" in each for each in bank.warnings)


def test_a_quotation_whose_passage_is_gone_is_left_out_with_its_other_extracts(edited):
    edited.project.delete(Extract, edited["ring"])
    bank = build_bank(edited.read)
    assert set(by_id(bank)) == {edited["fragment"]}
    assert bank.warnings == ("1 quotation was left out: a passage that it is made of has been deleted.",)


def test_a_quotation_hides_with_its_interview(edited):
    edited.project.delete(Interview, edited["I03"])
    assert [each.id for each in edited.read.quotations()] == [edited["joined"]]
    assert build_bank(edited.read).warnings == ()


def test_words_of_two_interviews_make_no_quotation(edited):
    segments = edited.read.get(Quotation, edited["joined"]).segments
    other = (Segment("omission", "..."), Segment("words", "I read every sheet", edited["sheet3"]))
    edited.project.change(Quotation, edited["joined"], segments=(*segments, *other))
    assert build_bank(edited.read).warnings == ("1 quotation was left out: it joins words of several interviews.",)


def test_a_quotation_that_is_only_begun_is_left_out(edited):
    edited.project.add(Quotation)
    assert build_bank(edited.read).warnings == ("1 quotation was left out: it has no words of a speaker yet.",)


def test_an_extract_in_a_quotation_outlives_its_last_use_in_a_cell(edited):
    edited.project.star(edited["sheet3"], False)
    edited.project.chart(edited["I03"], edited["1.2"], [])
    assert edited.read.get(Extract, edited["sheet3"])
    edited.project.delete(Quotation, edited["fragment"])


def test_extracts_that_follow_in_the_notes_need_no_omission(study):
    paragraphs = study.read.paragraphs(study.read.documents(study["I02"])[0].id)
    ids = []
    for paragraph in paragraphs[2:4]:
        anchor = anchor_at(paragraph, paragraph.text)
        ids.append(study.project.add(Extract, interview_id=study["I02"], anchors=(anchor,), text=anchor.exact).new_id)
    segments = tuple(Segment("words", each.text, key) for each, key in zip(paragraphs[2:4], ids, strict=True))
    made = study.project.add(Quotation, segments=segments).new_id
    assert next(each for each in print_all(study.read, is_public=True).quotations if each.id == made).faults == ()
