"""Pictures of before there is a study, and the study as a whole."""

from collections.abc import Mapping

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog

from framework_qda.project import create_project, open_project
from framework_qda.ui.project_dialogs import NewProjectDialog
from framework_qda.ui.window import MainWindow
from screenshots.camera import SHOWN_FOLDER, Picture, take, take_dialog
from screenshots.stage import NOON, SIZE, Scene


def show_welcome(scene: Scene) -> QImage:
    """Show the first screen."""
    return take(scene.window)


def show_new_project(scene: Scene) -> QImage:
    """Show the dialog of a new project, filled in."""

    def prepare(dialog: QDialog) -> None:
        assert isinstance(dialog, NewProjectDialog)
        dialog.title.setText("Winter beds")
        dialog.name.setText("Ann Marsh")
        dialog.place.line.setText(str(SHOWN_FOLDER / "Winter beds.fqda"))

    return take_dialog(scene.window.menus.file.new, prepare)


def show_who_works(scene: Scene) -> QImage:
    """Show the question who works in a project."""
    scene.open("matrix")
    return take_dialog(scene.window.menus.file.analyst)


def show_empty_project(scene: Scene) -> QImage:
    """Show a project in which nothing stands yet."""
    path = scene.folder / "Winter beds.fqda"
    project = create_project(path, title="Winter beds", analyst_name="Ann Marsh", clock=lambda: NOON)
    scene.window.show_project(project)
    return take(scene.window)


def show_read_only(scene: Scene) -> QImage:
    """Show a second window on a project that somebody has open."""
    scene.open("matrix")
    first = scene.project
    second = MainWindow(scene.window.settings, scene.look)
    second.resize(*SIZE)
    second.show()
    second.show_project(open_project(first.path, clock=lambda: NOON))
    second.show_desk("matrix")
    picture = take(second)
    second.close()
    second.deleteLater()
    return picture


def show_keys(scene: Scene) -> QImage:
    """Show the keys of the Chart desk."""
    scene.open("chart")
    return take_dialog(scene.window.menus.help.keys)


PICTURES: Mapping[str, Picture] = {
    "welcome": show_welcome,
    "new-project": show_new_project,
    "who-works": show_who_works,
    "empty-project": show_empty_project,
    "read-only": show_read_only,
    "keys": show_keys,
}
