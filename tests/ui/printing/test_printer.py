import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter

from framework_qda.ui.printing import printer as printer_module
from framework_qda.ui.printing.printer import chosen_pages, print_pages
from framework_qda.ui.printing.setting import set_pages
from framework_qda.ui.printing.setup import PageSetup
from tests.ui.printing.conftest import make_sheet, read_pages


@pytest.mark.parametrize(
    ("first", "last", "pages"),
    [(0, 0, [0, 1, 2, 3]), (2, 3, [1, 2]), (3, 9, [2, 3]), (4, 2, [3]), (9, 9, [3])],
)
def test_the_pages_are_those_of_the_printers_dialog(first, last, pages):
    assert list(chosen_pages(first, last, 4)) == pages


class FileDialog:
    """A printer's dialog that lets the pages be printed into a file."""

    DialogCode = printer_module.QPrintDialog.DialogCode
    PrintDialogOption = printer_module.QPrintDialog.PrintDialogOption
    answer = DialogCode.Accepted
    path = ""

    def __init__(self, printer, _parent):
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(self.path)

    def setOption(self, _option):
        """Take any."""

    def setMinMax(self, _least, _most):
        """Take any."""

    def exec(self):
        return self.answer

    def deleteLater(self):
        """Nothing to delete."""


@pytest.fixture
def pages(qapp):
    return set_pages("The study", [make_sheet(6, 3, 200)], PageSetup(), QGuiApplication.font())


def test_all_pages_are_printed(qtbot, tmp_path, monkeypatch, pages, window):
    path = tmp_path / "printed.pdf"
    monkeypatch.setattr(FileDialog, "path", str(path))
    monkeypatch.setattr(printer_module, "QPrintDialog", FileDialog)
    assert print_pages(pages, window)
    assert len(read_pages(path)) == pages.count


def test_nothing_is_printed_where_nobody_wants_it(tmp_path, monkeypatch, pages, window):
    path = tmp_path / "printed.pdf"
    monkeypatch.setattr(FileDialog, "path", str(path))
    monkeypatch.setattr(FileDialog, "answer", FileDialog.DialogCode.Rejected)
    monkeypatch.setattr(printer_module, "QPrintDialog", FileDialog)
    assert not print_pages(pages, window)
    assert not path.exists()
