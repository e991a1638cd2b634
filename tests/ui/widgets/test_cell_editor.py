"""The cell editor as a person uses it: keys, mouse, clipboard."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from framework_qda.matrix.grid import EvidenceRef, GridStatement
from framework_qda.model import Marks, Statement
from framework_qda.text.clean import clean_text
from framework_qda.ui.widgets import statement_blocks as blocks
from framework_qda.ui.widgets.cell_editor import CellEditor
from framework_qda.ui.widgets.statement_menu import build_menu
from framework_qda.ui.widgets.statement_places import block_area, chip_area

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def ref(extract_id, number=14, start_ms=1_390_000, is_starred=False, text="nine times out of ten"):
    return EvidenceRef(extract_id, number, start_ms, is_starred, text)


def grid(statement):
    return GridStatement(
        statement.id, statement.kind, statement.text, tuple(ref(extract_id) for extract_id in statement.evidence)
    )


SUMMARY = Statement("s1", "summary", "Paper forms gave way.", ("e1", "e2"))
OWN_WORDS = Statement("s2", "own_words", "the tenth you do it for", ("e3",))
NOTE = Statement("s3", "note", "Look at 3.4 again.")


@pytest.fixture
def editor(qtbot):
    made = CellEditor()
    qtbot.addWidget(made)
    made.resize(500, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


@pytest.fixture
def filled(editor):
    editor.set_content([grid(one) for one in (SUMMARY, OWN_WORDS, NOTE)])
    return editor


def put_caret(editor, statement_id, place):
    block = blocks.find_block(editor.document(), statement_id)
    cursor = editor.textCursor()
    cursor.setPosition(block.position() + place)
    editor.setTextCursor(cursor)


def put_caret_behind_words(editor, statement_id):
    editor.put_caret_in(statement_id)


def without_ids(statements):
    return [(one.kind, one.text, one.evidence) for one in statements]


# -- statements in and out

LETTERS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("😀𝔘👩‍🚀e\u0301נאמر\u200f\u200d\u00a0\ufffc\u2028\t"),
    ),
    max_size=30,
).map(lambda text: clean_text(text)[0])
STATEMENTS = st.lists(
    st.tuples(
        st.sampled_from(["summary", "own_words", "note"]),
        LETTERS,
        st.lists(st.sampled_from(["e1", "e2", "e3", "e😀"]), max_size=3, unique=True).map(tuple),
    ),
    max_size=6,
)


@pytest.fixture(scope="module")
def lone_editor(qapp):
    return CellEditor()


@settings(max_examples=150, deadline=None)
@given(rows=STATEMENTS)
def test_statements_come_back_as_they_went_in(lone_editor, rows):
    given_ones = tuple(Statement(f"id{place}", *row) for place, row in enumerate(rows))
    lone_editor.set_content([grid(one) for one in given_ones])
    assert lone_editor.content() == tuple(one for one in given_ones if one.text.strip() or one.evidence)


@settings(max_examples=100, deadline=None)
@given(
    rows=STATEMENTS.filter(bool),
    presses=st.lists(
        st.tuples(
            st.sampled_from(
                [Key.Key_Return, Key.Key_Backspace, Key.Key_Delete, Key.Key_Left, Key.Key_Right, Key.Key_X]
            ),
            st.integers(0, 200),
        ),
        max_size=12,
    ),
)
def test_no_keys_put_words_behind_references_or_make_two_statements_of_one_id(lone_editor, rows, presses):
    from PySide6.QtTest import QTest

    lone_editor.set_content([grid(Statement(f"id{place}", *row)) for place, row in enumerate(rows)])
    for key, place in presses:
        cursor = lone_editor.textCursor()
        cursor.setPosition(place % lone_editor.document().characterCount())
        lone_editor.setTextCursor(cursor)
        QTest.keyClick(lone_editor, key)
        found = list(blocks.blocks_of(lone_editor.document()))
        assert len({blocks.statement_id_of(block) for block in found}) == len(found)
        for block in found:
            assert all(chip.position >= blocks.text_end(block) for chip in blocks.chips_of(block))


def test_an_empty_cell_has_no_statements(editor):
    assert editor.content() == ()


def test_a_blank_statement_without_evidence_is_dropped(editor):
    editor.set_content([GridStatement("a", "summary", "  "), GridStatement("b", "note", "Kept.")])
    assert [one.id for one in editor.content()] == ["b"]


def test_a_blank_statement_with_evidence_stays(editor):
    editor.set_content([grid(Statement("a", "summary", "", ("e1",)))])
    assert editor.content() == (Statement("a", "summary", "", ("e1",)),)


def test_the_statement_of_the_caret_can_be_kept_though_blank(editor):
    assert editor.content(keep_current=True) == (editor.current_statement(),)


def test_setting_content_is_no_edit(qtbot, editor):
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_content([grid(SUMMARY)])


def test_another_look_is_no_edit(qtbot, filled, look):
    with qtbot.assertNotEmitted(filled.edited, wait=20):
        look.set_zoom(150)
        look.set_scheme("dark")


def test_the_caret_stays_in_its_statement_when_the_cell_is_shown_anew(filled):
    put_caret(filled, "s2", 4)
    filled.set_content([grid(NOTE), grid(OWN_WORDS)])
    assert (filled.current_statement().id, filled.textCursor().positionInBlock()) == ("s2", 4)


# -- typing


def test_typing_tells_that_the_cell_was_edited(qtbot, editor):
    with qtbot.waitSignal(editor.edited):
        qtbot.keyClicks(editor, "Told")
    assert editor.content()[0].text == "Told"


def test_words_typed_behind_a_reference_go_before_it(qtbot, filled):
    put_caret(filled, "s1", len(SUMMARY.text) + 2)
    qtbot.keyClicks(filled, " Then")
    assert filled.content()[0] == Statement("s1", "summary", "Paper forms gave way. Then", ("e1", "e2"))


def test_words_typed_on_a_selected_reference_do_not_replace_it(qtbot, filled):
    filled.select_chip("e1")
    qtbot.keyClicks(filled, "x")
    assert filled.content()[0] == Statement("s1", "summary", "Paper forms gave way.x", ("e1", "e2"))


def test_words_typed_into_a_statement_of_references_alone_are_words(qtbot, editor):
    editor.set_content([grid(Statement("a", "summary", "", ("e1",)))])
    qtbot.keyClicks(editor, "New")
    assert editor.content() == (Statement("a", "summary", "New", ("e1",)),)


def test_what_an_input_method_commits_goes_before_the_references(filled):
    put_caret(filled, "s1", len(SUMMARY.text) + 2)
    event = QInputMethodEvent()
    event.setCommitString("漢字")
    QApplication.sendEvent(filled, event)
    assert filled.content()[0].text == "Paper forms gave way.漢字"


# -- the next statement


def test_enter_starts_the_next_statement(qtbot, editor):
    qtbot.keyClicks(editor, "One")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.keyClicks(editor, "Two")
    first, second = editor.content()
    assert (first.text, second.text) == ("One", "Two")
    assert first.id != second.id


@pytest.mark.parametrize("statement_id", ["s1", "s2", "s3"])
def test_a_new_statement_is_a_summary_whatever_stands_before_it(qtbot, filled, statement_id):
    put_caret_behind_words(filled, statement_id)
    qtbot.keyClick(filled, Key.Key_Return)
    assert filled.current_statement().kind == "summary"


@pytest.mark.parametrize(("statement_id", "kind"), [("s2", "own_words"), ("s3", "note")])
def test_a_parted_statement_stays_of_its_kind_in_both_parts(qtbot, filled, statement_id, kind):
    put_caret(filled, statement_id, 4)
    qtbot.keyClick(filled, Key.Key_Return)
    assert filled.current_statement().kind == kind
    assert [each.kind for each in filled.content()].count(kind) == 2


def test_the_room_made_above_a_note_is_for_a_summary(qtbot, filled):
    put_caret(filled, "s3", 0)
    qtbot.keyClick(filled, Key.Key_Return)
    qtbot.keyClick(filled, Key.Key_Up)
    qtbot.keyClicks(filled, "Before it.")
    assert [(each.kind, each.text) for each in filled.content()[-2:]] == [
        ("summary", "Before it."),
        ("note", "Look at 3.4 again."),
    ]


def test_splitting_leaves_the_references_with_the_first_part(qtbot, filled):
    put_caret(filled, "s1", 6)
    qtbot.keyClick(filled, Key.Key_Return)
    assert without_ids(filled.content()[:2]) == [
        ("summary", "Paper ", ("e1", "e2")),
        ("summary", "forms gave way.", ()),
    ]


def test_the_first_part_keeps_the_id(qtbot, filled):
    put_caret(filled, "s1", 6)
    qtbot.keyClick(filled, Key.Key_Return)
    assert filled.content()[0].id == "s1"


def test_enter_before_the_first_word_makes_room_above(qtbot, filled):
    put_caret(filled, "s1", 0)
    qtbot.keyClick(filled, Key.Key_Return)
    assert filled.content()[0] == SUMMARY
    assert filled.current_statement().id == "s1"


def test_shift_enter_starts_the_next_statement_too(qtbot, editor):
    qtbot.keyClicks(editor, "One")
    qtbot.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "Two")
    assert [one.text for one in editor.content()] == ["One", "Two"]


def test_enter_on_an_empty_note_turns_it_back_to_a_summary(qtbot, filled):
    put_caret_behind_words(filled, "s3")
    qtbot.keyClick(filled, Key.Key_Return)
    filled.set_kind("note")
    qtbot.keyClick(filled, Key.Key_Return)
    assert filled.current_statement().kind == "summary"
    assert filled.document().blockCount() == 4


# -- joining


def test_backspace_at_the_start_joins_and_unites_the_references(qtbot, filled):
    put_caret(filled, "s2", 0)
    qtbot.keyClick(filled, Key.Key_Backspace)
    assert filled.content()[0] == Statement(
        "s1", "summary", "Paper forms gave way. the tenth you do it for", ("e1", "e2", "e3")
    )


def test_joining_names_a_shared_extract_once(qtbot, editor):
    editor.set_content(
        [grid(Statement("a", "summary", "A ", ("e1",))), grid(Statement("b", "summary", "B", ("e1", "e2")))]
    )
    put_caret(editor, "b", 0)
    qtbot.keyClick(editor, Key.Key_Backspace)
    assert editor.content() == (Statement("a", "summary", "A B", ("e1", "e2")),)


def test_backspace_below_a_blank_statement_removes_that_one(qtbot, editor):
    editor.set_content([GridStatement("a", "summary", ""), grid(OWN_WORDS)])
    put_caret(editor, "s2", 0)
    qtbot.keyClick(editor, Key.Key_Backspace)
    assert editor.content() == (OWN_WORDS,)


def test_backspace_at_the_very_start_does_nothing(qtbot, filled):
    put_caret(filled, "s1", 0)
    qtbot.keyClick(filled, Key.Key_Backspace)
    assert filled.content() == (SUMMARY, OWN_WORDS, NOTE)


def test_delete_at_the_end_joins_the_next(qtbot, filled):
    put_caret(filled, "s2", len(OWN_WORDS.text) + 1)
    qtbot.keyClick(filled, Key.Key_Delete)
    assert without_ids(filled.content()[1:]) == [("own_words", "the tenth you do it forLook at 3.4 again.", ("e3",))]


def test_a_selection_over_two_statements_can_be_deleted(qtbot, filled):
    put_caret(filled, "s1", 5)
    cursor = filled.textCursor()
    cursor.setPosition(blocks.find_block(filled.document(), "s2").position() + 9, cursor.MoveMode.KeepAnchor)
    filled.setTextCursor(cursor)
    qtbot.keyClick(filled, Key.Key_Delete)
    assert filled.content()[0] == Statement("s1", "summary", "Paper you do it for", ("e3",))


def cut_by_menu(editor):
    next(each for each in build_menu(editor).actions() if each.text() == "Cut").trigger()


@pytest.mark.parametrize(
    "take_away",
    [
        lambda editor: QTest.keyClick(editor, Key.Key_Backspace),
        lambda editor: QTest.keyClick(editor, Key.Key_X, CONTROL),
        lambda editor: QTest.keyClick(editor, Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier),
        cut_by_menu,
    ],
)
@pytest.mark.parametrize(
    ("start", "end", "left"),
    [
        (0, 4, Statement("s2", "own_words", "tenth", ("e3",), Marks(tags=("t2",)))),
        (5, 4, Statement("s1", "summary", "Papertenth", ("e3",), Marks(tags=("t1", "t2")))),
        (5, 10, Statement("s1", "summary", "Paper", (), Marks(tags=("t1",)))),
    ],
)
def test_what_is_left_of_two_statements_is_the_one_that_it_is_of(editor, take_away, start, end, left):
    first = GridStatement("s1", "summary", "Paper forms.", (ref("e1"),), Marks(tags=("t1",)))
    last = GridStatement("s2", "own_words", "the tenth", (ref("e3"),), Marks(tags=("t2",)))
    editor.set_content([first, last])
    cursor = editor.textCursor()
    cursor.setPosition(start)
    place = blocks.find_block(editor.document(), "s2").position() + end
    cursor.setPosition(place, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    take_away(editor)
    assert editor.content() == (left,)


def test_splitting_and_joining_can_be_undone(qtbot, filled):
    put_caret(filled, "s1", 6)
    qtbot.keyClick(filled, Key.Key_Return)
    filled.undo()
    assert filled.content() == (SUMMARY, OWN_WORDS, NOTE)


# -- kinds


@pytest.mark.parametrize(("key", "kind"), [(Key.Key_Tab, "own_words"), (Key.Key_Backtab, "note")])
def test_tab_changes_the_kind(qtbot, filled, key, kind):
    put_caret(filled, "s1", 2)
    qtbot.keyClick(filled, key)
    assert filled.content()[0].kind == kind


def test_a_change_of_kind_is_an_edit(qtbot, filled):
    with qtbot.waitSignal(filled.edited):
        filled.set_kind("note")


def test_the_kind_of_several_selected_statements_changes_at_once(filled):
    filled.selectAll()
    filled.set_kind("note")
    assert {one.kind for one in filled.content()} == {"note"}


# -- references


def test_the_caret_walks_over_a_reference_as_one(qtbot, filled):
    put_caret_behind_words(filled, "s1")
    qtbot.keyClick(filled, Key.Key_Right)
    assert filled.selected_chip().extract_id == "e1"
    qtbot.keyClick(filled, Key.Key_Right)
    assert filled.selected_chip().extract_id == "e2"
    qtbot.keyClick(filled, Key.Key_Left)
    assert filled.selected_chip().extract_id == "e1"
    qtbot.keyClick(filled, Key.Key_Left)
    assert filled.selected_chip() is None


@pytest.mark.parametrize("key", [Key.Key_Backspace, Key.Key_Delete])
def test_a_selected_reference_can_be_deleted(qtbot, filled, key):
    filled.select_chip("e1")
    qtbot.keyClick(filled, key)
    assert filled.content()[0].evidence == ("e2",)


def test_backspace_behind_a_reference_removes_it(qtbot, filled):
    put_caret(filled, "s1", len(SUMMARY.text) + 2)
    qtbot.keyClick(filled, Key.Key_Backspace)
    assert filled.content()[0] == Statement("s1", "summary", SUMMARY.text, ("e1",))


def test_delete_before_a_reference_removes_it(qtbot, filled):
    put_caret_behind_words(filled, "s1")
    qtbot.keyClick(filled, Key.Key_Delete)
    assert filled.content()[0].evidence == ("e2",)


def test_enter_on_a_reference_jumps(qtbot, filled):
    filled.select_chip("e3")
    with qtbot.waitSignal(filled.chip_activated) as caught:
        qtbot.keyClick(filled, Key.Key_Return)
    assert caught.args == ["e3"]


def test_a_click_on_a_reference_jumps(qtbot, filled):
    chip = blocks.chips_of(blocks.find_block(filled.document(), "s1"))[1]
    place = chip_area(filled, chip.position).center().toPoint()
    with qtbot.waitSignal(filled.chip_activated) as caught:
        qtbot.mouseClick(filled.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == ["e2"]


def test_the_end_key_stops_before_the_references(qtbot, filled):
    put_caret(filled, "s1", 0)
    qtbot.keyClick(filled, Key.Key_End)
    assert filled.textCursor().positionInBlock() == len(SUMMARY.text)


def test_a_passage_is_shown_as_plain_text(editor):
    editor.set_content([GridStatement("a", "summary", "x", (ref("e1", text="<img src='x'> & more"),))])
    assert "&lt;img src=" in editor.passage_tip("e1")


def test_a_reference_that_became_known_anew_shows_its_star(filled):
    width = chip_area(filled, blocks.chips_of(filled.document().begin())[0].position).width()
    filled.add_references([ref("e1", is_starred=True)])
    assert chip_area(filled, blocks.chips_of(filled.document().begin())[0].position).width() > width


# -- the clipboard


def paste(editor, text="", html=""):
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    editor.insertFromMimeData(data)


def test_pasted_lines_make_statements(editor):
    paste(editor, "One\r\n\r\n  Two  \nThree")
    assert [one.text for one in editor.content()] == ["One", "Two", "Three"]


def test_pasted_text_is_cleaned(editor):
    paste(editor, "a\x00b\u202e")
    assert editor.content()[0].text == "ab"


def test_no_style_comes_with_a_paste(editor):
    paste(editor, "big", "<b style='font-size:40pt'>big</b>")
    assert editor.textCursor().block().begin().fragment().charFormat().propertyCount() == 0


def test_a_paste_behind_references_goes_before_them(filled):
    put_caret(filled, "s1", len(SUMMARY.text) + 2)
    paste(filled, " More.")
    assert filled.content()[0] == Statement("s1", "summary", "Paper forms gave way. More.", ("e1", "e2"))


def test_several_lines_pasted_into_a_statement_leave_its_references_with_the_first(filled):
    put_caret_behind_words(filled, "s1")
    paste(filled, " One.\nTwo.")
    assert without_ids(filled.content()[:2]) == [
        ("summary", "Paper forms gave way.One.", ("e1", "e2")),
        ("summary", "Two.", ()),
    ]


def test_copied_references_are_words(filled):
    filled.selectAll()
    copied = filled.createMimeDataFromSelection()
    assert copied.text().splitlines()[0] == "Paper forms gave way. (¶14 · 0:23:10; ¶14 · 0:23:10)"
    assert not copied.hasHtml()


def copied(editor):
    return editor.createMimeDataFromSelection()


def test_statements_keep_their_references_among_the_cells_of_an_interview(qtbot, filled):
    filled.scope = "interview"
    filled.selectAll()
    data = copied(filled)
    other = CellEditor()
    qtbot.addWidget(other)
    other.scope = "interview"
    other.insertFromMimeData(data)
    assert without_ids(other.content()) == without_ids((SUMMARY, OWN_WORDS, NOTE))
    assert "nine times" in other.passage_tip("e1")


def test_statements_for_another_interview_keep_their_kinds_and_no_references(qtbot, filled):
    filled.scope = "interview"
    filled.selectAll()
    other = CellEditor()
    qtbot.addWidget(other)
    other.scope = "another"
    other.insertFromMimeData(copied(filled))
    expected = [(each.kind, each.text, ()) for each in (SUMMARY, OWN_WORDS, NOTE)]
    assert [(each.kind, each.text, each.evidence) for each in other.content()] == expected


def test_references_alone_are_words_for_another_interview(qtbot, filled):
    filled.scope = "interview"
    filled.select_chip("e3")
    other = CellEditor()
    qtbot.addWidget(other)
    other.scope = "another"
    other.insertFromMimeData(copied(filled))
    assert [(each.text, each.evidence) for each in other.content()] == [("(¶14 · 0:23:10)", ())]


def test_a_statement_that_was_cut_can_be_put_back(qtbot, filled):
    filled.scope = "interview"
    put_caret(filled, "s2", 0)
    cursor = filled.textCursor()
    cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
    filled.setTextCursor(cursor)
    data = copied(filled)
    cursor.removeSelectedText()
    filled.insertFromMimeData(data)
    assert without_ids(filled.content()) == without_ids((SUMMARY, OWN_WORDS, NOTE))


def test_the_older_key_of_cutting_copies_too(qtbot, filled):
    put_caret(filled, "s3", 0)
    qtbot.keyClick(filled, Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(filled, Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.clipboard().text() == NOTE.text


def test_pasted_references_go_behind_the_words_of_the_statement(filled):
    filled.scope = "interview"
    filled.select_chip("e3")
    data = copied(filled)
    put_caret(filled, "s3", 4)
    filled.insertFromMimeData(data)
    assert filled.content()[2] == Statement("s3", "note", NOTE.text, ("e3",))


def test_something_unreadable_on_the_clipboard_is_taken_as_plain_text(editor):
    from framework_qda.ui.widgets.statement_clipboard import FORMAT

    data = QMimeData()
    data.setText("Plain.")
    data.setData(FORMAT, b"\xff{")
    editor.scope = "interview"
    editor.insertFromMimeData(data)
    assert editor.content()[0].text == "Plain."


# -- order


@pytest.mark.parametrize(("statement_id", "step", "order"), [("s2", -1, "213"), ("s2", 1, "132"), ("s1", -1, "123")])
def test_a_statement_changes_places_with_its_neighbour(filled, statement_id, step, order):
    put_caret(filled, statement_id, 3)
    filled.move_statement(step)
    by_id = {"1": SUMMARY, "2": OWN_WORDS, "3": NOTE}
    assert filled.content() == tuple(by_id[number] for number in order)
    assert (filled.current_statement().id, filled.textCursor().positionInBlock()) == (statement_id, 3)


def test_a_move_is_one_step_of_undo(filled):
    put_caret(filled, "s2", 0)
    filled.move_statement(-1)
    filled.undo()
    assert filled.content() == (SUMMARY, OWN_WORDS, NOTE)


# -- undo


def test_what_was_typed_can_be_taken_back(qtbot, filled):
    put_caret_behind_words(filled, "s3")
    qtbot.keyClicks(filled, "x")
    qtbot.keyClick(filled, Key.Key_Z, CONTROL)
    assert filled.content() == (SUMMARY, OWN_WORDS, NOTE)


def test_the_undo_key_is_left_to_the_window_once_the_typing_was_written(qtbot, filled):
    qtbot.keyClicks(filled, "x")
    filled.forget_undo()
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Z, CONTROL)
    assert event.matches(QKeySequence.StandardKey.Undo)
    event.ignore()
    QApplication.sendEvent(filled, event)
    assert not event.isAccepted()


def test_nothing_can_be_undone_that_was_there_before(filled):
    assert not filled.document().isUndoAvailable()


def test_a_read_only_cell_takes_no_keys(qtbot, filled):
    filled.set_read_only(True)
    for key in (Key.Key_X, Key.Key_Return, Key.Key_Backspace, Key.Key_Tab):
        qtbot.keyClick(filled, key)
    assert filled.content() == (SUMMARY, OWN_WORDS, NOTE)


def test_a_larger_font_leaves_the_statements_as_they_are(filled, look):
    look.set_zoom(200)
    assert filled.content() == (SUMMARY, OWN_WORDS, NOTE)
    assert not filled.document().isUndoAvailable()


def test_no_part_of_a_split_statement_begins_with_a_blank(qtbot, editor):
    qtbot.keyClicks(editor, "First and second")
    for _ in range(len(" and second")):
        qtbot.keyClick(editor, Qt.Key.Key_Left)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert [statement.text for statement in editor.content()] == ["First ", "and second"]
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert [statement.text for statement in editor.content()] == ["First and second"]


def test_splitting_says_where_the_references_are(qtbot, filled):
    said = []
    filled.remarked.connect(said.append)
    block = filled.document().firstBlock()
    assert filled.content()[0].evidence
    cursor = filled.textCursor()
    cursor.setPosition(block.position() + 3)
    filled.setTextCursor(cursor)
    qtbot.keyClick(filled, Qt.Key.Key_Return)
    assert len(said) == 1
    qtbot.keyClick(filled, Qt.Key.Key_End)
    qtbot.keyClick(filled, Qt.Key.Key_Return)
    assert len(said) == 1


# -- menus


def open_menu(editor, statement_id):
    point = block_area(editor, blocks.find_block(editor.document(), statement_id)).center().toPoint()
    place = editor.viewport().mapToGlobal(point)
    editor.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place))
    return QApplication.activePopupWidget()


def test_a_menu_is_for_the_statement_that_is_pointed_at(filled):
    put_caret(filled, "s1", 0)
    open_menu(filled, "s2").close()
    assert filled.current_statement().id == "s2"


def test_a_menu_within_what_is_selected_leaves_it_selected(filled):
    filled.selectAll()
    open_menu(filled, "s2").close()
    assert filled.textCursor().selectionStart() == 0


def test_menus_do_not_pile_up(qtbot, filled):
    open_menu(filled, "s2").close()
    filled.offer_kinds(0, filled.mapToGlobal(QPoint(0, 0)))
    QApplication.activePopupWidget().close()
    qtbot.waitUntil(lambda: not filled.findChildren(QMenu))
