"""The rows around tell the kinds of their statements apart, by sign and style."""

import pytest

from framework_qda.model import Statement
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.chart.neighbours import Neighbour, NeighbourRow, Neighbours, _formats_of, _runs_of

PLACE = CellPlace("i", "s")
SUMMARY = Statement("a", "summary", "Told of it 😀 late.")
WORDS = Statement("b", "own_words", "nobody\nlooked")
NOTE = Statement("c", "note", "See the meetings.")


@pytest.fixture
def row(qtbot):
    made = NeighbourRow(Neighbour(PLACE, "I02", (SUMMARY, WORDS, NOTE), "charted"))
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
    long = Neighbour(PLACE, "I02", (Statement("a", "summary", "word 😀 " * 300), NOTE), "charted")
    made = NeighbourRow(long, row)
    layout = made._lay_out(made._runs, 400)
    assert layout.lineCount() <= 3
    assert layout.text().endswith(" …")


def test_an_empty_cell_says_why(qtbot):
    made = NeighbourRow(Neighbour(PLACE, "I02", (), "not_asked"))
    qtbot.addWidget(made)
    assert [text for text, _ in made._runs] == ["not asked"]


def test_what_a_cell_is_written_from_is_shown_whole(row):
    words = (Statement("a", "summary", "word " * 300),)
    around, source = (Neighbour(PLACE, "I02", words, "charted", is_source) for is_source in (False, True))
    layout = NeighbourRow(source, row)._lay_out(_runs_of(words), 400)
    assert layout.lineCount() > 3
    assert not layout.text().endswith(" …")
    assert NeighbourRow(around, row).heightForWidth(500) < NeighbourRow(source, row).heightForWidth(500)


def test_headings_part_what_it_is_written_from_from_the_rows_around(qtbot):
    made = Neighbours()
    qtbot.addWidget(made)
    around = Neighbour(PLACE, "I02", (SUMMARY,), "charted")
    made.show_rows([around])
    assert all(heading.isHidden() for heading in made._headings)
    made.show_rows([Neighbour(CellPlace("i", "t"), "1.2 Forms", (SUMMARY,), "charted", is_source=True), around])
    assert not any(heading.isHidden() for heading in made._headings)
    with qtbot.waitSignal(made.chosen) as chosen:
        made.rows()[0].click()
    assert chosen.args == [CellPlace("i", "t")]
