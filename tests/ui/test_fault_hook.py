import sys
from threading import Thread, current_thread, main_thread

from PySide6.QtCore import QEventLoop, QTimer

from framework_qda.ui.fault_hook import FaultHook


def raise_and_hook(hook):
    try:
        _ = 1 / 0
    except ZeroDivisionError as error:
        hook(type(error), error, error.__traceback__)


def test_an_uncaught_exception_comes_to_one_dialog(qtbot, dialogs, capsys):
    hook, seen = FaultHook(), []
    dialogs.expect(lambda dialog: (seen.append(dialog.report), dialog.reject()))
    raise_and_hook(hook)
    raise_and_hook(hook)
    qtbot.waitUntil(lambda: bool(seen))
    assert len(seen) == 1
    assert "division by zero" in seen[0]


def test_the_hook_shows_the_next_fault_after_the_first(qtbot, dialogs, capsys):
    hook, seen = FaultHook(), []
    for count in (1, 2):
        dialogs.expect(lambda dialog: (seen.append(dialog.report), dialog.reject()))
        raise_and_hook(hook)
        qtbot.waitUntil(lambda count=count: len(seen) == count)
    assert len(seen) == 2


def test_the_hook_is_installed(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    hook = FaultHook()
    hook.install()
    assert sys.excepthook is hook


def test_a_fault_in_a_worker_comes_to_the_window_s_thread(qtbot, dialogs, capsys):
    hook, seen = FaultHook(), []
    dialogs.expect(lambda dialog: (seen.append(current_thread()), dialog.reject()))

    def work():
        raise_and_hook(hook)
        loop = QEventLoop()
        QTimer.singleShot(50, loop.quit)
        loop.exec()

    worker = Thread(target=work)
    worker.start()
    qtbot.waitUntil(lambda: bool(seen))
    worker.join()
    assert seen == [main_thread()]
