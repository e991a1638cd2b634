"""Statements are tagged, marked and moved in the matrix, and stale cells are settled there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from framework_qda.model import Interview, Statement, Tag, Theme
from framework_qda.ui.matrix.charting import EDIT_FIRST
from framework_qda.ui.matrix.desk import MatrixDesk
from tests.ui.showing import show_desk

ALT, CONTROL, SHIFT = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Alt", "Control", "Shift"))


@pytest.fixture
def ids(project):
    interview = project.read.all(Interview)[0].id
    first, second = (each.id for each in project.read.subtopics(project.read.all(Theme)[0].id)[:2])
    project.chart(interview, first, [Statement("a", "summary", "Rooms")], "charted")
    return interview, first, second


@pytest.fixture
def desk(qtbot, project, ids):
    desk = show_desk(qtbot, MatrixDesk(), project)
    desk.view.go_to(*ids[:2])
    return desk


def shown(desk):
    return desk.view.grid_model.cell_at(desk.view.currentIndex())


def marks(desk, ids):
    return desk.project.read.cell(*ids[:2]).content[0].marks


def test_a_statement_is_tagged_from_the_grid(desk, qtbot, ids):
    tag_id = desk.project.add(Tag, label="consent", subtopic_id=ids[1]).new_id
    desk.actions_of_desk.by_name["matrix.tag"].trigger()
    qtbot.keyClick(desk.marking.tag_choice.field, Qt.Key.Key_Return)
    assert marks(desk, ids).tags == (tag_id,)
    assert shown(desk).statements[0].tags == (("consent", 0),)


def test_a_statement_waits_to_be_re_homed(desk, ids):
    desk.actions_of_desk.by_name["matrix.to_rehome"].trigger()
    assert marks(desk, ids).to_rehome


def test_a_statement_moves_to_another_column(desk, qtbot, ids):
    desk.actions_of_desk.by_name["matrix.move_statement"].trigger()
    field = desk.marking.column_choice.field
    qtbot.keyClicks(field, "1.2")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [each.text for each in desk.project.read.cell(ids[0], ids[2]).content] == ["Rooms"]


@pytest.fixture
def three(desk, ids):
    """Return the ids of three statements of the current cell, of which the last was edited last."""
    content = [Statement(each, "summary", f"{each} is said.") for each in ("Rooms", "Staff", "Beds")]
    desk.operations.run(lambda project: project.chart(*ids[:2], content))
    desk.charting.edit()
    desk.charting.in_place.editor.put_caret_in("Beds")
    desk.charting.finish()
    return [each.id for each in content]


def moved(desk, ids):
    return [each.id for each in desk.project.read.cell(ids[0], ids[2]).content]


def middle_of(desk, number):
    """Return where a statement of the current cell stands on the screen."""
    view, index = desk.view, desk.view.currentIndex()
    layout = view.cells.layout_of(index.row(), index.column(), view.visualRect(index).width())
    y = (layout.gap_y(number) + layout.gap_y(number + 1)) / 2 + view.look.pad_y
    return view.viewport().mapToGlobal(view.visualRect(index).topLeft() + QPoint(int(view.look.gutter) + 5, int(y)))


def choose_in_menu(desk, name, place):
    desk.view.menu_requested.emit(place)
    menu = desk.findChild(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly, name="place_menu")
    action = next(each for each in menu.actions() if each.objectName() == name)
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_menu_of_a_statement_means_that_statement(desk, qtbot, ids, three, number):
    choose_in_menu(desk, "matrix.move_statement", middle_of(desk, number))
    choice = desk.marking.column_choice
    assert f"“{three[number]} is said.” will go there" in choice.remark.text()
    qtbot.keyClicks(choice.field, "1.2")
    qtbot.keyClick(choice.field, Qt.Key.Key_Return)
    assert moved(desk, ids) == [three[number]]


def test_a_cell_that_is_not_edited_is_meant_as_a_whole(desk, qtbot, ids, three):
    choose_in_menu(desk, "matrix.to_rehome", middle_of(desk, 1))
    qtbot.wait(1)  # the menu is gone, and with it what it pointed at
    desk.actions_of_desk.by_name["matrix.move_statement"].trigger()
    choice = desk.marking.column_choice
    assert "3 statements, from “Rooms is said.” on, will go there" in choice.remark.text()
    qtbot.keyClicks(choice.field, "1.2")
    qtbot.keyClick(choice.field, Qt.Key.Key_Return)
    assert moved(desk, ids) == three


def test_the_editor_stays_below_the_list_and_goes_on_after_it(desk, qtbot, three):
    desk.activateWindow()
    desk.charting.edit()
    editor = desk.charting.in_place.editor
    editor.put_caret_in("Staff")
    desk.actions_of_desk.by_name["matrix.move_statement"].trigger()
    choice = desk.marking.column_choice
    assert desk.charting.in_place.is_open
    assert "“Staff is said.” will" in choice.remark.text()
    qtbot.keyClick(choice.field, Qt.Key.Key_Escape)
    qtbot.wait(1)
    assert desk.charting.in_place.is_open
    assert editor.hasFocus()
    assert editor.current_statement().id == "Staff"


def test_the_edit_ends_where_the_list_is_left_for_something_else(desk, qtbot, three):
    desk.activateWindow()
    desk.charting.edit()
    desk.actions_of_desk.by_name["matrix.move_statement"].trigger()
    desk.filter_bar.words.setFocus()
    qtbot.waitUntil(lambda: not desk.charting.in_place.is_open)


def test_keys_move_the_statement_that_is_edited_and_change_its_kind(desk, qtbot, ids):
    desk.operations.run(
        lambda p: p.chart(*ids[:2], [Statement("a", "summary", "Rooms"), Statement("b", "summary", "Staff")])
    )
    desk.charting.edit()
    editor = desk.charting.in_place.editor
    editor.put_caret_in("b")
    qtbot.keyClick(editor, Qt.Key.Key_Up, ALT | SHIFT)
    qtbot.keyClick(editor, Qt.Key.Key_3, CONTROL | SHIFT)
    desk.charting.finish()
    content = desk.project.read.cell(*ids[:2]).content
    assert [(each.id, each.kind) for each in content] == [("b", "note"), ("a", "summary")]


def test_without_an_editor_these_keys_say_how_to_edit(desk, qtbot):
    desk.view.setFocus()
    qtbot.keyClick(desk.view, Qt.Key.Key_Up, ALT | SHIFT)
    assert desk.status_text() == EDIT_FIRST


def test_a_stale_cell_that_still_fits_is_settled(desk, ids):
    desk.operations.run(lambda project: project.note_revision(ids[1], "Narrower"))
    desk.view.go_to(*ids[:2])
    assert shown(desk).is_stale
    desk.actions_of_desk.by_name["matrix.settle"].trigger()
    assert not shown(desk).is_stale


def test_stale_cells_of_a_subtopic_are_shown(desk, ids):
    desk.operations.run(lambda project: project.note_revision(ids[1], "Narrower"))
    desk.open_record("stale", ids[1])
    assert desk.view.current_ids() == ids[:2]
    assert desk.filter_bar.row_filter.signs == {"stale"}


def test_a_stale_cell_says_why_in_its_tip_and_to_a_screen_reader(desk, ids):
    desk.operations.run(lambda project: project.note_revision(ids[1], "Now <only> of rooms"))
    desk.view.go_to(*ids[:2])
    index = desk.view.currentIndex()
    why = "charted before its sub-topic changed (Now <only> of rooms)"
    assert why in index.data(Qt.ItemDataRole.AccessibleTextRole)
    tip = tip_at(desk, desk.view.visualRect(index).center())
    assert f"C{why[1:]}." in tip.replace("&lt;", "<").replace("&gt;", ">")
    assert "<only>" not in tip


def test_a_cell_with_a_statement_to_re_home_says_so(desk, ids):
    desk.actions_of_desk.by_name["matrix.to_rehome"].trigger()
    desk.charting.finish()
    index = desk.view.currentIndex()
    assert ", charted, a statement to re-home: " in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "A statement to re-home." in tip_at(desk, desk.view.visualRect(index).topLeft() + QPoint(4, 4))


def test_a_cell_without_signs_has_no_tip(desk):
    assert tip_at(desk, desk.view.visualRect(desk.view.currentIndex()).center()) == ""


def test_the_signs_of_a_cell_have_room_below_each_other(desk, ids):
    desk.operations.run(lambda project: project.note_revision(ids[1], "Narrower"))
    desk.operations.run(lambda project: project.comment("cell", project.read.cell(*ids[:2]).id, "Look."))
    desk.view.go_to(*ids[:2])
    row = desk.view.currentIndex().row()
    assert desk.view.rowHeight(row) >= 3 * desk.view.look.line_step + 2 * desk.view.look.pad_y


def tip_at(desk, point):
    QToolTip.hideText()
    port = desk.view.viewport()
    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, point, port.mapToGlobal(point)))
    return QToolTip.text()


def test_a_tag_that_is_renamed_or_deleted_elsewhere_shows_so_in_the_grid(desk, ids):
    tag_id = desk.project.add(Tag, label="consent", subtopic_id=ids[1]).new_id
    marks_of_a = {"a": replace(marks(desk, ids), tags=(tag_id,))}
    desk.operations.run(lambda project: project.mark_statements(*ids[:2], marks_of_a))
    desk.operations.run(lambda project: project.change(Tag, tag_id, label="agreement"))
    assert shown(desk).statements[0].tags == (("agreement", 0),)
    desk.operations.run(lambda project: project.delete(Tag, tag_id))
    assert shown(desk).statements[0].tags == ()


def headings(desk):
    menu = desk.findChild(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly, name="place_menu")
    words = [each.text() for each in menu.actions() if each.isSeparator() and each.text()]
    menu.close()
    QApplication.sendPostedEvents(menu, QEvent.Type.DeferredDelete)
    QTest.qWait(1)
    return words


def test_the_menu_says_which_statements_are_meant(desk, three):
    desk.view.menu_requested.emit(middle_of(desk, 1))
    assert headings(desk) == [f"“{three[1]} is said.”"]
    press_menu_key(desk)
    assert headings(desk) == ["All 3 statements of the cell"]


def test_the_menu_of_a_cell_without_statements_names_none(desk, ids):
    desk.view.go_to(ids[0], ids[2])
    press_menu_key(desk)
    assert headings(desk) == []


def press_menu_key(desk):
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(desk.view, event)
