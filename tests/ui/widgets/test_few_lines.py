"""Words in a few lines: cut behind a whole word, whatever they are written in."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont

from framework_qda.text.offsets import to_utf16
from framework_qda.ui.widgets.few_lines import break_lines, few_lines, lines_height


@pytest.mark.parametrize("word", ["word", "🙂", "\u05e9\u05dc\u05d5\u05dd"])
def test_what_is_cut_ends_in_an_ellipsis_that_is_seen(qapp, word):
    layout = few_lines(f"{word} " * 400, QFont(), 200, 2)
    last = layout.lineAt(1)
    assert layout.lineCount() == 2
    assert layout.text().endswith(f"{word} …")
    assert last.textStart() + last.textLength() == to_utf16(layout.text(), len(layout.text()))


def test_a_word_without_an_end_is_cut_too(qapp):
    layout = few_lines("x" * 400, QFont(), 200, 2)
    assert layout.lineCount() == 2
    assert layout.text().endswith("x …")


def test_what_there_is_room_for_stays_as_it_is(qapp):
    layout = few_lines("Two\nlines.", QFont(), 400, 2)
    assert (layout.text(), layout.lineCount()) == ("Two\u2028lines.", 2)


def test_nothing_takes_no_lines(qapp):
    assert few_lines("", QFont(), 400, 3).text() == ""


def test_lines_stand_apart_and_are_counted_so(qapp):
    layout = break_lines("one two three " * 20, QFont(), 100, spacing=1.5)
    below = layout.lineAt(layout.lineCount() - 1)
    assert below.position() == QPointF(0, lines_height(layout, 1.5) - round(below.height() * 1.5))


def test_words_from_right_to_left_begin_at_the_right(qapp):
    layout = break_lines("\u05e9\u05dc\u05d5\u05dd", QFont(), 300)
    assert layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
