from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from framework_qda.ui.matrix.view import MatrixView
from framework_qda.ui.widgets.labels import plain_tip
from tests.ui.matrix.grids import SENTENCES, cell, make_grid, make_mixed_grid, statement

Key = Qt.Key


@pytest.fixture
def long_view(qtbot):
    made = MatrixView()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.show_grid(make_grid(2800))
    return made


def is_shown_in_full(view, row, column):
    needed = view.cells.height_of(row, column, view.columnWidth(column))
    return view.rowHeight(row) >= needed


def test_rows_in_view_show_every_word(view):
    assert all(is_shown_in_full(view, row, column) for row in range(5) for column in range(3))


def test_a_row_is_no_taller_than_it_must_be(view):
    tallest = max(view.cells.height_of(2, column, view.columnWidth(column)) for column in range(3))
    assert view.rowHeight(2) - tallest < 2


def test_only_rows_that_come_into_view_are_measured(long_view):
    assert 0 < long_view.sizes.measured_rows < 20
    long_view.verticalScrollBar().setValue(long_view.verticalScrollBar().maximum() // 2)
    assert long_view.sizes.measured_rows < 40


def test_the_end_can_be_reached_and_is_shown_in_full(long_view):
    QTest.keyClick(long_view, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert long_view.currentIndex().row() == 2799
    assert long_view.visualRect(long_view.currentIndex()).bottom() <= long_view.viewport().height()
    assert is_shown_in_full(long_view, 2799, 0)


@pytest.mark.parametrize("key", [Key.Key_End, Key.Key_Down])
def test_a_cell_that_is_gone_to_with_ctrl_is_the_one_that_is_selected(view, key):
    view.choose(1, 0)
    QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
    assert view.currentIndex().row() > 1
    assert view.selectedIndexes() == [view.currentIndex()]


def test_ctrl_and_shift_select_as_far_as_one_goes(view):
    view.choose(1, 0)
    last = view.grid_model.rowCount() - 1
    QTest.keyClick(view, Key.Key_End, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert {index.row() for index in view.selectedIndexes()} == set(range(1, last + 1))
    assert view.currentIndex().row() == last


def test_scrolling_up_into_unmeasured_rows_does_not_move_the_text_twice(long_view):
    bar = long_view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    row = long_view.rowAt(300)
    for _ in range(20):
        before = long_view.rowViewportPosition(row)
        bar.setValue(bar.value() - 40)
        assert long_view.rowViewportPosition(row) == before + 40


def test_page_down_brings_the_current_cell_into_view(long_view):
    for _ in range(5):
        QTest.keyClick(long_view, Key.Key_PageDown)
    rect = long_view.visualRect(long_view.currentIndex())
    assert long_view.currentIndex().row() > 5
    assert rect.top() >= 0
    assert rect.top() < long_view.viewport().height()


def test_a_changed_cell_moves_nothing_above_it(view):
    view.verticalScrollBar().setValue(30)
    view.go_to("i2", "t1")
    top, ids = view.rowViewportPosition(2), view.current_ids()
    grown = cell(2, 1, "charted", statement(" ".join(SENTENCES * 3)))
    view.grid_model.grid.cells["i2", "t1"] = grown
    view.update_cells([("i2", "t1")])
    assert view.rowViewportPosition(2) == top
    assert view.current_ids() == ids
    assert is_shown_in_full(view, 2, 1)


def test_other_rows_keep_the_current_cell(view):
    view.go_to("i2", "t1")
    grid = make_mixed_grid()
    fewer = replace(grid, rows=grid.rows[2:], bands=(replace(grid.bands[1], first=0),))
    view.reload_grid(fewer)
    assert view.current_ids() == ("i2", "t1")
    assert view.currentIndex().row() == 0


def test_fewer_rows_and_columns_come_while_the_view_stands_low(qtbot, view):
    view.show_grid(make_grid(28, 7))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    fewer = make_grid(12, 6)
    with qtbot.captureExceptions() as faults:
        view.reload_grid(fewer)
        QApplication.processEvents()
    assert not faults
    assert is_shown_in_full(view, 11, 0)


def test_a_cell_that_is_not_shown_is_not_gone_to(view):
    assert not view.go_to("i99", "t1")


def test_letters_change_nothing_and_go_nowhere(view):
    view.go_to("i0", "t0")
    QTest.keyClicks(view, "Two")
    assert view.current_ids() == ("i0", "t0")


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (Key.Key_5, Qt.KeyboardModifier.KeypadModifier, "5"),
        (Key.Key_At, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier, "@"),
    ],
)
def test_a_sign_is_typed_on_whatever_part_of_the_keyboard_it_is(qtbot, view, key, held, text):
    with qtbot.waitSignal(view.typed) as told:
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, held, text))
    assert told.args == [text]


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier])
def test_a_letter_with_another_key_held_is_not_typed(qtbot, view, held):
    with qtbot.assertNotEmitted(view.typed):
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, Key.Key_Z, held, "z"))


def test_the_menu_of_a_cell_leaves_the_others_selected(qtbot, view):
    view.selectColumn(1)
    before = view.selectedIndexes()
    point = view.visualRect(view.grid_model.index(2, 1)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point))
    with qtbot.waitSignal(view.menu_requested):
        QApplication.sendEvent(view.viewport(), event)
    assert view.selectedIndexes() == before
    assert (view.currentIndex().row(), view.currentIndex().column()) == (2, 1)


