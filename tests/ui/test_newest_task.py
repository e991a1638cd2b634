"""Of several pieces of work beside the window only the newest is told."""

from threading import Event

import pytest

from framework_qda.errors import FrameworkError
from framework_qda.ui.newest_task import NewestTask


@pytest.fixture
def told(qtbot, task):
    """What the task tells, in its order."""
    heard = []
    task.found.connect(lambda result: heard.append(("found", result)))
    task.failed.connect(lambda words: heard.append(("failed", words)))
    task.progressed.connect(lambda done, total: heard.append((done, total)))
    return heard


@pytest.fixture
def task(qapp):
    made = NewestTask()
    yield made
    made.cancel()
    made.deleteLater()


def test_what_the_work_returned_is_told_once_it_is_over(qtbot, task, told):
    task.start(lambda progress: progress.step(1, 2) or "answer")
    assert task.is_running
    qtbot.waitUntil(lambda: not task.is_running)
    assert told == [(1, 2), ("found", "answer")]


def test_of_two_only_the_newer_is_told(qtbot, task, told):
    may_end = Event()
    task.start(lambda _progress: may_end.wait(5) and "older")
    older = task._task
    with qtbot.waitSignal(older.ended):
        task.start(lambda _progress: "newer")
        may_end.set()
    qtbot.waitUntil(lambda: not task.is_running)
    assert told == [("found", "newer")]


def test_why_it_failed_is_told(qtbot, task, told):
    def fail(_progress):
        raise FrameworkError("The file is gone.")

    task.start(fail)
    qtbot.waitUntil(lambda: not task.is_running)
    assert told == [("failed", "The file is gone.")]


def test_what_is_given_up_is_not_told(qtbot, task, told):
    task.start(lambda _progress: "given up")
    given_up = task._task
    with qtbot.waitSignal(given_up.ended):
        task.cancel()
    assert not task.is_running
    assert told == []


def test_what_is_ready_before_the_rest_is_told_of_the_newest_alone(qtbot, task):
    heard, may_end = [], Event()
    task.told.connect(heard.append)
    task.start(lambda progress: may_end.wait(5) and progress.tell("older"))
    older = task._task
    with qtbot.waitSignal(older.ended):
        task.start(lambda progress: progress.tell("newer"))
        may_end.set()
    qtbot.waitUntil(lambda: not task.is_running)
    assert heard == ["newer"]
