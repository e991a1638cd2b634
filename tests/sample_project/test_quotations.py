"""The quotations of the sample that were edited for print."""

from collections import Counter

import pytest

from framework_qda.model import (
    Analyst,
    Extract,
    ExtractStage,
    InsertionPurpose,
    Omission,
    QuotationStage,
    SegmentKind,
)
from framework_qda.quotes.printed import print_all
from framework_qda.quotes.segments import print_segments, quoted_ids

EXTRACT_STAGES = list(ExtractStage)
NEEDED = {
    QuotationStage.EDITED: ExtractStage.VERIFIED,
    QuotationStage.CLEARED: ExtractStage.CLEARED,
    QuotationStage.USED: ExtractStage.USED,
}
"""How far the extracts of a quotation must have come."""
EXTRACTS = {"They never tell us, do they.": "a", "So we ring the ward.": "b", "So we ring": "c"}


@pytest.fixture(scope="module")
def quotations(built):
    return built.read.quotations()


def insertions(quotations):
    return [each for quotation in quotations for each in quotation.segments if each.kind == SegmentKind.INSERTION]


def words(quotation):
    return [each.text.strip() for each in quotation.segments if each.kind == SegmentKind.WORDS]


def test_there_are_thirty_or_more_at_every_stage(quotations):
    assert len(quotations) >= 30
    assert {each.stage for each in quotations} == set(QuotationStage)


def test_none_differs_from_what_was_said(built, quotations):
    printed = {each.id: each for each in print_all(built.read, is_public=False).quotations}
    assert {each.id for each in quotations} <= printed.keys()
    assert [printed[each.id].faults for each in quotations if printed[each.id].faults] == []


def test_every_purpose_of_an_insertion_has_its_example(quotations):
    assert {each.purpose for each in insertions(quotations)} == set(InsertionPurpose)


def test_both_omissions_have_their_example(quotations):
    omitted = {
        each.text for quotation in quotations for each in quotation.segments if each.kind == SegmentKind.OMISSION
    }
    assert omitted == set(Omission)


def test_some_join_several_extracts(quotations):
    assert sum(len(quoted_ids(each.segments)) >= 3 for each in quotations) >= 3


def test_a_fragment_repeats_words_of_a_block_quotation(quotations):
    blocks = [" ".join(words(each)) for each in quotations if not each.is_fragment]
    fragments = [text for each in quotations if each.is_fragment for text in words(each)]
    assert any(text[:20] in block for text in fragments for block in blocks)


def test_what_an_anonymising_insertion_stands_for_is_not_in_its_printed_text(quotations):
    for quotation in quotations:
        for each in insertions([quotation]):
            if each.purpose == InsertionPurpose.ANONYMISING:
                assert f" {each.original} " not in print_segments(quotation.segments)


def test_extracts_have_come_as_far_as_the_quotation_that_uses_them(built, quotations):
    stages = {extract.id: extract.stage for extract in built.read.all(Extract)}
    for quotation in quotations:
        needed = EXTRACT_STAGES.index(NEEDED[QuotationStage(quotation.stage)])
        reached = [EXTRACT_STAGES.index(stages[each]) for each in quoted_ids(quotation.segments)]
        assert min(reached) >= needed, print_segments(quotation.segments)


def test_every_extract_that_is_used_stands_in_a_quotation_that_is(built, quotations):
    used = {each.id for each in built.read.all(Extract) if each.stage == ExtractStage.USED}
    assert used == {
        extract_id
        for quotation in quotations
        if quotation.stage == QuotationStage.USED
        for extract_id in quoted_ids(quotation.segments)
    }


def test_where_it_is_used_is_said_and_nowhere_else(quotations):
    assert all(bool(each.used_in) == (each.stage == QuotationStage.USED) for each in quotations)


def test_quotations_go_through_their_stages_after_their_extracts(built, quotations):
    for quotation in quotations:
        made = {
            entry.values["stage"]: entry.action.made_at
            for entry in built.history(quotation.id)
            if "stage" in entry.values
        }
        stages = [stage for stage in QuotationStage if stage in made]
        assert [made[stage] for stage in stages] == sorted(made[stage] for stage in stages)
        for extract_id in quoted_ids(quotation.segments):
            reached = {entry.values.get("stage"): entry.action.made_at for entry in built.history(extract_id)}
            assert all(reached[NEEDED[stage]] < made[stage] for stage in stages if stage in NEEDED)


def test_an_analyst_edits_and_the_lead_does_the_rest(built, quotations):
    initials = {each.id: each.initials for each in built.read.all(Analyst)}
    people = [
        (entry.values["stage"] == QuotationStage.EDITED, initials[entry.action.analyst_id])
        for quotation in quotations
        for entry in built.history(quotation.id)
        if "stage" in entry.values
    ]
    assert {who for is_new, who in people if is_new} == {"AM", "JT"}
    assert {who for is_new, who in people if not is_new} == {"HQ"}


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("They never tell [the nurses < us : pronoun], do they.", "‘They never tell [the nurses], do they.’"),
        ("They never tell us ... do they.", "‘They never tell us ... do they.’"),
        ("They never tell[s : grammar] us", "‘They never tell[s] us’"),
        ("They never tell us ....\nwe ring the ward.", "‘They never tell us .... we ring the ward.’"),
    ],
)
def test_what_is_written_is_read_into_segments(build_module, text, printed):
    assert print_segments(build_module.read_segments({"text": text}, EXTRACTS)) == printed


def test_words_are_those_of_their_extract(build_module):
    segments = build_module.read_segments({"text": "They never ... do they. ....\nring the ward"}, EXTRACTS)
    assert [each.extract_id for each in segments] == ["a", "", "a", "", "b"]


def test_brackets_of_the_notes_stay_words(build_module):
    segments = build_module.read_segments({"text": "ring [the ward]"}, {"We ring [the ward]": "a"})
    assert [each.kind for each in segments] == [SegmentKind.WORDS]


@pytest.mark.parametrize(("text", "count"), [("We went home.", 0), ("So we ring", 2)])
def test_a_line_that_is_not_taken_from_one_extract_stops_the_build(build_module, text, count):
    with pytest.raises(build_module.SampleError, match=f"from {count} extracts"):
        build_module.read_segments({"text": text}, EXTRACTS)


def test_quotations_are_those_of_their_source(quotations, sources):
    assert Counter((each.stage, each.is_fragment, each.used_in) for each in quotations) == Counter(
        (each["stage"], each.get("is_fragment", False), each.get("used_in", "")) for each in sources.quotations
    )
