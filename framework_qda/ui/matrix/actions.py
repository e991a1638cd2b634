"""The commands of the Matrix desk: what they do, its menu and that of a cell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu

from framework_qda.ui.button_menu import open_by_key
from framework_qda.ui.context_menu import show_menu
from framework_qda.ui.keys import commands_of, make_action
from framework_qda.ui.matrix.head_menus import HeadMenus
from framework_qda.ui.matrix.states import BY_REVIEWING, STATES, make_state_menu, state_command
from framework_qda.ui.matrix.view_menu import WIDTHS, ViewMenu, save_view
from framework_qda.ui.matrix.view_state import ROW_LINES
from framework_qda.ui.style import KIND_LOOKS
from framework_qda.ui.widgets.cell_reviewing import COMMANDS as REVIEWING
from framework_qda.ui.widgets.cell_reviewing import WRITING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction

    from framework_qda.ui.matrix.desk import MatrixDesk

    Slots = Mapping[str, Callable[[], object]]

STATE, VIEW = "a state", "how the matrix is shown"
STATEMENT, GOING, CHOOSING = "Statements", "Go", "Find, filter and order"
COMMENTING, HEARING, SIZES = "Comments and acceptance", "Evidence and recording", "Size of the grid"
COLUMN = "Column"
"""Stand in a menu for the menus of these."""
MARKING = ("tag", "to_rehome", "move_statement")
PLAYING = ("play_here", "play", "play_back", "slower", "faster")
ZOOMING = ("zoom_in", "zoom_out", "zoom_reset")
KINDS = tuple(f"kind_{kind}" for kind in KIND_LOOKS)
MOVES = ("move_up", "move_down")
MENU = (
    *("edit", "charted_next", "open_cell", STATE, "settle", STATEMENT, "", "copy", "copy_with_heads"),
    *("", GOING, CHOOSING, COMMENTING, HEARING),
    *("", SIZES, VIEW),
)
SUBMENUS: Mapping[str, Sequence[str]] = {
    STATEMENT: (*MARKING, "rehome", "", *KINDS, "", *MOVES),
    GOING: (
        *("go_to", "next_theme", "previous_theme", "", "to_theme", "to_framework", "to_interview"),
        *("", "switch_pane", "previous_pane"),
    ),
    CHOOSING: ("find", "replace", "", "filter", "order", "clear_filter"),
    COMMENTING: REVIEWING,
    HEARING: ("evidence", "", *PLAYING),
    SIZES: (*ZOOMING, "", "next_row_height", "whole_cell"),
    COLUMN: (
        *("fit_column", "wider", "narrower", "", "hide_column", "column_left", "column_right", "show_columns"),
        *("", "fit_columns", "equal_columns", "summaries", "", "filter", "order", "", "to_theme", "to_framework"),
    ),
}
CELL_MENU = (
    *("edit", "open_cell", "charted_next", "whole_cell", STATE, "settle"),
    *("", *MARKING),
    *("", *WRITING),
    *("", "copy", "copy_with_heads", "evidence", "play_here"),
    *("", COLUMN),
)
ROW_MENU = (
    *("open_cell", "to_interview", "", STATE, "settle", "", "copy", "copy_with_heads"),
    *("", "filter", "order", "clear_filter", "", "next_row_height"),
)
_CHANGING = ("edit", "charted_next", "replace", "settle", *KINDS, *MOVES, *WIDTHS, *MARKING, *WRITING)


class MatrixActions:
    """All commands of the desk, made once; menus show the same ones."""

    def __init__(self, desk: MatrixDesk) -> None:
        slots = {**_charting_slots(desk), **_showing_slots(desk), **desk.reviewing.slots("matrix")}
        self.by_name: dict[str, QAction] = {
            name: make_action(desk, name, slots[name]) for name in commands_of("matrix")
        }
        self.states = {state: self.by_name[f"matrix.{state_command(state)}"] for state in STATES}
        self.row_heights = {lines: self.by_name[f"matrix.rows_{lines}"] for lines in ROW_LINES}
        self.view_menu = ViewMenu(desk.views, self, desk)
        self._menus = {STATE: make_state_menu(self.states, desk), VIEW: self.view_menu}
        for title, names in SUBMENUS.items():
            self._menus[title] = self._make_menu(title, names, desk)
        HeadMenus(desk.view, lambda: self._with_menus(SUBMENUS[COLUMN]), lambda: self._with_menus(ROW_MENU))

    def _make_menu(self, title: str, names: Sequence[str], desk: MatrixDesk) -> QMenu:
        menu = QMenu(title, desk)
        for action in self._with_menus(names):
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        return menu

    def listed(self, names: Sequence[str]) -> list[QAction]:
        """Return commands by their names, without the group."""
        return [self.by_name[f"matrix.{name}"] for name in names]

    def _with_menus(self, names: Sequence[str]) -> list[QAction | None]:
        """Return commands by their names and the menus among them; an empty name draws a line: `None`."""
        return [
            self._menus[name].menuAction() if name in self._menus else self.by_name[f"matrix.{name}"] if name else None
            for name in names
        ]

    def set_editable(self, *, is_editable: bool) -> None:
        """Offer what changes the project only where it may be changed."""
        for action in (*self.listed(_CHANGING), *self.states.values()):
            action.setEnabled(is_editable)

    def offer_cell_menu(self, desk: MatrixDesk, place: QPoint) -> None:
        """Open the menu of a cell at a place of the screen; what comments on a part of it follows on `comment`."""
        before = CELL_MENU.index("comment") + 1
        about = desk.reviewing.about_actions(place)
        offered: list[QAction | str | None]
        offered = [*self._with_menus(CELL_MENU[:before]), *about, *self._with_menus(CELL_MENU[before:])]
        desk.marking.point_at(place)
        offered[CELL_MENU.index(MARKING[0]) - 1] = desk.marking.name_meant() or None
        # Later, not now: what is chosen in a menu is done when the menu has gone.
        menu, marking = show_menu(desk, offered, place), desk.marking
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, marking, marking.point_at_none))

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the desk's menu in their order; `None` draws a line."""
        return self._with_menus(MENU)


