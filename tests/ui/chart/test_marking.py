"""Statements are tagged, marked to re-home and moved on the Chart desk."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from framework_qda.model import Interview, Statement, Subtopic, Tag
from framework_qda.ui.chart import dragging
from framework_qda.ui.chart.desk import ChartDesk
from framework_qda.ui.widgets.carrying import Carried, to_mime
from framework_qda.ui.widgets.statement_gutter import StatementGutter
from tests.ui.showing import show_desk


@pytest.fixture
def ids(project):
    interview = project.read.all(Interview)[0].id
    first, second = (each.id for each in project.read.all(Subtopic))
    project.chart(interview, first, [Statement("a", "summary", "Rooms"), Statement("b", "summary", "Staff")])
    return interview, first, second


@pytest.fixture
def desk(qtbot, project, ids):
    desk = show_desk(qtbot, ChartDesk(), project)
    desk.open_cell(*ids[:2])
    desk.panes.cell.editor.put_caret_in("b")
    return desk


def trigger(desk, name):
    desk.actions_by_id[f"chart.{name}"].trigger()


def stored(desk, ids, place=1):
    return {each.id: each for each in desk.project.read.cell(ids[0], ids[place]).content}


def type_into(qtbot, choice, words):
    qtbot.keyClicks(choice.field, words)
    qtbot.keyClick(choice.field, Qt.Key.Key_Return)


def carried_over(desk, ids, kind, subtopic_id, statement_id="b"):
    """Let a statement be carried over a cell of the strip: `kind` is what the mouse does there."""
    segment = next(each for each in desk.panes.strip.segments() if each.column.subtopic_id == subtopic_id)
    mime = to_mime(Carried(desk.project.project_id, *ids[:2], (statement_id,)))
    point = segment.geometry().center()
    keys = (Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event = kind(QPointF(point) if kind is QDropEvent else point, *keys)
    for each in (QDragEnterEvent(point, *keys), event):  # nothing moves that has not entered
        QApplication.sendEvent(desk.panes.strip, each)
    QTest.qWait(1)
    return event.isAccepted(), segment


def test_a_statement_is_dropped_on_a_cell_of_the_strip(desk, ids):
    desk.panes.cell.editor.insertPlainText(" Unwritten.")
    assert carried_over(desk, ids, QDropEvent, ids[2])[0]
    assert [each.id for each in desk.project.read.cell(*ids[:2]).content] == ["a"]
    assert stored(desk, ids, 2)["b"].text == "Staff Unwritten."
    assert desk.here() == ids[:2]
    assert desk.status_text().startswith("1 statement moved to ")
    desk.operations.run(lambda project: project.undo())
    assert set(stored(desk, ids)) == {"a", "b"}


def test_the_cell_of_the_strip_that_a_statement_would_go_to_is_marked(desk, ids):
    accepted, segment = carried_over(desk, ids, QDragMoveEvent, ids[2])
    assert (accepted, segment.is_target) == (True, True)
    QApplication.sendEvent(desk.panes.strip, QDragLeaveEvent())
    assert not segment.is_target


def test_a_statement_is_not_dropped_on_its_own_cell(desk, ids):
    accepted, segment = carried_over(desk, ids, QDragMoveEvent, ids[1])
    assert (accepted, segment.is_target) == (False, False)


def test_a_statement_of_the_cell_is_taken_by_the_mark_beside_it(desk, ids, monkeypatch):
    taken = []
    monkeypatch.setattr(dragging, "carry", lambda _source, carried, words: taken.append((carried, words)))
    gutter = desk.panes.cell.editor.findChild(StatementGutter)
    start = QPoint(4, desk.panes.cell.editor.cursorRect().center().y())
    QTest.mousePress(gutter, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    end = QPointF(start + QPoint(0, -80))
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    QApplication.sendEvent(
        gutter, QMouseEvent(QEvent.Type.MouseMove, end, end, none, left, Qt.KeyboardModifier.NoModifier)
    )
    QTest.mouseRelease(gutter, left, Qt.KeyboardModifier.NoModifier, start)
    assert taken == [(Carried(desk.project.project_id, *ids[:2], ("b",)), "Staff")]


def test_a_new_tag_is_made_and_given_in_one_step(desk, qtbot, ids):
    trigger(desk, "tag")
    type_into(qtbot, desk.marking.tag_choice, "consent")
    tag = desk.project.read.all(Tag)[0]
    assert (tag.label, tag.subtopic_id) == ("consent", ids[1])
    assert stored(desk, ids)["b"].marks.tags == (tag.id,)
    desk.operations.run(lambda project: project.undo())
    assert desk.project.read.all(Tag) == []
    assert stored(desk, ids)["b"].marks.tags == ()


def test_a_tag_is_given_and_taken_and_the_list_stays(desk, qtbot, ids):
    tag_id = desk.project.add(Tag, label="consent", subtopic_id=ids[1]).new_id
    trigger(desk, "tag")
    choice = desk.marking.tag_choice
    qtbot.keyClick(choice.field, Qt.Key.Key_Return)
    assert stored(desk, ids)["b"].marks.tags == (tag_id,)
    assert choice.list.item(0).text() == "☑  consent"
    qtbot.keyClick(choice.field, Qt.Key.Key_Return)
    assert stored(desk, ids)["b"].marks.tags == ()


def test_the_editor_keeps_a_tag_when_typing_goes_on(desk, qtbot, ids):
    trigger(desk, "tag")
    type_into(qtbot, desk.marking.tag_choice, "consent")
    qtbot.keyClick(desk.marking.tag_choice.field, Qt.Key.Key_Escape)
    qtbot.keyClicks(desk.panes.cell.editor, " too")
    desk.finish_editing()
    assert stored(desk, ids)["b"].text == "Staff too"
    assert len(stored(desk, ids)["b"].marks.tags) == 1


def test_a_statement_waits_to_be_re_homed_and_no_longer(desk, ids):
    trigger(desk, "to_rehome")
    assert stored(desk, ids)["b"].marks.to_rehome
    assert not stored(desk, ids)["a"].marks.to_rehome
    trigger(desk, "to_rehome")
    assert not stored(desk, ids)["b"].marks.to_rehome


def test_what_is_typed_is_written_before_a_statement_moves(desk, qtbot, ids):
    qtbot.keyClicks(desk.panes.cell.editor, " too")
    trigger(desk, "move_statement")
    type_into(qtbot, desk.marking.column_choice, "context")
    assert list(stored(desk, ids)) == ["a"]
    assert stored(desk, ids, 2)["b"].text == "Staff too"


def test_all_selected_statements_move(desk, qtbot, ids):
    desk.panes.cell.editor.selectAll()
    trigger(desk, "move_statement")
    type_into(qtbot, desk.marking.column_choice, "1.2")
    assert list(stored(desk, ids, 2)) == ["a", "b"]


def test_the_own_column_is_not_offered(desk, ids):
    trigger(desk, "move_statement")
    found = desk.marking.column_choice.choices_for("")
    assert [choice.words for choice in found] == ["1.2   context"]


def test_an_empty_cell_has_nothing_to_mark(desk, ids):
    desk.open_cell(ids[0], ids[2])
    trigger(desk, "to_rehome")
    assert desk.status_text() == "There is no statement here yet."


def test_the_list_of_tags_lies_beside_the_statement_of_the_caret(desk, qtbot):
    editor = desk.panes.cell.editor
    qtbot.waitUntil(lambda: editor.viewport().height() >= editor.document().size().height() - 1)
    tops = []
    for statement_id in "ab":
        editor.put_caret_in(statement_id)
        caret = editor.viewport().mapTo(desk, editor.cursorRect().bottomLeft())
        trigger(desk, "tag")
        tops.append(desk.marking.tag_choice.geometry().top() - caret.y())
        qtbot.keyClick(desk.marking.tag_choice.field, Qt.Key.Key_Escape)
    assert all(0 < top < 40 for top in tops)
