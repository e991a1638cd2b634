"""What a file begins that goes to a new interview: its code, and its case study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPushButton, QWidget

from framework_qda.ui.style import em
from framework_qda.ui.widgets.labels import plain_label, set_plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.model import NewInterview


class NewInterviewForm(QWidget):
    """Code and case study of the new interview of one file; its case study can be that of all new ones."""

    code_written = Signal(str)
    case_study_written = Signal(str, bool)
    """A label that is there or a new one, and whether all new interviews go there."""

    def __init__(self, case_studies: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, str] = ("", "")
        self.code = _line("Code of the new interview", "such as I09", 4)
        self.case_study = _line("Case study of the new interview", "none, one that is there, or a new one", 7)
        self.case_study.setCompleter(_completer(case_studies, self.case_study))
        self.for_all = QPushButton("For all new")
        self.for_all.setAutoDefault(False)
        set_plain_tip(self.for_all, "Put all new interviews of this import into this case study")
        self.for_all.clicked.connect(lambda: self.case_study_written.emit(self.case_study.text(), True))
        self.code.editingFinished.connect(self._write_code)
        self.case_study.editingFinished.connect(self._write_case_study)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.5))
        for words, line, share in (("&New interview", self.code, 1), ("in case &study", self.case_study, 4)):
            label = plain_label(words, "label")
            label.setBuddy(line)
            layout.addWidget(label)
            layout.addWidget(line, share)
        layout.addWidget(self.for_all)

    def show_new(self, new: NewInterview | None, count: int) -> None:
        """Show the new interview of a file, one of so many; nothing where its file begins none."""
        self.setVisible(new is not None)
        before, self._shown = self._shown, (new.code, new.case_study) if new is not None else ("", "")
        for line, words in zip((self.code, self.case_study), self._shown, strict=True):
            if line.isModified() and before == self._shown:
                continue  # it is being typed, and the file is shown anew because another one was read
            with QSignalBlocker(line):
                line.setText(words)
        self.for_all.setVisible(count > 1)

    def finish(self) -> None:
        """Tell what is being typed."""
        if self.isVisible():
            typed = self.case_study.text()  # telling the code shows the form anew
            self._write_code()
            self.case_study.setText(typed)
            self._write_case_study()

    def _write_code(self) -> None:
        code = self.code.text().strip()
        self.code.setModified(False)
        if not code:
            self.code.setText(self._shown[0])  # an interview without a code could not be told from others
        elif code != self._shown[0]:
            self.code_written.emit(code)

    def _write_case_study(self) -> None:
        self.case_study.setModified(False)
        if self.case_study.text().strip() != self._shown[1]:
            self.case_study_written.emit(self.case_study.text(), False)


def _line(name: str, hint: str, width: float) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    line.setMinimumWidth(em(line, width))
    return line


def _completer(labels: Sequence[str], line: QLineEdit) -> QCompleter:
    completer = QCompleter(list(labels), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
