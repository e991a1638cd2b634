"""Hearing the recording on the Chart desk, with a real sound and without a loudspeaker."""

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from framework_qda.model import Notes, NotesParagraph, Recording
from framework_qda.project.recordings import read_sound_file
from framework_qda.shipped import sample_folder
from framework_qda.ui.chart.notes_gutter import gutter_width
from framework_qda.ui.listening.player import NO_RECORDING, NONE_YET
from framework_qda.ui.widgets.chip import chip_width, play_width
from framework_qda.ui.widgets.statement_blocks import blocks_of, chips_of
from framework_qda.ui.widgets.statement_places import chip_area, first_baseline

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
LINES = (
    NotesParagraph("Two things were left over.", "INT", 0),
    NotesParagraph("She had kept a list since January.", "R", 20_000),
    NotesParagraph("And said so."),
    NotesParagraph("Do the two agree?", "INT", 40_000),
)


@pytest.fixture
def heard(bench, study, tmp_path):
    """Give the bench on notes with a recording; the interview's first notes have none."""
    path = tmp_path / "Call.mp3"
    shutil.copyfile(sample_folder() / "recordings" / "I09 follow-up call.mp3", path)
    study.project.import_notes([(study.interviews[1], Notes("Call.txt", "00", LINES, title="Call"))])
    known = replace(read_sound_file(path), length_ms=88_500)
    study.project.add_recording(study.interviews[1], path, sound=known)
    study.project.chart(study.interviews[1], study.subtopics[0], [])
    bench.desk.show_changes(study.project.chart(study.interviews[1], study.subtopics[1], []))
    bench.open(1, 0)
    yield bench
    bench.desk.hearing.player.stop()


def sound(bench):
    return bench.desk.hearing.player.sound


def bar(bench):
    return bench.desk.panes.notes.player_bar


def link(bench, words):
    bench.type("Kept a list.")
    bench.select(words)
    bench.do("link")
    (chip,) = [chip for block in blocks_of(bench.editor.document()) for chip in chips_of(block)]
    return chip


def test_the_bar_is_there_only_where_an_interview_has_a_recording(heard):
    assert bar(heard).isVisible()
    heard.open(0, 0)
    assert not bar(heard).isVisible()


def test_a_key_plays_and_pauses_while_typing_goes_on(heard):
    heard.press(Key.Key_F4)
    heard.qtbot.waitUntil(lambda: sound(heard).position > 0)
    heard.type("Told")
    assert sound(heard).is_playing
    assert heard.words == ["Told"]
    heard.press(Key.Key_F4)
    assert not sound(heard).is_playing


def test_a_time_in_the_margin_plays_from_there_on(heard):
    gutter = heard.notes.gutter
    block = heard.notes.document().findBlockByNumber(1)
    y = round(first_baseline(heard.notes, block)) - 3
    x = gutter_width(heard.notes, heard.notes.lines) - 12
    heard.qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    heard.qtbot.waitUntil(lambda: sound(heard).position > 20_000)
    assert gutter._heard == heard.notes.lines[1].paragraph_id
    sound(heard).seek(41_000)
    assert gutter._heard == heard.notes.lines[3].paragraph_id


def test_the_number_in_the_margin_plays_nothing(heard):
    y = round(first_baseline(heard.notes, heard.notes.document().firstBlock())) - 3
    heard.qtbot.mouseClick(heard.notes.gutter, Qt.MouseButton.LeftButton, pos=QPoint(5, y))
    assert not sound(heard).is_playing


