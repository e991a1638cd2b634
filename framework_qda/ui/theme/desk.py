"""The Theme desk: one sub-topic down all its rows, in groups, with its synthesis and the evidence at the side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from framework_qda.matrix.touched import touched_cells
from framework_qda.matrix.within_theme import count_rows
from framework_qda.ui.context_menu import show_menu
from framework_qda.ui.hint import Hint
from framework_qda.ui.matrix.charting import GridCharting
from framework_qda.ui.matrix.reviewing import GridReviewing
from framework_qda.ui.theme.beside import Beside
from framework_qda.ui.theme.context import ContextColumns
from framework_qda.ui.theme.frame import ThemeFrame
from framework_qda.ui.theme.reading import ColumnReading
from framework_qda.ui.theme.weighting import Weighting
from framework_qda.ui.widgets.accepting import TOPIC
from framework_qda.ui.widgets.cell_reviewing import COMMANDS as REVIEWING
from framework_qda.ui.widgets.cell_reviewing import WRITING
from framework_qda.ui.widgets.notice_page import Notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.grid import MatrixGrid
    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.operations import Operations

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
MENU = (
    "theme.previous",
    "theme.next",
    "",
    "theme.open_cell",
    "theme.edit",
    "theme.star",
    "theme.deviant_only",
    "",
    "theme.link",
    "theme.weigh",
    "theme.alone",
    "theme.cross_tab",
    "",
    *(f"theme.{name}" for name in REVIEWING),
    "",
    "theme.evidence",
    "theme.synthesis",
    "theme.switch_pane",
)
PLACE_MENU = (
    *("open_cell", "edit", "star", "", "link", "weigh", "alone", ""),
    *WRITING,
    *("", "evidence", "comments"),
)
_CHANGING = ("theme.edit", "theme.star", "theme.link", "theme.weigh", *(f"theme.{name}" for name in WRITING))


class ThemeDesk(ThemeFrame):
    """Read a sub-topic down all its rows."""

    title = "Theme"
    icon = "ph.article"
    key_group = "theme"

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
        self._connect()

    def _connect(self) -> None:
        self.connect_slots(
            {
                "theme.previous": partial(self.step, -1),
                "theme.next": partial(self.step, 1),
                "theme.open_cell": self.beside.request_cell,
                "theme.edit": self.charting.edit,
                "theme.star": self.toggle_deviant,
                "theme.deviant_only": self._reload,
                "theme.link": self.weighting.link_selected,
                "theme.weigh": self.weighting.start_chosen,
                "theme.alone": self.weighting.toggle_alone,
                "theme.cross_tab": self.show_cross_tab,
                "theme.evidence": self.beside.toggle_evidence,
                "theme.synthesis": self.beside.toggle_synthesis,
                "theme.switch_pane": self.switch_pane,
                **self.reviewing.slots("theme"),
            }
        )
        self.view.menu_requested.connect(self._offer_menu)
        self.view.current_moved.connect(self.reviewing.follow)
        self.reviewing.cell_wanted.connect(lambda place: self.go_to(*place))
        self.reviewing.passage_wanted.connect(self.beside.request_passage)
        for helper in (self.reviewing, self.charting):
            helper.hinted.connect(self.hint.say)
        self.reviewing.told.connect(partial(self.news_wanted.emit, TOPIC))
        self.hint.changed.connect(self.status_changed)
        self.bar.subtopic_chosen.connect(self.show_subtopic)
        self.bar.beside_chosen.connect(self.show_beside)
        self.bar.groups_chosen.connect(self.group_by)
        self.bar.left.connect(self.panels.show_main)
        self.rows_bar.filter_changed.connect(self._reload)
        self.rows_bar.cleared.connect(self._show_the_others)
        self.charting.words_given_up.connect(
            lambda words, bring: self.message_wanted.emit(words, [("Bring it back", bring)])
        )
        self.synthesis.cell_requested.connect(self.go_to)
        self.synthesis.left.connect(self.panels.show_main)
        self.weighting.side_wanted.connect(lambda: self.panels.open("synthesis"))
        self.weighting.alone_changed.connect(self.by_name["theme.alone"].setChecked)
        self.weighting.rows_wanted.connect(self.show_all_rows)
        self.notice.step_taken.connect(
            lambda step: self.show_all_rows() if step == "clear" else self.desk_requested.emit(step)
        )

    # -- what is shown

    def set_project(self, project: Project, operations: Operations) -> None:
        """Show the sub-topic that was read last, else the first."""
        super().set_project(project, operations)
        self.charting.set_operations(operations)
        for name in _CHANGING:
            self.by_name[name].setEnabled(operations.can_edit)
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
        self.show_subtopic(record_id)
        if type_name == "conclusion":
            self.panels.open("synthesis")
            self.synthesis.editor.setFocus()

    def show_beside(self, subtopic_id: str) -> None:
        """Put another sub-topic beside the one that is read, or none."""
        if self.charting.finish():
            self.reading.beside_id = subtopic_id if subtopic_id != self.reading.subtopic_id else ""
            self._reload()

    def group_by(self, keys: tuple[str, ...]) -> None:
        """Put the rows into groups."""
        if self.charting.finish():
            self.reading.keys = keys
            self._reload()

    def step(self, direction: int) -> None:
        """Read the next sub-topic (1) or the one before (-1)."""
        subtopic_id = self.reading.neighbour(direction)
        if subtopic_id:
            self.show_subtopic(subtopic_id)

    def _grid(self) -> MatrixGrid:
        return self.reading.grid(self.rows_bar.row_filter, only_deviant=self.only_deviant)

    def _reload(self) -> None:
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
        self.charting.giving_up.note_changes()
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
        self._reload()

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
        if subtopic_id not in (self.reading.subtopic_id, self.reading.beside_id):
            self.show_subtopic(subtopic_id)
        if not self.view.go_to(interview_id, subtopic_id):
            self.show_all_rows()
            self.view.go_to(interview_id, subtopic_id)
        self.panels.show_main()

    open_cell = go_to

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

        dialog = CrossTabDialog(self.project.read, self)
        dialog.field_chosen.connect(self.weighting.select_rows)
        dialog.exec()
        dialog.deleteLater()

    def show_all_rows(self) -> None:
        """Leave no row out."""
        self.by_name["theme.deviant_only"].setChecked(False)
        self.rows_bar.clear()

    def _show_the_others(self) -> None:
        if self.only_deviant:
            self.by_name["theme.deviant_only"].setChecked(False)
            self._reload()

    def switch_pane(self) -> None:
        """Go from the column to the synthesis, on to the evidence, and round."""
        if self.charting.finish():
            self.panels.go_on()

    # -- what the window asks

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
        return [self.by_name[name] if name else None for name in MENU]

    def _offer_menu(self, place: QPoint) -> None:
        actions = [self.by_name[f"theme.{name}"] if name else None for name in PLACE_MENU]
        about = self.reviewing.about_actions(place)
        before = actions.index(self.by_name["theme.comment"]) + 1
        show_menu(self, [*actions[:before], *about, *actions[before:]], place)
