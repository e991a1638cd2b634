"""Pictures of the Interviews desk."""

from collections.abc import Mapping

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog

from framework_qda.model import Attribute, Interview
from framework_qda.ui.interviews.attributes_dialog import AttributesDialog
from framework_qda.ui.interviews.desk import InterviewsDesk
from screenshots.camera import Picture, take, take_dialog
from screenshots.stage import Scene


def show_interviews(scene: Scene) -> QImage:
    """Show an interview with its informants in the outline."""
    scene.open("interviews")
    desk = scene.desk(InterviewsDesk)
    desk.view.choose(scene.find(Interview, "code", "I02"))
    desk.view.expand(desk.view.currentIndex())
    return take(scene.window)


def show_attributes(scene: Scene) -> QImage:
    """Show what is recorded of case studies."""
    scene.open("interviews")
    attribute_id = scene.find(Attribute, "label", "Service model")

    def prepare(dialog: QDialog) -> None:
        assert isinstance(dialog, AttributesDialog)
        dialog.view.choose(attribute_id)

    return take_dialog(scene.desk(InterviewsDesk).edit_attributes, prepare)


PICTURES: Mapping[str, Picture] = {
    "interviews": show_interviews,
    "attributes": show_attributes,
}
