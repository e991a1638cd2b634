"""Adding sound files, and finding them again, in the window: their files are read in a worker."""

import shutil

import pytest

from framework_qda.model import Interview, Recording
from framework_qda.shipped import sample_folder

CALLS = sample_folder() / "recordings"


@pytest.fixture
def sounds(tmp_path):
    folder = tmp_path / "sound"
    folder.mkdir()
    for code in ("I01", "I09"):
        shutil.copyfile(CALLS / f"{code} follow-up call.mp3", folder / f"{code}.mp3")
    return folder


def interview_id(window):
    return window.project.read.all(Interview)[0].id


def recordings(window):
    return window.project.read.all(Recording)


def add(qtbot, window, dialogs, paths):
    dialogs.expect_path(list(paths))
    window.menus.recordings.add(interview_id(window))
    qtbot.waitUntil(lambda: not window.tasks.running)


def locate(qtbot, window, dialogs, path, place=0):
    dialogs.expect_path(path)
    window.menus.recordings.locate(recordings(window)[place].id)
    qtbot.waitUntil(lambda: not window.tasks.running)


def said(window):
    return [message.words for message in window.messages.messages()]


def test_recordings_are_added_with_their_lengths(qtbot, open_window, dialogs, sounds):
    add(qtbot, open_window, dialogs, [sounds / "I01.mp3", sounds / "I09.mp3"])
    first, second = recordings(open_window)
    assert (first.title, second.title) == ("I01", "I09")
    assert abs(first.length_ms - 103_941) < 200
    assert len(second.sha256) == 64


def test_the_same_file_is_not_added_twice(qtbot, open_window, dialogs, sounds):
    add(qtbot, open_window, dialogs, [sounds / "I01.mp3"])
    add(qtbot, open_window, dialogs, [sounds / "I01.mp3"])
    assert len(recordings(open_window)) == 1
    assert said(open_window) == ["I01.mp3 is a recording of this interview already."]


def test_a_file_that_cannot_be_played_is_noted_and_said(qtbot, open_window, dialogs, tmp_path):
    (tmp_path / "notes.mp3").write_bytes(b"no sound")
    add(qtbot, open_window, dialogs, [tmp_path / "notes.mp3"])
    assert recordings(open_window)[0].length_ms is None
    assert said(open_window)[0].startswith("notes.mp3 is noted, but cannot be played on this computer.")


def test_a_file_that_is_not_there_is_refused_in_a_sentence(qtbot, open_window, dialogs, tmp_path):
    add(qtbot, open_window, dialogs, [tmp_path / "gone.mp3"])
    assert recordings(open_window) == []
    assert said(open_window)[0].startswith("gone.mp3 was not added")


def test_a_file_that_was_moved_is_found_again_and_its_neighbours_with_it(qtbot, open_window, dialogs, sounds):
    add(qtbot, open_window, dialogs, [sounds / "I01.mp3", sounds / "I09.mp3"])
    moved = sounds.rename(sounds.with_name("elsewhere"))
    locate(qtbot, open_window, dialogs, moved / "I01.mp3")
    assert [open_window.project.recording_file(each.id).problem for each in recordings(open_window)] == ["", ""]
    assert said(open_window) == ["Found there too: I09."]


@pytest.mark.parametrize("is_taken", [False, True])
def test_another_file_is_taken_only_when_somebody_says_so(qtbot, open_window, dialogs, sounds, is_taken):
    add(qtbot, open_window, dialogs, [sounds / "I01.mp3"])
    (sounds / "I01.mp3").unlink()
    dialogs.expect(lambda dialog: dialog.accept() if is_taken else dialog.reject())
    locate(qtbot, open_window, dialogs, sounds / "I09.mp3")
    problem = open_window.project.recording_file(recordings(open_window)[0].id).problem
    assert (not problem) == is_taken


def test_the_interviews_desk_lists_recordings_and_removes_one(qtbot, open_window, dialogs, sounds):
    add(qtbot, open_window, dialogs, [sounds / "I01.mp3"])
    open_window.show_desk("interviews")
    desk = open_window.current_desk()
    desk.view.choose(interview_id(open_window))
    recording_id = recordings(open_window)[0].id
    assert [line.name for line in desk.holdings.recordings._shown[0]] == ["I01"]
    assert desk.holdings.recordings._shown[0][0].length == "0:01:43"
    desk.holdings.recordings.removal_requested.emit(recording_id)
    assert desk.holdings.recordings._shown[0] == ()
    open_window.undo()
    assert len(desk.holdings.recordings._shown[0]) == 1


def test_the_interviews_desk_says_which_file_is_missing(qtbot, open_window, dialogs, sounds):
    add(qtbot, open_window, dialogs, [sounds / "I01.mp3"])
    (sounds / "I01.mp3").unlink()
    open_window.show_desk("interviews")
    desk = open_window.current_desk()
    desk.view.choose(interview_id(open_window))
    assert desk.holdings.recordings._shown[0][0].problem.startswith("The recording I01.mp3 is not at")


def test_nothing_is_asked_in_a_project_that_may_only_be_read(open_window, monkeypatch):
    monkeypatch.setattr(type(open_window.operations), "can_edit", False)
    open_window.menus.recordings.add(interview_id(open_window))
    assert recordings(open_window) == []


def test_nothing_of_an_interview_is_cut_in_a_small_window_at_the_largest_zoom(
    qtbot, open_window, dialogs, sounds, look
):
    add(qtbot, open_window, dialogs, [sounds / "I01.mp3"])
    open_window.show_desk("interviews")
    desk = open_window.current_desk()
    desk.view.choose(interview_id(open_window))
    look.set_zoom(200)
    open_window.resize(1000, 640)
    qtbot.waitUntil(lambda: desk.panel.widget().width() <= desk.panel.viewport().width())