def test_the_menu_of_another_cell_is_for_that_one_alone(qtbot, view):
    view.selectColumn(1)
    point = view.visualRect(view.grid_model.index(1, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point))
    with qtbot.waitSignal(view.menu_requested):
        QApplication.sendEvent(view.viewport(), event)
    assert [(index.row(), index.column()) for index in view.selectedIndexes()] == [(1, 0)]


@pytest.mark.parametrize(("key", "signal"), [(Key.Key_Return, "edit_requested"), (Key.Key_Space, "evidence_requested")])
def test_keys_ask_for_what_they_stand_for(qtbot, view, key, signal):
    with qtbot.waitSignal(getattr(view, signal), timeout=500):
        QTest.keyClick(view, key)


def test_the_wheel_with_ctrl_zooms_the_text(view):
    font = view.look.em
    middle = QPointF(view.viewport().rect().center())
    ctrl = Qt.KeyboardModifier.ControlModifier
    event = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, ctrl, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view.viewport(), event)
    assert view.zoom.value == 110
    assert view.look.em > font


def test_fine_turns_of_the_wheel_zoom_by_as_much_as_a_notch(view):
    for angle in (15,) * 8:
        view.zoom.turn(angle)
    assert view.zoom.value == 110
    view.zoom.turn(-119)
    assert view.zoom.value == 110
    view.zoom.turn(-1)
    assert view.zoom.value == 100


@pytest.mark.parametrize("zoom", [50, 100, 200])
def test_a_notch_goes_on_by_some_lines_at_every_zoom(view, zoom):
    view.zoom.set(zoom)
    line = view.fontMetrics().lineSpacing()
    assert max(line, view.look.line_step) == view.verticalScrollBar().singleStep() >= line


def test_zoom_has_its_limits(view):
    view.zoom.set(1000)
    assert view.zoom.value == 200
    view.zoom.step(1)
    assert view.zoom.value == 200


def test_dragging_an_edge_tells_the_width_at_100_per_cent(qtbot, view):
    view.zoom.set(200)
    told = []
    view.width_chosen.connect(lambda *what: told.append(what))
    edge = view.columns.sectionViewportPosition(1) - 1
    port = view.columns.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(edge, 10))
    QTest.mouseMove(port, QPoint(edge + 30, 10))
    QTest.mouseMove(port, QPoint(edge + 60, 10))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(edge + 60, 10))
    assert told == [("t0", round(view.columnWidth(0) / 2))]


def chip_point(view, row, column, number=0):
    index = view.grid_model.index(row, column)
    rect = view.visualRect(index)
    layout = view.cells.layout_of(row, column, rect.width())
    corner = QPointF(rect.x() + view.look.gutter, rect.y() + view.look.pad_y)
    return (layout.chips[number].rect.center() + corner).toPoint()


def test_a_click_on_a_chip_points_to_its_passage(qtbot, view):
    with qtbot.waitSignal(view.passage_pointed) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=chip_point(view, 1, 1, 1))
    assert told.args == ["extract-8"]


def test_a_double_click_opens_the_cell_or_the_passage(qtbot, view):
    with qtbot.waitSignal(view.open_requested):
        QTest.mouseDClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 2)).center()
        )
    with qtbot.waitSignal(view.passage_opened) as told:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=chip_point(view, 0, 0))
    assert told.args == ["extract-9"]


def test_what_is_clicked_stays_where_it_is(view):
    view.resize(1200, 420)
    QApplication.processEvents()
    row = view.rowAt(view.viewport().height() - 3)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, view.viewport().height() - 3))
    assert view.currentIndex().row() == row
    assert view.verticalScrollBar().value() == 0


def test_the_selection_is_copied(view):
    view.go_to("i0", "t0")
    QTest.keyClick(view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith(SENTENCES[0])


def test_how_many_cells_were_copied_is_told(qtbot, view):
    view.selectColumn(0)
    with qtbot.waitSignal(view.copied) as told:
        QTest.keyClick(view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [5]


def test_a_drag_of_the_slider_says_which_row_it_has_come_to(long_view):
    bar = long_view.verticalScrollBar()
    bar.setSliderDown(True)
    bar.setSliderPosition(bar.maximum() // 2)
    row = long_view.grid_model.grid.rows[long_view.rowAt(0)]
    assert QToolTip.text() == plain_tip(f"{row.code} · {long_view.cases.band_of(long_view.rowAt(0)).label}")
    bar.setSliderDown(False)


def test_the_view_has_a_name_for_screen_readers(view):
    assert view.accessibleName() == "Matrix 2 Noticing and telling"


def test_the_label_of_a_band_stays_in_view_while_its_rows_are(long_view):
    bar = long_view.verticalScrollBar()
    bar.setValue(long_view.cases.sectionPosition(1))
    picture = long_view.cases.grab().toImage()
    strip = [picture.pixelColor(x, y).name() for y in range(4, 30) for x in range(8, 60)]
    assert len(set(strip)) > 5, "no words at the top of the band"


def test_every_size_paints(view):
    for zoom in (50, 100, 200):
        view.zoom.set(zoom)
        assert not view.grab().isNull()


def test_an_empty_matrix_paints(view):
    view.show_grid(make_grid(0, 0))
    assert not view.grab().isNull()
    assert view.current_ids() is None


def test_a_cell_changes_before_the_view_has_its_place_in_a_window(qtbot):
    view = MatrixView()
    qtbot.addWidget(view)
    view.show_grid(make_grid(3, 2))
    view.update_cells([view.grid_model.ids_at(view.grid_model.index(1, 1))])
    assert view.currentIndex().isValid()
