"""How loud a recording is, part by part."""

from array import array

import pytest

from framework_qda.matrix.waveform import PER_SECOND, PeakMeter, columns_of


@pytest.mark.parametrize(
    ("kind", "silent", "loud"), [("B", 128, 255), ("h", 0, 32767), ("i", 0, 2**31 - 1), ("f", 0.0, 1.0)]
)
def test_a_loud_half_second_stands_out_in_every_format(kind, silent, loud):
    meter = PeakMeter(8000, 2, kind)
    samples = array(kind, [silent] * 8000 + [loud] * 8000)
    for start in range(0, len(samples), 1152):
        meter.add(memoryview(samples)[start : start + 1152])
    peaks = meter.peaks()
    assert len(peaks) == PER_SECOND
    assert max(peaks[: PER_SECOND // 2]) == 0
    assert min(peaks[PER_SECOND // 2 :]) >= 253
    assert meter.length_ms == 1000


def test_one_loud_channel_of_two_is_not_missed():
    meter = PeakMeter(44100, 2, "h")
    meter.add(memoryview(array("h", [0, 30000] * 44100)))
    assert min(meter.peaks()) > 200


def test_a_column_shows_the_loudest_of_its_part():
    peaks = bytes([0] * PER_SECOND + [9] + [0] * (PER_SECOND - 1))
    assert columns_of(peaks, 2000, 4) == [0, 0, 9, 0]


def test_what_is_not_read_yet_is_silent():
    assert columns_of(bytes([7] * PER_SECOND), 2000, 2) == [7, 0]
