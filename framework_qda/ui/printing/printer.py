"""Send pages to a printer, page by page, so that they can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QProgressDialog

from framework_qda.ui.printing.pdf import page_layout, paint_all
from framework_qda.ui.worker import CancelledError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from framework_qda.ui.printing.setting import Pages


def print_pages(pages: Pages, parent: QWidget) -> bool:
    """Ask for a printer and print; say whether all pages went there. Raise ExportError if printing cannot begin."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(pages.title)
    printer.setPageLayout(page_layout(pages.measures.setup))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages.count)
    is_wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_wanted and _paint(pages, printer, parent)


def _paint(pages: Pages, printer: QPrinter, parent: QWidget) -> bool:
    numbers = chosen_pages(printer.fromPage(), printer.toPage(), pages.count)
    progress = QProgressDialog("Printing…", "Cancel", 0, len(numbers), parent)
    progress.setWindowModality(Qt.WindowModality.WindowModal)

    def step(done: int, _total: int) -> None:
        progress.setValue(done)
        if progress.wasCanceled():
            raise CancelledError("Printing was cancelled.")

    try:
        paint_all(pages, printer, numbers, step)
    except CancelledError:
        printer.abort()
        return False
    finally:
        progress.reset()
        progress.deleteLater()
    return True


def chosen_pages(first: int, last: int, count: int) -> range:
    """Return the pages (from 0) that a printer's dialog asks for; 0 and 0 are all of them."""
    if not first:
        return range(count)
    return range(min(first, count) - 1, min(max(first, last), count))
