"""What was made of the sample's chart: syntheses, verdicts, tags, a sub-topic defined anew, cells sent back."""

import re
from collections import Counter

import pytest

from framework_qda.matrix.build import is_stale, revisions_by_subtopic
from framework_qda.model import (
    Analyst,
    CaseStudy,
    CellState,
    Interview,
    Organisation,
    PairVerdict,
    Revision,
    Subtopic,
    Synthesis,
    Tag,
    Theme,
    Verdict,
)

TOLD = (PairVerdict.AGREE, PairVerdict.DIFFER)


@pytest.fixture(scope="module")
def interviews(built):
    return {each.id: each for each in built.read.all(Interview)}


@pytest.fixture(scope="module")
def cells(built, interviews):
    return {cell.id: cell for each in interviews for cell in built.read.cells_of_interview(each).values()}


@pytest.fixture(scope="module")
def statements(cells):
    """Return every charted statement with its cell, by its id."""
    return {each.id: (each, cell) for cell in cells.values() for each in cell.content}


@pytest.fixture(scope="module")
def numbers(built):
    return {
        subtopic.id: f"{number}.{place}"
        for number, theme in enumerate(built.read.all(Theme), 1)
        for place, subtopic in enumerate(built.read.subtopics(theme.id), 1)
    }


def syntheses_of(built, subject_type):
    return [each for each in built.read.all(Synthesis) if each.subject_type == subject_type]


def agencies(built, case_study):
    """Return the interviews of the local authority and of the trust."""
    kinds = {each.id: each.kind for each in built.read.all(Organisation)}
    found = built.read.interviews(case_study.id)
    return [[each for each in found if kinds[each.organisation_id] == kind] for kind in ("local authority", "trust")]


def has_spoken(built, interviews, subtopic_id):
    return any(built.read.cell(each.id, subtopic_id).content for each in interviews)


# -- syntheses


def test_every_area_has_its_synopsis(built):
    for case_study in built.read.all(CaseStudy):
        content = built.read.synthesis("case_study", case_study.id).content
        assert 40 <= sum(len(each.text.split()) for each in content) <= 140, case_study.label


def test_a_synopsis_rests_on_cells_of_its_area(built, cells, statements, interviews):
    for synthesis in syntheses_of(built, "case_study"):
        for statement in synthesis.content:
            assert statement.evidence or statement.kind == "note"
            for evidence in statement.evidence:
                cell = cells.get(evidence) or statements[evidence][1]
                assert interviews[cell.interview_id].case_study_id == synthesis.subject_id


def test_six_columns_and_more_are_summed_up(built):
    assert len(syntheses_of(built, "subtopic")) >= 6
    for synthesis in syntheses_of(built, "subtopic"):
        assert {each.kind for each in synthesis.content} == {"summary", "note"} or len(synthesis.content) >= 5


def test_who_stands_behind_a_word_is_among_the_evidence(built, cells, statements):
    weighed = [each for synthesis in syntheses_of(built, "subtopic") for each in synthesis.content if each.marks.weight]
    assert len(weighed) >= 15
    assert {each.marks.weight_unit for each in weighed} == {"case_study", "organisation", "interview", "informant"}
    for statement in weighed:
        behind = {(cells.get(evidence) or statements[evidence][1]).interview_id for evidence in statement.evidence}
        assert set(statement.marks.weight_rows) <= behind, statement.text


def test_conclusions_are_drawn_when_all_is_charted(built, cells):
    charted = max(built.history(cell_id)[-1].action.made_at for cell_id in cells)
    for synthesis in built.read.all(Synthesis):
        assert built.history(synthesis.id)[-1].action.made_at > charted


# -- verdicts


def test_seven_areas_and_more_are_compared_in_every_subtopic(built):
    complete = 0
    for case_study in built.read.all(CaseStudy):
        verdicts = built.read.verdicts(case_study.id)
        complete += len(verdicts) == 23
    assert complete >= 7


