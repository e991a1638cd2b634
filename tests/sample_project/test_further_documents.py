"""Further documents of the sample's interviews, in other formats, and the recordings of two of them."""

import re
import tomllib

import pytest

from framework_qda import open_project, shipped
from framework_qda.io.notes_in import read_notes
from framework_qda.model import Document, Interview, Recording
from framework_qda.text.timecodes import parse_timecode

FOLDER = shipped.sample_folder()
CALLS = ["I01 follow-up call", "I09 follow-up call"]
BITS_A_SECOND = 32_000
"""The sound files have a constant rate, so that their size tells their length."""


def notes_of(call):
    return read_notes(next(FOLDER.glob(f"notes/{call}.*")))


def length_ms(call):
    return (FOLDER / "recordings" / f"{call}.mp3").stat().st_size * 8 * 1000 // BITS_A_SECOND


def turns_of(call):
    script = tomllib.loads((FOLDER / "recordings" / f"{call}.toml").read_text(encoding="utf-8"))
    return script["turn"]


def words_of(text):
    return re.findall(r"[\w']+", text.lower())


def test_further_documents_come_in_other_formats(built):
    interviews = sorted(built.read.all(Interview), key=lambda each: each.code)
    documents = [each for interview in interviews for each in built.read.documents(interview.id)[1:]]
    assert [(each.file_name, each.kind) for each in documents] == [
        ("I01 follow-up call.vtt", "transcript"),
        ("I09 follow-up call.txt", "notes"),
        ("I12 observation.odt", "observation"),
    ]


def test_every_document_is_cited_by_a_cell(built):
    places = built.read.paragraph_places()
    cited = {
        places[anchor.paragraph_id].document_id
        for interview in built.read.all(Interview)
        for extract in built.read.extracts(interview.id)
        for anchor in extract.anchors
    }
    assert cited == {document.id for document in built.read.all(Document)}


@pytest.mark.parametrize("name", ["I01 follow-up call.vtt", "I09 follow-up call.txt", "I12 observation.odt"])
def test_they_are_read_without_a_warning(name):
    assert read_notes(FOLDER / "notes" / name).warnings == ()


@pytest.mark.parametrize("call", CALLS)
def test_times_climb_within_the_recording(call):
    times = [each.start_ms for each in notes_of(call).paragraphs if each.start_ms is not None]
    assert len(times) >= 12
    assert times == sorted(set(times))
    assert times[-1] < length_ms(call)


@pytest.mark.parametrize("call", CALLS)
def test_recordings_are_short_and_small(call):
    assert 60_000 < length_ms(call) < 120_000
    assert (FOLDER / "recordings" / f"{call}.mp3").stat().st_size < 600_000


@pytest.mark.parametrize("call", CALLS)
def test_the_study_knows_how_long_they_are(sources, call):
    recording = sources.recordings[call[:3]][0]
    assert recording["file"] == f"{call}.mp3"
    assert abs(parse_timecode(recording["length"]) - length_ms(call)) < 100


def test_the_notes_say_what_is_heard():
    spoken = [turn for turn in turns_of("I09 follow-up call") if "said" in turn]
    timed = [each for each in notes_of("I09 follow-up call").paragraphs if each.start_ms is not None]
    assert [each.text for each in timed] == [turn.get("noted", turn["said"]) for turn in spoken]
    assert [each.speaker for each in timed] == ["" if "noted" in turn else turn["speaker"] for turn in spoken]


def test_the_recogniser_misheard_two_words():
    pairs = [
        pair
        for turn in turns_of("I01 follow-up call")
        for pair in zip(words_of(turn["said"]), words_of(turn.get("heard", turn["said"])), strict=True)
    ]
    assert [pair for pair in pairs if pair[0] != pair[1] and not pair[1].isdecimal()] == [
        ("strategy", "tragedy"),
        ("caff", "calf"),
    ]


def test_the_transcript_holds_what_the_recogniser_heard():
    heard = [word for turn in turns_of("I01 follow-up call") for word in words_of(turn.get("heard", turn["said"]))]
    assert [word for each in notes_of("I01 follow-up call").paragraphs for word in words_of(each.text)] == heard


def test_recordings_stand_beside_the_project_and_are_found(built):
    recordings = built.read.all(Recording)
    assert sorted(each.title for each in recordings) == CALLS
    for recording in recordings:
        assert recording.length_ms
        assert built.recording_file(recording.id).problem == ""
        assert recording.path.startswith("Sample recordings/")


def test_a_second_sample_in_the_folder_shares_the_recordings(build_module, tmp_path):
    for name in ("one.fqda", "two.fqda"):
        with open_project(build_module.build(tmp_path / name, ["I09"]), read_only=True) as project:
            assert project.recording_file(project.read.all(Recording)[0].id).problem == ""
    assert [each.name for each in (tmp_path / build_module.RECORDINGS).iterdir()] == ["I09 follow-up call.mp3"]
