"""Pictures of the Matrix desk."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

from framework_qda.matrix.filters import RowFilter
from framework_qda.model import Attribute
from framework_qda.ui.matrix.desk import MatrixDesk
from screenshots.camera import Picture, take, take_with_menu
from screenshots.stage import Scene


def show_matrix(scene: Scene) -> QImage:
    """Show a matrix with the evidence of one cell."""
    scene.open("matrix")
    scene.go_to("I02", "1.4")
    return take(scene.window)


def show_matrix_edit(scene: Scene) -> QImage:
    """Show a cell that is edited in place."""
    scene.open("matrix")
    scene.go_to("I02", "1.3")
    scene.trigger("matrix.edit")
    return take(scene.window)


def show_matrix_filter(scene: Scene) -> QImage:
    """Show the menu of the filter, while a filter is in force."""
    scene.open("matrix")
    desk = scene.desk(MatrixDesk)
    model_id = scene.find(Attribute, "label", "Service model")
    desk.filter_bar.set_filter(RowFilter(attributes={model_id: frozenset({"hospital team"})}))
    button = desk.filter_bar.menu_button
    return take_with_menu(scene.window, desk.filter_bar.menu, button.mapToGlobal(QPoint(0, button.height())))


def show_matrix_dark(scene: Scene) -> QImage:
    """Show the Matrix desk in its dark colours."""
    scene.look.set_scheme("dark")
    return show_matrix(scene)


def show_matrix_comments(scene: Scene) -> QImage:
    """Show what is said of a cell beside the matrix, and a reply that is being written."""
    scene.open("matrix")
    scene.go_to("I09", "1.3")
    scene.trigger("matrix.evidence")
    scene.trigger("matrix.comments")
    comments = scene.desk(MatrixDesk).comments
    comments.cards[0].reply_button.click()
    comments.field.setPlainText("Then it can stay in the cell, and out of the report.")
    return take(scene.window)


PICTURES: Mapping[str, Picture] = {
    "matrix": show_matrix,
    "matrix-edit": show_matrix_edit,
    "matrix-comments": show_matrix_comments,
    "matrix-filter": show_matrix_filter,
    "matrix-dark": show_matrix_dark,
}
