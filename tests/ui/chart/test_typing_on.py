"""Words typed in the notes are not lost: they go into the cell."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from framework_qda.ui.chart.typing_on import READ_ONLY

Key = Qt.Key


@pytest.fixture
def notes(bench):
    bench.desk.activateWindow()
    bench.notes.setFocus()
    return bench.notes


def type_on(bench, words):
    """Type as a person does: each letter goes to what has the focus then."""
    for letter in words:
        QTest.keyClicks(bench.desk.focusWidget(), letter)


def test_words_typed_in_the_notes_go_into_the_cell_whole(bench, notes):
    type_on(bench, "(3 forms) are lost")
    assert bench.words == ["(3 forms) are lost"]
    assert bench.editor.hasFocus()


def test_after_linking_from_the_notes_one_types_on_before_the_reference(bench, notes):
    bench.type("They count.")
    notes.setFocus()
    for words in ("Nobody compares the two lists.", "Two forms got lost one winter"):
        bench.select(words)
        QTest.keyClick(notes, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert notes.hasFocus()
    type_on(bench, ";Twice.")
    (statement,) = bench.editor.content()
    assert (statement.text, len(statement.evidence)) == ("They count.;Twice.", 2)


def test_what_is_selected_in_the_cell_is_not_typed_over_from_the_notes(bench, notes):
    bench.type("They count.")
    bench.editor.selectAll()
    notes.setFocus()
    type_on(bench, "X")
    assert bench.words == ["They count.X"]


def test_the_space_bar_turns_the_page_of_the_notes(bench, notes):
    notes.setMaximumHeight(40)
    QTest.keyClick(notes, Key.Key_Space)
    assert notes.verticalScrollBar().value() > 0
    assert notes.hasFocus()


def test_keys_with_ctrl_or_alt_type_nothing(bench, notes):
    for held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        QTest.keyClick(notes, Key.Key_Y, held)
    assert bench.words == []


def test_where_nothing_can_be_typed_that_is_said(bench, notes):
    bench.editor.set_read_only(True)
    type_on(bench, "X")
    assert bench.desk.hint.words == READ_ONLY


def test_escape_leads_from_the_notes_back_to_the_cell(bench, notes):
    QTest.keyClick(notes, Key.Key_Escape)
    assert bench.editor.hasFocus()
