"""Draw the pictures of the user guide from the running program: `python scripts/screenshots.py FOLDER [NAME ...]`.

Each picture has a function that brings a window, on a copy of the sample study, into the state that is shown. The
sample is the same on every build, settings and back-ups lie in a temporary folder, and the clock stands still: a
picture differs only where the program does.
"""

import json
import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["TZ"] = "UTC"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QImage, QImageWriter, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from framework_qda.matrix.filters import RowFilter
from framework_qda.matrix.outline import framework_outline
from framework_qda.model import Analyst, Anchor, Attribute, Changes, Interview, Record, Statement, Subtopic
from framework_qda.project import Project, create_project, open_project
from framework_qda.project.backup import FOLDER_VARIABLE
from framework_qda.shipped import build_sample, sample_folder
from framework_qda.text.anchors import make_anchor
from framework_qda.ui.chart.desk import ChartDesk
from framework_qda.ui.desk import Desk
from framework_qda.ui.exporting.dialogs import ExportDialog
from framework_qda.ui.framework.desk import FrameworkDesk
from framework_qda.ui.importing import ImportNotesDialog
from framework_qda.ui.interviews.attributes_dialog import AttributesDialog
from framework_qda.ui.interviews.desk import InterviewsDesk
from framework_qda.ui.matrix.desk import MatrixDesk
from framework_qda.ui.project_dialogs import NewProjectDialog
from framework_qda.ui.settings import Settings
from framework_qda.ui.style import Look
from framework_qda.ui.widgets.dialogs import PathField
from framework_qda.ui.window import MainWindow

D = TypeVar("D", bound=Desk)

SIZE = (1400, 900)
MOST_BYTES = 250_000
COLOURS = 256
LINE = QColor("#c9ced3")
"""The frame around a dialog, which brings no border of its own."""
SHOWN_FOLDER = Path("/home/ann/studies")
"""The folder that dialogs show in place of the temporary one."""
NOON = datetime(2012, 11, 23, 12, 0, tzinfo=UTC)
"""When all that happens in a picture happens: after the last day of the sample study."""
LONGEST_WAIT_S = 10.0


@dataclass(frozen=True, slots=True)
class Scene:
    """A window that was made for one picture, and where copies of the sample can be taken from."""

    window: MainWindow
    look: Look
    sample: Path
    folder: Path

    @property
    def project(self) -> Project:
        """The project that the window shows."""
        assert self.window.project is not None
        return self.window.project

    def open(self, desk: str) -> None:
        """Open a copy of the sample at a desk, as its first analyst."""
        path = self.folder / "Joint working study.fqda"
        shutil.copyfile(self.sample, path)
        project = open_project(path, clock=lambda: NOON)
        project.analyst_id = project.read.all(Analyst)[0].id
        self.window.settings.set_analyst(project.project_id, project.analyst_id)
        self.window.show_project(project)
        self.window.show_desk(desk)
        settle()

    def desk(self, desk_type: type[D]) -> D:
        """Return the desk that is shown."""
        desk = self.window.current_desk()
        assert isinstance(desk, desk_type)
        return desk

    def go_to(self, code: str, number: str) -> None:
        """Go to a cell on the desk that is shown."""
        self.desk(Desk).open_cell(*self.cell(code, number))
        settle()

    def cell(self, code: str, number: str) -> tuple[str, str]:
        """Return the ids of an interview and a sub-topic."""
        columns = [column for theme in framework_outline(self.project.read) for column in theme.columns]
        subtopic_id = next(column.subtopic_id for column in columns if column.number == number)
        return self.find(Interview, "code", code), subtopic_id

    def find(self, record_type: type[Record], field: str, value: str) -> str:
        """Return the id of the record whose field has a value."""
        return next(each.id for each in self.project.read.all(record_type) if getattr(each, field) == value)

    def do(self, action: Callable[[Project], Changes]) -> None:
        """Change the project as a desk would."""
        assert self.window.operations is not None
        assert self.window.operations.run(action) is not None
        settle()

    def trigger(self, command_id: str) -> None:
        """Do a command of the window or of the desk that is shown."""
        action = self.window.findChild(QAction, command_id)
        assert isinstance(action, QAction)
        action.trigger()
        settle()


