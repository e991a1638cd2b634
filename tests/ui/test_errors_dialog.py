from PySide6.QtGui import QGuiApplication

from framework_qda import __version__
from framework_qda.ui.errors_dialog import FaultDialog


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
