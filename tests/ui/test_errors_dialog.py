import sys

from PySide6.QtGui import QGuiApplication

from framework_qda import __version__
from framework_qda.ui.errors_dialog import FaultDialog, FaultHook


def test_the_report_holds_versions_and_trace(qtbot):
    dialog = FaultDialog("Traceback: it broke")
    qtbot.addWidget(dialog)
    assert __version__ in dialog.report
    assert "it broke" in dialog.report


def test_the_report_can_be_copied(qtbot):
    dialog = FaultDialog("Traceback: it broke")
    qtbot.addWidget(dialog)
    dialog.copy_report()
    assert QGuiApplication.clipboard().text() == dialog.report


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
