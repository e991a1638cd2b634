"""Pictures of the Board desk."""

from collections.abc import Mapping

from PySide6.QtGui import QImage

from framework_qda.ui.board.desk import BoardDesk
from screenshots.camera import Picture, take
from screenshots.stage import Scene, settle, wait_for


def _open(scene: Scene) -> BoardDesk:
    scene.open("board")
    desk = scene.desk(BoardDesk)
    wait_for(lambda: desk.is_complete)
    settle()
    return desk


def show_board(scene: Scene) -> QImage:
    """Show where the sample study stands."""
    _open(scene)
    return take(scene.window)


def show_board_cases(scene: Scene) -> QImage:
    """Show a row a case study, counted by case study too."""
    desk = _open(scene)
    scene.trigger("board.by_case")
    desk.standing_heading.choice.setCurrentIndex(1)
    settle()
    return take(scene.window)


PICTURES: Mapping[str, Picture] = {
    "board": show_board,
    "board-cases": show_board_cases,
}
