"""The field that goes anywhere: to an interview, a case study, a theme, a sub-topic, a cell, a desk, an action."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from framework_qda.matrix.going import Destination, Destinations, read_destinations
from framework_qda.ui.desks import RAIL
from framework_qda.ui.keys import key_text, native_text
from framework_qda.ui.widgets.typed_choice import Choice, TypedChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu, QWidget

    from framework_qda.model import Changes
    from framework_qda.ui.shell import Shell

HINT = "An interview, case study, sub-topic, desk or action"
NONE_FOUND = "Nothing in this project or in the menus is called so."
_READ = ("interview", "case_study", "informant", "organisation", "theme", "subtopic")
_ICONS = {
    "interview": "ph.chat-circle-text",
    "case_study": "ph.map-pin",
    "theme": "ph.article",
    "subtopic": "ph.columns",
    "cell": "ph.table",
    "action": "ph.lightning",
}
_DESK_ICONS = {entry.name: entry.icon for entry in RAIL}
_LEFT_OUT = frozenset(("window.go_to", *(entry.command_id for entry in RAIL)))
"""Commands that lead here, or to a desk: those are places of their own."""


class Palette(TypedChoice):
    """Lie over the window, list where somebody may want to go, and go there."""

    def __init__(self, window: Shell, host: QWidget, go: Callable[[Destination], object]) -> None:
        super().__init__(host, HINT, "Go to anything", "Places and actions")
        self._window = window
        self._go = go
        self._places: Destinations | None = None
        """Those of the project, kept until a name changes: at thousands of interviews reading them takes a while."""
        self._actions: Mapping[str, QAction] = {}
        self._destinations = Destinations(())
        self._found: list[Destination] = []

    def forget(self, changes: Changes | None = None) -> None:
        """Read the names of the project again when they are next needed, if some have changed."""
        if changes is None or changes.touches(*_READ):
            self._places = None

    def open(self) -> None:
        """Show the field over the window, empty and ready to type."""
        project = self._window.project
        self._actions = dict(self._gather_actions())
        desks = [_desk(entry.name) for entry in RAIL] if project is not None else []
        actions = map(partial(_action, self._actions), self._actions)
        if project is None:
            self.forget()
        elif self._places is None:
            self._places = Destinations(*read_destinations(project.read))
        self._destinations = (self._places or Destinations(())).and_more([*desks, *actions])
        super().open()

    def choices_for(self, typed: str) -> Sequence[Choice]:
        """Return where somebody may want to go."""
        self._found = self._destinations.find(typed)
        return [Choice(each.words, _icon(each), each.key) for each in self._found]

    def take(self, row: int) -> None:
        """Go there, or do it."""
        destination = self._found[row]
        if destination.kind != "action":
            self._go(destination)
        elif self._actions[destination.id].isEnabled():
            self._actions[destination.id].trigger()

    def remark_on(self, typed: str, count: int) -> str:
        """Say where nothing is called as somebody types."""
        return NONE_FOUND if typed.strip() and not count else ""

    def _gather_actions(self) -> Iterator[tuple[str, QAction]]:
        """Give what can be done now, from the menus; the desks are places of their own."""
        for menu_action in self._window.menuBar().actions():
            menu = menu_action.menu()
            if menu is not None and menu_action.isVisible():
                yield from _actions_of(menu, _plain(menu_action.text()))  # type: ignore[arg-type]


def _actions_of(menu: QMenu, path: str) -> Iterator[tuple[str, QAction]]:
    for action in menu.actions():
        below = action.menu()
        if below is not None:
            yield from _actions_of(below, f"{path}, {_plain(action.text())}")  # type: ignore[arg-type]
        elif _can_be_done(action):
            yield f"{path}\n{_plain(action.text())}", action


def _can_be_done(action: QAction) -> bool:
    return action.isEnabled() and action.isVisible() and action.objectName() not in _LEFT_OUT


def _plain(words: str) -> str:
    """Return the words of a menu without the marks of its letters."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _action(actions: Mapping[str, QAction], name: str) -> Destination:
    path, words = name.split("\n", 1)
    key = native_text(actions[name].shortcut().toString())
    return Destination("action", name, words.rstrip("…"), detail=path, key=key)


def _desk(name: str) -> Destination:
    entry = next(each for each in RAIL if each.name == name)
    return Destination("desk", name, entry.words, detail="desk", key=key_text(entry.command_id))


def _icon(destination: Destination) -> str:
    return _DESK_ICONS[destination.id] if destination.kind == "desk" else _ICONS[destination.kind]
