"""Pictures of the Review desk."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtGui import QImage

from framework_qda.matrix.reviewing import Since
from framework_qda.model import Analyst
from framework_qda.ui.review.desk import ReviewDesk
from screenshots.camera import Picture, take
from screenshots.stage import Scene, settle, wait_for


def _open(scene: Scene) -> ReviewDesk:
    scene.open("review")
    desk = scene.desk(ReviewDesk)
    wait_for(lambda: desk.changed.is_complete)
    return desk


def show_beginning(scene: Scene) -> QImage:
    """Show the question since when somebody wants to look who has never looked."""
    _open(scene)
    return take(scene.window)


def show_review(scene: Scene) -> QImage:
    """Show a cell that a colleague changed, with the words that differ, the one before accepted."""
    scene.open("interviews")
    place = scene.cell("I07", "2.2")
    first, *others = scene.project.read.cell(*place).content
    words = first.text.replace("knows", "has known").rstrip(".")
    lead, scene.project.analyst_id = scene.project.analyst_id, scene.find(Analyst, "initials", "JT")
    changed = replace(first, text=f"{words}, as she said twice.")
    scene.do(lambda project: project.chart(*place, (changed, *others), "charted"))
    scene.project.analyst_id = lead
    scene.window.menus.file.analyst_chosen.emit()
    scene.window.show_desk("review")
    desk = scene.desk(ReviewDesk)
    desk.changed.begin_page.chosen.emit(Since.DAY, date(2012, 9, 1))
    wait_for(lambda: desk.changed.is_complete)
    rows = [item.place for item in desk.changed.list.changed_model.items]
    desk.changed.list.choose(rows.index(place))
    settle()
    return take(scene.window)


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
    "review-begin": show_beginning,
    "review": show_review,
    "history": show_history,
}