def test_the_play_part_of_a_reference_plays_its_stretch(heard):
    chip = link(heard, "kept a list")
    area = chip_area(heard.editor, chip.position)
    font = heard.editor.document().defaultFont()
    width = chip_width(font, heard.editor._chips.ref_of(chip.extract_id), is_playable=True)
    left = area.right() - width + play_width(font) / 2
    spot = QPoint(round(left), round(area.center().y()))
    heard.qtbot.mouseClick(heard.editor.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert sound(heard).is_playing
    assert (sound(heard)._start, sound(heard)._end) == (20_000, 40_000)


def test_the_rest_of_a_reference_still_shows_the_passage(heard):
    chip = link(heard, "kept a list")
    area = chip_area(heard.editor, chip.position)
    spot = QPoint(round(area.right() - 6), round(area.center().y()))
    with heard.qtbot.waitSignal(heard.editor.chip_activated):
        heard.qtbot.mouseClick(heard.editor.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not sound(heard).is_playing


def test_a_key_plays_the_passage_of_the_reference_at_hand(heard):
    link(heard, "kept a list")
    heard.do("play_here")
    assert (sound(heard)._start, sound(heard)._end) == (20_000, 40_000)


def test_without_a_reference_the_key_plays_on_from_the_paragraph_of_the_caret(heard):
    heard.notes.go_to_place(3, 0)
    heard.do("play_here")
    assert sound(heard).position == 40_000
    assert sound(heard)._end is None


def test_two_seconds_back_slower_and_faster_are_keys(heard):
    sound(heard).seek(30_000)
    heard.press(Key.Key_F4, SHIFT)
    assert sound(heard).position == 28_000
    heard.press(Key.Key_F11)
    assert bar(heard).speed.text() == "90 %"
    heard.press(Key.Key_F12)
    assert bar(heard).speed.text() == "100 %"


def test_a_click_on_the_waveform_goes_there(heard):
    waveform = bar(heard).waveform
    heard.qtbot.mouseClick(waveform, Qt.MouseButton.LeftButton, pos=QPoint(waveform.width() // 2, 5))
    assert abs(sound(heard).position - waveform.length // 2) < 1000


def test_arrows_on_the_waveform_go_five_seconds_on(heard):
    sound(heard).seek(30_000)
    heard.press(Key.Key_Right, widget=bar(heard).waveform)
    assert sound(heard).position == 35_000


def test_the_waveform_is_worked_out_once(heard):
    heard.press(Key.Key_F4)
    heard.qtbot.waitUntil(lambda: len(bar(heard).waveform._peaks) > 1700 and not heard.desk.hearing.player._task)
    heard.open(0, 0)
    heard.open(1, 0)
    assert len(bar(heard).waveform._peaks) > 1700


def test_going_to_another_cell_of_the_interview_plays_on_and_to_another_interview_stops(heard):
    heard.press(Key.Key_F4)
    heard.open(1, 1)
    assert sound(heard).is_playing
    heard.open(0, 1)
    assert not sound(heard).is_playing


def test_a_file_that_is_gone_is_said_in_place_of_the_waveform(heard, study, tmp_path):
    (tmp_path / "Call.mp3").unlink()
    heard.press(Key.Key_F4)
    assert bar(heard).problem.text() == "The file Call.mp3 of this recording is missing."
    assert bar(heard).locate.isVisible()
    assert not bar(heard).waveform.isVisible()


def test_a_file_that_is_there_again_is_played_and_shown(heard, study, tmp_path):
    (tmp_path / "Call.mp3").rename(tmp_path / "away.mp3")
    heard.press(Key.Key_F4)
    (tmp_path / "away.mp3").rename(tmp_path / "Call.mp3")
    heard.press(Key.Key_F4)
    assert sound(heard).is_playing
    assert bar(heard).waveform.isVisible()


def test_a_broken_file_is_said_and_nothing_plays(heard, study, tmp_path):
    (tmp_path / "Call.mp3").write_bytes(b"no sound")
    heard.press(Key.Key_F4)
    heard.qtbot.waitUntil(lambda: "cannot be played" in bar(heard).problem.text())
    assert not sound(heard).is_playing


def test_removing_the_recording_takes_the_bar_away_and_undo_brings_it_back(heard, study):
    recording_id = study.project.read.recordings(study.interviews[1])[0].id
    heard.operations.run(lambda project: project.delete(Recording, recording_id))
    assert not bar(heard).isVisible()
    heard.operations.run(lambda project: project.undo())
    assert bar(heard).isVisible()


def test_without_any_recording_the_key_says_so(bench):
    bench.press(Key.Key_F4)
    assert bench.desk.status_text() == NONE_YET


def menu_action(bench, words):
    return next(action for action in bar(bench).more.menu().actions() if action.text() == words)


def test_another_recording_is_chosen_for_the_notes_in_the_menu_and_undone(heard, study):
    assert menu_action(heard, "Call").isChecked()
    menu_action(heard, "None of them").trigger()
    assert bar(heard).problem.text() == NO_RECORDING
    assert not heard.notes.gutter._has_recording
    heard.operations.run(lambda project: project.undo())
    assert menu_action(heard, "Call").isChecked()
    assert heard.notes.gutter._has_recording


def test_the_bar_asks_for_another_recording_and_for_a_file_that_is_gone(heard, study):
    with heard.qtbot.waitSignal(heard.desk.recording_requested) as asked:
        menu_action(heard, "Add a recording…").trigger()
    assert asked.args == [study.interviews[1]]
    with heard.qtbot.waitSignal(heard.desk.recording_missed) as asked:
        menu_action(heard, "Find the file again…").trigger()
    assert asked.args == [study.project.read.recordings(study.interviews[1])[0].id]


def test_the_speed_is_remembered_for_the_project(bench, study, settings):
    hearing = bench.desk.hearing
    hearing.begin(bench.operations, settings)
    hearing.player.step_speed(-1)
    hearing.begin(bench.operations, None)
    assert bar(bench).speed.text() == "100 %"
    hearing.begin(bench.operations, settings)
    assert bar(bench).speed.text() == "90 %"
