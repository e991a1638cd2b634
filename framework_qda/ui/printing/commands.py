"""Print what a desk shows: ask, then paint the pages on a printer or into a PDF file."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from framework_qda.errors import FrameworkError
from framework_qda.ui.exporting.telling import tell_printed, tell_written

if TYPE_CHECKING:
    from framework_qda.io.reports import Report
    from framework_qda.ui.printing.printout import Printout
    from framework_qda.ui.printing.setting import Pages
    from framework_qda.ui.printing.setup import PageSetup
    from framework_qda.ui.shell import Shell
    from framework_qda.ui.worker import Progress

SETUP = "print"
FOR_WHOM, TEAM = "print/for", "team"


class PrintCommands(QObject):
    """Print the desk that is shown."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window)
        self._window = window

    def print_desk(self) -> None:
        """Show what the desk would print, and print it."""
        desk = self._window.current_desk()
        if desk is None:
            return
        self._window.finish_editing()
        printout = desk.printout()
        if printout is None:
            self._window.tell("There is nothing to print on this desk.")
            return
        self.show_dialog(printout)

    def show_dialog(self, printout: Printout) -> None:
        """Ask how something is printed, and print it."""
        from framework_qda.ui.printing.dialog import PDF, PrintDialog

        is_public = self._window.settings.remembered(self._project_id, FOR_WHOM) != TEAM
        dialog = PrintDialog(printout, self._remembered(printout), self._window, is_public=is_public)
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        wanted, pages, report, options = dialog.wanted, dialog.pages, dialog.report, dialog.options
        dialog.deleteLater()
        if not is_wanted or pages is None or report is None:
            return
        self._remember(printout, options.setup)
        self._window.settings.remember(self._project_id, FOR_WHOM, "others" if options.is_public else TEAM)
        if wanted == PDF:
            self._save(printout, report, pages)
        else:
            self._print(report, pages)

    # -- a file

    def _save(self, printout: Printout, report: Report, pages: Pages) -> None:
        from PySide6.QtWidgets import QFileDialog  # its enums take long to make

        from framework_qda.ui.project_dialogs import safe_file_name
        from framework_qda.ui.widgets.dialogs import ask

        settings = self._window.settings
        name = safe_file_name(f"{report.title} {printout.name}") or "Pages"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, "Save as PDF", str(settings.folder / f"{name}.pdf"), "PDF (*.pdf)"
        )
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != ".pdf":
            path = Path(f"{path}.pdf")
            # The dialog has asked about the name without its ending.
            if path.exists() and not ask(
                self._window, f"Replace {path.name}?", "There is a file of that name in this folder.", "Replace"
            ):
                return
        settings.folder = path.parent
        self._window.tasks.run(
            f"Writing {path.name}…",
            partial(_write, pages, path),
            lambda _none: tell_written(self._window, path, report.warnings),
        )

    # -- a printer

    def _print(self, report: Report, pages: Pages) -> None:
        from framework_qda.ui.printing.printer import print_pages

        try:
            is_done = print_pages(pages, self._window)
        except FrameworkError as error:
            self._window.tell_error(str(error))
            return
        if is_done:
            tell_printed(self._window, report.title, report.warnings)

    # -- what is remembered

    @property
    def _project_id(self) -> str:
        return self._window.project.project_id if self._window.project is not None else ""

    def _remembered(self, printout: Printout) -> PageSetup:
        from framework_qda.ui.printing.setup import PAPERS, REPORT_SIZE, TEXT_SIZES, PageSetup

        usual = PageSetup() if printout.has_statements else PageSetup(text_size=REPORT_SIZE)
        try:
            paper, is_landscape, size = json.loads(self._window.settings.remembered("", _key(printout)) or "[]")
        except (TypeError, ValueError):
            return usual
        if paper in PAPERS and size in TEXT_SIZES:
            return PageSetup(paper, bool(is_landscape), float(size))
        return usual

    def _remember(self, printout: Printout, setup: PageSetup) -> None:
        text = json.dumps([setup.paper, setup.is_landscape, setup.text_size])
        self._window.settings.remember("", _key(printout), text)


def _key(printout: Printout) -> str:
    """Return under what name the paper is remembered: matrices are set smaller than reports."""
    return SETUP if printout.has_statements else f"{SETUP}/report"


def _write(pages: Pages, path: Path, progress: Progress) -> None:
    from framework_qda.ui.printing.pdf import write_pdf

    write_pdf(pages, path, progress.step)
