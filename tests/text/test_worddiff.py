import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework_qda.model import Statement
from framework_qda.text.worddiff import Change, diff_statements, diff_words

SAME, REMOVED, ADDED = Change.SAME, Change.REMOVED, Change.ADDED


def pieces(old, new):
    return [(piece.change, piece.text.strip()) for piece in diff_words(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("Two forms", "Two forms", [(SAME, "Two forms")]),
        ("", "Two", [(ADDED, "Two")]),
        ("Two", "", [(REMOVED, "Two")]),
        (
            "Two forms got lost.",
            "Three forms got lost.",
            [(REMOVED, "Two"), (ADDED, "Three"), (SAME, "forms got lost.")],
        ),
        ("It is don’t", "It is don't", [(SAME, "It is"), (REMOVED, "don’t"), (ADDED, "don't")]),
        ("a lost. b", "a lost, b", [(SAME, "a lost"), (REMOVED, "."), (ADDED, ","), (SAME, "b")]),
        ("one  two", "one two", [(SAME, "one two")]),
        ("a b, c d", "a x, y d", [(SAME, "a"), (REMOVED, "b, c"), (ADDED, "x, y"), (SAME, "d")]),
    ],
)
def test_words_are_compared(old, new, expected):
    assert pieces(old, new) == expected


def test_a_mark_at_the_end_stays_where_it_is():
    assert pieces("a b.", "a c.")[-1] == (SAME, ".")


words = st.lists(st.sampled_from(["lost", "form", "😀", ",", ".", "ward's", "two"]), max_size=12).map(" ".join)


@given(words, words)
@settings(max_examples=60)
def test_both_texts_can_be_read_out_of_the_pieces(old, new):
    found = diff_words(old, new)
    assert " ".join("".join(p.text for p in found if p.change is not REMOVED).split()) == new
    assert "".join("".join(p.text for p in found if p.change is not ADDED).split()) == "".join(old.split())


def statement(name, text="Words.", kind="summary", evidence=()):
    return Statement(name, kind, text, evidence)


def test_statements_come_and_go_by_their_ids():
    old = [statement("a"), statement("b"), statement("c")]
    new = [statement("a"), statement("n"), statement("c")]
    found = [(each.statement.id, each.change) for each in diff_statements(old, new)]
    assert found == [("a", SAME), ("b", REMOVED), ("n", ADDED), ("c", SAME)]


def test_a_statement_removed_first_stands_first():
    assert [each.statement.id for each in diff_statements([statement("a"), statement("b")], [statement("b")])] == [
        "a",
        "b",
    ]


def test_kind_and_evidence_are_compared():
    (found,) = diff_statements(
        [statement("a", evidence=("x", "y"))], [statement("a", kind="note", evidence=("y", "z"))]
    )
    assert (found.old_kind, found.evidence_added, found.evidence_removed) == ("summary", ("z",), ("x",))
    assert not found.is_same


def test_what_stayed_is_the_same():
    assert all(each.is_same for each in diff_statements([statement("a")], [statement("a")]))


def test_a_statement_that_came_brings_its_evidence():
    (found,) = diff_statements([], [statement("a", evidence=("x",))])
    assert found.evidence_added == ("x",)
    assert not found.is_same


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        ("abcd", "dabc", {"d": -3}),
        ("abcd", "bcda", {"a": 3}),
        ("abc", "xac", {}),
        ("ab", "ba", {"a": 1}),
        ("abc", "cxb", {"b": 1}),
    ],
)
def test_a_statement_that_moved_is_told_and_those_that_it_passed_are_not(old, new, moved):
    found = diff_statements([statement(each) for each in old], [statement(each) for each in new])
    assert {each.statement.id: each.moved for each in found if each.moved} == moved
