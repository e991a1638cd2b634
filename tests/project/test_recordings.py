"""Recordings: files by reference, read in pieces, found beside the project, missed in words."""

import hashlib
import tracemalloc
import wave
from pathlib import Path, PurePosixPath

import pytest

from framework_qda import open_project
from framework_qda.errors import RefusedError
from framework_qda.model import Document, Interview, Recording
from framework_qda.project.recordings import read_sound_file, stored_path


def make_wav(path: Path, seconds: float = 1.5, rate: int = 8000) -> Path:
    path.parent.mkdir(exist_ok=True)
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(b"\0\0" * int(seconds * rate))
    return path


@pytest.fixture
def interview(project):
    return project.read.all(Interview)[0].id


@pytest.fixture
def sound(tmp_path):
    return make_wav(tmp_path / "sound" / "I01.wav")


def added(project, interview, path):
    return project.read.get(Recording, project.add_recording(interview, path).new_id)


def test_a_recording_has_length_digest_and_a_path_from_the_project(project, interview, sound):
    recording = added(project, interview, sound)
    assert recording.length_ms == 1500
    assert recording.sha256 == hashlib.sha256(sound.read_bytes()).hexdigest()
    assert (recording.path, recording.title) == ("sound/I01.wav", "I01")
    assert project.read.recordings(interview) == [recording]


def test_recordings_follow_one_another(project, interview, sound, tmp_path):
    first = added(project, interview, sound)
    second = added(project, interview, make_wav(tmp_path / "second.wav"))
    assert project.read.recordings(interview) == [first, second]


def test_a_file_elsewhere_keeps_its_whole_path(project, interview, tmp_path_factory):
    elsewhere = make_wav(tmp_path_factory.mktemp("elsewhere") / "I01.wav")
    assert added(project, interview, elsewhere).path == str(elsewhere)


@pytest.mark.parametrize("name", ["I01.wav", "sound/I01.wav", "a b/ü/I01.wav"])
def test_what_lies_with_the_project_is_kept_as_seen_from_it(tmp_path, name):
    assert stored_path(tmp_path / "study.fqda", tmp_path / name) == str(PurePosixPath(name))


def test_the_length_of_other_files_is_not_known(project, interview, tmp_path):
    path = tmp_path / "I01.m4a"
    path.write_bytes(b"no sound at all")
    assert added(project, interview, path).length_ms is None


@pytest.mark.parametrize("content", [b"", b"RIFF", b"RIFF\x04\0\0\0WAVE", b"words"])
def test_a_broken_wav_is_a_recording_without_a_length(tmp_path, content):
    path = tmp_path / "broken.wav"
    path.write_bytes(content)
    assert read_sound_file(path).length_ms is None


def test_a_wav_that_does_not_know_its_end_is_as_long_as_its_file(tmp_path):
    path = make_wav(tmp_path / "streamed.wav", 2)
    content = bytearray(path.read_bytes())
    content[4:8] = content[40:44] = b"\xff\xff\xff\x7f"
    path.write_bytes(content)
    assert 2000 <= read_sound_file(path).length_ms <= 2010


def test_a_long_file_is_read_in_little_memory(tmp_path):
    path = tmp_path / "long.mp3"
    with path.open("wb") as file:
        file.truncate(64 << 20)
    tracemalloc.start()
    read_sound_file(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 << 20


def test_a_file_that_is_not_there_is_not_added(project, interview, tmp_path):
    with pytest.raises(RefusedError, match="was not added"):
        project.add_recording(interview, tmp_path / "missing.wav")
    assert project.read.recordings(interview) == []


def test_a_missing_file_is_said_and_hinders_nothing(project, project_path, interview, sound):
    recording = added(project, interview, sound)
    assert project.recording_file(recording.id).problem == ""
    project.close()
    sound.unlink()
    with open_project(project_path) as again:
        found = again.recording_file(recording.id)
        assert found.problem.startswith("The recording I01.wav is not at ")
        assert again.verify() == []


def test_a_recording_is_found_again_with_its_project_elsewhere(project, project_path, interview, sound, tmp_path):
    recording = added(project, interview, sound)
    project.close()
    moved = tmp_path / "moved"
    moved.mkdir()
    project_path.rename(moved / project_path.name)
    sound.parent.rename(moved / "sound")
    with open_project(moved / project_path.name) as again:
        assert again.recording_file(recording.id).path == moved / "sound" / "I01.wav"


def test_a_file_that_was_moved_can_be_pointed_to_again(project, interview, sound, tmp_path):
    recording = added(project, interview, sound)
    sound.rename(tmp_path / "I01 again.wav")
    project.relocate_recording(recording.id, tmp_path / "I01 again.wav")
    assert project.read.recordings(interview)[0].path == "I01 again.wav"
    assert project.recording_file(recording.id).problem == ""


def test_recordings_hide_with_their_interview(project, interview, sound):
    recording = added(project, interview, sound)
    project.delete(Interview, interview)
    assert project.read.get(Recording, recording.id) is None


def test_the_recording_of_notes_is_chosen_and_the_choice_undone(project):
    document = project.read.all(Document)[0]
    project.set_recording(document.id, "some recording")
    assert project.read.get(Document, document.id).recording_id == "some recording"
    assert project.describe(project.recent_actions(1)[0]) == "Recording of the notes"
    project.undo()
    assert project.read.get(Document, document.id).recording_id is None
