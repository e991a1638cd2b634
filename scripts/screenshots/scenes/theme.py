"""Pictures of the Theme desk."""

from collections.abc import Mapping

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog

from framework_qda.matrix.within_theme import AGENCY
from framework_qda.model import Attribute
from framework_qda.ui.theme.crosstab_dialog import CrossTabDialog
from framework_qda.ui.theme.desk import ThemeDesk
from screenshots.camera import Picture, take, take_dialog
from screenshots.stage import Scene, settle


def show_theme(scene: Scene) -> QImage:
    """Show a sub-topic grouped by agency."""
    scene.open("theme")
    desk = scene.desk(ThemeDesk)
    desk.show_subtopic(scene.cell("I01", "2.3")[1])
    desk.group_by((AGENCY,))
    settle()
    return take(scene.window)


def show_cross_tab(scene: Scene) -> QImage:
    """Show two attributes crossed."""
    scene.open("theme")

    def prepare(dialog: QDialog) -> None:
        assert isinstance(dialog, CrossTabDialog)
        dialog.rows.setCurrentIndex(dialog.rows.findData(scene.find(Attribute, "label", "Service model")))
        dialog.columns.setCurrentIndex(dialog.columns.findData(AGENCY))

    return take_dialog(scene.desk(ThemeDesk).show_cross_tab, prepare)


PICTURES: Mapping[str, Picture] = {
    "theme": show_theme,
    "theme-crosstab": show_cross_tab,
}
