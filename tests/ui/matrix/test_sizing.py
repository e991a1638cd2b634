from PySide6.QtCore import QCoreApplication

from framework_qda.ui.matrix.view import MatrixView
from tests.ui.matrix.grids import make_grid


def make_view(qtbot, *, is_shown=True):
    view = MatrixView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show_grid(make_grid(60, 4))
    if is_shown:
        with qtbot.waitExposed(view):
            view.show()
    return view


def test_nothing_is_measured_before_the_view_has_its_place(qtbot):
    view = make_view(qtbot, is_shown=False)
    QCoreApplication.processEvents()
    assert view.sizes.measured_rows == 0


def test_the_next_page_is_measured_while_nothing_else_is_done(qtbot):
    view = make_view(qtbot)
    in_view = 1 + view.rowAt(view.viewport().height() - 1)
    qtbot.waitUntil(lambda: view.sizes.measured_rows > in_view)
    qtbot.wait(100)
    assert view.sizes.measured_rows < 4 * in_view


def test_what_is_measured_ahead_moves_nothing_in_view(qtbot):
    view = make_view(qtbot)
    tops = [view.rowViewportPosition(row) for row in range(view.rowAt(view.viewport().height() - 1) + 1)]
    before = view.sizes.measured_rows
    qtbot.waitUntil(lambda: view.sizes.measured_rows > before)
    assert [view.rowViewportPosition(row) for row in range(len(tops))] == tops


def test_page_down_finds_its_rows_measured(qtbot, monkeypatch):
    view = make_view(qtbot)
    qtbot.waitUntil(lambda: view.sizes._next_below() is None)
    measured = []
    monkeypatch.setattr(view.sizes, "_measure_rows", lambda rows: bool(measured.append(rows)))
    view.verticalScrollBar().setValue(view.viewport().height())
    assert measured == []


def test_a_view_that_has_left_the_window_measures_nothing_more(qtbot):
    view = make_view(qtbot)
    before = view.sizes.measured_rows
    view.hide()
    view.sizes._measure_ahead()
    assert view.sizes.measured_rows == before
