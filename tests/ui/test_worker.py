import threading

import pytest

from framework_qda.errors import ExportError
from framework_qda.ui.worker import CancelledError, Task


def run(qtbot, task):
    with qtbot.waitSignal(task.ended, timeout=5000):
        task.start()


def test_work_is_done_in_another_thread(qtbot):
    task = Task(lambda progress: threading.current_thread())
    run(qtbot, task)
    assert task.result() is not threading.current_thread()


def test_an_error_comes_back_with_the_result(qtbot):
    def fail(progress):
        raise ExportError("No room.")

    task = Task(fail)
    run(qtbot, task)
    with pytest.raises(ExportError, match="No room"):
        task.result()


def test_progress_is_told(qtbot):
    task = Task(lambda progress: progress.step(3, 4))
    with qtbot.waitSignal(task.progressed, timeout=5000) as told:
        task.start()
    task.wait()
    assert told.args == [3, 4]


def test_cancelled_work_ends_at_its_next_step(qtbot):
    begun, go_on, later = threading.Event(), threading.Event(), []

    def work(progress):
        begun.set()
        go_on.wait(5)
        progress.step(1, 2)
        later.append("went on")

    task = Task(work)
    task.start()
    begun.wait(5)
    task.cancel()
    with qtbot.waitSignal(task.ended, timeout=5000):
        go_on.set()
    with pytest.raises(CancelledError):
        task.result()
    assert later == []


def test_of_work_that_is_given_up_nothing_more_is_told(qtbot):
    begun, go_on, told = threading.Event(), threading.Event(), []

    def work(progress):
        begun.set()
        go_on.wait(5)
        progress.tell("late")

    task = Task(work)
    for signal in (task.found, task.ended):
        signal.connect(told.append)
    gone = []
    task.destroyed.connect(lambda: gone.append(True))
    task.start()
    begun.wait(5)
    task.give_up()
    go_on.set()
    qtbot.waitUntil(lambda: bool(gone))
    assert told == []
