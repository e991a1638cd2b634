"""The rows around tell the kinds of their statements apart, by sign and style."""

import pytest

from framework_qda.model import Statement
from framework_qda.ui.chart.neighbours import Neighbour, NeighbourRow, _formats_of, _runs_of

SUMMARY = Statement("a", "summary", "Told of it 😀 late.")
WORDS = Statement("b", "own_words", "nobody\nlooked")
NOTE = Statement("c", "note", "See the meetings.")


@pytest.fixture
def row(qtbot):
    made = NeighbourRow(Neighbour("i", "I02", (SUMMARY, WORDS, NOTE), "charted"))
    qtbot.addWidget(made)
    made.resize(700, 100)
    return made


def test_each_kind_has_its_sign_but_summaries():
    assert [text for text, _ in _runs_of((SUMMARY, WORDS, NOTE))] == [
        "Told of it 😀 late.",
        "   ",
        "❝ nobody looked",
        "   ",
        "✎ See the meetings.",
    ]


def test_styles_stand_on_their_own_words_behind_astral_characters():
    formats = _formats_of(_runs_of((SUMMARY, WORDS)))
    text = "".join(text for text, _ in _runs_of((SUMMARY, WORDS))).encode("utf-16-le")
    (span,) = formats
    assert text[2 * span.start : 2 * (span.start + span.length)].decode("utf-16-le") == "❝ nobody looked"
    assert span.format.fontItalic()


def test_a_screen_reader_hears_the_kinds(row):
    assert "Own words: nobody looked" in row.accessibleName()
    assert "Analyst’s note: See the meetings." in row.accessibleName()


def test_a_long_cell_ends_in_an_ellipsis(row):
    long = Neighbour("i", "I02", (Statement("a", "summary", "word 😀 " * 300), NOTE), "charted")
    made = NeighbourRow(long, row)
    layout = made._lay_out(made._runs, 400)
    assert layout.lineCount() <= 3
    assert layout.text().endswith(" …")


def test_an_empty_cell_says_why(qtbot):
    made = NeighbourRow(Neighbour("i", "I02", (), "not_asked"))
    qtbot.addWidget(made)
    assert [text for text, _ in made._runs] == ["not asked"]
