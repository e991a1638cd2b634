"""The guide length of a cell: that of its column, or that of the study."""

import pytest

from framework_qda.matrix.grid import GridColumn
from framework_qda.matrix.guide import Guide, guide_of
from framework_qda.model import Study


@pytest.mark.parametrize(
    ("study", "own", "guide"),
    [
        ((25, 120), (None, None), Guide(25, 120)),
        ((25, 120), (10, None), Guide(10, 120)),
        ((25, 120), (None, 60), Guide(25, 60)),
        ((25, 120), (0, 0), Guide(0, 0)),
        ((None, None), (None, None), Guide(0, 0)),
        ((25, 120), (200, None), Guide(200, 0)),  # the study's most would be less: it is left open
        ((25, 120), (None, 10), Guide(0, 10)),
        ((25, 120), (90, 40), Guide(40, 90)),
        ((120, 25), (None, None), Guide(25, 120)),
    ],
)
def test_each_bound_is_the_columns_own_or_that_of_the_study(study, own, guide):
    column = GridColumn("s", "1.1", "Forms", guide_words_min=own[0], guide_words_max=own[1])
    assert guide_of(Study(id="y", guide_words_min=study[0], guide_words_max=study[1]), column) == guide


@pytest.mark.parametrize(
    ("guide", "words"),
    [
        (Guide(25, 120), "guide 25–120"),
        (Guide(0, 60), "guide up to 60"),
        (Guide(30, 0), "guide from 30"),
        (Guide(0, 0), ""),
    ],
)
def test_it_is_said_in_words(guide, words):
    assert guide.words == words


def test_a_length_on_the_bound_is_within():
    guide = Guide(25, 120)
    assert [guide.is_short(words) for words in (24, 25)] == [True, False]
    assert [guide.is_long(words) for words in (120, 121)] == [False, True]
    assert not Guide(0, 0).is_long(10_000)
