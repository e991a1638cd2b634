"""The notes as they are shown: places, passages, finding."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from framework_qda.text.clean import clean_text
from framework_qda.text.word_edges import whole_words
from framework_qda.ui.chart.notes_finder import NotesFinder
from framework_qda.ui.chart.notes_text import NotesLine, Passage, document_place
from framework_qda.ui.chart.notes_view import NotesView
from framework_qda.ui.chart.passage_paint import passage_areas
from framework_qda.ui.style import colour

LINES = (
    NotesLine("p1", 1, "What happens when somebody forgets?", "INT", 1000),
    NotesLine("p2", 2, "Two forms 😀 got lost; nothing came of it.", "R", 5000),
    NotesLine("p3", 3, "Nobody checks."),
)


@pytest.fixture
def view(qtbot):
    made = NotesView()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_lines(LINES)
    with qtbot.waitExposed(made):
        made.show()
    return made


def select(view, line, start, end):
    block = view.document().findBlockByNumber(line)
    cursor = view.textCursor()
    cursor.setPosition(document_place(block, view.lines[line], start))
    cursor.setPosition(document_place(block, view.lines[line], end), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def test_the_speaker_is_shown_but_is_no_part_of_a_passage(view):
    view.selectAll()
    assert [anchor.exact for anchor in view.selected_anchors()] == [line.text for line in LINES]


def test_blanks_at_the_ends_of_a_selection_are_left_out(view):
    select(view, 0, 4, 13)
    assert view.selected_words() == "happens"


def test_a_selection_that_ends_inside_words_takes_them_in_whole(view):
    select(view, 0, 7, 16)
    assert view.selected_words() == "happens when"
    assert [anchor.exact for anchor in view.selected_anchors()] == ["happens when"]


WORDS = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("😀\u0301א\u2028\t")), min_size=1, max_size=40)


@pytest.fixture(scope="module")
def lone_view(qapp):
    return NotesView()


@settings(max_examples=100, deadline=None)
@given(texts=st.lists(WORDS.map(lambda text: clean_text(text)[0] or "x"), min_size=1, max_size=4), data=st.data())
def test_what_is_selected_is_what_is_anchored(lone_view, texts, data):
    lone_view.show_lines([NotesLine(f"p{n}", n + 1, text, "R😀" if n % 2 else "") for n, text in enumerate(texts)])
    line = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[line])))
    end = data.draw(st.integers(start, len(texts[line])))
    select(lone_view, line, start, end)
    first, last = whole_words(texts[line], start, end) if start < end else (0, len(texts[line]))
    wanted = texts[line][first:last].strip()
    assert [anchor.exact for anchor in lone_view.selected_anchors()] == ([wanted] if wanted else [])


def test_the_extract_at_a_place_is_the_shortest(view):
    view.show_passages([Passage("long", 1, 0, 20), Passage("short", 1, 4, 9)])
    block = view.document().findBlockByNumber(1)
    assert view.extract_at(document_place(block, LINES[1], 6)) == "short"
    assert view.extract_at(document_place(block, LINES[1], 15)) == "long"
    assert view.extract_at(document_place(block, LINES[1], 30)) == ""


def test_of_two_passages_in_a_line_the_caret_is_in_that_where_it_stands(view):
    view.show_passages([Passage("first", 1, 0, 9), Passage("last", 1, 22, 29)])
    view.set_current("last")
    select(view, 1, 4, 4)
    assert view.extract_at_caret() == "first"


def test_of_passages_over_each_other_the_caret_is_in_the_current_one(view):
    view.show_passages([Passage("long", 1, 0, 20), Passage("short", 1, 4, 9)])
    view.set_current("long")
    select(view, 1, 6, 6)
    assert view.extract_at_caret() == "long"


def passage_picture(view, passage):
    """Return how a passage is painted."""
    block = view.document().findBlockByNumber(passage.line)
    return view.viewport().grab(next(passage_areas(view, block, passage)).toAlignedRect()).toImage()


def test_the_current_passage_is_marked_but_not_filled_as_a_selection_is(view):
    passage = Passage("e", 1, 4, 20)
    view.show_passages([passage])
    before = passage_picture(view, passage)
    view.set_current("e")
    picture, accent = passage_picture(view, passage), colour("accent").rgb()
    pixels = [picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())]
    assert picture != before
    assert pixels.count(accent) < 0.3 * len(pixels)


def test_no_passage_stays_current_when_other_words_are_selected(view):
    view.show_passages([Passage("e", 1, 0, 9)])
    view.go_to_extract("e")
    select(view, 2, 0, 6)
    assert view.current_extract == ""


def test_a_passage_stays_current_when_the_caret_alone_moves(view):
    view.show_passages([Passage("e", 1, 0, 9)])
    view.go_to_extract("e")
    select(view, 2, 3, 3)
    assert view.current_extract == "e"


def test_a_click_on_a_passage_tells_which_extract_it_is(qtbot, view):
    view.show_passages([Passage("e", 2, 0, 6)])
    block = view.document().findBlockByNumber(2)
    cursor = QTextCursor(view.document())
    cursor.setPosition(block.position() + 3)
    with qtbot.waitSignal(view.passage_pressed) as caught:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center())
    assert caught.args == ["e"]


@pytest.mark.parametrize("words", ["two forms lost", "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"])
def test_a_passage_is_shaded_where_its_words_stand_in_any_direction(view, words):
    view.show_lines([NotesLine("p", 1, words)])
    block = view.document().firstBlock()
    (whole,) = passage_areas(view, block, Passage("e", 0, 0, len(words)))
    (first,) = passage_areas(view, block, Passage("e", 0, 0, 3))
    assert abs(whole.width() - block.layout().lineAt(0).naturalTextWidth()) < 4
    assert 8 < first.width() < whole.width()
    assert whole.contains(first)


def test_going_to_an_extract_brings_it_into_view(view):
    many = [NotesLine(f"p{n}", n + 1, f"Paragraph {n} of the notes") for n in range(300)]
    view.show_lines(many)
    view.show_passages([Passage("e", 250, 0, 9)])
    assert view.go_to_extract("e")
    area = view.document().documentLayout().blockBoundingRect(view.document().findBlockByNumber(250))
    scroll = view.verticalScrollBar().value()
    assert scroll <= area.top() <= scroll + view.viewport().height()


def test_an_extract_in_view_moves_nothing(view):
    view.show_lines([NotesLine(f"p{n}", n + 1, f"Paragraph {n} of the notes") for n in range(300)])
    view.show_passages([Passage("e", 14, 0, 9)])
    top = view.document().documentLayout().blockBoundingRect(view.document().findBlockByNumber(11)).top()
    view.verticalScrollBar().setValue(round(top))
    view.go_to_extract("e")
    assert view.verticalScrollBar().value() == round(top)


def test_an_unknown_extract_is_not_here(view):
    assert not view.go_to_extract("nobody")


def test_words_are_found_and_walked_through(view):
    finder = NotesFinder(view)
    assert finder.find("o") > 3
    assert finder.find("nobody") == 1
    assert finder.go(1) == 1
    assert view.textCursor().selectedText() == "Nobody"


def test_words_that_are_not_there_are_not_found(view):
    finder = NotesFinder(view)
    assert finder.find("absent") == 0
    assert finder.go(1) == 0


def test_nothing_can_be_typed_into_the_notes(qtbot, view):
    before = view.toPlainText()
    qtbot.keyClicks(view, "xyz")
    qtbot.keyClick(view, Qt.Key.Key_Backspace)
    assert view.toPlainText() == before


def test_passages_and_what_is_selected_hold_after_a_change_of_size(view, look):
    view.show_passages([Passage("e", 1, 4, 9)])
    select(view, 1, 10, 18)
    look.set_zoom(200)
    assert view.passages_of("e") == [Passage("e", 1, 4, 9)]
    assert view.selected_words() == "😀 got lost"


def test_passages_are_shaded_at_the_very_first_paint(qtbot):
    lines = [NotesLine(f"p{n}", n, "Some words that fill the line and the next. " * 5) for n in range(1, 80)]
    painted = []

    class Watched(NotesView):
        def visible_blocks(self):
            found = list(super().visible_blocks())
            painted.append([block.blockNumber() for block in found])
            return iter(found)

    view = Watched()
    qtbot.addWidget(view)
    view.show_lines(lines)
    with qtbot.waitExposed(view):
        view.show()
    assert painted
    assert painted[0][:2] == [0, 1]
