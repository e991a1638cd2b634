"""What the Matrix and the Case desk share of their tables."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QStandardItemModel, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from framework_qda.ui.matrix.look import GridLook
from framework_qda.ui.matrix.prose_header import ProseHeader
from framework_qda.ui.matrix.prose_table import ProseTable
from framework_qda.ui.style import colour
from tests.ui.showing import show


@pytest.fixture
def table(qtbot):
    made = ProseTable()
    qtbot.addWidget(made)
    made.look = look = GridLook(made.font())
    made.setVerticalHeader(ProseHeader(Qt.Orientation.Vertical, look, made))
    made.setHorizontalHeader(ProseHeader(Qt.Orientation.Horizontal, look, made))
    made.setModel(QStandardItemModel(3, 2, made))
    made.set_up()
    return show(qtbot, made, 600, 400)


def test_both_heads_know_which_cell_is_current(table, qtbot):
    with qtbot.waitSignal(table.current_moved):
        table.setCurrentIndex(table.model().index(2, 1))
    assert (table.verticalHeader().current, table.horizontalHeader().current) == (2, 1)


def test_the_ground_shows_beside_and_below_the_cells(table):
    table.setColumnWidth(0, 50)
    picture = table.viewport().grab().toImage()
    ground = colour("window")
    assert picture.pixelColor(picture.width() - 5, 5) == ground
    assert picture.pixelColor(5, picture.height() - 5) == ground
    assert picture.pixelColor(5, 5) != ground


def test_letters_do_not_jump_about(table, qtbot):
    table.model().setData(table.model().index(1, 0), "abc")
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClicks(table, "a")
    assert table.currentIndex().row() == 0


def test_heads_take_another_look(table):
    header = table.horizontalHeader()
    before = header.labels
    look = GridLook(header.font())
    header.set_look(look)
    assert header.look is look
    assert header.labels is not before


@pytest.fixture
def tall(table):
    """Return the table with rows that are taller than its window."""
    for row in range(3):
        table.setRowHeight(row, 900)
    table.setCurrentIndex(table.model().index(0, 0))
    return table


def turn(table, angle, pixels=0):
    """Turn the wheel down; return how far the table has scrolled."""
    middle, bar = QPointF(table.viewport().rect().center()), table.verticalScrollBar()
    before, held = bar.value(), (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    turned = QPoint(0, -pixels), QPoint(0, -angle)
    event = QWheelEvent(
        middle, table.viewport().mapToGlobal(middle), *turned, *held, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(table.viewport(), event)
    return bar.value() - before


def test_a_notch_of_the_wheel_is_three_lines_however_tall_the_rows_are(tall):
    assert turn(tall, 120) == 3 * tall.look.line_step


def test_a_wheel_that_turns_finely_adds_up(tall):
    assert sum(turn(tall, 15) for _ in range(8)) == 3 * tall.look.line_step


def test_a_touch_pad_scrolls_as_far_as_the_fingers_go(tall):
    assert [turn(tall, 60, 7), turn(tall, 60, 1)] == [7, 1]


def test_where_pixels_are_vague_the_angle_counts(tall, monkeypatch):
    monkeypatch.setattr("framework_qda.ui.matrix.prose_table.QGuiApplication.platformName", lambda: "xcb")
    assert turn(tall, 120, 15) == 3 * tall.look.line_step


def test_pages_lead_through_a_cell_that_is_taller_than_the_window(tall):
    page = tall.viewport().height() - 2 * tall.look.line_step
    QTest.keyClick(tall, Qt.Key.Key_PageDown)
    assert (tall.currentIndex().row(), tall.verticalScrollBar().value()) == (0, page)
    QTest.keyClick(tall, Qt.Key.Key_PageDown)
    assert tall.currentIndex().row() == 0
    assert tall.visualRect(tall.currentIndex()).bottom() + 1 == tall.viewport().height()
    QTest.keyClick(tall, Qt.Key.Key_PageUp)
    QTest.keyClick(tall, Qt.Key.Key_PageUp)
    assert (tall.currentIndex().row(), tall.verticalScrollBar().value()) == (0, 0)


def test_behind_the_end_of_a_tall_cell_comes_the_next(tall):
    for _ in range(4):
        QTest.keyClick(tall, Qt.Key.Key_PageDown)
    assert tall.currentIndex().row() > 0
