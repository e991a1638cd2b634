"""Pictures of the Framework desk."""

from collections.abc import Mapping

from PySide6.QtGui import QImage

from framework_qda.model import Subtopic
from framework_qda.ui.framework.desk import FrameworkDesk
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


PICTURES: Mapping[str, Picture] = {
    "study": show_study,
    "framework": show_framework,
}
