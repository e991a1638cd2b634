import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from framework_qda import open_project
from framework_qda.errors import NotSavedError
from framework_qda.model import CellState, Interview, Statement
from framework_qda.ui.matrix.charting import HOW_TO_EDIT
from framework_qda.ui.matrix.desk import MatrixDesk
from framework_qda.ui.matrix.in_place import BORDER
from framework_qda.ui.widgets.carrying import UNDECIDED

Key = Qt.Key


@pytest.fixture
def editing(desk: MatrixDesk) -> MatrixDesk:
    """Return the desk with its second cell (in progress) being edited, the caret at the end of its words."""
    QTest.keyClick(desk.view, Key.Key_Right)
    QTest.keyClick(desk.view, Key.Key_Return)
    assert desk.charting.in_place.is_open
    return desk


def type_in(desk, text):
    QTest.keyClicks(desk.charting.in_place.editor, text)


def stored(desk, ids=None):
    return desk.project.read.cell(*(ids or desk.view.current_ids()))


def words(desk, ids=None):
    return " | ".join(statement.text for statement in stored(desk, ids).content)


def test_enter_opens_the_words_of_the_cell_over_the_cell(editing):
    in_place = editing.charting.in_place
    assert [one.text for one in in_place.content()] == [words(editing)]
    assert in_place.geometry().topLeft() == editing.view.visualRect(editing.view.currentIndex()).topLeft()


def test_the_words_take_the_whole_width_of_the_cell(editing, qapp):
    editor = editing.charting.in_place.editor
    for _ in range(3):
        assert editor.document().textWidth() == editor.viewport().width()
        assert editor.width() == editing.view.columnWidth(editing.view.currentIndex().column()) - 2 * BORDER
        QTest.keyClick(editor, Key.Key_Tab)
        QTest.keyClick(editing.view, Key.Key_Return)
        qapp.processEvents()


def test_nothing_typed_writes_nothing(editing):
    before = editing.project.next_undo()
    QTest.keyClick(editing.charting.in_place.editor, Key.Key_Tab)
    assert editing.project.next_undo() == before


def test_tab_writes_and_goes_to_the_next_cell(editing):
    ids = editing.view.current_ids()
    type_in(editing, " More.")
    QTest.keyClick(editing.charting.in_place.editor, Key.Key_Tab)
    assert words(editing, ids).endswith("More.")
    assert not editing.charting.in_place.is_open
    assert editing.view.currentIndex().column() == 2


def test_shift_tab_goes_back(editing):
    QTest.keyClick(editing.charting.in_place.editor, Key.Key_Backtab)
    assert editing.view.currentIndex().column() == 0


