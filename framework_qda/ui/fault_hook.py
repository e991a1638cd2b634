"""Take faults of the program itself to one dialog."""

import sys
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication


class FaultHook(QObject):
    """Take uncaught exceptions to the dialog, one at a time; more of them meanwhile go to stderr only.

    The dialog is shown in the thread in which the hook was made, whichever thread the exception was raised in.
    """

    _caught = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._is_showing = False

    def install(self) -> None:
        """Become the hook of the interpreter."""
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None, /) -> None:
        """Write the trace to stderr and show it once the event that raised it is over."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        import traceback  # only a fault needs it

        text = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(text)
        if self._is_showing or QApplication.instance() is None:
            return
        self._is_showing = True
        self._caught.emit(text)

    def _show(self, text: str) -> None:
        from framework_qda.ui.errors_dialog import FaultDialog  # only a fault needs it

        dialog = FaultDialog(text, QApplication.activeWindow())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        try:
            dialog.exec()
        finally:
            self._is_showing = False
