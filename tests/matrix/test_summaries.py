"""Summaries: the figures of a column and a row, and how they are said."""

import pytest

from framework_qda.matrix.build import build_grid
from framework_qda.matrix.filters import RowFilter, filter_grid
from framework_qda.matrix.summaries import Summary, summarise_column, summarise_row
from framework_qda.model import CellState


@pytest.fixture
def grid(study):
    return build_grid(study.read, study["theme1"])


def test_a_column_counts_words_charted_cells_and_reasons(grid):
    words = sum(cell.word_count for key, cell in grid.cells.items() if key[1] == grid.columns[1].subtopic_id)
    assert words > 0
    assert summarise_column(grid, 1) == Summary(4, 1, words, {CellState.NOT_ASKED: 1})


def test_a_row_counts_across_its_columns(grid):
    row = [each.code for each in grid.rows].index("I03")
    found = summarise_row(grid, row)
    assert (found.cells, found.charted, found.reasons) == (3, 0, {CellState.NOT_APPLICABLE: 1})


def test_rows_that_a_filter_leaves_out_do_not_count(study, grid):
    filtered = filter_grid(study.read, grid, RowFilter(states=frozenset({CellState.NOT_ASKED})))
    assert summarise_column(filtered, 1) == Summary(1, 0, 0, {CellState.NOT_ASKED: 1})


@pytest.mark.parametrize(
    ("summary", "lines"),
    [
        (Summary(28), ("0 of 28 charted", "0 words")),
        (Summary(2, 1, 1), ("1 of 2 charted", "1 word")),
        (
            Summary(2800, 1400, 120_000, {CellState.NOT_ASKED: 2, CellState.UNCLEAR: 1}),
            ("1,400 of 2,800 charted", "120,000 words", "2 not asked, 1 unclear"),
        ),
    ],
)
def test_the_figures_are_said_in_words(summary, lines):
    assert summary.lines == lines
