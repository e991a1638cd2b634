"""The actions of the Chart desk: what its keys, menus and buttons do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.model import CellState, StatementKind
from framework_qda.ui.keys import make_action
from framework_qda.ui.style import set_icon

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

STATES: Mapping[str, str] = {
    **{str(state): f"chart.state_{state}" for state in CellState},
    CellState.SENT_BACK: "chart.send_back",
    CellState.REVIEWED: "chart.accept",
}
"""The command that gives a cell a state."""
KINDS = tuple(str(kind) for kind in StatementKind)

MENU = (
    "chart.link",
    "chart.take_words",
    "chart.unlink",
    "chart.star",
    "chart.jump",
    "chart.compare_words",
    "",
    *(f"chart.kind_{kind}" for kind in KINDS),
    "chart.move_up",
    "chart.move_down",
    "",
    "chart.tag",
    "chart.to_rehome",
    "chart.move_statement",
    "",
    "chart.charted_next",
    "chart.settle",
    "chart.compare_definitions",
    *STATES.values(),
    "",
    "chart.by_column",
    "chart.next_cell",
    "chart.previous_cell",
    "chart.next_interview",
    "chart.previous_interview",
    "chart.go_to",
    "",
    "chart.next_uncited",
    "chart.previous_uncited",
    "chart.show_uncited",
    "",
    "chart.play",
    "chart.play_here",
    "chart.play_back",
    "chart.slower",
    "chart.faster",
    "",
    "chart.comment",
    "chart.comments",
    "chart.next_comment",
    "chart.previous_comment",
    "",
    "chart.history",
    "chart.find",
    "chart.replace",
    "chart.switch_pane",
    "chart.previous_pane",
    "chart.fold_notes",
    "chart.fold_neighbours",
)
"""The commands of the desk's menu in their order; an empty text is a line."""

IN_NOTES = ("chart.link", "chart.take_words", "chart.star", "chart.jump", "chart.play_here")
IN_CELL = (
    "chart.link",
    "chart.jump",
    "chart.star",
    "chart.unlink",
    "chart.play_here",
    "chart.compare_words",
    "chart.tag",
    "chart.to_rehome",
    "chart.move_statement",
)
WRITING = frozenset(
    {
        "chart.link",
        "chart.take_words",
        "chart.unlink",
        "chart.star",
        "chart.move_up",
        "chart.move_down",
        "chart.replace",
        "chart.tag",
        "chart.to_rehome",
        "chart.move_statement",
        "chart.charted_next",
        "chart.settle",
        "chart.comment",
        "chart.accept",
        "chart.send_back",
    }
    | {name for name in MENU if name.startswith(("chart.kind_", "chart.state_"))}
)
"""Commands that change the project: off where it may only be read."""

REVIEWING = (
    "chart.comment",
    "chart.comments",
    "chart.next_comment",
    "chart.previous_comment",
    "chart.accept",
    "chart.send_back",
)
"""Commands of reading and reviewing: see `reviewing.py`."""

CHECKED = ("chart.show_uncited", "chart.by_column")
"""Commands that are on or off: their slots ask whether they are checked."""

_ICONS = {
    "chart.next_interview": "ph.caret-right",
    "chart.previous_interview": "ph.caret-left",
    "chart.fold_neighbours": "ph.rows",
}


def make_actions(desk: QWidget, slots: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Make the actions of all commands; `slots` says what each one does."""
    made = {name: make_action(desk, name, slots[name]) for name in MENU if name}
    for name in CHECKED:
        made[name].setCheckable(True)
    for name, picture in _ICONS.items():
        set_icon(made[name], picture)
    return made
