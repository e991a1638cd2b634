"""Pictures of the Case desk."""

from collections.abc import Mapping

from PySide6.QtGui import QImage

from framework_qda.model import CaseStudy
from framework_qda.ui.case.desk import CaseDesk
from screenshots.camera import Picture, take
from screenshots.stage import Scene, settle


def show_case(scene: Scene) -> QImage:
    """Show a case study with its synopsis, a link of which is pointed at."""
    scene.open("case")
    scene.go_to("I08", "2.3")
    desk = scene.desk(CaseDesk)
    link = next(each.evidence[0] for each in desk.synopsis.editor.content()[1:] if each.evidence)
    desk.synopsis.editor.select_chip(link)
    desk.view.setFocus()
    settle()
    return take(scene.window)


def show_case_verdicts(scene: Scene) -> QImage:
    """Show the verdicts on all case studies."""
    scene.open("case")
    scene.trigger("case.verdicts")
    return take(scene.window)


def show_case_side_by_side(scene: Scene) -> QImage:
    """Show two case studies side by side."""
    scene.open("case")
    case_studies = [scene.find(CaseStudy, "label", label) for label in ("Area 1", "Area 4")]
    scene.desk(CaseDesk).side_by_side.chosen.emit(case_studies, [])
    settle()
    return take(scene.window)


PICTURES: Mapping[str, Picture] = {
    "case": show_case,
    "case-verdicts": show_case_verdicts,
    "case-side-by-side": show_case_side_by_side,
}
