"""One dialog for whatever is a fault of the program: versions, trace, copy."""

import platform

from PySide6 import __version__ as toolkit_version
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from framework_qda import __version__
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.labels import plain_label


def describe_versions() -> str:
    """Return the versions that a report of a fault needs, a line each."""
    return "\n".join(
        (
            f"Framework QDA {__version__}",
            f"Python {platform.python_version()}, PySide6 {toolkit_version}",
            f"{platform.system()} {platform.release()}, {QGuiApplication.platformName()}",
        )
    )


class FaultDialog(QDialog):
    """Say that the program met a fault of its own; what was finished before is saved."""

    def __init__(self, trace: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("A fault in the program")
        self.report = f"{describe_versions()}\n\n{trace}"
        heading = plain_label("Something went wrong that is not your fault.", "title")
        words = plain_label(
            "Everything that was finished before this is saved in the project. You can go on; if the window "
            "behaves oddly, close and open it again. The report below names files of the program only as far as "
            "the trace does; please read it before you send it to anybody.",
            "soft",
        )
        words.setWordWrap(True)
        self._text = QPlainTextEdit(self.report)
        self._text.setReadOnly(True)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self.font().pointSizeF())
        self._text.setFont(fixed)
        self._text.setAccessibleName("Report of the fault")
        set_role(self._text, "framed")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton("Copy the report")
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy_report)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em(self, 1.4), em(self, 1.2), em(self, 1.4), em(self, 1.1))
        layout.setSpacing(em(self, 0.8))
        for widget in (heading, words, self._text, buttons):
            layout.addWidget(widget)
        self.resize(QSize(em(self, 52), em(self, 34)).boundedTo(self.screen().availableSize()))
        self._text.setFocus()

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)
