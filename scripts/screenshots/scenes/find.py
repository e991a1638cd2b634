"""Pictures of the Find desk."""

from collections.abc import Mapping

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from framework_qda.project.hits import HitKind
from framework_qda.ui.find.desk import FindDesk
from screenshots.camera import Picture, take
from screenshots.stage import Scene, settle, wait_for


def _look_for(scene: Scene, words: str) -> FindDesk:
    scene.open("find")
    desk = scene.desk(FindDesk)
    desk.look_for(words)
    wait_for(lambda: not desk.searcher.is_busy)
    settle()
    return desk


def show_find(scene: Scene) -> QImage:
    """Show what is found of all kinds."""
    _look_for(scene, "discharge planning")
    return take(scene.window)


def show_find_notes(scene: Scene) -> QImage:
    """Show what is found in the notes alone."""
    _look_for(scene, "nurse (police OR court)").show_kind(HitKind.NOTES)
    settle()
    return take(scene.window)


def show_go_to(scene: Scene) -> QImage:
    """Show where one can go by parts of a name."""
    scene.open("chart")
    scene.go_to("I02", "2.3")
    scene.window.open_palette()
    QTest.keyClicks(scene.window.palette_field.field, "named nurse")
    return take(scene.window)


PICTURES: Mapping[str, Picture] = {
    "find": show_find,
    "find-notes": show_find_notes,
    "go-to": show_go_to,
}
