import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework_qda.text.query import (
    LONGEST_QUERY,
    AllOf,
    AnyOf,
    Term,
    Without,
    describe_query,
    find_terms,
    leaves_out_only,
    parse_query,
    replace_terms,
    terms_of,
)

WARD, POLICE, NURSE = Term(("ward",)), Term(("police",)), Term(("nurse",))


def parsed(typed):
    return parse_query(typed, is_typing=False)


@pytest.mark.parametrize(
    ("typed", "node"),
    [
        ("Ward", WARD),
        ("ward police", AllOf((WARD, POLICE))),
        ("ward AND police", AllOf((WARD, POLICE))),
        ("ward and", AllOf((WARD, Term(("and",))))),
        ("ward OR police", AnyOf((WARD, POLICE))),
        ("ward police OR nurse", AnyOf((AllOf((WARD, POLICE)), NURSE))),
        ("ward (police OR nurse)", AllOf((WARD, AnyOf((POLICE, NURSE))))),
        ("ward NOT police", Without(WARD, POLICE)),
        ("ward -police", Without(WARD, POLICE)),
        ("ward -police nurse", Without(AllOf((WARD, NURSE)), POLICE)),
        ("ward -(police OR nurse)", Without(WARD, AnyOf((POLICE, NURSE)))),
        ("ward AND NOT police", Without(WARD, POLICE)),
        ('"the ward"', Term(("the", "ward"))),
        ("“the ward” police", AllOf((Term(("the", "ward")), POLICE))),
        ('-"the ward" police', Without(POLICE, Term(("the", "ward")))),
        ("multi-agency", Term(("multi", "agency"))),
        ("don't", Term(("don", "t"))),
        ("ward*", Term(("ward",), is_beginning=True)),
        ('"the war*"', Term(("the", "war"), is_beginning=True)),
        ("Café", Term(("cafe",))),
    ],
)
def test_what_is_typed_is_understood(typed, node):
    assert parsed(typed) == node


@pytest.mark.parametrize(
    ("typed", "node"),
    [
        ("ward AND", WARD),
        ("OR ward", WARD),
        ("(ward", WARD),
        ("ward)) police", AllOf((WARD, POLICE))),
        ('"ward', WARD),
        ("ward NOT", WARD),
        ("ward & police", AllOf((WARD, POLICE))),
        ("NOT", Term(("not",))),
        ("AND OR", AllOf((Term(("and",)), Term(("or",))))),
        ("ward OR -police", WARD),
        ("-(ward AND) police", Without(POLICE, WARD)),
        ("text:ward", Term(("text", "ward"))),
        ("^ward + {police}", AllOf((WARD, POLICE))),
    ],
)
def test_what_would_be_a_mistake_means_something(typed, node):
    assert parsed(typed) == node


@pytest.mark.parametrize("typed", ["", "  ", "…", '""', "( )", "-ward", "NOT ward", "-(ward OR police)"])
def test_nothing_is_looked_for(typed):
    assert parsed(typed) is None


def test_words_to_be_left_out_need_something_to_be_left_out_of():
    assert leaves_out_only("-ward")
    assert not leaves_out_only("police -ward")
    assert not leaves_out_only("…")


@pytest.mark.parametrize(
    ("typed", "is_beginning"),
    [("saf", True), ("saf ", False), ('"saf', True), ('"saf"', False), ("s", False), ("saf)", False), ("it's", False)],
)
def test_the_word_that_is_being_typed_finds_longer_ones(typed, is_beginning):
    node = parse_query(typed)
    assert isinstance(node, Term)
    assert node.is_beginning == is_beginning


def test_only_the_last_word_is_being_typed():
    assert parse_query("war pol") == AllOf((Term(("war",)), Term(("pol",), is_beginning=True)))


def test_brackets_may_be_as_deep_as_somebody_likes():
    assert parsed("(" * LONGEST_QUERY) is None
    assert parsed("(" * 60 + "ward") == WARD


@given(st.text(alphabet='wp ()"“-*ANDORT\t', max_size=60))
def test_nothing_that_is_typed_is_an_error(typed):
    node = parse_query(typed)
    assert node is None or describe_query(node)


def test_words_to_be_left_out_are_not_lit():
    assert terms_of(parsed("ward (nurse OR ward) -police")) == (WARD, NURSE)


def test_words_that_are_looked_for_are_replaced():
    other = AnyOf((WARD, NURSE))
    assert replace_terms(Without(WARD, WARD), lambda _term: other) == Without(other, WARD)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ward", "ward"),
        ("ward pol*", "ward and pol…"),
        ('"the ward" -police', "“the ward”, without police"),
        ("ward (police OR nurse)", "ward and (police or nurse)"),
        ("ward -(police OR nurse)", "ward, without (police or nurse)"),
    ],
)
def test_a_query_is_said_in_words(typed, words):
    assert describe_query(parsed(typed)) == words


@pytest.mark.parametrize(
    ("typed", "lit"),
    [
        ("ward", ["ward", "Ward"]),
        ("war*", ["ward", "Wards", "Ward"]),
        ('"the ward"', ["The ward"]),
        ('"the war*"', ["The ward", "the Wards"]),
        ("cafe", ["café"]),
        ("the ward", ["The", "ward", "the", "Ward"]),
        ('"the ward" ward', ["The ward", "Ward"]),
        ("ward -police", ["ward", "Ward"]),
        ("nurse", []),
    ],
)
def test_words_are_found_in_a_text(typed, lit):
    text = "The ward, the Wards’ café: Ward."
    assert [text[start:end] for start, end in find_terms(text, terms_of(parsed(typed)))] == lit
