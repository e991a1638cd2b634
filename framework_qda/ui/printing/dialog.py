"""The print dialog: what is chosen at the left, the pages as they will be at the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from framework_qda.errors import FrameworkError
from framework_qda.ui.exporting.kinds import STATEMENTS
from framework_qda.ui.printing.preview import PagePreview
from framework_qda.ui.printing.printout import PrintOptions, Printout
from framework_qda.ui.printing.setting import set_pages
from framework_qda.ui.printing.setup import PAPERS, TEXT_SIZES, PageSetup
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.fields import FieldSpec
from framework_qda.ui.widgets.forms import Form
from framework_qda.ui.widgets.labels import plain_label, wrapped_label
from framework_qda.ui.worker import CancelledError, Progress, Task

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from framework_qda.io.reports import Report
    from framework_qda.ui.printing.setting import Pages

PAUSE_MS = 120
"""So long a choice rests before pages are set anew."""

PDF, PRINT = "pdf", "print"


class PrintDialog(QDialog):
    """Choose paper and content, look at the pages, then print or save them. `wanted` says which; then it closes."""

    def __init__(
        self, printout: Printout, setup: PageSetup, parent: QWidget | None = None, *, is_public: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Print {printout.name}")
        self._printout = printout
        self._task: Task | None = None
        self.wanted = ""
        self.report: Report | None = None
        self.form = Form(self)
        self.form.set_fields(fields_of(printout))
        if printout.is_landscape is not None:
            setup = replace(setup, is_landscape=printout.is_landscape)
        self.form.show_values(_values(PrintOptions(setup, is_public)))
        self.preview = PagePreview(self)
        self.count = plain_label("", "soft", self)
        self.remark = wrapped_label("", "small", self)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName("Pages are being set")
        self.progress.setTextVisible(False)
        self.pdf_button = QPushButton("Save as PDF…", self)
        self.print_button = QPushButton("Print…", self)
        self.close_button = QPushButton("Close", self)
        self._arrange()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.set_pages)
        self.form.edited.connect(lambda _name, _value: self._wait())
        self.preview.page_shown.connect(self._show_count)
        self.pdf_button.clicked.connect(partial(self._finish, PDF))
        self.print_button.clicked.connect(partial(self._finish, PRINT))
        self.close_button.clicked.connect(self.reject)
        self.set_pages()

    def _arrange(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(em(self, 0.7))
        side.addWidget(wrapped_label(self.windowTitle(), "title"))
        side.addWidget(self._choices(), 1)
        side.addWidget(self.count)
        side.addWidget(self.progress)
        side.addLayout(self._buttons())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(em(self, 1.2), em(self, 1.2), em(self, 1.2), em(self, 1.2))
        layout.setSpacing(em(self, 1.2))
        layout.addLayout(side)
        layout.addWidget(self.preview, 1)
        self.setMinimumSize(em(self, 46), em(self, 32))
        room = self.screen().availableSize()
        self.resize(min(em(self, 92), room.width() - em(self, 3)), min(em(self, 56), room.height() - em(self, 3)))
        next(iter(self.form.fields.values())).widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choices(self) -> QScrollArea:
        """Return what is chosen, which can be scrolled where the screen is low."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, em(self, 0.5), 0)
        column.addWidget(self.form)
        column.addWidget(self.remark)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedWidth(em(self, 19))
        area.setWidget(holder)
        return area

    def _buttons(self) -> QGridLayout:
        set_role(self.pdf_button, "primary")
        for button in (self.pdf_button, self.print_button, self.close_button):
            button.setAutoDefault(False)
        self.pdf_button.setDefault(True)
        grid = QGridLayout()
        grid.setSpacing(em(self, 0.5))
        grid.addWidget(self.pdf_button, 0, 0, 1, 2)
        grid.addWidget(self.print_button, 1, 0)
        grid.addWidget(self.close_button, 1, 1)
        return grid

    # -- pages

    @property
    def pages(self) -> Pages | None:
        """The pages, once they are set."""
        return self.preview.pages

    @property
    def options(self) -> PrintOptions:
        """What is chosen."""
        values = {name: field.take() for name, field in self.form.fields.items()}
        setup = PageSetup(str(values["paper"]), bool(values["is_landscape"]), float(str(values["text_size"])))
        return PrintOptions(
            setup,
            bool(values["is_public"]),
            bool(values.get("has_notes", True)),
            bool(values.get("has_references", True)),
            bool(values.get("has_tags", True)),
        )

    def _wait(self) -> None:
        """Set the pages anew in a moment; those that are shown are no longer what is chosen."""
        self._pause.start()
        self._show_busy(is_busy=True)

    def set_pages(self) -> None:
        """Set the pages anew, beside the window."""
        self._stop()
        self.preview.show_pages(None)
        self._show_busy(is_busy=True)
        task = Task(partial(_work, self._printout, self.options, QApplication.font()))
        task.progressed.connect(self._show_progress)
        task.ended.connect(self._take_pages)
        self._task = task
        task.start()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _take_pages(self, task: Task) -> None:
        if task is not self._task:
            return
        self._task = None
        self._show_busy(is_busy=self._pause.isActive())
        try:
            self.report, pages = task.result()
        except CancelledError:
            return
        except FrameworkError as error:
            self.count.setText(str(error))
            return
        self.preview.show_pages(pages)
        self._show_count()
        self._show_remark()

    def _show_busy(self, *, is_busy: bool) -> None:
        self.progress.setRange(0, 0)
        self.progress.setVisible(is_busy)
        for button in (self.pdf_button, self.print_button):
            button.setEnabled(not is_busy)
        if is_busy:
            self.count.setText("Setting the pages…")

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _show_count(self, _number: int = 0) -> None:
        if self.pages is not None:
            self.count.setText(f"Page {self.preview.current + 1:,} of {self.pages.count:,}")

    def _show_remark(self) -> None:
        warnings = self.report.warnings if self.report else ()
        noun = "note" if len(warnings) == 1 else "notes"
        words = f"{len(warnings):,} {noun} to look at before it is passed on; you see them when it is written."
        self.remark.setText(words if warnings else "")
        self.remark.setVisible(bool(warnings))

    # -- the end

    def _finish(self, wanted: str) -> None:
        if self.pages is not None and not self._pause.isActive():
            self.wanted = wanted
            self.accept()

    def done(self, result: int) -> None:
        """Stop what is being set."""
        self._pause.stop()
        self._stop()
        super().done(result)


def fields_of(printout: Printout) -> list[FieldSpec]:
    """Return the fields for what can be chosen."""
    return [
        FieldSpec("paper", "Paper", "choice", choices=[(paper, paper) for paper in PAPERS]),
        FieldSpec("is_landscape", "Pages", "choice", choices=((True, "landscape"), (False, "portrait"))),
        FieldSpec("text_size", "Text", "choice", choices=[(size, f"{size:g} points") for size in TEXT_SIZES]),
        FieldSpec(
            "is_public",
            "For whom",
            "choice",
            choices=((True, "others: neutral labels"), (False, "the team")),
        ),
        *(STATEMENTS if printout.has_statements else ()),
    ]


def _values(options: PrintOptions) -> dict[str, object]:
    setup = options.setup
    return {
        "paper": setup.paper,
        "is_landscape": setup.is_landscape,
        "text_size": setup.text_size,
        **options.of_statements,
    }


def _work(printout: Printout, options: PrintOptions, font: QFont, progress: Progress) -> tuple[Report, Pages]:
    progress.step(0, 0)
    report = printout.make(options)
    return report, set_pages(report.title, report.sheets, options.setup, font, progress.step)
