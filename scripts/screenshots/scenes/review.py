"""Pictures of the Review desk."""

from collections.abc import Mapping

from PySide6.QtGui import QImage

from framework_qda.ui.review.desk import ReviewDesk
from screenshots.camera import Picture, take
from screenshots.stage import Scene, settle, wait_for


def show_history(scene: Scene) -> QImage:
    """Show what was done, by day and analyst, with the words that one change altered."""
    scene.open("review")
    scene.trigger("window.history")
    history = scene.desk(ReviewDesk).history
    wait_for(lambda: history.is_complete)
    rows = range(history.list.history.rowCount())
    told = (row for row in rows if ": one statement changed" in str(history.list.history.index(row).data()))
    index = history.list.history.index(next(told), 0)
    history.list.setCurrentIndex(index)
    history.list.scrollTo(index, history.list.ScrollHint.PositionAtCenter)
    wait_for(lambda: "changed" in history.heading.text())
    settle()
    return take(scene.window)


PICTURES: Mapping[str, Picture] = {
    "history": show_history,
}
