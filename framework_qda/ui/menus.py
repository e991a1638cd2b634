"""The menu bar: every command of the window with its key, and a menu of the desk that is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from framework_qda.ui.context_menu import open_context_menu
from framework_qda.ui.desks import RAIL
from framework_qda.ui.file_commands import FileCommands
from framework_qda.ui.help_commands import HelpCommands
from framework_qda.ui.keys import make_action
from framework_qda.ui.menu_letters import give_letters
from framework_qda.ui.menu_titles import TITLES, desk_menu_title
from framework_qda.ui.recording_commands import RecordingCommands
from framework_qda.ui.spelling.commands import SpellingCommands
from framework_qda.ui.style import SCHEMES
from framework_qda.ui.words import for_menu

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QMenu

    from framework_qda.project import Project
    from framework_qda.ui.desk import Desk
    from framework_qda.ui.shell import Shell

Entry = tuple[str, "Callable[[], object]"]

NEEDS_PROJECT = frozenset(
    {
        "window.import_notes",
        "window.export_matrices",
        "window.export_quotes",
        "window.export_sample",
        "window.export_framework",
        "window.export_methods",
        "window.export_map",
        "window.export_cases",
        "window.export_themes",
        "window.export_verdicts",
        "window.export_json",
        "window.print",
        "window.study",
        "window.analyst",
        "window.back_up",
        "window.check",
        "window.close",
        "window.history",
        "window.find",
        "window.next_result",
        "window.previous_result",
        "window.next_misspelt",
        "window.spelling",
        *(entry.command_id for entry in RAIL),
    }
)
NEEDS_WRITING = frozenset({"window.import_notes", "window.study", "window.analyst", "window.back_up"})


class Menus(QObject):
    """Build the menus and keep them true."""

    def __init__(
        self,
        window: Shell,
        show_project: Callable[[Project], None],
        close_project: Callable[[], bool],
        show_desk: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._close_project = close_project
        self._go_to_desk = show_desk
        self._bar = window.menuBar()
        self._actions: dict[str, QAction] = {}
        self.file = FileCommands(window, show_project, close_project)
        self.recordings = RecordingCommands(window)
        self.help = HelpCommands(window)
        self.spelling = SpellingCommands(window, show_desk)
        self._build_file()
        self._build_edit()
        self._build_view()
        self._desk_menu = give_letters(self._bar.addMenu(""))
        self._desk_menu.menuAction().setVisible(False)
        self._build_help()

    def show_project(self, *, is_open: bool, can_edit: bool) -> None:
        """Switch on what makes sense now."""
        for command_id, action in self._actions.items():
            is_possible = is_open or command_id not in NEEDS_PROJECT
            action.setEnabled(is_possible and (can_edit or command_id not in NEEDS_WRITING))
        self._export.setEnabled(is_open)
        if not is_open:
            self._desk_menu.menuAction().setVisible(False)

    def show_desk(self, desk: Desk) -> None:
        """Show the actions of a desk in its menu."""
        self._desk_menu.clear()
        for action in desk.desk_actions():
            if action is None:
                self._desk_menu.addSeparator()
            else:
                self._desk_menu.addAction(action)
        self._desk_menu.setTitle(desk_menu_title(desk.title))
        self._desk_menu.menuAction().setVisible(bool(desk.desk_actions()))

    def action(self, command_id: str) -> QAction:
        """Return the action of a command of the window."""
        return self._actions[command_id]

    def _fill(self, menu: QMenu, entries: list[Entry | None]) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
                continue
            action = make_action(self._window, *entry)
            self._actions[entry[0]] = action
            menu.addAction(action)

    def _build_file(self) -> None:
        menu = give_letters(self._bar.addMenu(TITLES["file"]))
        self._fill(menu, [("window.new", self.file.new), ("window.open", self.file.open)])
        self._recent = menu.addMenu("Open &recent")
        menu.aboutToShow.connect(self._show_recent)
        self._fill(menu, [("window.sample", self.file.sample), None, ("window.import_notes", self.file.import_notes)])
        self._export = menu.addMenu("&Export")
        self._fill(
            self._export,
            [
                ("window.export_matrices", self.file.exports.matrices),
                ("window.export_quotes", self.file.exports.quotes),
                None,
                ("window.export_sample", partial(self.file.exports.report, "sample")),
                ("window.export_framework", partial(self.file.exports.report, "framework")),
                ("window.export_methods", partial(self.file.exports.report, "methods")),
                None,
                ("window.export_cases", partial(self.file.exports.report, "cases")),
                ("window.export_themes", partial(self.file.exports.report, "themes")),
                ("window.export_verdicts", partial(self.file.exports.report, "verdicts")),
                ("window.export_map", self.file.exports.map),
                None,
                ("window.export_json", self.file.exports.json),
            ],
        )
        self._fill(
            menu,
            [
                ("window.print", self.file.printing.print_desk),
                None,
                ("window.study", self.file.study),
                ("window.analyst", self.file.analyst),
                ("window.back_up", self.file.back_up),
                ("window.check", self.file.check),
                None,
                ("window.close", self._close_project),
                ("window.quit", self._window.close),
            ],
        )

    def _build_edit(self) -> None:
        menu = give_letters(self._bar.addMenu(TITLES["edit"]))
        menu.addAction(self._window.undo_action)
        menu.addAction(self._window.redo_action)
        self._fill(
            menu,
            [
                None,
                ("window.history", self._show_history),
                None,
                ("window.find", partial(self._go_to_desk, "find")),
                ("window.next_result", partial(self._window.step_result, 1)),
                ("window.previous_result", partial(self._window.step_result, -1)),
                None,
                ("window.next_misspelt", self.spelling.go_on),
                ("window.spelling", self.spelling.open),
                None,
                ("window.context_menu", open_context_menu),
            ],
        )

    def _build_view(self) -> None:
        menu = give_letters(self._bar.addMenu(TITLES["view"]))
        look = self._window.look
        desks = [(entry.command_id, partial(self._go_to_desk, entry.name)) for entry in RAIL]
        self._fill(menu, [*desks, None])
        menu.addAction(self._window.go_action)
        self._fill(
            menu,
            [
                ("window.zoom_in", lambda: look.step_zoom(1)),
                ("window.zoom_out", lambda: look.step_zoom(-1)),
                ("window.zoom_reset", lambda: look.set_zoom(100)),
                None,
                ("window.check_spelling", self.spelling.toggle),
                None,
            ],
        )
        self.spelling.follow(self._actions["window.check_spelling"])
        group = QActionGroup(self)
        for scheme, words in SCHEMES.items():
            action = QAction(words, self)
            action.setCheckable(True)
            action.setChecked(scheme == look.scheme)
            action.triggered.connect(lambda _checked=False, scheme=scheme: look.set_scheme(scheme))
            group.addAction(action)
            menu.addAction(action)

    def _build_help(self) -> None:
        menu = give_letters(self._bar.addMenu(TITLES["help"]))
        self._fill(
            menu,
            [
                ("window.keys", self.help.keys),
                ("window.change_keys", self.help.change_keys),
                ("window.guide", self.help.guide),
                None,
                ("window.about", self.help.about),
            ],
        )

    def _show_history(self) -> None:
        self._go_to_desk("review")
        desk = self._window.current_desk()
        if desk is not None:
            desk.open_record("history", "")

    def _show_recent(self) -> None:
        self._recent.clear()
        projects = self._window.settings.recent()
        for project in projects:
            words = f"{for_menu(project.title or project.path.stem)}  —  {for_menu(project.path.name)}"
            action = self._recent.addAction(words)
            action.triggered.connect(lambda _checked=False, path=project.path: self._open(path))
        self._recent.setEnabled(bool(projects))

    def _open(self, path: Path) -> None:
        self.file.open_path(path)