def test_verdicts_agree_with_who_has_spoken(built, numbers):
    for case_study in built.read.all(CaseStudy):
        authority, trust = agencies(built, case_study)
        for subtopic_id, judged in built.read.verdicts(case_study.id).items():
            where = f"{case_study.label} {numbers[subtopic_id]}"
            spoken = [has_spoken(built, each, subtopic_id) for each in (authority, trust)]
            assert (judged.verdict == PairVerdict.NO_PARTNER) == (not authority), where
            if authority:
                assert (judged.verdict in TOLD) == all(spoken), where
                assert (judged.verdict == PairVerdict.ONE_SILENT) == (spoken.count(True) == 1), where


def test_verdicts_of_two_agencies_say_why(built):
    for judged in built.read.all(Verdict):
        assert bool(judged.note) != (judged.verdict == PairVerdict.NO_PARTNER)


def test_agencies_sometimes_differ(built):
    verdicts = Counter(each.verdict for each in built.read.all(Verdict))
    assert verdicts[PairVerdict.AGREE] >= 60
    assert verdicts[PairVerdict.DIFFER] >= 30


# -- tags and marks


def test_tags_are_used_in_their_columns(built, statements):
    tags = {each.id: each for each in built.read.all(Tag)}
    used = Counter(tag_id for each, _ in statements.values() for tag_id in each.marks.tags)
    assert 6 <= len(tags) <= 10
    assert used.keys() == tags.keys()
    for each, cell in statements.values():
        assert all(tags[tag_id].subtopic_id in (None, cell.subtopic_id) for tag_id in each.marks.tags)


def test_a_tag_is_named_in_the_words_that_have_it(built, statements):
    words = {
        "consent": r"consent|told|tell|yes|agreed",
        "domestic violence": r"violence|abuse|[Ii]njured mothers",
        "neglect": r"[Nn]eglect",
        "pre-birth": r"[Pp]re-birth|unborn|baby|babies|pregnan|birth|week",
        "self-harm": r"[Ss]elf-harm|[Oo]verdose",
    }
    labels = {each.id: each.label for each in built.read.all(Tag)}
    for each, _ in statements.values():
        for label in {labels[tag_id] for tag_id in each.marks.tags} & words.keys():
            assert re.search(words[label], each.text, re.IGNORECASE), (label, each.text)


def test_what_waits_for_a_better_column_stands_in_other(statements, numbers):
    waiting = [numbers[cell.subtopic_id] for each, cell in statements.values() if each.marks.to_rehome]
    assert len(waiting) >= 5
    assert set(waiting) == {"1.6", "4.4"}


def test_two_cells_and_more_are_kept_in_view(cells):
    assert 2 <= sum(cell.is_deviant for cell in cells.values()) <= 5


# -- reviewing


def test_cells_that_were_sent_back_have_an_open_remark(built, cells):
    sent_back = [cell for cell in cells.values() if cell.state == CellState.SENT_BACK]
    assert len(sent_back) >= 3
    lead = next(each.id for each in built.read.all(Analyst) if each.initials == "HQ")
    for cell in sent_back:
        assert any(not each.is_resolved and each.analyst_id == lead for each in built.read.comments(cell.id))


def test_one_subtopic_was_defined_anew_and_some_of_its_cells_are_stale(built, cells):
    revision = built.read.all(Revision)[0]
    assert len(built.read.all(Revision)) == 1
    assert built.read.get(Subtopic, revision.subtopic_id).definition.startswith("What comes back")
    revisions = revisions_by_subtopic(built.read)
    stale = [is_stale(cell, revisions.get(cell.subtopic_id, ())) for cell in cells.values()]
    assert 8 <= stale.count(True) <= 16


def test_areas_are_read_when_all_their_interviews_come_in(build_module):
    sources = build_module.read_sources(["I01", "I02"])
    assert [each["label"] for each in sources.reading["case_study"]] == ["Area 1"]
    assert [each["label"] for each in sources.reading["area"]] == ["Area 1"]


def test_a_statement_that_is_not_there_stops_the_build(build_module, tmp_path, monkeypatch):
    sources = build_module.read_sources(["I01", "I02"])
    sources.reading["case_study"][0]["statement"][0]["rests_on"] = ["I01 1.3#9"]
    monkeypatch.setattr(build_module, "read_sources", lambda _interviews: sources)
    with pytest.raises(build_module.SampleError, match=r"no statement I01 1.3#9"):
        build_module.build(tmp_path / "sample.fqda")
