"""What the Matrix and the Case desk share of their tables."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel

from framework_qda.ui.matrix.look import GridLook
from framework_qda.ui.matrix.prose_header import ProseHeader
from framework_qda.ui.matrix.prose_table import ProseTable
from framework_qda.ui.style import colour
from tests.ui.showing import show


@pytest.fixture
def table(qtbot):
    made = ProseTable()
    qtbot.addWidget(made)
    look = GridLook(made.font())
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
