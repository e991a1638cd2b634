"""What is painted around the words of statements: looked at pixel by pixel."""

import pytest
from PySide6.QtCore import QPoint

from framework_qda.matrix.grid import EvidenceRef, GridStatement, TagMark
from framework_qda.model import Marks
from framework_qda.ui.style import colour, tag_look
from framework_qda.ui.widgets import statement_blocks as blocks
from framework_qda.ui.widgets.statement_places import chip_area
from framework_qda.ui.widgets.statement_view import StatementView

TAGS = {"t0": TagMark("consent", 0), "t1": TagMark("pre-birth", 1), "t2": TagMark("out of hours", 2)}


@pytest.fixture
def view(qtbot, look):
    made = StatementView()
    qtbot.addWidget(made)
    made.resize(520, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def said(text="Told.", kind="summary", tags=()):
    return GridStatement("s1", kind, text, marks=Marks(tags=tags))


def colours(view, *, left=0.0, right=1.0):
    """Return the colours in a part of what is painted, from a share of the width to another."""
    picture = view.viewport().grab().toImage()
    columns = range(int(picture.width() * left), int(picture.width() * right))
    return {picture.pixelColor(x, y).name() for x in columns for y in range(picture.height())}


def back(place):
    return tag_look(place).back.name()


def test_a_note_stands_on_a_tint_and_a_summary_on_the_bare_page(view):
    view.show_statements([said(kind="note")])
    assert colour("note_back").name() in colours(view)
    view.show_statements([said()])
    assert colour("note_back").name() not in colours(view)


def test_tags_are_pills_at_the_right_each_on_its_own_ground(view):
    view.show_tags(TAGS)
    view.show_statements([said(tags=("t0", "t1"))])
    assert {back(0), back(1)} <= colours(view, left=0.5)
    assert not {back(0), back(1), back(2)} & colours(view, right=0.4)


def test_tags_stand_where_words_from_right_to_left_end(view):
    view.show_tags(TAGS)
    view.show_statements([said("\u05e9\u05dc\u05d5\u05dd", tags=("t0", "t1"))])
    assert {back(0), back(1)} <= colours(view, right=0.5)
    assert not {back(0), back(1)} & colours(view, left=0.6)


def test_a_tag_that_is_gone_is_not_painted(view):
    view.show_tags({"t1": TAGS["t1"]})
    view.show_statements([said(tags=("t0", "t1"))])
    assert back(1) in colours(view)
    assert back(0) not in colours(view)


def test_what_the_last_line_has_no_room_for_is_counted(view):
    view.show_tags(TAGS)
    view.resize(200, 200)
    view.show_statements([said(tags=("t0", "t1", "t2"))])
    assert back(0) in colours(view)
    assert not {back(1), back(2)} & colours(view)
    assert tag_look(-1).back.name() in colours(view)


def test_a_full_last_line_has_no_pill_over_its_words(view):
    view.show_tags(TAGS)
    words = "Told."
    view.show_statements([said(words, tags=("t0",))])
    block = view.document().begin()
    while (
        block.layout().lineAt(0).naturalTextWidth() < view.viewport().width() - 30 and block.layout().lineCount() == 1
    ):
        words += " x"
        view.show_statements([said(words, tags=("t0",))])
        block = view.document().begin()
    assert block.layout().lineCount() == 1
    assert back(0) not in colours(view)


def test_tags_shown_anew_are_painted_anew_and_told(view):
    view.show_tags(TAGS)
    view.show_statements([said(tags=("t0",))])
    view.show_tags({"t0": TagMark("asked", 4)})
    assert back(4) in colours(view)
    assert back(0) not in colours(view)
    assert view.accessibleDescription().endswith("tagged asked")


def test_a_hint_stands_in_the_blank_statement_of_the_caret_only_where_one_can_write(view):
    view.show_statements([])
    view.setFocus()
    ink = colour("text_dim").name()
    assert ink in colours(view)
    view.setReadOnly(True)
    assert ink not in colours(view)


def test_a_hint_below_other_words_stays_whole_without_the_keyboard(view):
    # Qt paints the place of the caret alone when the keyboard goes: a hint that went with it would go by half.
    view.show_statements([said("Told.")])
    view.setFocus()
    cursor = view.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    blocks.split_statement(cursor)
    view.setTextCursor(cursor)
    view.clearFocus()
    assert colour("text_dim").name() in colours(view)


def test_a_hint_goes_when_something_is_written(view, qtbot):
    view.show_statements([])
    view.setFocus()
    qtbot.keyClicks(view, "x")
    assert colour("text_dim").name() not in colours(view)


def test_a_reference_that_is_selected_keeps_its_round_shape(view):
    view.show_statements([GridStatement("s1", "summary", "Told.", (EvidenceRef("e1", 4, None, False, "It was."),))])
    (chip,) = blocks.chips_of(view.document().begin())
    cursor = view.textCursor()
    cursor.setPosition(chip.position)
    cursor.setPosition(chip.position + 1, cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    picture, area = view.viewport().grab().toImage(), chip_area(view, chip.position)
    middle, corner = area.center().toPoint(), area.bottomRight().toPoint() - QPoint(1, 1)
    assert colour("accent").name() in colours(view)
    assert picture.pixelColor(middle.x(), int(area.top()) + 3) == colour("accent")
    assert picture.pixelColor(corner) == colour("surface")