def _charting_slots(desk: MatrixDesk) -> Slots:
    """Return what the commands do that change cells, or lead from one to another."""
    charting, marking = desk.charting, desk.marking
    states = [state for state in STATES if state not in BY_REVIEWING]
    return {
        "matrix.edit": charting.edit,
        "matrix.charted_next": charting.chart_and_go_on,
        "matrix.settle": charting.settle,
        "matrix.tag": marking.tag,
        "matrix.to_rehome": marking.mark_to_rehome,
        "matrix.move_statement": marking.move,
        "matrix.rehome": partial(_rehome, desk),
        "matrix.replace": desk.replacing.open,
        "matrix.open_cell": desk.request_cell,
        "matrix.to_framework": partial(_show_record, desk, "subtopic"),
        "matrix.to_theme": partial(_show_record, desk, "column"),
        "matrix.to_interview": partial(_show_record, desk, "interview"),
        "matrix.go_to": lambda: desk.go_to.open(),
        "matrix.next_theme": partial(desk.tabs.step, 1),
        "matrix.previous_theme": partial(desk.tabs.step, -1),
        "matrix.move_up": lambda: charting.edit_statement(lambda editor: editor.move_statement(-1)),
        "matrix.move_down": lambda: charting.edit_statement(lambda editor: editor.move_statement(1)),
        **{f"matrix.kind_{kind}": partial(_set_kind, desk, kind) for kind in KIND_LOOKS},
        **{f"matrix.{state_command(state)}": partial(charting.set_state, state) for state in states},
    }


def _showing_slots(desk: MatrixDesk) -> Slots:
    """Return what the commands do that show cells otherwise, or what stands beside them."""
    bar, views, sizes, zoom, hearing = desk.filter_bar, desk.views, desk.column_sizes, desk.view.zoom, desk.hearing
    return {
        "matrix.copy": desk.view.copy,
        "matrix.copy_with_heads": partial(desk.view.copy, has_heads=True),
        "matrix.find": bar.focus_words,
        "matrix.filter": partial(open_by_key, bar.menu_button),
        "matrix.order": partial(open_by_key, bar.order_button),
        "matrix.clear_filter": bar.clear,
        "matrix.switch_pane": lambda: desk.panels.go_on(desk.go_beyond),
        "matrix.previous_pane": lambda: desk.panels.go_on(desk.go_beyond, -1),
        "matrix.evidence": desk.toggle_evidence,
        "matrix.play_here": hearing.play_here,
        "matrix.play": hearing.toggle,
        "matrix.play_back": hearing.back,
        "matrix.slower": partial(hearing.step_speed, -1),
        "matrix.faster": partial(hearing.step_speed, 1),
        "matrix.fit_column": sizes.fit,
        "matrix.wider": partial(sizes.step, 1),
        "matrix.narrower": partial(sizes.step, -1),
        "matrix.fit_columns": sizes.fit_all,
        "matrix.equal_columns": sizes.make_alike,
        "matrix.hide_column": views.hide_column,
        "matrix.column_left": partial(views.move_column, -1),
        "matrix.column_right": partial(views.move_column, 1),
        "matrix.show_columns": views.show_columns,
        "matrix.summaries": views.toggle_summaries,
        "matrix.save_view": partial(save_view, views, desk),
        "matrix.zoom_in": partial(zoom.step, 1),
        "matrix.zoom_out": partial(zoom.step, -1),
        "matrix.zoom_reset": partial(zoom.set, 100),
        "matrix.whole_cell": desk.whole_cell.toggle,
        "matrix.next_row_height": views.step_row_lines,
        **{f"matrix.rows_{lines}": partial(views.set_row_lines, lines) for lines in ROW_LINES},
    }


def _set_kind(desk: MatrixDesk, kind: str) -> None:
    desk.charting.edit_statement(lambda editor: editor.set_kind(kind))


def _show_record(desk: MatrixDesk, kind: str) -> None:
    """Show the interview or the sub-topic of the current cell on the desk that has more of it."""
    ids = desk.view.current_ids()
    if ids and desk.charting.finish():
        desk.record_requested.emit(kind, ids[0] if kind == "interview" else ids[1])


def _rehome(desk: MatrixDesk) -> None:
    """List the statements that wait for a better sub-topic."""
    from framework_qda.ui.rehoming.dialog import open_rehoming

    if desk.charting.finish():
        open_rehoming(desk.operations, desk)
