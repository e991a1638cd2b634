import pytest
from PySide6.QtGui import QColor, QFont

from framework_qda.matrix.search_results import Passage
from framework_qda.ui.find.lit_text import lay_out

INK = QColor("black")


def laid(text, lit=(), width=300, lines=2):
    return lay_out(Passage(text, tuple(lit)), QFont(), INK, width, lines)


def test_a_short_text_stands_in_one_line(qapp):
    layout = laid("a ward")
    assert (layout.lineCount(), layout.text()) == (1, "a ward")


def test_a_long_text_is_cut_short(qapp):
    layout = laid("ward " * 200)
    assert layout.lineCount() == 2
    assert layout.text().endswith("…")
    assert layout.lineAt(1).textStart() + layout.lineAt(1).textLength() == len(layout.text())


@pytest.mark.parametrize(("text", "span"), [("a ward", (2, 6)), ("😀 ward", (2, 6))])
def test_lit_words_are_counted_as_qt_counts(qapp, text, span):
    lit = laid(text, [span]).formats()[1]
    start = 2 if text[0] == "a" else 3
    assert (lit.start, lit.length) == (start, 4)


def test_words_that_are_cut_off_are_not_lit(qapp):
    text = "ward " * 200
    layout = laid(text, [(0, 4), (995, 999)])
    assert [each.start for each in layout.formats()] == [0, 0]


def test_nothing_is_laid_out_as_nothing(qapp):
    assert laid("").lineCount() in (0, 1)
