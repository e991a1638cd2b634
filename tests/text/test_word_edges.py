"""A stretch of a text takes in whole words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework_qda.text.word_edges import is_inside_word, whole_words


def widened(text):
    """Widen the stretch between the two bars of a text."""
    start, end = text.index("|"), text.rindex("|") - 1
    plain = text.replace("|", "")
    start, end = whole_words(plain, start, end)
    return plain[start:end]


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("some th|ree years bef|ore that", "three years before"),
        ("some |three years| before", "three years"),
        ("|Two| forms", "Two"),
        ("a long |wa|it", "wait"),
        ("they don|'t k|now", "don't know"),
        ("they do|n| t", "don"),
        ("they |don|’t know", "don’t"),
        ("for| three years |before", "three years"),
        ("she said '|so|' twice", "so"),
        ("the boys|' l|ists", "' lists"),
        ("a well-|be|ing plan", "being"),
        ("in 20|1|9.", "2019"),
        ("re\u0301su|me\u0301|s", "re\u0301sume\u0301s"),
        ("हिन्|दी| भाषा", "हिन्दी"),
        ("그 사|람|은", "사람은"),
    ],
)
def test_a_stretch_that_ends_inside_a_word_takes_in_the_word(marked, whole):
    assert widened(marked) == whole


@pytest.mark.parametrize("marked", ["我们等了|三年|才", "私は|三年|待った", "リス|ト|は", "เขา|รอ|สามปี", "第|3|章"])
def test_what_is_written_without_blanks_stays_as_it_was_selected(marked):
    assert widened(marked) == marked.split("|")[1]


def test_a_mark_is_not_parted_from_its_letter_in_any_script():
    assert widened("กล|บ้าน" + "|") == "บ้าน"
    assert widened("ก|ล|\u0e49บ") == "ล\u0e49"
    assert widened("か|は|\u3099な") == "は\u3099"


def test_a_word_of_another_script_ends_where_one_without_blanks_begins():
    assert widened("我用Mo|od|le写") == "Moodle"


def test_blanks_alone_are_no_words():
    start, end = whole_words("three years", 5, 6)
    assert start == end


@given(st.text(max_size=30), st.data())
def test_a_stretch_keeps_its_words_and_ends_inside_none(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = whole_words(text, start, end)
    assert text[start:end].strip() in text[first:last]
    assert text[first:last] == text[first:last].strip()
    assert not is_inside_word(text, first)
    assert not is_inside_word(text, last)
