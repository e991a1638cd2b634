"""What became of a cell, in words."""

import pytest

from framework_qda.matrix.telling import tell_change
from framework_qda.model import Marks, Statement


def made(*texts):
    return [Statement(text[0], "summary", text) for text in texts]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ([], ["a", "b"], "two statements added"),
        (["a one"], ["a two", "b", "c"], "two statements added, one changed"),
        (["a", "b"], ["b"], "one statement taken out"),
        (["a", "b"], ["b", "a"], "statements put in another order"),
        (["a"], ["a"], "as it was"),
        ([], [f"{n}" for n in "abcdefghijkl"], "12 statements added"),
    ],
)
def test_statements_are_counted(before, after, words):
    assert tell_change(made(*before), made(*after)) == words


def test_another_state_is_said():
    assert tell_change(made("a"), made("a"), "in_progress", "charted") == "now charted"


def test_marks_alone_are_no_change_of_words():
    after = [Statement("a", "summary", "a", marks=Marks(to_rehome=True))]
    assert tell_change(made("a"), after) == "marked to re-home"
    assert tell_change(after, made("a")) == "no longer to re-home"
    assert tell_change(made("a"), [Statement("a", "summary", "a", marks=Marks(tags=("t",)))]) == "tags changed"
