import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework_qda.text.clean import clean_text

ANYTHING = st.text(st.characters(exclude_categories=[])) | st.text(
    st.sampled_from("a\r\n\x00\x0b\x85\ud83d\ude00\ufeff\ufffe\u202ee\u0301\u2028")
)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\x00b", "ab"),
        ("a\x1fb\x9fc", "abc"),
        ("a\ud800b", "ab"),
        ("a\ufffeb\U0001ffffc", "abc"),
        ("\ufeffa", "a"),
        ("a\u202eb", "ab"),
    ],
)
def test_what_no_format_can_hold_is_removed_and_told(raw, clean):
    text, told = clean_text(raw)
    assert text == clean
    assert told


@pytest.mark.parametrize("raw", ["a\r\nb", "a\rb", "a\x0bb", "a\u2028b", "a\x85b"])
def test_line_ends_become_one_kind_without_a_word(raw):
    assert clean_text(raw) == ("a\nb", [])


def test_letters_and_their_marks_are_composed():
    assert clean_text("cafe\u0301") == ("caf\u00e9", [])


def test_a_pair_of_surrogates_is_the_character_that_it_means():
    assert clean_text("\ud83d\ude00") == ("\U0001f600", [])


def test_the_count_of_removals_is_told():
    assert clean_text("\x01a\x02")[1] == ["2 control characters were removed."]


def test_tabs_and_marks_of_right_to_left_writing_stay():
    assert clean_text("a\tb\u200fc") == ("a\tb\u200fc", [])


@given(ANYTHING)
def test_cleaning_again_changes_nothing(raw):
    once, _ = clean_text(raw)
    assert clean_text(once) == (once, [])


@given(ANYTHING)
def test_clean_text_can_be_written_and_is_composed(raw):
    text, _ = clean_text(raw)
    text.encode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
