"""House style: marks and ellipses, and what is never touched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework_qda.quotes.style import print_quotation, set_inside


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("plain words", "‘plain words’"),
        ("“I sleep all right.”", "‘I sleep all right.’"),
        ("'I don't'", "‘I don’t’"),
        ("we said 'no' to them", "‘we said “no” to them’"),
        ('we said "no" to them', "‘we said “no” to them’"),
        ("we said «no» to them", "‘we said “no” to them’"),
        ("'No' she said 'yes'", "‘“No” she said “yes”’"),
        ("the girls' home, and 'em", "‘the girls’ home, and ’em’"),
        ("He said: \"It's 'odd'\", I think", "‘He said: “It’s ‘odd’”, I think’"),
    ],
)
def test_marks_are_single_outside_and_double_inside(text, printed):
    assert print_quotation(text) == printed


def test_a_house_style_of_double_marks_swaps_them():
    assert print_quotation("we said 'no' to them", "double") == "“we said ‘no’ to them”"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("I know … I think", "I know ... I think"),
        ("I know...I think", "I know ... I think"),
        ("went home. … Then", "went home .... Then"),
        ("went home.... Then", "went home .... Then"),
        ("Really? … Yes", "Really? .... Yes"),
        ("so …", "so ..."),
        ("… so", "... so"),
        ("so …, and", "so ..., and"),
        ("one\n… two", "one\n... two"),
        ("3.5 hours. Then", "3.5 hours. Then"),
        ("so.. and", "so.. and"),
    ],
)
def test_omissions_are_spaced_dots(text, printed):
    assert set_inside(text) == printed


@pytest.mark.parametrize("bracket", ["[…]", "[the 'boss']", '["no"]', "[...]"])
def test_what_stands_in_brackets_is_left_as_it_is(bracket):
    assert print_quotation(f"we asked {bracket} for it") == f"‘we asked {bracket} for it’"


def test_marks_may_stand_around_brackets():
    assert set_inside("'ask [her] now'") == "“ask [her] now”"


def test_a_bracket_before_an_apostrophe_opens_nothing():
    assert set_inside("[she]'s fond of the girls' home") == "[she]’s fond of the girls’ home"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab .…'\"‘’“”«»[]!?,\n", max_size=30))
def test_no_letter_is_ever_lost_or_moved(text):
    letters = [letter for letter in text if letter in "ab"]
    assert [letter for letter in print_quotation(text) if letter in "ab"] == letters


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab .…!?,", max_size=20))
def test_setting_dots_twice_changes_nothing_more(text):
    assert set_inside(set_inside(text)) == set_inside(text)
