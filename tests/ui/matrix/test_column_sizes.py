import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from framework_qda.model import Subtopic


@pytest.fixture
def widths(desk):
    """Return a function that gives the widths that the project keeps of the columns shown."""
    ids = [column.subtopic_id for column in desk.view.grid_model.grid.columns]
    return lambda: [desk.project.read.get(Subtopic, each).width for each in ids]


def test_a_dragged_width_is_remembered(desk, widths):
    desk.view.width_chosen.emit(desk.view.current_ids()[1], 321)
    assert widths() == [321, None, None]


def test_a_dragged_width_holds_when_the_window_takes_another_size(desk, qtbot):
    desk.view.columns.resizeSection(0, 321)
    desk.view.width_chosen.emit(desk.view.current_ids()[1], 321)
    before = desk.view.columnWidth(1)
    desk.resize(desk.width() + 200, desk.height())
    qtbot.waitUntil(lambda: desk.view.columnWidth(1) != before)
    assert desk.view.columnWidth(0) == 321


def test_a_column_that_has_long_cells_gets_wider_by_content_than_an_empty_one(desk, widths):
    desk.column_sizes.fit_all()
    long, middle, empty = widths()
    assert long > middle > empty
    assert desk.view.columnWidth(0) == long


def test_all_widths_by_content_are_one_step(desk, widths):
    desk.column_sizes.fit_all()
    assert desk.project.describe(desk.project.next_undo()) == "Widths of columns"
    desk.operations.run(lambda project: project.undo())
    assert widths() == [None] * 3


def test_a_double_click_on_an_edge_does_what_the_menu_does(desk, widths):
    desk.column_sizes.fit()
    by_menu = widths()[0]
    desk.operations.run(lambda project: project.undo())
    columns = desk.view.columns
    edge, left = QPoint(columns.sectionViewportPosition(1) - 1, 10), Qt.MouseButton.LeftButton
    QTest.mouseClick(columns.viewport(), left, pos=edge)
    QTest.mouseDClick(columns.viewport(), left, pos=edge)
    QTest.mouseRelease(columns.viewport(), left, pos=edge)
    assert widths() == [by_menu, None, None]
    assert desk.view.columnWidth(0) == by_menu


def test_all_columns_alike_fill_the_room(desk, widths):
    desk.column_sizes.fit_all()
    desk.column_sizes.make_alike()
    assert widths() == [None] * 3
    shown = desk.view.sizes.widths()
    assert max(shown) - min(shown) <= 1


def test_a_step_makes_the_column_wider_at_any_size(desk, widths):
    desk.view.zoom.set(200)
    before = desk.view.columnWidth(0)
    desk.column_sizes.step(1)
    assert desk.view.columnWidth(0) > before
    desk.column_sizes.step(-1)
    assert abs(desk.view.columnWidth(0) - before) <= 2


def test_columns_alike_already_write_nothing(desk):
    before = desk.project.next_undo()
    desk.column_sizes.make_alike()
    assert desk.project.next_undo() == before
