"""Which recording goes with which notes, and what stretch of it a paragraph or a passage is."""

from dataclasses import replace

import pytest

from framework_qda.matrix.listening import (
    GRACE_MS,
    Listening,
    Stretch,
    TimedDocument,
    TimedParagraph,
    cited_parts,
    read_listening,
    recording_of,
)
from framework_qda.model import Anchor, Document, Extract, Interview, Recording


def notes(title="I01", times=(1000, 5000, None, 9000), file_name="", key="d"):
    document = Document(id=key, interview_id="i", title=title, file_name=file_name)
    return TimedDocument(document, tuple(TimedParagraph(f"{key}{n}", ms) for n, ms in enumerate(times)))


def recording(title="tape", length_ms=60_000, path="", key="r"):
    return Recording(id=key, interview_id="i", title=title, path=path or f"{title}.mp3", length_ms=length_ms)


def extract(*paragraph_ids, **values):
    anchors = tuple(Anchor(paragraph_id, 0, 1, "x") for paragraph_id in paragraph_ids)
    return Extract(id="e", interview_id="i", anchors=anchors, **values)


@pytest.mark.parametrize(
    ("document", "sound"),
    [
        (notes("Follow-up call"), recording("follow-up  CALL")),
        (notes("Anything", file_name="I01 call.vtt"), recording("I01 call")),
        (notes("I01 call"), recording("Anything", path="C:\\sound\\I01 call.m4a")),
    ],
)
def test_a_recording_of_the_same_name_goes_with_the_notes(document, sound):
    assert recording_of(document, [recording("other", key="r2"), sound]) == sound


def test_the_only_recording_goes_with_notes_whose_times_lie_within_it():
    assert recording_of(notes(), [recording()]) is not None


def test_the_only_recording_does_not_go_with_notes_that_are_longer():
    assert recording_of(notes(times=(0, 60_001 + GRACE_MS)), [recording()]) is None


def test_of_two_recordings_with_other_names_none_is_guessed():
    assert recording_of(notes(), [recording("a", key="a"), recording("b", key="b")]) is None


def test_notes_without_times_get_no_recording_but_by_name():
    assert recording_of(notes(times=(None,)), [recording()]) is None


def test_a_paragraph_is_heard_up_to_the_next_time():
    heard = Listening([notes()], [recording()])
    assert heard.paragraph("d0") == Stretch("r", 1000, 5000)
    assert heard.paragraph("d3") == Stretch("r", 9000, None)


def test_a_paragraph_without_a_time_lies_in_the_stretch_of_the_one_before():
    assert Listening([notes()], [recording()]).paragraph("d2") == Stretch("r", 5000, 9000)


def test_a_passage_over_two_paragraphs_is_heard_to_the_end_of_the_second():
    assert Listening([notes()], [recording()]).extract(extract("d0", "d1")) == Stretch("r", 1000, 9000)


def test_a_passage_with_times_of_its_own_keeps_them():
    heard = Listening([notes()], [recording()])
    assert heard.extract(extract("d0", start_ms=2000, end_ms=3000)) == Stretch("r", 2000, 3000)


def test_a_passage_whose_end_is_not_set_ends_with_its_paragraph():
    assert Listening([notes()], [recording()]).extract(extract("d0", start_ms=2000)) == Stretch("r", 2000, 5000)


def test_a_passage_without_a_recording_is_not_heard():
    assert Listening([notes()], []).extract(extract("d0")) is None


@pytest.mark.parametrize(("position", "paragraph_id"), [(0, ""), (1000, "d0"), (8999, "d1"), (70_000, "d3")])
def test_which_paragraph_is_heard_follows_from_the_place(position, paragraph_id):
    assert Listening([notes()], [recording()]).paragraph_at("d", position) == paragraph_id


def test_cited_parts_do_not_overlap():
    stretches = [Stretch("r", 20, 40), Stretch("r", 0, 30), Stretch("r", 90)]
    assert cited_parts(stretches, 100) == [(0, 40), (90, 100)]


def test_the_call_of_the_sample_has_its_recording_and_the_long_interview_none(sample):
    interview = next(each for each in sample.read.all(Interview) if each.code == "I09")
    heard = read_listening(sample.read, interview.id)
    main, call = sample.read.documents(interview.id)
    assert heard.recording(main.id) is None
    assert heard.recording(call.id) is not None


def chosen(recording_id):
    return TimedDocument(replace(notes("tape").document, recording_id=recording_id), notes().paragraphs)


def test_a_recording_that_was_chosen_comes_before_the_one_of_the_same_name():
    assert recording_of(chosen("r2"), [recording(), recording("other", key="r2")]).id == "r2"


def test_notes_for_which_none_was_chosen_have_none():
    assert recording_of(chosen(""), [recording()]) is None


def test_a_chosen_recording_that_is_gone_counts_as_not_chosen():
    assert recording_of(chosen("gone"), [recording()]).id == "r"
