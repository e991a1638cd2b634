"""Reading sound in a worker: lengths, waveforms, files that are none, and work that is called off."""

import pytest

from framework_qda.matrix.waveform import PER_SECOND
from framework_qda.shipped import sample_folder
from framework_qda.ui.listening import decoding
from framework_qda.ui.listening.multimedia import NoSoundError
from framework_qda.ui.worker import CancelledError, Task

CALL = sample_folder() / "recordings" / "I01 follow-up call.mp3"


def run(qtbot, work):
    task = Task(work)
    with qtbot.waitSignal(task.ended):
        task.start()
    return task


def test_the_length_of_a_file_is_read(qtbot):
    assert abs(run(qtbot, lambda progress: decoding.read_length(CALL, progress)).result() - 103_941) < 200


def test_a_waveform_has_twenty_values_a_second(qtbot):
    peaks = run(qtbot, lambda progress: decoding.read_peaks(CALL, progress)).result()
    assert abs(len(peaks) - 103.9 * PER_SECOND) <= 2
    assert max(peaks) > 150


def test_a_waveform_is_shown_while_it_is_read(qtbot):
    task = Task(lambda progress: decoding.read_peaks(CALL, progress))
    found = []
    task.found.connect(found.append)
    with qtbot.waitSignal(task.ended):
        task.start()
    assert len(found) > 10
    assert len(found[0][0]) < len(task.result())


@pytest.mark.parametrize("content", [b"", b"This is no sound at all. " * 40])
def test_what_is_no_sound_has_no_length_and_no_waveform(qtbot, tmp_path, content):
    path = tmp_path / "broken.mp3"
    path.write_bytes(content)
    assert run(qtbot, lambda progress: decoding.read_length(path, progress)).result() is None
    with pytest.raises(NoSoundError, match=r"broken\.mp3"):
        run(qtbot, lambda progress: decoding.read_peaks(path, progress)).result()


def test_a_decoder_that_never_ends_is_given_up(qtbot, monkeypatch):
    monkeypatch.setattr(decoding, "PATIENCE_MS", 50)
    monkeypatch.setattr(decoding._Decoding, "_take", lambda _self: None)
    monkeypatch.setattr(decoding._Decoding, "_finish", lambda _self: None)
    with pytest.raises(NoSoundError):
        run(qtbot, lambda progress: decoding.read_peaks(CALL, progress)).result()


def test_reading_is_called_off(qtbot):
    task = Task(lambda progress: decoding.read_peaks(CALL, progress))
    with qtbot.waitSignal(task.ended):
        task.start()
        task.cancel()
    with pytest.raises(CancelledError):
        task.result()
