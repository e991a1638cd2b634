"""What the analysts of the sample remarked on each other's work."""

from collections import Counter

import pytest

from framework_qda.model import Analyst, Comment, Interview


@pytest.fixture(scope="module")
def comments(built):
    return built.read.all(Comment)


@pytest.fixture(scope="module")
def remarks(comments):
    return [each for each in comments if not each.reply_to]


def test_there_are_a_dozen_remarks_and_more_some_settled_and_some_open(remarks):
    settled = Counter(each.is_resolved for each in remarks)
    assert settled[True] >= 6
    assert settled[False] >= 6


def test_cells_extracts_and_interviews_are_remarked_on(remarks):
    assert {each.subject_type for each in remarks} == {"cell", "extract", "interview"}


def test_all_three_take_part_and_answer_one_another(built, comments):
    initials = {each.id: each.initials for each in built.read.all(Analyst)}
    by_id = {each.id: each for each in comments}
    replies = [each for each in comments if each.reply_to]
    assert {initials[each.analyst_id] for each in comments} == {"AM", "HQ", "JT"}
    assert len(replies) >= 12
    assert all(by_id[each.reply_to].subject_id == each.subject_id for each in replies)


def test_a_remark_is_made_after_what_it_is_about_and_a_reply_after_the_remark(built, comments):
    by_id = {each.id: each for each in comments}
    for comment in comments:
        if comment.reply_to:
            assert by_id[comment.reply_to].written_at < comment.written_at, comment.text
        elif comment.subject_type != "interview":
            first = built.history(comment.subject_id)[-1].action.made_at
            assert first[:19] < comment.written_at[:19], comment.text


def test_nobody_remarks_on_a_weekend_or_at_night(build_module, comments):
    for comment in comments:
        assert build_module.in_hours(build_module.moment_of(comment.written_at[:19])).isoformat() == comment.written_at


def test_no_remark_stands_twice(comments):
    assert len({each.text for each in comments}) == len(comments)


def test_remarks_are_where_the_source_says(built, sources, remarks):
    codes = {each.id: each.code for each in built.read.all(Interview)}
    on_interviews = {codes[each.subject_id] for each in remarks if each.subject_type == "interview"}
    assert on_interviews == {
        each["interview"] for each in sources.comments if "subtopic" not in each and "words" not in each
    }
    assert len(remarks) == len(sources.comments)


def test_a_remark_on_words_that_are_no_extract_stops_the_build(build_module, tmp_path, monkeypatch):
    sources = build_module.read_sources(["I01"])
    sources.comments.append({"interview": "I01", "words": "nobody said so", "by": "lead", "at": "2012-03-01T09:30"})
    monkeypatch.setattr(build_module, "read_sources", lambda _interviews: sources)
    with pytest.raises(build_module.SampleError, match=r"I01: comments.toml .*nobody said so"):
        build_module.build(tmp_path / "sample.fqda")
