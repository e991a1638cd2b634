"""The commands of the Case desk, and the menu of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from framework_qda.model import PairVerdict
from framework_qda.ui.case.looks import VERDICT_LOOKS
from framework_qda.ui.keys import COMMANDS, commands_of, make_action
from framework_qda.ui.style import set_icon
from framework_qda.ui.widgets.cell_reviewing import COMMANDS as REVIEWING
from framework_qda.ui.widgets.cell_reviewing import WRITING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

VERDICTS: Mapping[str, str] = {
    **{f"case.{verdict}": str(verdict) for verdict in PairVerdict},
    "case.clear_verdict": "",
}
"""The commands that set a verdict -> the verdict; empty takes it back."""
_ICONS = {"case.side_by_side": "ph.columns", "case.verdicts": "ph.table", "case.synopsis": "ph.note-pencil"}
_CHANGING = (*VERDICTS, "case.note", "case.link", *(f"case.{name}" for name in WRITING))


class CaseActions:
    """All commands of the desk, made once; `connect()` says what they do."""

    def __init__(self, desk: QWidget, table: QWidget) -> None:
        self._slots: dict[str, Callable[[], object]] = {}
        self.by_name: dict[str, QAction] = {
            name: make_action(table if name in VERDICTS else desk, name, lambda name=name: self._run(name))
            for name in commands_of("case")
        }
        for name, picture in _ICONS.items():
            set_icon(self.by_name[name], picture)
        for verdict, look in VERDICT_LOOKS.items():
            self.by_name[f"case.{verdict}"].setText(f"{look.sign} {COMMANDS[f'case.{verdict}'].words}")
        self.by_name["case.verdicts"].setCheckable(True)

    def connect(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Say what commands do."""
        self._slots.update(slots)
        for name, action in self.by_name.items():
            action.setEnabled(name in self._slots)

    def _run(self, name: str) -> None:
        if name in self._slots:
            self._slots[name]()

    def set_editable(self, *, is_editable: bool) -> None:
        """Offer what changes the project only where it may be changed."""
        for name in _CHANGING:
            self.by_name[name].setEnabled(is_editable)

    def place_menu(self, parent: QWidget, statements: QMenu | None, about: Sequence[QAction] = ()) -> QMenu:
        """Return the menu of a place; `statements` links single statements of its cell, `about` comments on them."""
        menu = QMenu(parent)
        menu.setObjectName("place_menu")
        menu.addActions([self.by_name[name] for name in ("case.open_cell", "case.link")])
        if statements is not None:
            menu.addMenu(statements)
            menu.destroyed.connect(statements.deleteLater)
        menu.addSeparator()
        menu.addActions([self.by_name[name] for name in (*VERDICTS, "case.note")])
        menu.addSeparator()
        comment, *others = (self.by_name[f"case.{name}"] for name in WRITING)
        menu.addActions([comment, *about, *others])
        menu.addSeparator()
        menu.addActions([self.by_name[name] for name in ("case.evidence", "case.comments")])
        return menu

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the desk's menu in their order; `None` draws a line."""
        groups = (
            ("previous_case", "next_case", "choose"),
            ("agree", "differ", "one_silent", "no_partner", "clear_verdict", "note"),
            ("open_cell", "link"),
            REVIEWING,
            ("next_theme", "previous_theme", "filter", "clear_filter"),
            ("side_by_side", "verdicts"),
            ("evidence", "synopsis", "switch_pane", "previous_pane"),
        )
        actions: list[QAction | None] = []
        for place, group in enumerate(groups):
            actions += [None] if place else []
            actions += [self.by_name[f"case.{name}"] for name in group]
        return actions
