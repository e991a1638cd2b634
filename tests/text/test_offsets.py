import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework_qda.text.offsets import Utf16Map, to_code_points, to_utf16

MIXED = "a\U0001f600e\u0301\U0001f469\u200d\U0001f52c z"
TEXTS = st.text(st.sampled_from("ab\u0301é\U0001f600\U0002070e\u200d"))


def units(text):
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(("place", "position"), [(0, 0), (1, 1), (2, 3), (4, 5), (5, 7), (7, 10), (9, 12)])
def test_astral_characters_count_twice_in_qt_and_combining_marks_once(place, position):
    assert to_utf16(MIXED, place) == position
    assert to_code_points(MIXED, position) == place


def test_the_middle_of_a_character_counts_as_its_beginning():
    assert to_code_points("a\U0001f600b", 2) == 1


def test_a_place_past_the_end_is_the_end():
    assert to_utf16("\U0001f600", 9) == 2
    assert to_code_points("\U0001f600", 9) == 1


@given(TEXTS)
def test_every_place_agrees_with_the_encoded_text(text):
    there = Utf16Map(text)
    assert [there.to_utf16(place) for place in range(len(text) + 1)] == [
        units(text[:place]) for place in range(len(text) + 1)
    ]


@given(TEXTS)
def test_every_place_comes_back(text):
    there = Utf16Map(text)
    assert all(there.to_code_points(there.to_utf16(place)) == place for place in range(len(text) + 1))
