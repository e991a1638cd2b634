"""Write a drawing as a PNG picture: the same picture as its SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from framework_qda.errors import ExportError
from framework_qda.io.atomic import replacing
from framework_qda.io.printable import Printable
from framework_qda.io.svg_out import svg_text

if TYPE_CHECKING:
    from pathlib import Path

    from framework_qda.io.drawing import Drawing
    from framework_qda.io.map_report import MapReport

SCALE = 2.0
"""Dots to a pixel of the drawing: sharp on paper."""

MOST_DOTS = 16_000
"""No side of a picture is longer; many programs open none that is."""


def render(drawing: Drawing, scale: float = SCALE) -> QImage:
    """Return a drawing as a picture, so many dots to its pixel; a very large one is made smaller."""
    scale = min(scale, MOST_DOTS / max(drawing.width, drawing.height))
    image = QImage(
        max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale)), QImage.Format.Format_RGB32
    )
    image.fill(QColor("white"))
    renderer = QSvgRenderer(QByteArray(svg_text(drawing).encode()))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return image


def write_map_png(report: MapReport, path: Path) -> list[str]:
    """Write a map as a .png file; return what must be looked at."""
    printable = Printable()
    write_png(report.draw(printable), path)
    return printable.warnings()


def write_png(drawing: Drawing, path: Path) -> None:
    """Write a drawing as a .png file; what stood at `path` stays until it is complete."""
    with replacing(path) as temporary:
        made = QByteArray()
        buffer = QBuffer(made)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if not QImageWriter(buffer, QByteArray(b"png")).write(render(drawing)):
            raise ExportError(f"“{path.name}” could not be written. Choose another folder. Nothing was written.")
        temporary.write_bytes(made.data())  # Qt's own file does not tell of a disk on which the last of it has no room
