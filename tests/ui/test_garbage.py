import gc
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from framework_qda.ui import garbage
from framework_qda.ui.garbage import MOST_PUT_OFF, GarbageTimer, collect_due


class Ring(QDialog):
    """A dialog that refers to itself, as one with a lambda does."""

    freed_in: list[str]

    def __init__(self, freed_in):
        super().__init__()
        self.freed_in = freed_in
        self.itself = self

    def __del__(self):
        self.freed_in.append(threading.current_thread().name)


@pytest.fixture
def closed_dialog():
    """Leave a closed dialog to the collector, which is due; give the names of the threads that freed one."""
    gc.collect()
    freed_in: list[str] = []
    Ring(freed_in)
    return freed_in


def ask_for_memory():
    kept = [[] for _ in range(3 * gc.get_threshold()[0])]
    assert kept


def test_no_dialog_is_freed_in_a_worker(closed_dialog):
    worker = threading.Thread(target=ask_for_memory, name="worker")
    worker.start()
    worker.join()
    assert "worker" not in closed_dialog


def test_a_closed_dialog_is_freed_in_the_windows_thread(closed_dialog):
    ask_for_memory()
    kept = [[] for _ in range(3 * gc.get_threshold()[0])]
    collect_due()
    assert closed_dialog == [threading.main_thread().name]
    assert kept


def test_the_timer_collects_by_itself(closed_dialog, qtbot, qapp):
    timer = GarbageTimer(qapp)
    kept = [[] for _ in range(3 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: bool(closed_dialog), timeout=5000)
    timer.deleteLater()
    assert kept


def test_while_something_is_dragged_garbage_waits_but_not_for_ever(qapp, monkeypatch):
    collected = []
    monkeypatch.setattr(garbage, "collect_due", lambda: collected.append(True))
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
    timer = GarbageTimer(qapp)
    for _ in range(MOST_PUT_OFF):
        timer._collect()
    assert not collected
    timer._collect()
    timer.deleteLater()
    assert collected