Picture = Callable[[Scene], QImage]


# -- taking pictures


def settle() -> None:
    """Let the window lay out and paint what was asked of it."""
    for _ in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_for(is_true: Callable[[], bool]) -> None:
    """Go on once something is true; fail if it never is."""
    end = time.monotonic() + LONGEST_WAIT_S
    while not is_true():
        if time.monotonic() > end:
            raise TimeoutError("what the picture waits for did not happen")
        QTest.qWait(20)
    settle()


def take(widget: QWidget) -> QImage:
    """Take the picture of a widget."""
    settle()
    return widget.grab().toImage()


def take_with_menu(window: QWidget, menu: QMenu, place: QPoint) -> QImage:
    """Take the picture of a window with a menu that is shown at a place of the screen."""
    menu.popup(place)
    settle()
    picture = take(window)
    painter = QPainter(picture)
    painter.drawPixmap(window.mapFromGlobal(menu.pos()), menu.grab())
    painter.end()
    menu.hide()
    return picture


def take_dialog(ask: Callable[[], object], prepare: Callable[[QDialog], object] = lambda _dialog: None) -> QImage:
    """Take the picture of the dialog that `ask` shows, in a thin frame; the dialog is then cancelled."""
    taken: list[QImage] = []

    def shoot() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            for field in dialog.findChildren(PathField):
                field.line.setText(str(SHOWN_FOLDER / Path(field.line.text()).name))
                field.line.setCursorPosition(0)
            prepare(dialog)
            taken.append(take(dialog))
        finally:
            dialog.reject()

    QTimer.singleShot(0, shoot)
    ask()
    settle()
    framed = taken[0]
    painter = QPainter(framed)
    painter.setPen(LINE)
    painter.drawRect(QRect(0, 0, framed.width() - 1, framed.height() - 1))
    painter.end()
    return framed


# -- the pictures: before there is a study


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


# -- the pictures: interviews, framework, notes


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


def show_study(scene: Scene) -> QImage:
    """Show title, aims and house style of a study."""
    scene.open("framework")
    return take_dialog(scene.window.menus.file.study)


def show_framework(scene: Scene) -> QImage:
    """Show a sub-topic with its definition."""
    scene.open("framework")
    scene.desk(FrameworkDesk).view.choose(scene.find(Subtopic, "label", "Notification and backup systems"))
    return take(scene.window)


def show_import(scene: Scene) -> QImage:
    """Show files of notes with the interviews that they go to."""
    path = build_sample(scene.folder / "Begun.fqda", interviews=["I01"])
    project = open_project(path, clock=lambda: NOON)
    project.analyst_id = project.read.all(Analyst)[0].id
    scene.window.show_project(project)
    files = []
    for code in ("I02", "I03", "I04"):
        files.append(scene.folder / f"{code} notes.docx")
        shutil.copyfile(sample_folder() / "notes" / f"{code}.docx", files[-1])
    files.append(scene.folder / "to be sorted.txt")
    files[-1].write_text("[00:00:12]\nINT: Where shall we begin?\nR: With the winter of the two closed wards.\n")

    def prepare(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportNotesDialog)
        dialog.add_files(files)
        wait_for(lambda: not dialog.plan.is_reading)

    return take_dialog(scene.window.menus.file.import_notes, prepare)


# -- the pictures: chart


