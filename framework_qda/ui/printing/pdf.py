"""Write pages into a PDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from framework_qda.errors import ExportError
from framework_qda.io.atomic import replacing
from framework_qda.ui.printing.painter import paint_page
from framework_qda.ui.printing.setting import set_pages
from framework_qda.ui.printing.setup import REPORT_SIZE, UNIT, PageSetup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice

    from framework_qda.io.reports import Report
    from framework_qda.ui.printing.setting import Pages

RESOLUTION = 720
"""Dots in an inch: one is a unit."""


def page_layout(setup: PageSetup) -> QPageLayout:
    """Return the paper as Qt knows it, without margins: the pages bring their own."""
    width, height = setup.size_mm
    upright = QSizeF(min(width, height), max(width, height))
    size = QPageSize(upright, QPageSize.Unit.Millimeter, setup.paper)
    way = QPageLayout.Orientation.Landscape if setup.is_landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(size, way, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def write_pdf(pages: Pages, path: Path, step: Callable[[int, int], object] = lambda _done, _total: None) -> None:
    """Write all pages into a PDF file; `step` is told how many are written, and of how many.

    What stood at `path` stays until the new file is complete. Raises ExportError if it cannot be written.
    """
    with replacing(path) as temporary:
        file = QFile(str(temporary))
        file.open(QFile.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(file)
        writer.setResolution(RESOLUTION)
        writer.setTitle(pages.title)
        writer.setCreator("")
        writer.setPageLayout(page_layout(pages.measures.setup))
        paint_all(pages, writer, range(pages.count), step)
        if not file.flush() or file.error() != QFile.FileError.NoError:  # the writer does not tell of a full disk
            raise ExportError(
                f"“{path.name}” could not be written: {file.errorString()}. What stood there is as it was."
            )
        file.close()


def write_report_pdf(report: Report, path: Path, setup: PageSetup | None = None) -> list[str]:
    """Set a report on pages and write them into a PDF file; return what must be looked at.

    Without a set-up the pages are A4, on their side where a table has many columns.
    """
    is_wide = any(sheet.is_wide for sheet in report.sheets)
    chosen = setup or PageSetup(is_landscape=is_wide, text_size=REPORT_SIZE)
    write_pdf(set_pages(report.title, report.sheets, chosen, QGuiApplication.font()), path)
    return list(report.warnings)


def paint_all(pages: Pages, device: QPagedPaintDevice, numbers: range, step: Callable[[int, int], object]) -> None:
    """Paint pages on a printer or into a file; raise ExportError if that cannot be begun."""
    painter = QPainter()
    if not painter.begin(device):
        raise ExportError("The pages could not be written there. Choose another place or printer. Nothing was written.")
    try:
        scale = device.logicalDpiX() / 72 / UNIT
        for done, number in enumerate(numbers):
            step(done, len(numbers))
            if done:
                device.newPage()
            painter.save()
            painter.scale(scale, scale)
            paint_page(painter, pages, number)
            painter.restore()
    finally:
        painter.end()
