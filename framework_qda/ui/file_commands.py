"""What the File menu does: new, open, sample, import, back up, check, who works.

Dialogs are imported when they are shown: the window opens without waiting for them.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from framework_qda.errors import FrameworkError
from framework_qda.model import Analyst
from framework_qda.project import create_project, open_project
from framework_qda.project.backup import back_up_if_due, is_due
from framework_qda.shipped import build_sample
from framework_qda.ui.cell_place import place_of
from framework_qda.ui.exporting.commands import ExportCommands
from framework_qda.ui.operations import Operations
from framework_qda.ui.printing.commands import PrintCommands
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.project.drafts import Draft
    from framework_qda.ui.shell import Shell
    from framework_qda.ui.worker import Progress

LARGE = 30_000_000
"""From how many bytes on a back-up takes so long that it is made beside the window."""


class FileCommands(QObject):
    """Open projects into the window, and do what concerns a project as a whole."""

    analyst_chosen = Signal()
    """Somebody has said who is working in the open project."""

    def __init__(
        self, window: Shell, show_project: Callable[[Project], None], close_project: Callable[[], bool]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._show_project = show_project
        self._close_project = close_project
        self._settings = window.settings
        self.exports = ExportCommands(window)
        self.printing = PrintCommands(window)
        window.welcome.new_requested.connect(self.new)
        window.welcome.open_requested.connect(self.open)
        window.welcome.sample_requested.connect(self.sample)
        window.welcome.recent_requested.connect(self.open_path)

    # -- opening

    def new(self) -> None:
        """Ask for a new project and show it."""
        from framework_qda.ui.project_dialogs import NewProjectDialog

        if not self._window.unsaved_words.may_close(self.new):
            return
        dialog = NewProjectDialog(self._settings.folder, self._settings.analyst_name, self._window)
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        title, name, path = dialog.title.text().strip(), dialog.name.text().strip(), dialog.place.path
        dialog.deleteLater()
        if not is_wanted:
            return
        try:
            project = create_project(path, title=title, analyst_name=name)
        except FrameworkError as error:
            self._window.tell_error(str(error))
            return
        self._settings.analyst_name = name
        self._settings.set_analyst(project.project_id, project.analyst_id)
        self._settings.folder = path.parent
        self._show_project(project)

    def open(self) -> None:
        """Ask for a project file and show it."""
        from PySide6.QtWidgets import QFileDialog  # its enums take long to make

        from framework_qda.ui.project_dialogs import PROJECT_FILTER

        chosen, _ = QFileDialog.getOpenFileName(
            self._window, "Open a project", str(self._settings.folder), f"{PROJECT_FILTER};;All files (*)"
        )
        if chosen:
            self._settings.folder = Path(chosen).parent
            self.open_path(Path(chosen))

    def open_path(self, path: Path) -> None:
        """Open a project file and show it; say why where that cannot be. Who works is asked once for each project."""
        if self._window.project is not None and self._window.project.path.resolve() == path.resolve():
            return
        if not self._window.unsaved_words.may_close(lambda: self.open_path(path)):
            return
        try:
            project = open_project(path, backs_up=not is_large(path))
        except FrameworkError as error:
            self._window.tell_error(str(error))
            self._window.welcome.show_recent(self._settings.recent())
            return
        if not project.is_read_only and not self._settle_analyst(project):
            project.close()
            self._window.tell("The project was not opened: nobody was chosen to sign what is written in it.")
            return
        self._show_project(project)
        self._offer_drafts(project)
        if is_large(path) and not project.is_read_only and is_due(project.project_id, datetime.now(UTC)):
            self._window.tasks.run(
                "Making the day’s back-up and reading it back…",
                lambda _progress: back_up_if_due(path, datetime.now(UTC)),
                lambda _backup: None,
            )

    def sample(self) -> None:
        """Ask where the sample is to be put, build it there and open it."""
        from framework_qda.ui.sample import SampleDialog, set_aside

        dialog = SampleDialog(self._settings.folder, self._window)
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        path, is_fresh = dialog.place.path, dialog.is_fresh
        dialog.deleteLater()
        if not is_wanted:
            return
        if path.exists() and is_fresh:
            is_open = self._window.project is not None and self._window.project.path.resolve() == path.resolve()
            if is_open and not self._close_project():
                return
            try:
                kept = set_aside(path, datetime.now().astimezone().date())
            except OSError as error:
                self._window.tell_error(
                    f"The copy that is there could not be put aside: {error.strerror}. It is as it was."
                )
                return
            self._window.tell(f"Your earlier copy of the sample is kept as {kept.name}.")
        if path.exists():
            self.open_path(path)
            return
        self._window.tasks.run("Building the sample study…", lambda _progress: build_sample(path), self.open_path)

    # -- the open project

    def import_notes(self) -> None:
        """Show the dialog that assigns files of notes to interviews."""
        from framework_qda.ui.importing import ImportNotesDialog

        project, operations = self._window.project, self._window.operations
        if project is None or operations is None or project.is_read_only:
            return
        self._window.finish_editing()
        dialog = ImportNotesDialog(project, operations, self._window, folder=self._settings.folder)
        dialog.exec()
        self._settings.folder = dialog.folder or self._settings.folder
        if dialog.imported:
            self._window.tell(dialog.imported)
        dialog.deleteLater()

    def study(self) -> None:
        """Show title, aims and house style."""
        from framework_qda.ui.project_dialogs import StudyDialog

        project, operations = self._window.project, self._window.operations
        if project is None or operations is None:
            return
        dialog = StudyDialog(project, operations, self._window)
        dialog.exec()
        dialog.deleteLater()

    def analyst(self) -> None:
        """Ask again who is working."""
        if self._window.project is not None:
            self._window.finish_editing()
            if self._ask_analyst(self._window.project):
                self.analyst_chosen.emit()

    def back_up(self) -> None:
        """Make a verified back-up and say where it is."""
        project = self._window.project
        if project is None:
            return
        self._window.finish_editing()
        try:
            backup = project.back_up()
        except FrameworkError as error:
            self._window.tell_error(str(error))
        else:
            self._window.tell(f"Backed up and read back without a fault: {backup.path}")

    def check(self) -> None:
        """Check the whole project beside the window and tell what was found."""
        project = self._window.project
        if project is None:
            return
        self._window.finish_editing()
        path = project.path
        self._window.tasks.run(
            "Checking the project: every change is read and compared…",
            lambda progress: _verify(path, progress),
            self._tell_check,
        )

    # -- within

    def _tell_check(self, faults: list[str]) -> None:
        from framework_qda.ui.widgets.dialogs import tell

        if faults:
            tell(self._window, f"{count_words(len(faults), 'fault')} found", faults[:20])
        else:
            self._window.tell("The project is sound: every change was read, and everything shown follows from them.")

    def _settle_analyst(self, project: Project) -> bool:
        known = self._settings.analyst_of(project.project_id)
        if known and project.read.get(Analyst, known) is not None:
            project.analyst_id = known
            return True
        self._window.show()  # at the start of the program a question would stand before nothing
        return self._ask_analyst(project)

    def _ask_analyst(self, project: Project) -> bool:
        from framework_qda.ui.analyst_dialog import AnalystDialog

        operations = self._window.operations
        if operations is None or operations.project is not project:  # it is only being opened
            operations = Operations(project, self._window)
        current = self._settings.analyst_of(project.project_id)
        dialog = AnalystDialog(project, operations, current, self._settings.analyst_name, self._window)
        is_chosen = dialog.exec() == QDialog.DialogCode.Accepted
        if is_chosen:
            project.analyst_id = dialog.analyst_id
            self._settings.set_analyst(project.project_id, project.analyst_id)
            analyst = project.read.get(Analyst, project.analyst_id)
            self._settings.analyst_name = analyst.name if analyst else ""
        dialog.deleteLater()
        return is_chosen

    def _offer_drafts(self, project: Project) -> None:
        operations = self._window.operations
        left_over = [] if project.is_read_only else project.left_over_drafts()
        if not left_over or operations is None:
            return
        from framework_qda.ui.drafts_dialog import DraftDialog

        for draft in left_over:
            place = place_of(draft)
            if place.stored(project.read) == draft.statements:
                project.drafts.drop(*place)
                continue
            dialog = DraftDialog(project, draft, self._window)
            is_kept = dialog.exec() == QDialog.DialogCode.Accepted
            is_decided = dialog.is_decided
            dialog.deleteLater()
            if is_kept and operations.run(partial(_keep_draft, draft=draft)) is None:
                continue
            if is_decided:
                project.drafts.drop(*place)


def _keep_draft(project: Project, draft: Draft) -> Changes:
    return place_of(draft).write(project, draft.statements)


def is_large(path: Path) -> bool:
    """Say whether opening a project file, or making its back-up, takes so long that one sees it."""
    return path.is_file() and path.stat().st_size > LARGE


def _verify(path: Path, progress: Progress) -> list[str]:
    progress.step(0, 0)
    with open_project(path, read_only=True) as project:
        return project.verify()