def test_ctrl_enter_writes_calls_it_charted_and_goes_on_in_one_action(editing):
    ids = editing.view.current_ids()
    type_in(editing, " More.")
    QTest.keyClick(editing.charting.in_place.editor, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stored(editing, ids).state == CellState.CHARTED
    editing.project.undo()
    assert not words(editing, ids).endswith("More.")
    assert stored(editing, ids).state == CellState.IN_PROGRESS


def test_escape_leaves_the_cell_as_it_was(editing):
    before = words(editing)
    type_in(editing, " Half a thou")
    QTest.keyClick(editing.charting.in_place.editor, Key.Key_Escape)
    assert words(editing) == before
    assert not editing.charting.in_place.is_open
    assert editing.view.hasFocus()


def test_a_letter_begins_an_empty_cell(desk):
    QTest.keyClick(desk.view, Key.Key_Down)
    QTest.keyClicks(desk.view, "A")
    assert desk.charting.in_place.is_open
    type_in(desk, "nd so on")
    desk.finish_editing()
    assert words(desk) == "And so on"


def test_a_letter_changes_no_cell_that_has_words_and_says_what_does(desk):
    before = words(desk)
    QTest.keyClicks(desk.view, "x")
    assert not desk.charting.in_place.is_open
    assert words(desk) == before
    assert desk.status_text() == HOW_TO_EDIT


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_no_word_is_deleted_by_a_slip_and_what_does_is_said(desk, key):
    before = words(desk)
    QTest.keyClick(desk.view, key)
    assert words(desk) == before
    assert desk.status_text() == HOW_TO_EDIT


def test_what_is_pasted_begins_an_empty_cell_and_changes_no_other(desk):
    before = words(desk)
    QGuiApplication.clipboard().setText("From elsewhere.")
    QTest.keyClick(desk.view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (words(desk), desk.status_text()) == (before, HOW_TO_EDIT)
    QTest.keyClick(desk.view, Key.Key_Down)
    QTest.keyClick(desk.view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.charting.in_place.editor.content()[0].text == "From elsewhere."


def test_a_letter_begins_nothing_where_one_may_only_read(desk, monkeypatch):
    monkeypatch.setattr(type(desk.operations), "can_edit", False)
    QTest.keyClick(desk.view, Key.Key_Down)
    QTest.keyClicks(desk.view, "A")
    assert not desk.charting.in_place.is_open


def test_leaving_for_another_cell_writes(editing):
    ids = editing.view.current_ids()
    type_in(editing, " Kept.")
    editing.view.go_to(editing.project.read.all(Interview)[-1].id, ids[1])
    assert words(editing, ids).endswith("Kept.")


def test_finishing_from_outside_writes(editing):
    type_in(editing, " Kept.")
    editing.finish_editing()
    assert words(editing).endswith("Kept.")


def test_words_that_cannot_be_written_stay_in_the_editor(editing, monkeypatch):
    def refuse(*_args):
        raise NotSavedError("The disk is full. Your words are still here.")

    monkeypatch.setattr(type(editing.project), "chart", refuse)
    type_in(editing, " Kept.")
    QTest.keyClick(editing.charting.in_place.editor, Key.Key_Tab)
    assert editing.charting.in_place.is_open
    assert editing.charting.in_place.content()[0].text.endswith("Kept.")
    monkeypatch.undo()
    editing.finish_editing()


def test_the_editor_grows_below_its_cell(editing):
    in_place = editing.charting.in_place
    before = in_place.height()
    for _ in range(8):
        QTest.keyClick(in_place.editor, Key.Key_Return)
        type_in(editing, "another line of words")
    assert in_place.height() > before
    assert in_place.geometry().bottom() <= editing.view.viewport().height()


def test_the_editor_stays_on_its_cell_when_the_grid_zooms_or_scrolls(editing):
    editing.view.verticalScrollBar().setValue(5)
    rect = editing.view.visualRect(editing.view.currentIndex())
    assert editing.charting.in_place.geometry().left() == rect.left()


def test_typing_is_kept_as_a_draft_until_it_is_written(editing, qtbot, monkeypatch):
    kept, dropped = [], []
    monkeypatch.setattr(editing.project.drafts, "keep", lambda *what: kept.append(what))
    monkeypatch.setattr(editing.project.drafts, "drop", lambda *what: dropped.append(what))
    ids = editing.view.current_ids()
    type_in(editing, " Draft.")
    qtbot.waitUntil(lambda: bool(kept), timeout=3000)
    assert kept[0][:2] == ids
    editing.finish_editing()
    assert dropped == [ids]


def test_words_are_written_after_a_pause_and_the_editor_stays_open(editing, qtbot):
    editing.charting.in_place.saving._pause_timer.setInterval(20)
    type_in(editing, " Thought over.")
    qtbot.waitUntil(lambda: words(editing).endswith(" Thought over."), timeout=2000)
    assert editing.charting.in_place.is_open


def test_finishing_from_outside_leaves_the_editor_open(editing):
    type_in(editing, " Kept.")
    editing.finish_editing()
    assert editing.charting.in_place.is_open


def test_what_is_undone_while_the_editor_is_open_shows_in_it(editing):
    before = words(editing)
    type_in(editing, " Kept.")
    editing.finish_editing()
    editing.operations.run(lambda project: project.undo())
    assert editing.charting.in_place.is_open
    assert [one.text for one in editing.charting.in_place.content()] == [before]


def test_words_that_are_not_written_yet_outlive_a_change_of_their_cell(editing):
    type_in(editing, " Mine.")
    editing.operations.run(lambda project: project.set_state(*editing.view.current_ids(), "reviewed"))
    assert editing.charting.in_place.content()[0].text.endswith(" Mine.")


def test_an_undo_of_another_cell_leads_there(desk):
    first = desk.view.current_ids()
    desk.operations.run(lambda project: project.set_state(*first, "reviewed"))
    QTest.keyClick(desk.view, Key.Key_Down)
    desk.operations.run(lambda project: project.undo())
    assert desk.view.current_ids() == first


def test_an_emptied_cell_is_not_charted_again(desk):
    ids = desk.view.current_ids()
    QTest.keyClick(desk.view, Key.Key_Return)
    editor = desk.charting.in_place.editor
    editor.selectAll()
    QTest.keyClick(editor, Key.Key_Delete)
    desk.finish_editing()
    assert stored(desk, ids).state == CellState.NOT_CHARTED


def test_an_empty_cell_is_not_called_charted(desk):
    QTest.keyClick(desk.view, Key.Key_Down)
    ids = desk.view.current_ids()
    desk.charting.chart_and_go_on()
    assert stored(desk, ids).state == CellState.NOT_CHARTED
    assert desk.view.currentIndex().column() == 1


@pytest.fixture
def apart(desk, tmp_path):
    """The desk on a cell that two copies of the project wrote apart."""
    project, ids = desk.project, desk.view.current_ids()
    copy_path = tmp_path / "copy.fqda"
    copy_path.write_bytes(project.path.read_bytes())
    with open_project(copy_path) as copy:
        copy.chart(*ids, [Statement("theirs", "summary", "Their version.")], CellState.IN_PROGRESS)
        project.chart(*ids, [Statement("ours", "summary", "Our version.")], CellState.IN_PROGRESS)
        desk.show_changes(project.receive(list(copy.entries())))
    return desk


def test_a_cell_with_two_versions_is_decided_on_the_chart_desk(qtbot, apart):
    with qtbot.waitSignal(apart.cell_requested) as asked:
        QTest.keyClick(apart.view, Key.Key_Return)
    assert asked.args == list(apart.view.current_ids())
    assert not apart.charting.in_place.is_open
    assert apart.project.read.conflicted_ids()


def test_a_cell_with_two_versions_is_not_called_charted(apart):
    ids = apart.view.current_ids()
    apart.charting.chart_and_go_on()
    assert stored(apart).state == CellState.IN_PROGRESS
    assert (apart.view.current_ids(), apart.status_text()) == (ids, UNDECIDED)
