"""The main window: rail, top bar, the desk in the middle, messages, status bar; and the way from desk to desk."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from framework_qda.matrix.analysts import NOBODY_KNOWN, analyst_marks
from framework_qda.model import Changes
from framework_qda.ui.desks import DESKS, RAIL, READING_DESKS, RECORD_DESKS
from framework_qda.ui.hint import Hint
from framework_qda.ui.menus import Menus
from framework_qda.ui.operations import Operations
from framework_qda.ui.rail import Rail
from framework_qda.ui.shell import Shell
from framework_qda.ui.status import StatusBar, TopBar
from framework_qda.ui.style import Look, em, refresh_icons
from framework_qda.ui.unsent import Unsent
from framework_qda.ui.unsent_news import tell_unsent
from framework_qda.ui.whereabouts import Whereabouts

if TYPE_CHECKING:
    from framework_qda.matrix.going import Destination
    from framework_qda.project import Project
    from framework_qda.ui.desk import Desk
    from framework_qda.ui.palette import Palette
    from framework_qda.ui.settings import Settings

TARGET_SIZE = (1400, 900)
SMALLEST_SIZE = (1000, 640)


class MainWindow(Shell):
    """One window on one project, or on none. `show_desk(name)` goes to a desk."""

    def __init__(self, settings: Settings, look: Look) -> None:
        super().__init__(settings, look)
        self._unseen: dict[str, Changes] = {}
        self._whereabouts = Whereabouts()
        self._build()
        self.menus = Menus(self, self.show_project, self.close_project, self.show_desk)
        self._top.who_asked.connect(self.menus.file.analyst)
        self.menus.file.analyst_chosen.connect(self._follow_analyst)
        self.palette_field: Palette | None = None
        self.said.changed.connect(self._show_place)
        look.changed.connect(self._follow_look)
        self._show_nothing()

    # -- what is open

    def show_project(self, project: Project) -> None:
        """Show a project that has been opened, at the desk where its analyst was last.

        It is closed again where the one that is shown holds words that could not be written.
        """
        if not self.close_project():
            project.close()
            return
        self.project = project
        self.operations = Operations(project, self)
        self.operations.unsent = Unsent(self.settings.unsent_path(project.project_id), lambda: project.analyst_id)
        self.operations.changed.connect(self._show_changes)
        self.operations.failed.connect(self.unsaved_words.tell_failure)
        self.operations.steps_changed.connect(self.steps.refresh)
        self.operations.unsaved_changed.connect(self._show_saved)
        self.operations.steps_changed.connect(self.messages.follow_action)
        if self.palette_field is not None:
            self.palette_field.forget()
        self.spelling.begin(project, self.operations)
        self._rail.show()
        self._top.show()
        self._status.show()
        self._status.show_read_only(project.read_only_reason)
        if project.is_read_only:
            self.messages.tell(f"You can read this project but not change it: {project.read_only_reason}.")
        self.settings.add_recent(project.path, project.read.study().title)
        self.menus.show_project(is_open=True, can_edit=not project.is_read_only)
        self._whereabouts.begin(project, self.settings)
        self.show_desk(self._first_desk(project))
        self._refresh()
        tell_unsent(
            self.messages,
            self.operations,
            lambda place: self._at_chart().open_remarks(*place, ""),
            lambda record_id: self.open_record("remarks", record_id),
        )

    def close_project(self) -> bool:
        """Write what is being typed and close the project; the window shows the beginning.

        Where what is typed could not be written, the project stays open: return whether it is closed.
        """
        if self.project is None:
            return True
        if not self.unsaved_words.may_close(self.close_project):
            return False
        for dialog in self.findChildren(QDialog):
            dialog.reject()  # it would go on with a project that is closed
        self.tasks.end_all()
        self.spelling.end()
        for desk in self.desks.values():
            desk.end()
            desk.setParent(None)
            desk.deleteLater()
        self.desks.clear()
        self._unseen.clear()
        self.project.close()
        self.project = None
        if self.operations is not None:
            self.operations.deleteLater()
            self.operations = None
        self._show_nothing()
        return True

    def show_desk(self, name: str) -> None:
        """Go to a desk: one of `DESKS`, such as `chart`."""
        if self.project is None or name not in DESKS:
            return
        before = self.desk_name
        if name != before:
            if not self.finish_editing():
                return
            self._whereabouts.leave(self.current_desk())
        desk = self._desk(name)
        self._show_unseen(name)
        self.desk_name = name
        self.settings.set_desk(self.project.project_id, name)
        self._stack.setCurrentWidget(desk)
        if name != before:
            self._whereabouts.arrive(desk, is_first=not before)
        self._rail.show_current(name)
        self.menus.show_desk(desk)
        desk.setFocus()
        self.steps.refresh()
        self._show_place()

    def open_record(self, type_name: str, record_id: str) -> None:
        """Show a record in the desk or the dialog that has its type."""
        if type_name == "study":
            self.menus.file.study()
        elif type_name == "analyst":
            self.menus.file.analyst()
        for name in RECORD_DESKS.get(type_name, ()):
            if name in DESKS:
                self.show_desk(name)
                self._desk(name).open_record(type_name, record_id)
                return

    def open_palette(self) -> None:
        """Ask where to go, anywhere in the project or in the menus."""
        from framework_qda.ui.palette import Palette  # a window opens without it

        if self.palette_field is None:
            self.palette_field = Palette(self, self._middle, self.go)
        self.palette_field.open()

    def step_result(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) result: of this desk, else of the last search, else of a new one."""
        desks = (self.current_desk(), self.desks.get("find"))
        if not any(desk.step_result(direction) for desk in desks if desk is not None):
            self.show_desk("find")

    def go(self, destination: Destination) -> None:
        """Go to a place that was found by its name."""
        kind, record_id = destination.kind, destination.id
        if kind == "desk":
            self.show_desk(record_id)
        elif kind == "cell" and self.desk_name == "matrix":
            self._desk("matrix").open_cell(record_id, destination.within)
        elif kind == "cell":
            self._at_chart().open_cell(record_id, destination.within)
        elif self.project is not None and self.project.read.counts()["subtopic"] and kind in READING_DESKS:
            self.show_desk(READING_DESKS[kind])
            self._desk(READING_DESKS[kind]).open_record(kind, record_id)
        else:
            self.open_record(kind, record_id)

    # -- Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is being typed, close the project, remember the window; stay where words could not be written."""
        self.settings.set_layout("window", self.saveGeometry())
        if not self.unsaved_words.may_close(self.close):
            event.ignore()
            return
        self.hide()  # work that is under way ends at its next step, which nobody has to look on
        self.close_project()
        self.tasks.end_all()
        self.settings.sync()
        event.accept()

    # -- within

    def _build(self) -> None:
        # From the top down: a widget that moves into another is styled anew, with all that it holds.
        middle = QWidget(self)
        self.setCentralWidget(middle)
        self._rail = Rail(RAIL, middle)
        self._rail.chosen.connect(self.show_desk)
        self._top = TopBar(self.undo_action, self.redo_action, self.go_action, middle)
        self._middle = middle
        self._status = StatusBar(middle)
        self._stack = QStackedWidget(middle)
        self._stack.addWidget(self.welcome)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._stack, 1)
        column.addWidget(self.messages)
        column.addWidget(self._status)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        self._fit_to_screen()

    def _fit_to_screen(self) -> None:
        room = QGuiApplication.primaryScreen().availableSize()
        self.setMinimumSize(min(SMALLEST_SIZE[0], room.width()), min(SMALLEST_SIZE[1], room.height()))
        frame = em(self, 3)  # the window manager's title and borders, which are not known before it is shown
        self.resize(min(TARGET_SIZE[0], room.width() - frame), min(TARGET_SIZE[1], room.height() - frame))
        state = self.settings.layout("window")
        if not state.isEmpty():
            self.restoreGeometry(state)

    def _show_nothing(self) -> None:
        self.desk_name = ""
        for widget in (self._rail, self._top, self._status):
            widget.hide()
        self.messages.clear()
        self.welcome.show_recent(self.settings.recent())
        self._stack.setCurrentWidget(self.welcome)
        self.menus.show_project(is_open=False, can_edit=False)
        self.setWindowTitle("Framework QDA")
        self.steps.refresh()

    def _first_desk(self, project: Project) -> str:
        remembered = self.settings.desk_of(project.project_id)
        if remembered in DESKS:
            return remembered
        counts = project.read.counts()
        if not counts["interview"]:
            return "interviews"
        return "board" if counts["subtopic"] else "framework"

    def _desk(self, name: str) -> Desk:
        if name not in self.desks:
            assert self.project is not None
            assert self.operations is not None
            desk = DESKS[name](self._stack)
            self.desks[name] = desk
            self._stack.addWidget(desk)
            desk.status_changed.connect(partial(self._follow_status, name))
            desk.cell_requested.connect(lambda *place: self._at_chart().open_cell(*place))
            desk.remarks_requested.connect(lambda *place: self._at_chart().open_remarks(*place))
            desk.passage_requested.connect(lambda *place: self._at_chart().open_passage(*place))
            desk.word_requested.connect(lambda place: self._at_chart().open_word(place))
            desk.record_requested.connect(self.open_record)
            desk.desk_requested.connect(self.show_desk)
            desk.import_requested.connect(self.menus.file.import_notes)
            desk.recording_requested.connect(self.menus.recordings.add)
            desk.recording_missed.connect(self.menus.recordings.locate)
            desk.message_wanted.connect(lambda words, buttons: self.tell(words, *buttons))
            desk.news_wanted.connect(self.messages.tell_news)
            desk.offer_wanted.connect(self.messages.tell_news)
            desk.go_beyond = self.messages.take_focus
            desk.settings = self.settings
            desk.spelling = self.spelling
            desk.set_project(self.project, self.operations)
        return self.desks[name]

    def _at_chart(self) -> Desk:
        """Go to the Chart desk, which shows cells beside their notes."""
        self.show_desk("chart")
        return self._desk("chart")

    def _show_changes(self, changes: Changes) -> None:
        for name in self.desks:
            self._unseen[name] = _merged(self._unseen.get(name), changes)
        self._show_unseen(self.desk_name)
        self.spelling.show_changes(changes)
        if self.palette_field is not None:
            self.palette_field.forget(changes)
        self.messages.follow_action()
        shown = self.current_desk()
        hint = shown.findChild(Hint) if shown is not None else None
        if hint is not None:
            hint.follow_action()
        self.said.follow_action()
        self._refresh()

    def _show_unseen(self, name: str) -> None:
        """Let a desk show what has changed since it was seen; where it fails, it is told again the next time."""
        unseen = self._unseen.pop(name, None)
        if unseen is not None:
            with ExitStack() as failing:
                failing.callback(lambda: self._unseen.update({name: _merged(self._unseen.get(name), unseen)}))
                self.desks[name].show_changes(unseen)
                failing.pop_all()

    def _refresh(self) -> None:
        self.steps.refresh()
        self._show_place()
        if self.project is not None:
            self._show_saved()
            title = self.project.read.study().title or self.project.path.stem
            self.setWindowTitle(f"{title} — Framework QDA")
            self._show_analyst()

    def _show_saved(self) -> None:
        if self.project is not None and self.operations is not None:
            self._status.show_saved(self.project.saved_at, is_all=not self.operations.unsaved)
            self.unsaved_words.follow()

    def _follow_analyst(self) -> None:
        """Let desks show what is somebody else's now: what there is to look at, which comments are one's own."""
        self._show_changes(Changes("", {"analyst": frozenset()}))

    def _show_analyst(self) -> None:
        if self.project is not None:
            mark = analyst_marks(self.project.read).get(self.project.analyst_id, NOBODY_KNOWN)
            self._top.show_analyst(mark, can_edit=not self.project.is_read_only)

    def _follow_status(self, name: str) -> None:
        # A desk that is being made, or is hidden, has nothing to say in the bars yet.
        if name == self.desk_name:
            self.said.follow_action()
            self._show_place()

    def _show_place(self) -> None:
        desk, project = self.current_desk(), self.project
        if desk is not None and project is not None:
            title = project.read.study().title or project.path.stem
            self._top.show_place(title, desk.title, desk.place_text())
            self._status.show_desk(self.said.words or desk.status_text())

    def _follow_look(self) -> None:
        refresh_icons(self)
        self._rail.show_current(self.desk_name)
        self.settings.scheme, self.settings.zoom = self.look.scheme, self.look.zoom


def _merged(first: Changes | None, second: Changes) -> Changes:
    if first is None:
        return second
    names = {*first.touched, *second.touched}
    none: frozenset[str] = frozenset()
    touched = {name: first.touched.get(name, none) | second.touched.get(name, none) for name in names}
    return Changes(action_id=second.action_id, touched=touched)
