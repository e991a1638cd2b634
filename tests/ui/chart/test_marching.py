"""Going on from cell to cell, and what is said at the ends."""

import pytest

from framework_qda.ui.chart.marching import FIRST_CELL, FIRST_ROW, LAST_CELL, LAST_ROW, NO_WORDS


@pytest.mark.parametrize(
    ("row", "column", "command", "words"),
    [
        (2, 3, "charted_next", f"{NO_WORDS} {LAST_CELL}"),
        (2, 3, "next_cell", LAST_CELL),
        (0, 0, "previous_cell", FIRST_CELL),
        (2, 0, "next_interview", LAST_ROW),
        (0, 1, "previous_interview", FIRST_ROW),
    ],
)
def test_at_the_ends_the_cell_stays_and_that_is_said(bench, study, row, column, command, words):
    if not study.cell(row, column).content and "charted" not in command:
        study.chart("Words.", row, column)
    bench.open(row, column)
    bench.do(command)
    assert bench.desk.here() == (study.interviews[row], study.subtopics[column])
    assert bench.desk.status_text() == words


def test_the_end_of_a_row_is_said_where_the_next_one_begins(bench, study):
    study.chart("Words.", 0, 3)
    bench.open(0, 3)
    bench.do("charted_next")
    assert bench.desk.here() == (study.interviews[1], study.subtopics[0])
    assert bench.desk.status_text() == "The row of I01 ends here."


def test_the_end_of_a_column_is_said_when_one_goes_down(bench, study):
    study.chart("Words.", 2, 1)
    bench.open(2, 1)
    bench.do("by_column")
    bench.do("charted_next")
    assert bench.desk.here() == (study.interviews[0], study.subtopics[2])
    assert bench.desk.status_text() == "The column 1.2 ends here."


def test_within_a_row_nothing_is_said(bench, study):
    study.chart("Words.", 0, 0)
    bench.open(0, 0)
    bench.do("charted_next")
    assert bench.desk.here() == (study.interviews[0], study.subtopics[1])
    assert "ends" not in bench.desk.status_text()
