"""What is to be known of a cell beside its state has a sign and words, never a colour alone."""

from dataclasses import replace

import pytest

from framework_qda.matrix.grid import GridCell, GridStatement
from framework_qda.model import Marks
from framework_qda.ui.matrix.cell_paint import COMMENTED, CONFLICTED, DEVIANT, REHOMING, STALE, marks_of

CELL = GridCell("c", "i", "s", "charted")
WAITING = (GridStatement("a", "summary", "Stays"), GridStatement("b", "summary", "Goes", marks=Marks(to_rehome=True)))


def test_a_plain_cell_has_no_marks():
    assert marks_of(None) == marks_of(CELL) == []


@pytest.mark.parametrize(
    ("values", "mark"),
    [
        ({"is_conflicted": True}, CONFLICTED),
        ({"is_stale": True}, STALE),
        ({"statements": WAITING}, REHOMING),
        ({"open_comments": 2}, COMMENTED),
        ({"is_deviant": True}, DEVIANT),
    ],
)
def test_each_fact_has_its_mark(values, mark):
    assert marks_of(replace(CELL, **values)) == [mark]


def test_marks_differ_in_sign_and_words_and_the_most_pressing_comes_first():
    cell = replace(CELL, is_conflicted=True, is_stale=True, open_comments=1, is_deviant=True, statements=WAITING)
    found = marks_of(cell)
    assert found[0] is CONFLICTED
    assert len({mark.sign for mark in found}) == len({mark.words for mark in found}) == 5
