"""How the desk shows its matrices: chosen here, applied to the grid, remembered for each project on this machine."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.matrix.columns import ColumnChoice
from framework_qda.ui.matrix.view_state import ROW_LINES, NamedView, ViewState, read_json, read_views, write_views

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.matrix.outline import ThemeOutline
    from framework_qda.ui.matrix.filter_bar import FilterBar
    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.settings import Settings

MEMORY, NAMED_MEMORY = "matrix_view", "matrix_views"


class DeskViews(QObject):
    """Hold the state of the view, apply every change of it, and keep views under names."""

    changed = Signal()
    """Something that menus tick is otherwise."""
    columns_changed = Signal()
    """Other columns are to be shown, or in another order."""

    def __init__(self, view: MatrixView, filter_bar: FilterBar) -> None:
        super().__init__(view)
        self._view, self._filter_bar = view, filter_bar
        self._settings: Settings | None = None
        self._project_id = ""
        self.state = ViewState()
        self.named: dict[str, NamedView] = {}
        self.outline: Sequence[ThemeOutline] = ()
        filter_bar.cleared.connect(self.show_columns)

    def set_project(self, project_id: str, settings: Settings | None) -> None:
        """Show a project as it was last shown on this machine."""
        self._settings, self._project_id = settings, project_id
        self.named = read_views(self._remembered(NAMED_MEMORY))
        self.state = ViewState.from_json(read_json(self._remembered(MEMORY)))
        self._show_state()
        self.changed.emit()

    def change(self, **values: object) -> None:
        """Show the matrices otherwise, and remember that."""
        self._take(replace(self.state, **values))  # type: ignore[arg-type]

    def _take(self, state: ViewState) -> None:
        before, self.state = self.state, state
        if state == before:
            return
        self._show_state()
        if state.columns != before.columns:
            self.columns_changed.emit()
        self._remember(MEMORY, json.dumps(state.to_json()))
        self.changed.emit()

    def _show_state(self) -> None:
        self._view.sizes.set_row_lines(self.state.row_lines)
        if self._view.grid_model.shows_summaries != self.state.shows_summaries:
            self._view.grid_model.shows_summaries = self.state.shows_summaries
            self._view.refresh_heads()

    def _remembered(self, name: str) -> str:
        return self._settings.remembered(self._project_id, name) if self._settings else ""

    def _remember(self, name: str, text: str) -> None:
        if self._settings is not None:
            self._settings.remember(self._project_id, name, text)

    # -- rows

    def set_row_lines(self, lines: int) -> None:
        """Give all rows the height of so many lines; 0: by content."""
        self.change(row_lines=lines)

    def step_row_lines(self) -> None:
        """Take the next row height, round and round."""
        self.set_row_lines(ROW_LINES[(ROW_LINES.index(self.state.row_lines) + 1) % len(ROW_LINES)])

    # -- columns

    def toggle_summaries(self) -> None:
        """Show what columns and rows hold in figures, or no longer."""
        self.change(shows_summaries=not self.state.shows_summaries)

    def toggle_column(self, subtopic_id: str) -> None:
        """Hide a column, or show it again."""
        self.change(columns=self.state.columns.toggle(subtopic_id))

    def show_column(self, subtopic_id: str) -> None:
        """Show a column again if it is hidden."""
        if subtopic_id in self.state.columns.hidden:
            self.toggle_column(subtopic_id)

    def hide_column(self) -> None:
        """Hide the current column."""
        ids = self._view.current_ids()
        if ids:
            self.toggle_column(ids[1])

    def move_column(self, direction: int) -> None:
        """Put the current column one place further left (-1) or right (1) in its theme."""
        ids = self._view.current_ids()
        for theme in self.outline:
            if ids and ids[1] in {column.subtopic_id for column in theme.columns}:
                self.change(columns=self.state.columns.move(theme.columns, ids[1], direction))

    def show_columns(self) -> None:
        """Show all columns in the framework's own order."""
        self.change(columns=ColumnChoice())

    # -- views with names

    def save(self, name: str) -> None:
        """Keep the present view under a name; one of that name is replaced."""
        bar = self._filter_bar
        self.named[name] = NamedView(name, self.state, self._view.zoom.value, bar.row_filter, bar.arrangement)
        self._remember(NAMED_MEMORY, write_views(self.named))
        self.changed.emit()

    def show(self, name: str) -> None:
        """Show the matrices as a view has them."""
        wanted = self.named[name]
        self._filter_bar.show_rows(wanted.row_filter, wanted.arrangement)
        self._take(wanted.state)
        self._view.zoom.set(wanted.zoom)

    def remove(self, name: str) -> None:
        """Forget a view."""
        self.named.pop(name, None)
        self._remember(NAMED_MEMORY, write_views(self.named))
        self.changed.emit()
