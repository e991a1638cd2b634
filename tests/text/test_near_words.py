"""Words that may be misspelt, found in a text."""

import pytest

from framework_qda.text.near_words import LEAST_ALIKE, NearWords, are_same_words, how_alike


def found(words, text, **options):
    return [text[start:end] for start, end in NearWords(words, **options).find(text)]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("safeguarding", "Safegaurding and safeguarding, not safe.", ["Safegaurding", "safeguarding"]),
        ("forms", "Two form, no farms, one perform.", ["form", "farms"]),
        ("ward", "the yard 😀 ward", ["yard", "ward"]),
        ("the", "then the they", ["the"]),  # short words are near to too many
        ("2014", "2015 2014", ["2014"]),  # a number is no misspelling of another
        ("", "anything", []),
        ("?!", "anything?!", []),
    ],
)
def test_words_that_differ_by_little_are_found(words, text, expected):
    assert found(words, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the named nurce", ["named nurce"]),
        ("the nmaed  nurse", ["nmaed  nurse"]),
        ("a named-nurse", ["named-nurse"]),
        ("nmaed nurce", []),  # two words that are other ones are another phrase
        ("named. Nurse", []),  # a sentence ends between them
        ("named", []),
        ("named named nurse", ["named nurse"]),
    ],
)
def test_in_a_phrase_one_word_may_be_another(text, expected):
    assert found("named nurse", text) == expected


def test_places_do_not_overlap():
    assert found("bell bell", "bell bell bell bell bell") == ["bell bell", "bell bell"]


def test_case_can_be_kept():
    assert found("Form", "form Form forms Forms", same_case=True) == ["form", "Form", "Forms"]


@pytest.mark.parametrize(
    ("typed", "word", "is_near"),
    [("bord", "board", True), ("notifc", "notification", True), ("bord", "word", True), ("bord", "matrix", False)],
)
def test_a_word_being_typed_is_compared_with_as_much_of_another(typed, word, is_near):
    assert (how_alike(typed, word) >= LEAST_ALIKE) == is_near


@pytest.mark.parametrize(
    ("one", "other", "options", "expected"),
    [
        ("Named-nurse", "named nurse", {}, True),
        ("Named nurse", "named nurse", {"same_case": True}, False),
        ("named nurses", "named nurse", {}, False),
    ],
)
def test_the_same_words_may_be_joined_and_written_otherwise(one, other, options, expected):
    assert are_same_words(one, other, **options) is expected
