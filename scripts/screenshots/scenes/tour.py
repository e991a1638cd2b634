"""Pictures of an hour with the sample."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QDialog, QPushButton

from framework_qda.matrix.filters import RowFilter
from framework_qda.matrix.within_theme import AGENCY
from framework_qda.model import Anchor, Attribute, Interview, Statement
from framework_qda.project import Project
from framework_qda.text.anchors import make_anchor
from framework_qda.ui.chart.desk import ChartDesk
from framework_qda.ui.exporting.dialog import ExportDialog
from framework_qda.ui.matrix.desk import MatrixDesk
from framework_qda.ui.theme.desk import ThemeDesk
from screenshots.camera import Picture, take, take_dialog
from screenshots.stage import Scene, settle


def show_tour_passage(scene: Scene) -> QImage:
    """Show the passage that the first statement of a cell rests on."""
    scene.open("chart")
    scene.go_to("I09", "2.3")
    extract_id = scene.project.read.cell(*scene.cell("I09", "2.3")).content[0].evidence[0]
    scene.desk(ChartDesk).evidence.show_passage(extract_id, is_going=True)
    return take(scene.window)


def show_tour_charting(scene: Scene) -> QImage:
    """Show a cell that the reader of the tour has charted, with one of its passages."""
    scene.open("chart")
    place = scene.cell("I09", "2.5")
    own = "Where I trained you'd have had that on the Thursday."
    summed_up = "Strategy meeting at three, round a table, with a detective on speaker"
    for text, kind, passage in (
        (
            'A baby thought to be shaken, at twenty past two: strategy meeting at three, "round a table".',
            "summary",
            summed_up,
        ),
        (own, "own_words", own),
        ("Said in praise of the team (1.5). Nobody asked him about reports or conferences.", "note", ""),
    ):
        statement = Statement(f"tour {kind}", kind, text)
        content = [*scene.project.read.cell(*place).content, statement]
        scene.do(partial(Project.chart, interview_id=place[0], subtopic_id=place[1], statements=content))
        if passage:
            anchors = [anchor_in(scene, place[0], passage)]
            scene.do(
                partial(
                    Project.link,
                    interview_id=place[0],
                    subtopic_id=place[1],
                    statement_id=statement.id,
                    anchors=anchors,
                )
            )
    scene.do(lambda project: project.set_state(*place, "charted"))
    scene.go_to("I09", "2.5")
    extract_id = scene.project.read.cell(*place).content[0].evidence[0]
    scene.desk(ChartDesk).evidence.show_passage(extract_id, is_going=False)
    return take(scene.window)


def anchor_in(scene: Scene, interview_id: str, passage: str) -> Anchor:
    """Return where a passage stands in the notes of an interview."""
    read = scene.project.read
    for document in read.documents(interview_id):
        for paragraph in read.paragraphs(document.id):
            start = paragraph.text.find(passage)
            if start >= 0:
                return make_anchor(paragraph.id, paragraph.text, start, start + len(passage))
    raise LookupError(f"no paragraph of the notes holds {passage!r}")


def show_tour_theme(scene: Scene) -> QImage:
    """Show one column of the local authorities of one service model."""
    scene.open("matrix")
    model_id = scene.find(Attribute, "label", "Service model")
    chosen = RowFilter({model_id: frozenset({"community based"})}, frozenset({"local authority"}))
    scene.desk(MatrixDesk).filter_bar.set_filter(chosen)
    scene.trigger("matrix.rows_4")
    scene.go_to("I19", "2.3")
    return take(scene.window)


def show_tour_weight(scene: Scene) -> QImage:
    """Show a sentence that was begun with the word for three rows."""
    scene.open("theme")
    desk = scene.desk(ThemeDesk)
    desk.show_subtopic(scene.cell("I22", "2.3")[1])
    desk.group_by((AGENCY,))
    settle()
    desk.weighting.select_rows([scene.find(Interview, "code", code) for code in ("I22", "I25", "I27")])
    settle()
    scene.trigger("theme.weigh")
    desk.synthesis.editor.insertPlainText("without a team were asked what catches a child, and could not say.")
    settle()
    desk.synthesis.editor.ensureCursorVisible()
    last = desk.view.grid_model.place_of(scene.find(Interview, "code", "I27"), scene.cell("I27", "2.3")[1])
    assert last is not None
    desk.view.scrollTo(desk.view.grid_model.index(*last))
    return take(scene.window)


def show_tour_comment(scene: Scene) -> QImage:
    """Show a comment that is being answered."""
    scene.open("chart")
    scene.go_to("I10", "2.3")
    scene.trigger("chart.comments")
    panel = scene.desk(ChartDesk).panes.comments
    reply = next(each for each in panel.findChildren(QPushButton) if each.text() == "Reply" and each.isVisible())
    reply.click()
    panel.field.setPlainText("Her Fridays are in 2.6. Whoever reads 2.3 alone misses them.")
    panel.field.moveCursor(QTextCursor.MoveOperation.End)
    settle()
    return take(scene.window)


def show_tour_appendix(scene: Scene) -> QImage:
    """Show the options of an appendix that others may read."""
    scene.open("matrix")

    def prepare(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.form.show_values({"is_public": True, "has_notes": False, "has_references": False, "paper": "A4"})

    return take_dialog(scene.window.menus.file.exports.matrices, prepare)


PICTURES: Mapping[str, Picture] = {
    "tour-passage": show_tour_passage,
    "tour-charting": show_tour_charting,
    "tour-theme": show_tour_theme,
    "tour-weight": show_tour_weight,
    "tour-comment": show_tour_comment,
    "tour-appendix": show_tour_appendix,
}
