import pytest

from framework_qda.text.numbers import count_phrase, hours_words, list_words, number_word, plural


@pytest.mark.parametrize(("number", "word"), [(0, "no"), (1, "one"), (9, "nine"), (10, "10"), (1204, "1,204")])
def test_numbers_below_ten_are_words(number, word):
    assert number_word(number) == word


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("trust", "trusts"),
        ("local authority", "local authorities"),
        ("survey", "surveys"),
        ("church", "churches"),
        ("y", "ys"),
    ],
)
def test_nouns_have_their_usual_plural(one, many):
    assert plural(one) == many


def test_one_thing_is_singular():
    assert (count_phrase(1, "interview"), count_phrase(2, "interview")) == ("one interview", "two interviews")


def test_a_list_reads_as_in_a_sentence():
    assert (list_words(["a", "", "b", "c"]), list_words(["a"]), list_words([])) == ("a, b and c", "a", "")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "1 minute"), (59, "59 minutes"), (60, "1 hour"), (1700, "28 hours 20 minutes"), (0, "0 minutes")],
)
def test_lengths_are_hours_and_minutes(minutes, words):
    assert hours_words(minutes) == words
