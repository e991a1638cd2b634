import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication

from framework_qda.ui.matrix.view import MatrixView
from tests.ui.matrix.grids import make_grid

Action = QAbstractSlider.SliderAction


@pytest.fixture
def wide(qtbot):
    """Return a view with more columns than fit."""
    made = MatrixView()
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.show_grid(make_grid(9, 9))
    return made


def is_at_an_edge(view):
    return view.columns.sectionViewportPosition(view.columnAt(0)) == 0


def turn(view, degrees, pixels=0):
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        middle,
        QPoint(pixels, 0),
        QPoint(degrees, 0),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_walking_to_the_right_leaves_no_column_cut_off(wide):
    for _ in range(8):
        QTest.keyClick(wide, Qt.Key.Key_Right)
        assert is_at_an_edge(wide)
        assert wide.visualRect(wide.currentIndex()).right() <= wide.viewport().width()


def test_dragging_the_bar_stops_at_edges(wide):
    bar = wide.horizontalScrollBar()
    for place in range(0, bar.maximum(), 37):
        bar.setSliderPosition(place)
        bar.triggerAction(Action.SliderMove)
        assert is_at_an_edge(wide)


def test_the_last_column_can_be_reached(wide):
    bar = wide.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert is_at_an_edge(wide)
    assert wide.columnAt(wide.viewport().width() - 10) in (8, -1)
    assert wide.columns.sectionViewportPosition(8) < wide.viewport().width()


def test_a_notch_of_the_wheel_is_a_column(wide):
    turn(wide, -120)
    assert wide.columnAt(0) == 1
    turn(wide, -60)
    turn(wide, -60)
    assert wide.columnAt(0) == 2
    turn(wide, 120)
    assert wide.columnAt(0) == 1


def test_a_touch_pad_moves_freely_and_comes_to_rest_at_an_edge(qtbot, wide):
    turn(wide, -30, -30)
    assert not is_at_an_edge(wide)
    qtbot.waitUntil(lambda: is_at_an_edge(wide), timeout=2000)


def test_a_page_leaves_the_last_column_in_view(wide):
    shown = wide.columnAt(wide.viewport().width() - 30)
    wide.horizontalScrollBar().triggerAction(Action.SliderPageStepAdd)
    assert 0 < wide.columnAt(0) <= shown


def test_a_column_wider_than_the_window_can_be_read_to_its_end(wide):
    wide.columns.resizeSection(0, 2 * wide.viewport().width())
    bar = wide.horizontalScrollBar()
    seen = set()
    for _ in range(6):
        left = -wide.columns.sectionViewportPosition(0)
        seen |= set(range(left, left + wide.viewport().width()))
        bar.triggerAction(Action.SliderSingleStepAdd)
    assert seen >= set(range(wide.columnWidth(0)))


def test_another_width_of_the_window_keeps_the_first_column(wide):
    wide.horizontalScrollBar().triggerAction(Action.SliderSingleStepAdd)
    wide.resize(700, 500)
    assert wide.columnAt(0) == 1
    assert is_at_an_edge(wide)


def test_a_narrow_view_has_one_column_of_labels(wide):
    wide.setMinimumSize(1, 1)
    wide.resize(400, 500)
    assert wide.cases.is_folded
    assert wide.cases.case_width == 0
    assert wide.columns.sectionViewportPosition(1) + wide.columnWidth(1) <= wide.viewport().width() + 1
    wide.resize(900, 500)
    assert wide.cases.case_width > 0
