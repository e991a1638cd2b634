"""The heads of the grid have menus of what can be done with their column or row."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

Key = Qt.Key


def menus(desk):
    found = desk.findChildren(QMenu, "place_menu")
    return [menu for menu in found if menu.isVisible()]


def ask(header, point):
    port = header.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, port.mapToGlobal(point))
    QApplication.sendEvent(port, event)


@pytest.fixture
def of_column(desk):
    """Return a function that asks for the menu of a column by the mouse."""

    def asked(column):
        columns = desk.view.columns
        ask(columns, QPoint(columns.sectionViewportPosition(column) + 20, 10))
        return menus(desk)[0]

    yield asked
    for menu in menus(desk):
        menu.close()


def choose(menu, name):
    menu.setActiveAction(next(each for each in menu.actions() if each.objectName() == name))
    QTest.keyClick(menu, Key.Key_Return)


def test_a_column_is_hidden_from_its_head(desk, of_column):
    before = [column.subtopic_id for column in desk.view.grid_model.grid.columns]
    choose(of_column(1), "matrix.hide_column")
    assert [column.subtopic_id for column in desk.view.grid_model.grid.columns] == [before[0], before[2]]


def test_the_row_stays_current_and_nothing_scrolls(desk, of_column):
    desk.view.choose(2, 0)
    of_column(2)
    assert (desk.view.currentIndex().row(), desk.view.currentIndex().column()) == (2, 2)
    assert desk.view.verticalScrollBar().value() == 0


def test_a_column_that_is_selected_stays_so(desk, of_column):
    desk.view.selectColumn(1)
    of_column(1)
    assert len(desk.view.selectedIndexes()) == desk.view.grid_model.rowCount()


def test_a_row_leads_to_its_interview(desk, qtbot):
    ask(desk.view.cases, QPoint(20, desk.view.rowViewportPosition(1) + 5))
    wanted = desk.view.grid_model.grid.rows[1].interview_id
    with qtbot.waitSignal(desk.record_requested) as told:
        choose(menus(desk)[0], "matrix.to_interview")
    assert told.args == ["interview", wanted]


@pytest.mark.parametrize(("name", "kind"), [("to_framework", "subtopic"), ("to_theme", "column")])
def test_a_column_leads_to_where_more_of_it_is(desk, qtbot, of_column, name, kind):
    wanted = desk.view.grid_model.grid.columns[1].subtopic_id
    with qtbot.waitSignal(desk.record_requested) as told:
        choose(of_column(1), f"matrix.{name}")
    assert told.args == [kind, wanted]


def test_by_key_what_is_done_with_the_column_is_in_the_menu_of_the_cell(desk):
    desk.view.setFocus()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(desk.view, event)
    shown = [action for action in menus(desk)[0].actions() if action.menu() is not None]
    menus(desk)[0].close()
    names = {each.objectName() for action in shown for each in action.menu().actions()}
    assert {"matrix.hide_column", "matrix.fit_column", "matrix.to_framework"} <= names


def test_the_corner_and_the_ground_beside_the_heads_offer_no_cell(desk):
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(3, 3), desk.view.mapToGlobal(QPoint(3, 3)))
    QApplication.sendEvent(desk.view, event)
    assert not menus(desk)
