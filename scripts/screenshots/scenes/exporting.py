"""Pictures of what comes out."""

from collections.abc import Mapping

from PySide6.QtGui import QImage

from screenshots.camera import Picture, take_dialog
from screenshots.stage import Scene


def show_export_matrices(scene: Scene) -> QImage:
    """Show the options of the Excel export."""
    scene.open("matrix")
    return take_dialog(scene.window.menus.file.exports.matrices)


def show_export_quotes(scene: Scene) -> QImage:
    """Show the options of the Word export."""
    scene.open("matrix")
    return take_dialog(scene.window.menus.file.exports.quotes)


PICTURES: Mapping[str, Picture] = {
    "export-matrices": show_export_matrices,
    "export-quotes": show_export_quotes,
}
