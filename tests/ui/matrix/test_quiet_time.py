"""The next page is measured when the grid has come to rest; here that takes long enough to be looked at."""

import pytest

from framework_qda.ui.matrix import quiet_time
from framework_qda.ui.matrix.quiet_time import QuietTime
from tests.ui.matrix.test_sizing import make_view

IDLE, LEAP = 2_000, 9_000


@pytest.fixture
def view(qtbot, monkeypatch):
    monkeypatch.setattr(quiet_time, "IDLE_MS", IDLE)
    monkeypatch.setattr(quiet_time, "LEAP_MS", LEAP)
    return make_view(qtbot)


def timer_of(view):
    return view.sizes.quiet_time._timer


def test_after_a_leap_the_next_page_waits_longer_than_after_a_step(view):
    view.verticalScrollBar().setValue(20)
    assert timer_of(view).interval() == IDLE
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    assert timer_of(view).interval() == LEAP
    assert timer_of(view).isActive()


def test_a_frame_that_is_painted_puts_off_what_is_measured_beforehand(view):
    view.sizes.measure_visible()
    assert timer_of(view).interval() == IDLE
    view.sizes.quiet_time.leap()
    view.viewport().repaint()
    assert timer_of(view).interval() == LEAP, "it waits anew"


def test_a_frame_alone_lets_nothing_be_done(view):
    timer_of(view).stop()
    view.viewport().repaint()
    assert not timer_of(view).isActive()


def test_it_is_done_once(view, qtbot, monkeypatch):
    monkeypatch.setattr(quiet_time, "IDLE_MS", 0)
    done = []
    QuietTime(view, lambda: done.append(True)).await_it()
    qtbot.waitUntil(lambda: bool(done))
    qtbot.wait(5)
    assert len(done) == 1
