"""Pictures of what comes out."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QDialog

from framework_qda.io.map_report import map_report
from framework_qda.io.printable import Printable
from framework_qda.io.reading_reports import case_report, case_source
from framework_qda.io.reports import Report, sample_report
from framework_qda.ui.matrix.desk import MatrixDesk
from framework_qda.ui.printing.dialog import PrintDialog
from framework_qda.ui.printing.painter import paint_page
from framework_qda.ui.printing.png import render
from framework_qda.ui.printing.printout import PrintOptions
from framework_qda.ui.printing.setting import set_pages
from framework_qda.ui.printing.setup import PageSetup
from screenshots.camera import LINE, Picture, take_dialog
from screenshots.stage import NOON, Scene, wait_for

PAGE_WIDTH = 1200
"""In pixels: the picture of a page."""


def show_export_matrices(scene: Scene) -> QImage:
    """Show the options of the Excel export."""
    scene.open("matrix")
    return take_dialog(scene.window.menus.file.exports.matrices)


def show_export_quotes(scene: Scene) -> QImage:
    """Show the options of the Word export."""
    scene.open("matrix")
    return take_dialog(scene.window.menus.file.exports.quotes)


def take_page(report: Report, setup: PageSetup, number: int = 0) -> QImage:
    """Take the picture of one page of a report, in a thin frame."""
    pages = set_pages(report.title, report.sheets, setup, QGuiApplication.font())
    picture = QImage(PAGE_WIDTH, round(PAGE_WIDTH * setup.height / setup.width), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.save()
    painter.scale(PAGE_WIDTH / setup.width, PAGE_WIDTH / setup.width)
    paint_page(painter, pages, number)
    painter.restore()
    painter.setPen(LINE)
    painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return picture


def show_print(scene: Scene) -> QImage:
    """Show the print dialog on a matrix."""
    scene.open("matrix")

    def prepare(dialog: QDialog) -> None:
        assert isinstance(dialog, PrintDialog)
        dialog.resize(1100, 700)
        wait_for(lambda: dialog.pages is not None)

    return take_dialog(scene.window.menus.file.printing.print_desk, prepare)


def show_printed_page(scene: Scene) -> QImage:
    """Show a page of a matrix as it is printed on A3."""
    scene.open("matrix")
    printout = scene.desk(MatrixDesk).printout()
    assert printout is not None
    return take_page(printout.make(PrintOptions()), PageSetup("A3"))


def show_printed_sample(scene: Scene) -> QImage:
    """Show the sample table as it is printed."""
    scene.open("matrix")
    return take_page(sample_report(scene.project.read), PageSetup(text_size=9.0))


def show_printed_case(scene: Scene) -> QImage:
    """Show the first page of a case sheet."""
    scene.open("matrix")
    return take_page(case_report(case_source(scene.project.read)), PageSetup(text_size=9.0))


def show_exported_map(scene: Scene) -> QImage:
    """Show the map of states as it is exported."""
    scene.open("board")
    report = map_report(scene.project.overview, made_on=NOON.date())
    return render(report.draw(Printable()), 1.0)


PICTURES: Mapping[str, Picture] = {
    "export-matrices": show_export_matrices,
    "export-quotes": show_export_quotes,
    "print": show_print,
    "printed-page": show_printed_page,
    "printed-sample": show_printed_sample,
    "printed-case": show_printed_case,
    "exported-map": show_exported_map,
}
