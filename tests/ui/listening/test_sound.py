"""Playing real files without a loudspeaker, which take as long as they are: parts of a second."""

import importlib
import subprocess
import sys

import pytest

from framework_qda.shipped import sample_folder
from framework_qda.ui.listening import multimedia
from framework_qda.ui.listening.sound import BACK_MS, Sound

CALL = sample_folder() / "recordings" / "I09 follow-up call.mp3"


@pytest.fixture
def sound(qtbot):
    made = Sound()
    yield made
    made.close()
    made.deleteLater()


def test_it_plays_from_the_place_that_was_asked_for_before_it_was_loaded(qtbot, sound):
    sound.open(CALL)
    sound.play(20_000)
    qtbot.waitUntil(lambda: sound.position > 20_050)
    assert sound.position < 22_000


def test_a_stretch_is_played_to_its_end(qtbot, sound):
    sound.open(CALL)
    with qtbot.waitSignal(sound.ended):
        sound.play(10_000, 10_150)
    assert not sound.is_playing
    assert sound.position == 10_150


def test_pausing_goes_back_two_seconds(qtbot, sound):
    sound.open(CALL)
    sound.play(20_000)
    qtbot.waitUntil(lambda: sound.position > 20_000)
    heard = sound.position
    sound.pause()
    assert heard - BACK_MS <= sound.position <= heard - BACK_MS + 200
    assert not sound.is_playing


def test_pausing_in_a_stretch_does_not_go_back_behind_its_beginning(qtbot, sound):
    sound.open(CALL)
    sound.play(20_000, 30_000)
    qtbot.waitUntil(lambda: sound.position > 20_000)
    sound.pause()
    assert sound.position == 20_000


def test_the_length_is_told(qtbot, sound):
    with qtbot.waitSignal(sound.length_known) as told:
        sound.open(CALL)
    assert abs(told.args[0] - 88_500) < 200


@pytest.mark.parametrize("content", [b"", b"This is no sound at all. " * 40])
def test_a_file_that_is_no_sound_is_refused_in_a_sentence(qtbot, sound, tmp_path, content):
    path = tmp_path / "broken.mp3"
    path.write_bytes(content)
    with qtbot.waitSignal(sound.failed) as told:
        sound.open(path)
        sound.play()
    assert told.args[0].startswith("The recording broken.mp3 cannot be played")
    assert not sound.is_playing


def test_speed_goes_in_small_steps_and_stops_at_the_ends(sound):
    sound.step_speed(1)
    assert sound.speed == 110
    sound.set_speed(200)
    sound.step_speed(1)
    assert sound.speed == 200


def test_a_computer_without_the_sound_library_says_what_is_missing(monkeypatch, sound):
    def refuse(_name):
        raise ImportError("libpulse.so.0: cannot open shared object file")

    monkeypatch.setattr(importlib, "import_module", refuse)
    multimedia.load_multimedia.cache_clear()
    said = []
    sound.failed.connect(said.append)
    assert not sound.open(CALL)
    multimedia.load_multimedia.cache_clear()
    assert "libpulse.so.0" in said[0]
    assert "apt-get install libpulse0 libxrandr2" in said[0]
    sound.play()
    assert not sound.is_playing


def test_nothing_of_the_multimedia_library_is_loaded_with_the_desk():
    code = "import sys; import framework_qda.ui.chart.desk; print('PySide6.QtMultimedia' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