def show_chart(scene: Scene) -> QImage:
    """Show a cell with statements of all kinds, beside the passage that one of them rests on."""
    scene.open("chart")
    scene.go_to("I02", "2.3")
    desk = scene.desk(ChartDesk)
    extract_id = scene.project.read.cell(*scene.cell("I02", "2.3")).content[0].evidence[0]
    desk.evidence.show_passage(extract_id, is_going=False)
    return take(scene.window)


def show_chart_link(scene: Scene) -> QImage:
    """Show a passage of the notes on its way into a statement."""
    scene.open("chart")
    scene.go_to("I05", "1.3")
    notes = scene.desk(ChartDesk).panes.notes.view
    words = "he will not take newly qualified"
    place, line = next((place, line) for place, line in enumerate(notes.lines) if words in line.text)
    start = line.text.index(words)
    notes.setFocus()
    notes.go_to_place(place, start, start + len(words))
    return take(scene.window)


def show_chart_states(scene: Scene) -> QImage:
    """Show the states that a cell can have."""
    scene.open("chart")
    scene.go_to("I02", "2.3")
    button = scene.desk(ChartDesk).panes.cell.state_button
    menu = button.menu()
    return take_with_menu(scene.window, menu, button.mapToGlobal(QPoint(0, button.height())))


def show_versions(scene: Scene) -> QImage:
    """Show the versions of a cell, the newest against the one before."""
    scene.open("chart")
    scene.go_to("I02", "2.3")
    place = scene.cell("I02", "2.3")
    first, *others = scene.project.read.cell(*place).content
    changed = replace(first, text=f"{first.text.rstrip('.')}, though never on the days of the other site.")
    scene.do(lambda project: project.chart(*place, [changed, *others]))
    return take_dialog(lambda: scene.trigger("chart.history"))


def show_chart_dark(scene: Scene) -> QImage:
    """Show the Chart desk in its dark colours."""
    scene.look.set_scheme("dark")
    return show_chart(scene)


# -- the pictures: matrix


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


# -- the pictures: what comes out, and help


def show_export_matrices(scene: Scene) -> QImage:
    """Show the options of the Excel export."""
    scene.open("matrix")
    return take_dialog(scene.window.menus.file.exports.matrices)


def show_export_quotes(scene: Scene) -> QImage:
    """Show the options of the Word export."""
    scene.open("matrix")
    return take_dialog(scene.window.menus.file.exports.quotes)


def show_history(scene: Scene) -> QImage:
    """Show what was done last, the newest of it undone."""
    scene.open("chart")
    place = scene.cell("I02", "2.2")
    scene.do(lambda project: project.set_state(*place, "reviewed"))
    scene.window.undo()
    return take_dialog(scene.window.menus.file.history)


def show_keys(scene: Scene) -> QImage:
    """Show the keys of the Chart desk."""
    scene.open("chart")
    return take_dialog(scene.window.menus.help.keys)


# -- the pictures: an hour with the sample


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


def show_tour_case(scene: Scene) -> QImage:
    """Show how three people of one area tell of one event."""
    scene.open("matrix")
    scene.go_to("I08", "3.5")
    scene.desk(MatrixDesk).filter_bar.set_filter(RowFilter(text="unbooked"))
    scene.go_to("I09", "3.5")
    return take(scene.window)


def show_tour_theme(scene: Scene) -> QImage:
    """Show one column of the local authorities of one service model."""
    scene.open("matrix")
    model_id = scene.find(Attribute, "label", "Service model")
    chosen = RowFilter({model_id: frozenset({"community based"})}, frozenset({"local authority"}))
    scene.desk(MatrixDesk).filter_bar.set_filter(chosen)
    scene.trigger("matrix.rows_4")
    scene.go_to("I19", "2.3")
    return take(scene.window)


