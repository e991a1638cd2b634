"""Waveforms are kept on the machine, and any may be lost."""

import os

from framework_qda.io import waveforms


def test_what_was_kept_is_found_by_the_bytes_of_the_sound():
    waveforms.keep_waveform("ab12", 7, b"\1\2")
    assert waveforms.read_waveform("ab12", 7) == b"\1\2"
    assert waveforms.read_waveform("ab12", 8) == b""
    assert waveforms.read_waveform("", 7) == b""


def test_a_digest_that_is_none_leads_out_of_no_folder():
    waveforms.keep_waveform("../../evil", 1, b"x")
    assert [path.parent for path in waveforms.waveform_folder().parent.rglob("*.peaks")] == [
        waveforms.waveform_folder()
    ]


def test_the_oldest_go_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr(waveforms, "MOST", 2)
    for number in range(3):
        waveforms.keep_waveform(f"{number}", 1, b"x")
        os.utime(waveforms.waveform_folder() / f"{number}-1.peaks", (number, number))
    waveforms.keep_waveform("3", 1, b"x")
    assert waveforms.read_waveform("1", 1) == b""
    assert waveforms.read_waveform("2", 1) == b"x"


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(waveforms.FOLDER_VARIABLE, str(tmp_path / "file"))
    waveforms.keep_waveform("ab", 1, b"x")
    assert waveforms.read_waveform("ab", 1) == b""
