import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework_qda.text.spelling import AskingSpeller, Speller, Word, count_unknown, plain_word, split_words

KNOWN = {"the", "ward", "well", "known", "year", "year-olds", "led", "nobody", "café", "co-operate", "isn't"}


def knows(word):
    return word.lower() in KNOWN


def words_of(text):
    return [word.text for word in split_words(text)]


def unknown(text, study_words=(), language="en-GB", script=""):
    return [word.text for word in Speller(knows, language, study_words, script).unknown(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The midwife, then; a “registrar”.", ["The", "midwife", "then", "registrar"]),
        ("It isn't. It isn’t. The midwives’ room.", ["It", "isn't", "It", "isn’t", "The", "midwives", "room"]),
        ("well-known and co‑operate", ["well-known", "and", "co‑operate"]),
        ("At 0:23:10 I09 and B3 in 1990s, 21st", ["At", "and", "in"]),
        ("the NHS, GPs and LSCB's SAFEGUARDING", ["the", "and", "SAFEGUARDING"]),
        ("she [the named nurse] said [inaudible]", ["she", "said"]),
        ("half [open bracket", ["half", "open", "bracket"]),
        ("see www.example.org/pagge or a.b@exampel.org, https://exampel.org/x", ["see", "or"]),
        ("4-year-olds, ward-based, NHS-led, 24-hour", ["year-olds", "ward-based", "led", "hour"]),
        ("a b c", []),
        ("snake_case x" + "y" * 80, []),
        ("नमस्ते", ["नमस्ते"]),
        ("soft\u00adly cafe\u0301", ["soft\u00adly", "cafe\u0301"]),
    ],
)
def test_words_are_what_a_dictionary_can_judge(text, words):
    assert words_of(text) == words


def test_places_are_code_points_of_the_text():
    assert list(split_words("😀 cafe\u0301 war")) == [Word(2, 7, "cafe\u0301"), Word(8, 11, "war")]


@given(st.text(st.sampled_from("aé\u0301'’-[]@.: 0_😀NHSक\u093f\u00ad"), max_size=40) | st.text(max_size=40))
def test_every_word_stands_where_it_says_and_none_overlaps(text):
    at = 0
    for word in split_words(text):
        assert text[word.start : word.end] == word.text
        assert at <= word.start < word.end
        at = word.end


def test_of_a_compound_only_the_unknown_part_is_told():
    assert Speller(knows).unknown("well-knwon") == [Word(5, 10, "knwon")]
    assert unknown("co-operate the 4-year-olds") == []


def test_a_chain_of_many_hyphens_is_not_given_to_the_dictionary_whole():
    asked = []
    Speller(lambda word: bool(asked.append(word))).unknown("-".join(["ab"] * 12))
    assert asked == ["ab"]


def test_what_is_spoken_onto_a_word_is_no_mistake_in_english():
    assert unknown("nobody'd, the ward’ll") == []
    assert unknown("nobody'd", language="sv-SE") == ["nobody'd"]


def test_accents_and_apostrophes_are_compared_whatever_their_form():
    assert unknown("cafe\u0301 isn’t isnʼt") == []
    assert plain_word("cafe\u0301’s") == "café's"


def test_words_of_the_study_are_known_also_as_a_sentence_begins_and_in_capitals():
    assert unknown("Gillick GILLICK Gillick’s grommets Grommets", {"Gillick", "grommets"}) == []
    assert unknown("gillick", {"Gillick"}) == ["gillick"]


def test_words_of_the_study_can_change():
    speller = Speller(knows, "en-GB", {"Gillick"})
    speller.set_study_words({"grommets"})
    assert [word.text for word in speller.unknown("Gillick grommets")] == ["Gillick"]


def test_words_of_another_script_are_let_be():
    assert unknown("привет teh", script="LATIN") == ["teh"]


def test_the_dictionary_is_asked_once_a_word():
    asked = []
    speller = Speller(lambda word: bool(asked.append(word)))
    speller.unknown("teh teh")
    speller.unknown("teh")
    assert asked == ["teh"]


def test_unknown_words_are_counted_over_texts():
    speller = Speller(knows)
    assert count_unknown(["teh ward, teh", "cafe\u0301s’ teh"], speller) == {"teh": 3, "cafés": 1}


def test_a_word_is_let_be_until_the_dictionary_has_answered():
    speller = AskingSpeller("en-GB")
    assert speller.unknown("teh ward") == []
    assert speller.wanted == {"teh", "ward"}
    assert speller.learn({"teh": False, "ward": True})
    assert [word.text for word in speller.unknown("teh ward")] == ["teh"]
    assert not speller.wanted


def test_the_parts_of_a_compound_are_asked_about_when_it_is_not_known():
    speller = AskingSpeller()
    speller.unknown("well-knwon")
    speller.learn({"well-knwon": False})
    assert speller.unknown("well-knwon") == []
    assert speller.wanted == {"well", "knwon"}
    speller.learn({"well": True, "knwon": False})
    assert speller.unknown("well-knwon") == [Word(5, 10, "knwon")]


def test_words_of_the_study_are_suggested_too():
    speller = Speller(knows, "en-GB", {"Gillick", "grommets"})
    assert speller.near_study_words("Gilick") == ["Gillick"]
    assert speller.near_study_words("ward") == []


def test_a_word_is_put_into_a_dictionary_without_what_is_spoken_onto_it():
    assert Speller(knows, "en-GB").base_of("Gillick’s") == "Gillick"
    assert Speller(knows, "sv-SE").base_of("Gillick’s") == "Gillick's"