def show_tour_appendix(scene: Scene) -> QImage:
    """Show the options of an appendix that others may read."""
    scene.open("matrix")

    def prepare(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.form.show_values({"is_public": True, "has_notes": False, "has_references": False, "paper": "A4"})

    return take_dialog(scene.window.menus.file.exports.matrices, prepare)


PICTURES: Mapping[str, Picture] = {
    "welcome": show_welcome,
    "new-project": show_new_project,
    "who-works": show_who_works,
    "empty-project": show_empty_project,
    "read-only": show_read_only,
    "interviews": show_interviews,
    "attributes": show_attributes,
    "study": show_study,
    "framework": show_framework,
    "import-notes": show_import,
    "chart": show_chart,
    "chart-link": show_chart_link,
    "chart-states": show_chart_states,
    "versions": show_versions,
    "chart-dark": show_chart_dark,
    "matrix": show_matrix,
    "matrix-edit": show_matrix_edit,
    "matrix-filter": show_matrix_filter,
    "matrix-dark": show_matrix_dark,
    "export-matrices": show_export_matrices,
    "export-quotes": show_export_quotes,
    "history": show_history,
    "keys": show_keys,
    "tour-passage": show_tour_passage,
    "tour-charting": show_tour_charting,
    "tour-case": show_tour_case,
    "tour-theme": show_tour_theme,
    "tour-appendix": show_tour_appendix,
}


# -- drawing them all


@contextmanager
def make_scene(app: QApplication, look: Look, sample: Path) -> Iterator[Scene]:
    """Give a shown window without a project, in a folder of its own."""
    with TemporaryDirectory() as folder:
        os.environ[FOLDER_VARIABLE] = str(Path(folder) / "backups")
        settings = Settings(Path(folder) / "settings.ini")
        settings.folder = Path(folder)
        look.set_scheme("light")
        window = MainWindow(settings, look)
        window.resize(*SIZE)
        window.show()
        settle()
        try:
            yield Scene(window, look, sample, Path(folder))
        finally:
            window.close()
            window.deleteLater()
            settle()
            app.closeAllWindows()


def start_toolkit() -> QApplication:
    """Start Qt without a screen, as if there were one that a window of the guide's size fits on."""
    screen = {"name": "screen", "x": 0, "y": 0, "width": 1600, "height": 1000, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    with TemporaryDirectory() as folder:
        screens = Path(folder) / "screens.json"
        screens.write_text(json.dumps({"screens": [screen]}))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        return QApplication([])


def draw(names: Sequence[str], folder: Path) -> None:
    """Draw pictures into a folder, one file a name."""
    time.tzset()
    app = start_toolkit()
    app.setCursorFlashTime(0)
    look = Look(app, "light", 100)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as sources:
        sample = build_sample(Path(sources) / "Sample study.fqda")
        for name in names:
            with make_scene(app, look, sample) as scene:
                write(PICTURES[name](scene), folder / f"{name}.png")


def with_few_colours(picture: QImage) -> QImage:
    """Return a picture in its 256 most frequent colours: letters need no more, and the file is half as large."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(picture.constBits()).cast("I"))
    table = [colour for colour, _ in counted.most_common(COLOURS)]
    return picture.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


def write(picture: QImage, path: Path) -> None:
    """Write a picture as a small PNG; fail if it is too large for a guide."""
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(100)
    if not writer.write(with_few_colours(picture)):
        raise OSError(f"{path} could not be written: {writer.errorString()}")
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise ValueError(f"{path.name} has {size:,} bytes, more than {MOST_BYTES:,}")
    print(f"{path.name}: {picture.width()} x {picture.height()}, {size / 1000:.0f} kB")


def main(arguments: Sequence[str]) -> None:
    """Draw the named pictures, or all of them and take away those that are drawn no longer."""
    if not arguments or set(arguments[1:]) - set(PICTURES):
        raise SystemExit(f"{__doc__}\nNames: {', '.join(PICTURES)}")
    folder, names = Path(arguments[0]), arguments[1:] or list(PICTURES)
    draw(names, folder)
    if not arguments[1:]:
        for path in folder.glob("*.png"):
            if path.stem not in PICTURES:
                path.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
