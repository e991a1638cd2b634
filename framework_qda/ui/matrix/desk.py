"""The Matrix desk: one theme's grid with its evidence beside it."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from framework_qda.matrix.build import ALL_THEMES
from framework_qda.matrix.criteria import STALE
from framework_qda.matrix.filters import RowFilter
from framework_qda.matrix.reshaping import stale_places
from framework_qda.matrix.touched import touched_cells
from framework_qda.model import Cell
from framework_qda.project.ids import cell_id
from framework_qda.ui.hint import Hint
from framework_qda.ui.matrix.actions import MatrixActions
from framework_qda.ui.matrix.beside import EvidenceBeside
from framework_qda.ui.matrix.charting import GridCharting
from framework_qda.ui.matrix.column_sizes import ColumnSizes
from framework_qda.ui.matrix.dragging import GridDragging
from framework_qda.ui.matrix.frame import MatrixFrame
from framework_qda.ui.matrix.giving_up import GIVEN_UP
from framework_qda.ui.matrix.hits import NO_HIT, GridHits
from framework_qda.ui.matrix.marking import GridMarking
from framework_qda.ui.matrix.memory import MatrixMemory
from framework_qda.ui.matrix.notice import notice_for
from framework_qda.ui.matrix.reviewing import GridReviewing
from framework_qda.ui.matrix.showing import GridShowing
from framework_qda.ui.matrix.whole_cell import WholeCell
from framework_qda.ui.replacing import Replacing
from framework_qda.ui.widgets.accepting import TOPIC

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QHideEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.matrix.spelling import GridSpelling
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.widgets.go_to import GoTo

KEEP_MS = 1000
"""The current cell is remembered once it has stayed that for so long."""


class MatrixDesk(MatrixFrame):
    """Show the matrices of a project, chart in them, and lead to the passages they rest on."""

    title = "Matrix"
    icon = "ph.table"
    key_group = "matrix"
    follows_cell = True
    has_words = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = Hint(self)
        self.charting = GridCharting(self.view)
        self.hits = GridHits(self.view)
        self.memory = MatrixMemory(self.view)
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._keeping.timeout.connect(self.memory.keep)
        self.dragging = GridDragging(self.view, self.charting)
        self.column_sizes = ColumnSizes(self.view, self.charting.finish)
        self.showing = GridShowing(self.view, self.tabs, self.filter_bar, self.charting.finish)
        self.views = self.showing.views
        self.whole_cell = WholeCell(self.view)
        self.beside = EvidenceBeside(self.view, self.panel)
        self.hearing = self.beside.hearing
        self.reviewing = GridReviewing(self.comments, self.panels, self.view, self.charting)
        self.replacing = Replacing(self, self.charting.finish, self.view.current_ids)
        self.marking = GridMarking(self, self.view, self.charting)
        self.marking.hinted.connect(self.hint.say)
        self.actions_of_desk = MatrixActions(self)
        self.put_panels(*self.actions_of_desk.listed(("evidence", "comments")))
        self.view_button.setMenu(self.actions_of_desk.view_menu)
        self._connect()

    @cached_property
    def go_to(self) -> GoTo:
        """The field that goes to a cell, made when it is first opened: the window opens without it."""
        from framework_qda.ui.widgets.go_to import GoTo

        field = GoTo(self, self.view.current_ids)
        field.chosen.connect(self.open_cell)
        return field

    @cached_property
    def spell_check(self) -> GridSpelling:
        """The way from one unknown word to the next."""
        from framework_qda.ui.matrix.spelling import GridSpelling

        found = GridSpelling(self.view, self.charting)
        found.hinted.connect(lambda words: self.message_wanted.emit(words, []))
        return found

    def _connect(self) -> None:
        view = self.view
        view.open_requested.connect(self.request_cell)
        view.evidence_requested.connect(self.toggle_evidence)
        view.current_moved.connect(self._follow_cell)
        view.passage_pointed.connect(self.point_to)
        view.passage_opened.connect(self._request_passage)
        view.menu_requested.connect(lambda place: self.actions_of_desk.offer_cell_menu(self, place))
        self.charting.in_place.passage_pointed.connect(self.point_to)
        self.charting.decision_needed.connect(self.request_cell)
        self.charting.giving_up.told.connect(partial(self.news_wanted.emit, GIVEN_UP))
        self.column_sizes.kept.connect(self.showing.take_width)
        self.showing.shown.connect(self._after_grid)
        self.filter_bar.left.connect(self.panels.show_main)
        self.filter_bar.entered.connect(lambda: self.showing.when_shown(self.hits.enter))
        self.showing.counted.connect(lambda _words: self.hint.say(""))
        self.hint.changed.connect(self.status_changed)
        self.showing.waited.connect(lambda: self.show_filter_bar(has_rows=True))
        self.showing.failed.connect(lambda words: self.message_wanted.emit(words, []))
        self.panel.passage_requested.connect(self._request_passage)
        self.panel.close_requested.connect(self.toggle_evidence)
        self.panels.shown_changed.connect(self._follow_cell)
        self.notice.step_taken.connect(self.showing.take_step)
        self.showing.desk_wanted.connect(self.desk_requested)
        self.hearing.hinted.connect(self.hint.say)
        self.charting.hinted.connect(self.hint.say)
        self.dragging.hinted.connect(self.hint.say)
        self.reviewing.hinted.connect(self.hint.say)
        self.reviewing.told.connect(partial(self.news_wanted.emit, TOPIC))
        self.reviewing.cell_wanted.connect(lambda place: self.open_cell(*place))
        self.reviewing.serve(self.panel.passages)
        self.reviewing.passage_wanted.connect(self._request_passage)

    # -- what is shown

    def set_project(self, project: Project, operations: Operations) -> None:
        """Show the cell of a project that the analyst was at last, else the first."""
        super().set_project(project, operations)
        self.charting.set_operations(operations)
        self.dragging.begin(operations)
        self.column_sizes.begin(operations)
        self.hearing.begin(project, self.settings)
        self.panels.begin(self.settings, project.project_id, self.key_group)
        self.reviewing.begin(operations)
        self.charting.in_place.set_spelling(self.spelling)
        self.actions_of_desk.set_editable(is_editable=operations.can_edit)
        self.filter_bar.set_reader(project.read)
        self.views.set_project(project.project_id, self.settings)
        self.showing.begin(project, self.memory.begin(project, self.settings))
        self.memory.settle()

    def _after_grid(self) -> None:
        grid, hidden = self.showing.grid, self.showing.hidden_columns
        self.show_page(notice_for(grid, has_themes=bool(self.showing.outline), has_hidden=hidden > 0))
        self.filter_bar.show_counts(
            len(grid.rows), grid.total_rows, hidden, is_reordered=bool(self.views.state.columns.order)
        )
        self.show_filter_bar(has_rows=bool(grid.total_rows))
        self._follow_cell()

    def show_changes(self, changes: Changes) -> None:
        """Show what an action changed: single cells where only they did, else the grid anew in its place."""
        if self.column_sizes.is_keeping or not changes.touched:
            return
        self.reviewing.show_changes(changes)
        cells = touched_cells(self.project.read, changes)
        if cells is not None:
            self._show_cells(cells)
            return
        self.hearing.forget()
        self.showing.read_anew()

    def _show_cells(self, cells: set[str]) -> None:
        self.showing.update_cells(cells)
        if not self.charting.follow(cells) and len(cells) == 1 and self.isVisible() and not self.replacing.is_running:
            # One other cell changed, as by an undo: go there to see it.
            cell = self.project.read.get(Cell, next(iter(cells)))
            if cell is not None:
                self.view.go_to(cell.interview_id, cell.subtopic_id)
        ids = self.view.current_ids()
        if ids and cell_id(*ids) in cells:
            self._follow_cell()
        self.hint.say("")

    def _follow_cell(self) -> None:
        """Show the evidence of the current cell; a cell that is being edited is finished when it is left."""
        in_place = self.charting.in_place
        ids = self.view.current_ids()
        if in_place.is_open and ids != in_place.ids:
            self.charting.finish()
        self.beside.follow()
        self.reviewing.follow()
        self.hint.say("")
        self._keeping.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause what is heard: elsewhere nobody sees how to stop it. Remember where this was."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.hearing.pause()
            self.memory.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop filtering on Escape."""
        if event.key() != Qt.Key.Key_Escape or not self.showing.stop():
            super().keyPressEvent(event)

    def end(self) -> None:
        """Stop what works beside the window."""
        self.showing.end()

    def status_text(self) -> str:
        """Return how far the matrix is charted, or a hint."""
        return self.hint.words or self.showing.progress

    def place_text(self) -> str:
        """Return the case study, the interview and the sub-topic of the current cell."""
        index, grid = self.view.currentIndex(), self.view.grid_model.grid
        if not index.isValid():
            return ""
        band = self.view.cases.band_of(index.row())
        column = grid.columns[index.column()]
        words = [band.label if band else "", grid.rows[index.row()].code, f"{column.number} {column.label}"]
        return " · ".join(word for word in words if word)

    def open_cell(self, interview_id: str, subtopic_id: str) -> None:
        """Go to a cell, in its theme; a filter that hides it is cleared."""
        theme_id = self.showing.theme_of(subtopic_id)
        if not theme_id:
            return
        if self.tabs.theme_id() not in (theme_id, ALL_THEMES):
            self.tabs.choose(theme_id)
        self.showing.go_to(interview_id, subtopic_id)
        self.panels.show_main()

    def follow_cell(self, interview_id: str, subtopic_id: str) -> None:
        """Go to the cell that another desk was left at, in its theme, if the filter lets its row through."""
        theme_id = self.showing.theme_of(subtopic_id)
        if theme_id and any(row.interview_id == interview_id for row in self.showing.grid.rows):
            if self.tabs.theme_id() not in (theme_id, ALL_THEMES):
                self.tabs.choose(theme_id)
            self.showing.when_shown(lambda: self.view.go_to(interview_id, subtopic_id))

    def open_record(self, type_name: str, record_id: str) -> None:
        """Show the matrix of a theme, or the cells of a sub-topic that are to be looked at again."""
        if type_name == "stale":
            places = stale_places(self.project.read, record_id)
            if places:
                self.open_cell(*places[0])
                self.filter_bar.set_filter(RowFilter(signs=frozenset({STALE})))
                self.open_cell(*places[0])
            return
        if self.tabs.theme_id() != record_id:
            self.tabs.choose(record_id)
        self.panels.show_main()

    # -- what can be done

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the desk's menu."""
        return self.actions_of_desk.desk_actions()

    def finish_editing(self) -> None:
        """Write what is being typed; the editor stays open, as the one of the Chart desk does."""
        self.charting.write()
        self.memory.keep()

    def go_to_misspelt(self) -> None:
        """Edit the next cell that has an unknown word, and select the word."""
        self.spell_check.go_on(self.spelling)

    def step_result(self, direction: int) -> bool:
        """Go to the next (1) or the previous (-1) cell that holds the words of the filter, if there is one."""
        if self.showing.asking.is_filtering:
            self.showing.when_shown(lambda: self.hits.step(direction))
            return True
        return not self.charting.finish() or self._step_hit(direction)

    def _step_hit(self, direction: int) -> bool:
        is_asked, is_found = self.hits.is_asked, self.hits.step(direction)
        if is_asked and not is_found:
            self.hint.say(NO_HIT)
        return is_asked

    def here(self) -> tuple[str, str] | None:
        """Return the current cell."""
        return self.view.current_ids()

    def request_cell(self) -> None:
        """Ask for the current cell on the Chart desk."""
        ids = self.view.current_ids()
        if ids and self.charting.finish():
            self.cell_requested.emit(*ids)

    def toggle_evidence(self) -> None:
        """Show or hide the evidence."""
        self.panels.toggle("evidence")
        if self.panel.isHidden() and not self.charting.in_place.is_open:
            self.panels.show_main()

    def _request_passage(self, extract_id: str) -> None:
        ids = self.view.current_ids()
        if ids and self.charting.finish():
            self.passage_requested.emit(ids[0], extract_id)
