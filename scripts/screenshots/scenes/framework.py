"""Pictures of the Framework desk."""

from collections.abc import Mapping

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog

from framework_qda.model import Subtopic, Tag
from framework_qda.ui.framework.desk import FrameworkDesk
from framework_qda.ui.framework.split_dialog import SplitDialog
from screenshots.camera import Picture, take, take_dialog
from screenshots.stage import Scene


def show_study(scene: Scene) -> QImage:
    """Show title, aims and house style of a study."""
    scene.open("framework")
    return take_dialog(scene.window.menus.file.study)


def show_framework(scene: Scene) -> QImage:
    """Show a sub-topic with its definition."""
    scene.open("framework")
    scene.desk(FrameworkDesk).view.choose(scene.find(Subtopic, "label", "Notification and backup systems"))
    return take(scene.window)


def show_split(scene: Scene) -> QImage:
    """Show a sub-topic that is about to be split by a tag."""
    desk = _choose_tagged(scene)

    def prepare(dialog: QDialog) -> None:
        assert isinstance(dialog, SplitDialog)
        dialog.tag.setCurrentIndex(1)
        dialog.tag.activated.emit(1)

    return take_dialog(desk.reshaping.split, prepare)


def show_rehoming(scene: Scene) -> QImage:
    """Show the statements that wait for a better sub-topic."""
    return take_dialog(_choose_tagged(scene).reshaping.rehome)


def _choose_tagged(scene: Scene) -> FrameworkDesk:
    scene.open("framework")
    desk = scene.desk(FrameworkDesk)
    desk.view.choose(next(tag.subtopic_id for tag in scene.project.read.all(Tag) if tag.subtopic_id))
    return desk


PICTURES: Mapping[str, Picture] = {
    "study": show_study,
    "framework": show_framework,
    "split": show_split,
    "rehoming": show_rehoming,
}
