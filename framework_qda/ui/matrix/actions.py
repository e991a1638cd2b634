"""The commands of the Matrix desk, and the menu of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from framework_qda.ui.keys import make_action
from framework_qda.ui.matrix.states import BY_REVIEWING, STATES, make_state_menu, state_command
from framework_qda.ui.matrix.view_menu import ViewMenu, save_view
from framework_qda.ui.matrix.view_state import ROW_LINES
from framework_qda.ui.style import KIND_LOOKS
from framework_qda.ui.widgets.cell_reviewing import COMMANDS as REVIEWING
from framework_qda.ui.widgets.cell_reviewing import WRITING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from framework_qda.ui.matrix.desk import MatrixDesk


class MatrixActions:
    """All commands of the desk, made once; menus show the same ones."""

    def __init__(self, desk: MatrixDesk) -> None:
        def make(name: str, slot: object) -> QAction:
            return make_action(desk, f"matrix.{name}", slot)  # type: ignore[arg-type]

        self.edit = make("edit", desk.charting.edit)
        self.charted_next = make("charted_next", desk.charting.chart_and_go_on)
        self.open_cell = make("open_cell", desk.request_cell)
        self.marking = [
            make("tag", desk.marking.tag),
            make("to_rehome", desk.marking.mark_to_rehome),
            make("move_statement", desk.marking.move),
        ]
        self.statement_menu = _make_statement_menu(make, desk)
        slots = desk.reviewing.slots("matrix")
        self.reviewing = {name: make(name, slots[f"matrix.{name}"]) for name in REVIEWING}
        self.rehome = make("rehome", lambda: _rehome(desk))
        self.settle = make("settle", desk.charting.settle)
        self.copy = make("copy", desk.view.copy)
        self.copy_with_heads = make("copy_with_heads", lambda: desk.view.copy(has_heads=True))
        self.go_to = make("go_to", lambda: desk.go_to.open())
        self.replace = make("replace", desk.replacing.open)
        self.switch_pane = make("switch_pane", desk.panels.go_on)
        self.evidence = make("evidence", desk.toggle_evidence)
        self.filter = make("filter", desk.filter_bar.menu_button.showMenu)
        self.order = make("order", desk.filter_bar.order_button.showMenu)
        self.find = make("find", desk.filter_bar.focus_words)
        self.clear_filter = make("clear_filter", desk.filter_bar.clear)
        self.next_theme = make("next_theme", lambda: desk.tabs.step(1))
        self.previous_theme = make("previous_theme", lambda: desk.tabs.step(-1))
        self.widths = [
            make("fit_column", desk.column_sizes.fit),
            make("wider", lambda: desk.column_sizes.step(1)),
            make("narrower", lambda: desk.column_sizes.step(-1)),
            make("fit_columns", desk.column_sizes.fit_all),
            make("equal_columns", desk.column_sizes.make_alike),
        ]
        self.states = {
            state: self.reviewing[BY_REVIEWING[state]]
            if state in BY_REVIEWING
            else make(state_command(state), lambda s=state: desk.charting.set_state(s))
            for state in STATES
        }
        self._state_menu = make_state_menu(self.states, desk)
        self.zooming = [
            make("zoom_in", lambda: desk.view.zoom.step(1)),
            make("zoom_out", lambda: desk.view.zoom.step(-1)),
            make("zoom_reset", lambda: desk.view.zoom.set(100)),
        ]
        self.whole_cell = make("whole_cell", desk.whole_cell.toggle)
        self.next_row_height = make("next_row_height", desk.views.step_row_lines)
        self.row_heights = {
            lines: make(f"rows_{lines}", lambda n=lines: desk.views.set_row_lines(n)) for lines in ROW_LINES
        }
        self.columns = [
            make("hide_column", desk.views.hide_column),
            make("column_left", lambda: desk.views.move_column(-1)),
            make("column_right", lambda: desk.views.move_column(1)),
            make("show_columns", desk.views.show_columns),
        ]
        self.hearing = _make_hearing(make, desk)
        self.summaries = make("summaries", desk.views.toggle_summaries)
        self.save_view = make("save_view", lambda: save_view(desk.views, desk))
        self.view_menu = ViewMenu(desk.views, self, desk)

    def set_editable(self, *, is_editable: bool) -> None:
        """Offer what changes the project only where it may be changed."""
        for action in self.writing():
            action.setEnabled(is_editable)

    def writing(self) -> Sequence[QAction]:
        """Return what changes the project."""
        charting = (self.edit, self.charted_next, self.replace, self.settle)
        reviewing = [self.reviewing[name] for name in WRITING]
        return (
            *charting,
            *self.statement_menu.actions(),
            *self.widths,
            *self.marking,
            *self.states.values(),
            *reviewing,
        )

    def cell_menu(self, parent: QWidget, about: Sequence[QAction] = ()) -> QMenu:
        """Return the menu of a cell; `about` comments on a part of it."""
        menu = QMenu(parent)
        menu.setObjectName("cell_menu")
        menu.addActions([self.edit, self.open_cell, self.charted_next, self.whole_cell])
        menu.addMenu(self._state_menu)
        menu.addAction(self.settle)
        menu.addSeparator()
        menu.addActions(self.marking)
        menu.addSeparator()
        comment, *others = (self.reviewing[name] for name in WRITING)
        menu.addActions([comment, *about, *others])
        menu.addSeparator()
        menu.addActions([self.copy, self.copy_with_heads, self.evidence, self.hearing[0]])
        return menu

    def offer_cell_menu(self, desk: MatrixDesk, place: QPoint) -> None:
        """Open the menu of a cell at a place of the screen."""
        menu = self.cell_menu(desk, desk.reviewing.about_actions(place))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the desk's menu in their order; `None` draws a line."""
        return (
            self.edit,
            self.charted_next,
            self.open_cell,
            self._state_menu.menuAction(),
            self.settle,
            self.statement_menu.menuAction(),
            *self.marking,
            self.rehome,
            self.copy,
            self.copy_with_heads,
            None,
            self.next_theme,
            self.previous_theme,
            self.go_to,
            None,
            self.find,
            self.replace,
            self.filter,
            self.order,
            self.clear_filter,
            None,
            *self.reviewing.values(),
            None,
            self.switch_pane,
            self.evidence,
            *self.hearing,
            None,
            *self.zooming,
            self.whole_cell,
            self.next_row_height,
            self.view_menu.menuAction(),
        )


def _rehome(desk: MatrixDesk) -> None:
    """List the statements that wait for a better sub-topic."""
    from framework_qda.ui.rehoming.dialog import open_rehoming

    if desk.charting.finish():
        open_rehoming(desk.operations, desk)


def _make_statement_menu(make: Callable[[str, object], QAction], desk: MatrixDesk) -> QMenu:
    """Make the menu of what is done to the statement that is being edited."""
    menu, edit = QMenu("Statement being edited", desk), desk.charting.edit_statement
    for kind in KIND_LOOKS:
        menu.addAction(make(f"kind_{kind}", lambda kind=kind: edit(lambda editor: editor.set_kind(kind))))
    menu.addSeparator()
    for name, step in (("move_up", -1), ("move_down", 1)):
        menu.addAction(make(name, lambda step=step: edit(lambda editor: editor.move_statement(step))))
    return menu


def _make_hearing(make: Callable[[str, object], QAction], desk: MatrixDesk) -> list[QAction]:
    return [
        make("play_here", desk.hearing.play_here),
        make("play", desk.hearing.toggle),
        make("play_back", desk.hearing.back),
        make("slower", lambda: desk.hearing.step_speed(-1)),
        make("faster", lambda: desk.hearing.step_speed(1)),
    ]
