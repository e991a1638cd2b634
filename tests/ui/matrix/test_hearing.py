"""Hearing the passages of a cell beside the grid."""

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from framework_qda import create_project
from framework_qda.model import Interview, Notes, NotesParagraph, Recording, Statement, Subtopic
from framework_qda.project.recordings import read_sound_file
from framework_qda.shipped import sample_folder
from framework_qda.text.anchors import make_anchor
from framework_qda.ui.matrix.desk import MatrixDesk
from framework_qda.ui.matrix.hearing import NOTHING_TO_HEAR
from tests.conftest import fill
from tests.ui.showing import show_desk

LINES = (NotesParagraph("Two things were left over.", "INT", 0), NotesParagraph("She kept a list.", "R", 20_000))


@pytest.fixture
def project(project_path):
    with create_project(project_path, title="A study", analyst_name="Ann Marsh") as made:
        fill(made)
        yield made


@pytest.fixture
def place(project):
    return project.read.all(Interview)[0].id, project.read.all(Subtopic)[0].id


@pytest.fixture
def desk(qtbot, project, tmp_path, place):
    """Give the desk on a cell with two passages, of which the second has a recording."""
    path = tmp_path / "Call.mp3"
    shutil.copyfile(sample_folder() / "recordings" / "I09 follow-up call.mp3", path)
    project.import_notes([(place[0], Notes("Call.txt", "00", LINES, title="Call"))])
    project.add_recording(place[0], path, sound=replace(read_sound_file(path), length_ms=88_500))
    project.set_recording(project.read.documents(place[0])[0].id, "")
    project.chart(*place, [Statement("s", "summary", "A list.")])
    for document, number in zip(project.read.documents(place[0]), (2, 1), strict=True):
        paragraph = project.read.paragraphs(document.id)[number]
        project.link(*place, "s", [make_anchor(paragraph.id, paragraph.text, 0, 6)])
    made = show_desk(qtbot, MatrixDesk(), project)
    if made.panel.isHidden():
        made.toggle_evidence()
    made.open_cell(*place)
    yield made
    if made.hearing._player is not None:
        made.hearing._player.stop()


def sound(desk):
    return desk.hearing._player.sound


def heard_row(desk):
    rows = desk.panel.passages.evidence_model.rows
    return next(number for number, row in enumerate(rows) if desk.panel.passages.evidence_model.is_playable(row))


def test_only_a_passage_with_a_recording_can_be_heard(desk):
    rows = desk.panel.passages.evidence_model.rows
    assert [row.evidence.label for row in rows if desk.panel.passages.evidence_model.is_playable(row)] == [
        rows[heard_row(desk)].evidence.label
    ]
    spoken = desk.panel.passages.evidence_model.index(heard_row(desk)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "can be heard" in spoken


def test_nothing_that_plays_is_made_before_it_is_wanted(desk):
    assert desk.hearing._player is None


def test_a_click_on_the_triangle_plays_the_stretch(desk, qtbot):
    passages = desk.panel.passages
    index = passages.evidence_model.index(heard_row(desk))
    area = passages._delegate.play_area(passages.visualRect(index), passages.evidence_model.rows[index.row()])
    with qtbot.assertNotEmitted(desk.passage_requested):
        qtbot.mouseClick(passages.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert sound(desk).is_playing
    assert (sound(desk)._start, sound(desk)._end) == (20_000, None)


def test_a_click_on_the_words_still_opens_the_passage(desk, qtbot):
    passages = desk.panel.passages
    area = passages.visualRect(passages.evidence_model.index(heard_row(desk)))
    with qtbot.waitSignal(desk.passage_requested):
        qtbot.mouseClick(passages.viewport(), Qt.MouseButton.LeftButton, pos=area.topLeft() + QPoint(40, 12))


def test_a_key_plays_what_can_be_heard_and_pauses(desk, qtbot):
    qtbot.keyClick(desk.view, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: sound(desk).position > 20_000)
    qtbot.keyClick(desk.view, Qt.Key.Key_F5)
    assert not sound(desk).is_playing


def test_leaving_the_desk_pauses(desk, qtbot):
    qtbot.keyClick(desk.view, Qt.Key.Key_F5)
    desk.hide()
    assert not sound(desk).is_playing


def test_a_cell_without_a_recording_says_so(desk, qtbot, project, place):
    desk.open_cell(place[0], project.read.all(Subtopic)[1].id)
    qtbot.keyClick(desk.view, Qt.Key.Key_F5)
    assert desk.status_text() == NOTHING_TO_HEAR


def test_what_can_be_heard_follows_the_recordings(desk, project):
    recording = project.read.all(Recording)[0]
    desk.operations.run(lambda project: project.delete(Recording, recording.id))
    assert desk.panel.passages.evidence_model.playable == frozenset()


def test_what_stands_at_hand_is_heard_where_the_evidence_is_hidden(desk, qtbot, project, place):
    desk.toggle_evidence()
    desk.open_cell(place[0], project.read.all(Subtopic)[1].id)
    qtbot.keyClick(desk.view, Qt.Key.Key_F5)
    assert desk.status_text() == NOTHING_TO_HEAR
    desk.open_cell(*place)
    qtbot.keyClick(desk.view, Qt.Key.Key_F5)
    assert sound(desk).is_playing


def test_another_change_of_the_project_does_not_end_what_is_heard(desk, qtbot, project, place):
    qtbot.keyClick(desk.view, Qt.Key.Key_F5)
    desk.operations.run(lambda project: project.change(Subtopic, place[1], label="Otherwise"))
    assert sound(desk).is_playing
