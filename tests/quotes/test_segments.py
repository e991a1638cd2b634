"""Segments: what is printed of them, what is never printed, what is wrong with them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework_qda.model import InsertionPurpose, Omission, Segment
from framework_qda.quotes.segments import (
    anonymised_words,
    find_faults,
    join_passages,
    print_segments,
    quoted_ids,
)

TEXTS = {
    "a": "They never tell us, do they. So we ring Lilac Ward, and then it's the 'tenth'.",
    "b": "That is all\nthat we do.",
}


def words(text, extract_id="a"):
    return Segment("words", text, extract_id)


def inserted(text, purpose="context", original=""):
    return Segment("insertion", text, purpose=purpose, original=original)


WITHIN, BETWEEN = Segment("omission", "..."), Segment("omission", "....")

WHOLE = (
    words("They "),
    inserted("the midwives", "pronoun"),
    words(" never tell us"),
    BETWEEN,
    inserted("W", "grammar", "w"),
    words("e ring"),
    inserted("the ward", "anonymising", "Lilac Ward"),
    words(", and then it's the 'tenth'."),
    BETWEEN,
    words("That is all that", "b"),
)

# -- print


def test_a_quotation_is_printed_in_house_style():
    assert print_segments(WHOLE) == (
        "‘They [the midwives] never tell us .... [W]e ring [the ward], and then it’s the “tenth” .... That is all that’"
    )


def test_the_marks_are_those_of_the_study():
    assert print_segments(WHOLE[-1:], "double") == "“That is all that”"


@pytest.mark.parametrize(
    ("segments", "printed"),
    [
        ((words("we"), inserted("all"), words("ring")), "‘we [all] ring’"),
        ((words("we "), inserted("all"), words(" ring")), "‘we [all] ring’"),
        ((words("we"), inserted("all"), words(", then")), "‘we [all], then’"),
        ((words("ask"), inserted("ed", "grammar"), words(" me")), "‘ask[ed] me’"),
        ((inserted("W", "grammar", "w"), words("e ring")), "‘[W]e ring’"),
        (
            (words("ring"), BETWEEN, inserted("t", "grammar", "T"), words("hat is all", "b")),
            "‘ring .... [t]hat is all’",
        ),
        ((words("they "), inserted("were", "grammar"), words(" going")), "‘they [were] going’"),
        ((words("we"), inserted("one"), inserted("two"), words("ring")), "‘we [one] [two] ring’"),
        ((words("We went home."), BETWEEN, words("Then we rang.")), "‘We went home .... Then we rang.’"),
        ((words("We went,"), WITHIN, words("and rang")), "‘We went, ... and rang’"),
        ((WITHIN, words("and rang")), "‘... and rang’"),
        ((words("one\n"), BETWEEN, words("\ntwo")), "‘one .... two’"),
        ((words("one"), words("two", "b")), "‘one two’"),
        ((words("one"), words("\ntwo", "b")), "‘one\ntwo’"),
        ((words("one ("), inserted("two"), words(")")), "‘one ([two])’"),
        ((), "‘’"),
    ],
)
def test_pieces_are_joined_as_they_are_written(segments, printed):
    assert print_segments(segments) == printed


def test_what_is_of_a_newer_version_is_not_guessed_at():
    assert print_segments((words("one"), Segment("picture", "two"))) == "‘one’"


def test_the_extracts_of_a_quotation_stand_in_its_order():
    assert quoted_ids((words("x", "b"), WITHIN, words("y", "a"), WITHIN, words("z", "b"))) == ("b", "a")


def test_only_what_anonymising_replaces_is_to_be_kept_back():
    assert anonymised_words((*WHOLE, inserted("x", "anonymising"))) == {"Lilac Ward"}


def test_whole_passages_are_joined_with_omissions():
    joined = join_passages([("a", TEXTS["a"]), ("b", TEXTS["b"])])
    assert [each.kind for each in joined] == ["words", "omission", "words"]
    assert find_faults(joined, TEXTS) == []


def test_passages_that_follow_on_one_another_keep_their_break():
    joined = join_passages([("a", "one."), ("b", "two.")], {("a", "b")})
    assert print_segments(joined) == "‘one.\ntwo.’"
    assert find_faults(joined, {"a": "one.", "b": "two."}, {("a", "b")}) == []


# -- faults


def test_a_quotation_as_it_was_said_has_no_faults():
    assert find_faults(WHOLE, TEXTS) == []


@pytest.mark.parametrize(
    ("segments", "fault"),
    [
        ((), "no words of a speaker"),
        ((words(" "),), "no words of a speaker"),
        ((words("They always tell us"),), "does not stand so"),
        ((words("they never tell us"),), "does not stand so"),
        ((words("So we ring"), BETWEEN, words("never tell us")), "stands before the words"),
        ((words("They never"), words("us")), "no omission shows it"),
        ((words("They"), inserted("only", "replacement", "never tell"), words("us")), ""),
        ((words("They"), inserted("only", "replacement", "never"), words("us")), "no omission shows it"),
        ((words("They"), inserted("only", "replacement", "seldom"), words("us")), "not in any of the passages"),
        ((words("So we ring"), words("That is all", "b")), "no omission shows it"),
        ((words("So we ring Li"),), "middle of a word"),
        ((words("hen it's"),), "middle of a word"),
        ((words("then it"), WITHIN, words("the")), "middle of a word"),
        ((words("then it's the"), WITHIN, words("tenth")), ""),
        ((words("gone", "c"),), "no longer there"),
        ((words("They"), Segment("omission", ".."), words("us")), "no omission: three dots"),
        ((words("They"), WITHIN, BETWEEN, words("us")), "one is enough"),
        ((words("They"), inserted(""), words("never")), "insertion without words"),
        ((words("They"), inserted("[all]"), words("never")), "brackets of its own"),
        ((words("They"), inserted("all", "style"), words("never")), "not said what"),
        ((words("They"), Segment("picture", "x"), words("never")), "does not know"),
    ],
)
def test_what_is_not_as_it_was_said_is_told(segments, fault):
    faults = find_faults(segments, TEXTS)
    assert bool(faults) == bool(fault)
    assert not fault or fault in faults[0]


def test_blanks_and_the_shape_of_marks_do_not_count():
    assert find_faults((words("then it’s  the\n‘tenth’"), BETWEEN, words("all that", "b")), TEXTS) == []


def test_words_that_occur_twice_are_found_where_they_can_stand():
    segments = (words("no"), words(" and no"), WITHIN, words("yes"))
    assert find_faults(segments, {"a": "no, no and no or yes"}) == []


def test_a_passage_may_be_taken_up_again():
    segments = (words("They never tell us"), BETWEEN, words("That is all", "b"), BETWEEN, words("So we ring"))
    assert find_faults(segments, TEXTS) == []


def test_passages_that_follow_may_leave_nothing_out_where_they_meet():
    texts = {"a": "one. two.", "b": "three."}
    assert find_faults((words("one."), words("three.", "b")), texts, {("a", "b")})
    assert find_faults((words("two."), words("three.", "b")), texts, {("a", "b")}) == []


# -- for all inputs

WORD = st.from_regex("[a-eé]{1,3}('[a-e])?", fullmatch=True)


@st.composite
def edited(draw):
    """Draw a passage and a quotation of it in which nothing is left out in silence, and where words were left out."""
    tokens = draw(st.lists(WORD, min_size=1, max_size=12))
    segments, place = [], 0
    while place < len(tokens):
        end = draw(st.integers(place + 1, len(tokens)))
        segments.append(words(" ".join(tokens[place:end])))
        gap = draw(st.integers(0, 2)) if end < len(tokens) else 0
        place = end + gap
        original = " ".join(tokens[end:place])
        if place < len(tokens) and (gap and draw(st.booleans())):
            segments.append(Segment("omission", draw(st.sampled_from(list(Omission)))))
        elif original or draw(st.booleans()):
            purpose = draw(st.sampled_from([each for each in InsertionPurpose if each != "grammar"]))
            segments.append(inserted(draw(WORD), purpose, original))
    return " ".join(tokens), tuple(segments)


@given(edited())
def test_what_leaves_nothing_out_in_silence_has_no_faults(drawn):
    text, segments = drawn
    assert find_faults(segments, {"a": text}) == []


@given(edited())
def test_all_words_and_insertions_are_printed_and_nothing_else(drawn):
    _, segments = drawn
    printed = re.sub(r"\W", "", print_segments(segments))
    assert printed == re.sub(r"\W", "", "".join(each.text for each in segments if each.kind != "omission"))


@given(edited(), WORD)
def test_what_an_insertion_replaces_makes_no_difference_in_print(drawn, other):
    _, segments = drawn
    assert print_segments(segments) == print_segments([replace(each, original=other) for each in segments])


@given(st.lists(WORD, min_size=3, max_size=8, unique=True), st.data())
def test_words_left_out_in_silence_are_always_told(tokens, data):
    start = data.draw(st.integers(1, len(tokens) - 2))
    end = data.draw(st.integers(start + 1, len(tokens) - 1))
    text = " | ".join(tokens)
    segments = (words(" | ".join(tokens[:start]) + " |"), words(" | ".join(tokens[end:])))
    assert find_faults(segments, {"a": text})


@given(
    st.lists(st.builds(Segment, st.sampled_from(["words", "omission", "insertion", "x"]), *[st.text(max_size=6)] * 4))
)
def test_nothing_that_a_file_may_hold_is_an_error(segments):
    assert print_segments(segments)
    assert isinstance(find_faults(segments, {"": "text", "0": ""}), list)
