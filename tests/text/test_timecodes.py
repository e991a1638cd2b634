import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework_qda.text.timecodes import format_timecode, match_timecode, parse_timecode


@pytest.mark.parametrize(
    ("written", "ms"),
    [
        ("[00:12:05]", 725_000),
        ("0:23:10", 1_390_000),
        ("12:05", 725_000),
        ("(00:12:05.300)", 725_300),
        ("00:12:05,3", 725_300),
        ("#00:12:05-3#", 725_300),
        ("[75:30]", 4_530_000),
        (" [ 1:02:03 ] ", 3_723_000),
        ("[00:12:05 - 00:12:30]", 725_000),
        ("00:00:12.000 --> 00:00:15.000", 12_000),
    ],
)
def test_the_ways_of_writing_a_place_in_a_recording_are_read(written, ms):
    assert parse_timecode(written) == ms


@pytest.mark.parametrize(
    "written", ["", "12", "12:5", "12:75", "1:75:00", "[12:05", "12:05 pm", "1:2:3:4", "12:05x", "a"]
)
def test_anything_else_is_refused(written):
    with pytest.raises(ValueError, match="not a timecode"):
        parse_timecode(written)


def test_a_time_is_written_with_hours_and_without_fractions():
    assert format_timecode(1_390_999) == "0:23:10"


def test_a_time_of_day_is_not_a_place_in_a_recording():
    assert match_timecode("10:30 a.m. the ward round") is None


def test_hours_and_minutes_without_brackets_are_told_to_be_unsure():
    assert [match_timecode(text).is_plain for text in ("12:05 she", "[12:05] she", "0:12:05 she")] == [
        True,
        False,
        False,
    ]


def test_a_place_is_found_inside_a_text():
    found = match_timecode("R1: [0:00:09] yes", 3)
    assert (found.ms, found.end) == (9_000, 13)


@given(st.integers(0, 100 * 3_600_000))
def test_what_is_written_is_read_again_to_the_second(ms):
    assert parse_timecode(format_timecode(ms)) == ms // 1000 * 1000
