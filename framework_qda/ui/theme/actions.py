"""The commands of the Theme desk, its menu and that of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.ui.keys import commands_of, make_action
from framework_qda.ui.matrix.states import STATES, make_state_menu, state_command
from framework_qda.ui.style import set_icon
from framework_qda.ui.widgets.cell_reviewing import COMMANDS as REVIEWING
from framework_qda.ui.widgets.cell_reviewing import WRITING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

STATE = "state"
"""Stands in a menu for the one of states."""
MENU = (
    *("previous", "next", "go_to", ""),
    *("open_cell", "edit", STATE, "settle", "star", ""),
    *("find", "filter", "group", "beside", "deviant_only", "clear_filter", ""),
    *("link", "weigh", "alone", "cross_tab", ""),
    *REVIEWING,
    *("", "evidence", "synthesis", "switch_pane", "previous_pane"),
)
PLACE_MENU = (
    *("open_cell", "edit", STATE, "settle", "star", "", "link", "weigh", "alone", ""),
    *WRITING,
    *("", "evidence", "comments"),
)
_CHANGING = ("edit", "settle", "star", "link", "weigh", *WRITING)
_CHECKED = ("deviant_only", "alone")
_ICONS = {
    "previous": "ph.caret-left",
    "next": "ph.caret-right",
    "cross_tab": "ph.table",
    "deviant_only": "ph.star",
}


class ThemeActions:
    """All commands of the desk, made once; `connect()` says what they do."""

    def __init__(self, desk: QWidget) -> None:
        self._slots: dict[str, Callable[[], object]] = {}
        self.by_name: dict[str, QAction] = {
            name: make_action(desk, name, lambda name=name: self._run(name)) for name in commands_of("theme")
        }
        for name in _CHECKED:
            self.by_name[f"theme.{name}"].setCheckable(True)
        for name, picture in _ICONS.items():
            set_icon(self.by_name[f"theme.{name}"], picture)
        self._states = {state: self.by_name[f"theme.{state_command(state)}"] for state in STATES}
        self._state_menu = make_state_menu(self._states, desk)

    def connect(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Say what commands do."""
        self._slots.update(slots)

    def _run(self, name: str) -> None:
        if name in self._slots:
            self._slots[name]()

    def set_editable(self, *, is_editable: bool) -> None:
        """Offer what changes the project only where it may be changed."""
        for action in (*(self.by_name[f"theme.{name}"] for name in _CHANGING), *self._states.values()):
            action.setEnabled(is_editable)

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the desk's menu; `None` draws a line."""
        return self._listed(MENU)

    def place_actions(self, about: Sequence[QAction]) -> Sequence[QAction | None]:
        """Return the actions of the menu of a cell; `about` comments on a part of it."""
        actions = self._listed(PLACE_MENU)
        before = actions.index(self.by_name["theme.comment"]) + 1
        return [*actions[:before], *about, *actions[before:]]

    def _listed(self, names: Sequence[str]) -> list[QAction | None]:
        def action_of(name: str) -> QAction | None:
            if name == STATE:
                return self._state_menu.menuAction()
            return self.by_name[f"theme.{name}"] if name else None

        return [action_of(name) for name in names]
