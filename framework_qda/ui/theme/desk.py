"""The Theme desk: one sub-topic down all its rows, in groups, with its synthesis and the evidence at the side."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from framework_qda.matrix.touched import touched_cells
from framework_qda.matrix.within_theme import count_rows
from framework_qda.ui.hint import Hint
from framework_qda.ui.matrix.charting import GridCharting
from framework_qda.ui.matrix.hits import NO_HIT, GridHits
from framework_qda.ui.matrix.reviewing import GridReviewing
from framework_qda.ui.theme.beside import Beside
from framework_qda.ui.theme.context import ContextColumns
from framework_qda.ui.theme.frame import ThemeFrame
from framework_qda.ui.theme.reading import ColumnReading
from framework_qda.ui.theme.weighting import Weighting
from framework_qda.ui.theme.wiring import command_slots, connect_parts
from framework_qda.ui.widgets.notice_page import Notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.grid import MatrixGrid
    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.widgets.go_to import GoTo

NO_COLUMNS = Notice(
    "No sub-topics yet",
    "Here one sub-topic is read down all interviews, in groups of those alike, and what it comes to is written at the "
    "side. Begin with the themes and their sub-topics.",
    "Set up the framework",
    "framework",
)
NO_ROWS = Notice("No interviews yet", "Here one sub-topic is read down all interviews.", "Add interviews", "interviews")
NO_MATCH = Notice(
    "No interview passes the filter",
    "All cells are still there; the filter above leaves every row out.",
    "Show all interviews",
    "clear",
)


class ThemeDesk(ThemeFrame):
    """Read a sub-topic down all its rows."""

    title = "Theme"
    icon = "ph.article"
    key_group = "theme"
    follows_cell = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = Hint(self)
        self.reading = ColumnReading()
        self.context = ContextColumns(self.view)
        self.charting = GridCharting(self.view)
        self.beside = Beside(self, self.charting)
        self.reviewing = GridReviewing(self.comments, self.panels, self.view, self.charting)
        self.reviewing.is_by_column = True
        self.weighting = Weighting(self.view, self.synthesis, self.weight, self.charting.finish)
        self.hits = GridHits(self.view)
        self.actions_of_desk.connect(command_slots(self))
        connect_parts(self)

    @cached_property
    def go_to_field(self) -> GoTo:
        """The field that goes to a cell, made when it is first opened: the window opens without it."""
        from framework_qda.ui.widgets.go_to import GoTo

        field = GoTo(self, self.view.current_ids)
        field.chosen.connect(self.go_to)
        return field

    # -- what is shown

    def set_project(self, project: Project, operations: Operations) -> None:
        """Show the sub-topic that was read last, else the first."""
        super().set_project(project, operations)
        self.charting.set_operations(operations)
        self.actions_of_desk.set_editable(is_editable=operations.can_edit)
        self.reviewing.begin(operations)
        self.panels.begin(self.settings, project.project_id, self.key_group)
        self.survey.begin(operations)
        self.weighting.begin(operations)
        self.rows_bar.set_reader(project.read)
        self.bar.set_reader(project.read)
        self.synthesis.begin(operations, self.spelling)
        columns = self.bar.show_framework(project.read)
        self.show_subtopic(self.reading.begin(project, self.settings, columns))

    def show_subtopic(self, subtopic_id: str) -> None:
        """Read another sub-topic; the interview at hand stays."""
        if not self.charting.finish() or not self.synthesis.show_subject(
            "subtopic" if subtopic_id else "", subtopic_id
        ):
            return
        self.reading.choose(subtopic_id)
        self.survey.show_subtopic(self.reading.subtopic_id)
        ids = self.view.current_ids()
        self.view.show_grid(self._grid())
        if ids:
            self.view.go_to(ids[0], subtopic_id)
        self._after_grid()

    def open_record(self, type_name: str, record_id: str) -> None:
        """Read a sub-topic; what it comes to is at the side."""
        if not self.reading.knows(record_id):
            return
        self.show_subtopic(record_id)
        if type_name == "conclusion":
            self.panels.open("synthesis")
            self.synthesis.editor.setFocus()

    def show_beside(self, subtopic_id: str) -> None:
        """Put another sub-topic beside the one that is read, or none."""
        if self.charting.finish():
            self.reading.beside_id = subtopic_id if subtopic_id != self.reading.subtopic_id else ""
            self.reload()

    def group_by(self, keys: tuple[str, ...]) -> None:
        """Put the rows into groups."""
        if self.charting.finish():
            self.reading.keys = keys
            self.reload()

    def step(self, direction: int) -> None:
        """Read the next sub-topic (1) or the one before (-1)."""
        subtopic_id = self.reading.neighbour(direction)
        if subtopic_id:
            self.show_subtopic(subtopic_id)

    def _grid(self) -> MatrixGrid:
        self.view.cells.light(self.rows_bar.row_filter.text)
        return self.reading.grid(self.rows_bar.row_filter, only_deviant=self.only_deviant)

    def reload(self) -> None:
        """Show the column anew, as it is grouped and filtered."""
        if self.charting.finish():
            self.view.reload_grid(self._grid())
            self._after_grid()

    def _after_grid(self) -> None:
        grid = self.view.grid_model.grid
        self.bar.show_choice(self.reading.subtopic_id, self.reading.beside_id, self.reading.keys)
        notice = None if grid.columns else NO_COLUMNS
        if notice is None and not grid.rows:
            notice = NO_MATCH if grid.total_rows else NO_ROWS
        self._show_figures()
        self.show_notice(notice)
        self.beside.follow()
        self.reviewing.follow()

    def _show_figures(self) -> None:
        """Say how many rows pass, what they say, and who stands behind them."""
        grid = self.view.grid_model.grid
        self.rows_bar.show_rows_of(grid, only_deviant=self.only_deviant)
        if grid.columns:
            self.bar.show_counts(" · ".join(count_rows(grid).lines))
        self.weighting.show(self.reading.subtopic_id)
        self.context.show(self.project.read, self.reading.keys)

    def show_changes(self, changes: Changes) -> None:
        """Show what an action changed."""
        self.synthesis.show_changes(changes)
        self.reviewing.show_changes(changes)
        cells = touched_cells(self.project.read, changes, "synthesis")
        if cells is not None:
            self._show_cells(cells)
            return
        self.reading.columns = self.bar.show_framework(self.project.read)
        if not self.reading.knows(self.reading.subtopic_id):
            self.show_subtopic(self.reading.first_id)
            return
        self.survey.show_subtopic(self.reading.subtopic_id)
        self.reload()

    def _show_cells(self, cells: set[str]) -> None:
        if not cells:
            return
        grid = self.view.grid_model.grid
        self.view.grid_model.grid = self.reading.refresh(
            grid, cells, self.rows_bar.row_filter, only_deviant=self.only_deviant
        )
        self.view.update_cells(self.project.read.cell_places(cells).values())
        self.charting.follow(cells)
        self._show_figures()
        self.view.cases.viewport().update()
        self.beside.follow()
        self.reviewing.follow()

    # -- the cell at hand

    def go_to(self, interview_id: str, subtopic_id: str) -> None:
        """Go to a cell of the column, or read its column first; a filter that hides it is cleared."""
        shown = (self.reading.subtopic_id, self.reading.beside_id)
        if subtopic_id not in shown and self.reading.knows(subtopic_id):
            self.show_subtopic(subtopic_id)
        if subtopic_id not in (self.reading.subtopic_id, self.reading.beside_id):
            return  # it is gone, or what is typed could not be written
        if not self.view.go_to(interview_id, subtopic_id):
            self.show_all_rows()
            self.view.go_to(interview_id, subtopic_id)
        self.panels.show_main()

    open_cell = go_to

    def follow_cell(self, interview_id: str, subtopic_id: str) -> None:
        """Go to the cell that another desk was left at, in its column, if the filter lets its row through."""
        if all(row.interview_id != interview_id for row in self.view.grid_model.grid.rows):
            return
        if subtopic_id not in (self.reading.subtopic_id, self.reading.beside_id) and self.reading.knows(subtopic_id):
            self.show_subtopic(subtopic_id)
        self.view.go_to(interview_id, subtopic_id)

    def toggle_deviant(self) -> None:
        """Keep the selected cells in view as deviant, or no longer."""
        ids = self.view.current_ids()
        if ids and self.charting.finish():
            is_deviant = not self.project.read.cell(*ids).is_deviant
            self.operations.run(lambda project: project.set_deviant(*ids, is_deviant))

    # -- rows and panes

    def show_cross_tab(self) -> None:
        """Show two attributes crossed; a field selects its rows."""
        from framework_qda.ui.theme.crosstab_dialog import CrossTabDialog

        subtopic = next((each for each in self.reading.columns if each.subtopic_id == self.reading.subtopic_id), None)
        dialog = CrossTabDialog(self.project.read, self, subtopic)
        dialog.field_chosen.connect(self.weighting.select_rows)
        dialog.exec()
        dialog.deleteLater()

    def show_all_rows(self) -> None:
        """Leave no row out."""
        self.by_name["theme.deviant_only"].setChecked(False)
        self.rows_bar.clear()

    def show_the_others(self) -> None:
        """Show again what is left out because it is not kept in view as deviant."""
        if self.only_deviant:
            self.by_name["theme.deviant_only"].setChecked(False)
            self.reload()

    # -- what the window asks

    def end(self) -> None:
        """Look for nothing more beside the rows."""
        self.context.hide()

    def finish_editing(self) -> None:
        """Write what is being typed."""
        self.charting.write()
        self.synthesis.finish_editing()
        self.survey.finish()

    def place_text(self) -> str:
        """Return the sub-topic and the interview at hand."""
        index, grid = self.view.currentIndex(), self.view.grid_model.grid
        if not index.isValid():
            return ""
        column = grid.columns[index.column()]
        return f"{column.number} {column.label} · {grid.rows[index.row()].code}"

    def status_text(self) -> str:
        """Return how many say something of the sub-topic, or a hint."""
        return self.hint.words or self.bar.counts.text()

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the desk's menu; `None` draws a line."""
        return self.actions_of_desk.desk_actions()

    def step_result(self, direction: int) -> bool:
        """Go to the next (1) or the previous (-1) cell that holds the words of the filter, if there is one."""
        if not self.charting.finish():
            return True
        is_asked, is_found = self.hits.is_asked, self.hits.step(direction)
        if is_asked and not is_found:
            self.hint.say(NO_HIT)
        return is_asked

    def here(self) -> tuple[str, str] | None:
        """Return the current cell."""
        return self.view.current_ids()
