"""Statements carried by the mouse from cell to cell."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from framework_qda.ui.matrix import dragging
from framework_qda.ui.widgets.carrying import ELSEWHERE, Carried, carried_in, to_mime
from framework_qda.ui.widgets.statement_gutter import StatementGutter
from tests.ui.matrix.grids import QUOTED, SENTENCES

MOVE, LEFT, NO_KEY = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def taken(monkeypatch):
    """What the mouse took away: drags are not waited for."""
    found = []
    monkeypatch.setattr(dragging, "carry", lambda _source, carried, words: found.append((carried, words)))
    return found


def cell_point(desk, row, column, y=None, x=None):
    rect, look = desk.view.visualRect(desk.view.grid_model.index(row, column)), desk.view.look
    return rect.topLeft() + QPoint(
        round(look.gutter) + 12 if x is None else x, round(look.pad_y) + 6 if y is None else y
    )


def drag_out(desk, start, by=40):
    port = desk.view.viewport()
    QTest.mousePress(port, LEFT, NO_KEY, start)
    QTest.mouseMove(port, start + QPoint(3, 0))
    for step in (by, by + 4):
        move = start + QPoint(step, 0)
        QApplication.sendEvent(port, mouse_move(port, move))
    QTest.mouseRelease(port, LEFT, NO_KEY, start + QPoint(by + 4, 0))


def mouse_move(port, point):
    return QMouseEvent(
        QEvent.Type.MouseMove, QPointF(point), QPointF(port.mapToGlobal(point)), Qt.MouseButton.NoButton, LEFT, NO_KEY
    )


def carried(desk, *ids, place=None):
    return Carried(desk.project.project_id, *(place or desk.view.current_ids()), ids)


def enter(desk, mime, point):
    event = QDragEnterEvent(point, MOVE, mime, LEFT, NO_KEY)
    QApplication.sendEvent(desk.view.viewport(), event)
    return event.isAccepted()


def hover(desk, mime, point):
    enter(desk, mime, point)
    event = QDragMoveEvent(point, MOVE, mime, LEFT, NO_KEY)
    QApplication.sendEvent(desk.view.viewport(), event)
    return event.isAccepted()


def drop(desk, mime, point):
    hover(desk, mime, point)
    event = QDropEvent(QPointF(point), MOVE, mime, LEFT, NO_KEY)
    QApplication.sendEvent(desk.view.viewport(), event)
    QTest.qWait(1)
    return event.isAccepted()


def words_in(desk, column, row=0):
    grid = desk.view.grid_model.grid
    cell = desk.project.read.cell(grid.rows[row].interview_id, grid.columns[column].subtopic_id)
    return [each.text for each in cell.content]


# -- taking


def test_a_statement_of_the_current_cell_is_taken_by_the_mouse(desk, taken):
    drag_out(desk, cell_point(desk, 0, 0))
    assert taken == [(carried(desk, "s1"), SENTENCES[0])]


def test_the_mouse_selects_from_any_other_cell(desk, taken):
    start, end = cell_point(desk, 0, 1), cell_point(desk, 1, 2)
    port = desk.view.viewport()
    QTest.mousePress(port, LEFT, NO_KEY, start)
    QApplication.sendEvent(port, mouse_move(port, end))
    QTest.mouseRelease(port, LEFT, NO_KEY, end)
    assert taken == []
    assert len(desk.view.selectedIndexes()) == 4


def test_the_mouse_selects_from_beside_the_words_of_the_current_cell(desk, taken):
    start, end = cell_point(desk, 0, 0, x=3), cell_point(desk, 1, 1)
    port = desk.view.viewport()
    QTest.mousePress(port, LEFT, NO_KEY, start)
    QApplication.sendEvent(port, mouse_move(port, end))
    QTest.mouseRelease(port, LEFT, NO_KEY, end)
    assert taken == []
    assert len(desk.view.selectedIndexes()) == 4


def test_nothing_is_taken_where_a_block_is_selected(desk, taken):
    QTest.mouseClick(desk.view.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, cell_point(desk, 1, 1))
    desk.view.selectionModel().setCurrentIndex(
        desk.view.grid_model.index(0, 0), desk.view.selectionModel().SelectionFlag.NoUpdate
    )
    drag_out(desk, cell_point(desk, 0, 0))
    assert taken == []


def test_a_slip_of_the_hand_takes_nothing(desk, taken):
    drag_out(desk, cell_point(desk, 0, 0), by=-2)
    assert taken == []


def test_the_pointer_is_a_hand_over_what_can_be_taken(desk):
    for point, shape in (
        (cell_point(desk, 0, 0), Qt.CursorShape.OpenHandCursor),
        (cell_point(desk, 0, 1), Qt.CursorShape.ArrowCursor),
    ):
        QTest.mouseMove(desk.view.viewport(), point)
        QApplication.sendEvent(desk.view.viewport(), mouse_move_free(desk.view.viewport(), point))
        assert desk.view.viewport().cursor().shape() == shape


def mouse_move_free(port, point):
    button = Qt.MouseButton.NoButton
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(point), QPointF(port.mapToGlobal(point)), button, button, NO_KEY)


def test_a_statement_that_is_edited_is_taken_by_the_mark_beside_it(desk, taken):
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    editor = desk.charting.in_place.editor
    QTest.keyClicks(editor, " More.")
    gutter = editor.findChild(StatementGutter)
    start = QPoint(4, editor.cursorRect(QTextCursor(editor.document())).center().y())
    QTest.mousePress(gutter, LEFT, NO_KEY, start)
    QApplication.sendEvent(gutter, mouse_move(gutter, start + QPoint(60, 0)))
    QTest.mouseRelease(gutter, LEFT, NO_KEY, start)
    assert taken == [(carried(desk, "s1"), SENTENCES[0])]
    assert words_in(desk, 0)[-1].endswith(" More.")


def test_a_click_on_the_mark_still_offers_the_kinds(desk, qtbot, taken):
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    gutter = desk.charting.in_place.editor.findChild(StatementGutter)
    with qtbot.waitSignal(gutter.kinds_wanted):
        QTest.mouseClick(gutter, LEFT, NO_KEY, QPoint(4, 12))
    QApplication.activePopupWidget().close()


# -- dropping


def test_a_statement_is_dropped_into_another_cell_of_its_row(desk):
    mime = to_mime(carried(desk, "s1"))
    assert drop(desk, mime, cell_point(desk, 0, 2))
    assert words_in(desk, 0) == [QUOTED[0]]
    assert words_in(desk, 2) == [SENTENCES[0]]
    assert desk.status_text() == "1 statement moved to 2.3 Who is told, and how soon."


def test_its_passages_go_along(desk):
    ids = desk.view.current_ids()
    evidence = desk.project.read.cell(*ids).content[0].evidence
    drop(desk, to_mime(carried(desk, "s1")), cell_point(desk, 0, 2))
    target = desk.project.read.cell(ids[0], desk.view.grid_model.grid.columns[2].subtopic_id)
    assert target.content[0].evidence == evidence != ()


def test_a_drop_is_one_step_that_is_undone(desk):
    drop(desk, to_mime(carried(desk, "s1")), cell_point(desk, 0, 2))
    desk.operations.run(lambda project: project.undo())
    assert (words_in(desk, 0), words_in(desk, 2)) == ([SENTENCES[0], QUOTED[0]], [])


@pytest.mark.parametrize(("y", "order"), [(0, [SENTENCES[0], SENTENCES[5]]), (200, [SENTENCES[5], SENTENCES[0]])])
def test_a_statement_stands_where_it_was_dropped(desk, y, order):
    drop(desk, to_mime(carried(desk, "s1")), cell_point(desk, 0, 1, y=min(y, desk.view.rowHeight(0) - 2)))
    assert words_in(desk, 1) == order


def test_a_statement_takes_another_place_in_its_own_cell(desk):
    drop(desk, to_mime(carried(desk, "s1")), cell_point(desk, 0, 0, y=desk.view.rowHeight(0) - 2))
    assert words_in(desk, 0) == [QUOTED[0], SENTENCES[0]]


def test_the_cell_at_hand_stays_so_that_the_next_statement_can_be_taken(desk):
    ids = desk.view.current_ids()
    drop(desk, to_mime(carried(desk, "s1")), cell_point(desk, 0, 2))
    assert desk.view.current_ids() == ids


def test_a_mark_shows_where_it_would_stand(desk):
    assert hover(desk, to_mime(carried(desk, "s1")), cell_point(desk, 0, 1))
    mark = desk.dragging.mark
    assert (mark.isVisible(), mark.reason) == (True, "")
    assert mark.geometry() == desk.view.visualRect(desk.view.grid_model.index(0, 1))


def test_another_interview_refuses_and_says_why(desk):
    mime = to_mime(carried(desk, "s1"))
    assert not hover(desk, mime, cell_point(desk, 1, 1))
    assert desk.dragging.mark.reason == ELSEWHERE
    assert not drop(desk, mime, cell_point(desk, 1, 1))
    assert words_in(desk, 1, row=1) == []


def test_a_drag_that_leaves_or_is_given_up_leaves_no_mark(desk):
    hover(desk, to_mime(carried(desk, "s1")), cell_point(desk, 0, 1))
    QApplication.sendEvent(desk.view.viewport(), QDragLeaveEvent())
    assert not desk.dragging.mark.isVisible()


def test_statements_of_another_project_are_none_of_ours(desk):
    mime = to_mime(Carried("another", *desk.view.current_ids(), ("s1",)))
    assert not enter(desk, mime, cell_point(desk, 0, 1))
    assert carried_in(mime, desk.project.project_id) is None


def test_the_grid_scrolls_on_while_something_is_carried_along_its_edge(desk):
    desk.resize(700, 420)
    desk.view.edges.go(0)
    mime, port = to_mime(carried(desk, "s1")), desk.view.viewport().rect()
    hover(desk, mime, QPoint(port.right() - 3, 40))
    for _tick in range(dragging.COLUMN_TICKS):
        desk.dragging._scroll()
    assert desk.view.horizontalScrollBar().value() > 0
