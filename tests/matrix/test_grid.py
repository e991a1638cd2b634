"""The grid's own arithmetic."""

import pytest

from framework_qda.matrix.grid import GridCell, GridStatement, evidence_label


@pytest.mark.parametrize(
    ("arguments", "label"),
    [
        ((14, 1_390_000), "¶14 · 0:23:10"),
        ((14, None), "¶14"),
        ((3, 0, 2), "2¶3 · 0:00:00"),
        ((None, None), "¶?"),
    ],
)
def test_references_are_written_one_way(arguments, label):
    assert evidence_label(*arguments) == label


def test_the_words_of_a_cell_are_those_of_its_statements():
    statements = (GridStatement("a", "summary", "Two  words"), GridStatement("b", "note", "one"))
    assert GridCell("c", "i", "s", "charted", statements).word_count == 3
