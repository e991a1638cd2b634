"""The Board desk: where the study stands, what is to be done, and the way back to where one was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from framework_qda.matrix.board import (
    BoardMap,
    Spot,
    Tally,
    Todo,
    read_map,
    read_slow_todos,
    read_todos,
    tally,
    tally_by_analyst,
    tally_by_case_study,
    tally_by_theme,
)
from framework_qda.matrix.remarks import remarked_place
from framework_qda.project.overview import looking
from framework_qda.ui.board.frame import BoardFrame
from framework_qda.ui.board.last_place import last_place
from framework_qda.ui.board.looking_back import CHANGED, changed_todo
from framework_qda.ui.board.map_model import EMPTY
from framework_qda.ui.board.telling import tell_of_case, tell_of_cell
from framework_qda.ui.board.todo_list import LISTED
from framework_qda.ui.context_menu import PlaceMenu
from framework_qda.ui.keys import make_action
from framework_qda.ui.newest_task import NewestTask
from framework_qda.ui.review.looked import Looked
from framework_qda.ui.widgets.notice_page import Notice
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QAction, QShowEvent
    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.board import Place
    from framework_qda.matrix.reviewing import Question
    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.worker import Progress

MANY_INTERVIEWS = 200
"""With more, the map begins with a row a case study."""
REMARKED = ("sent_back", "comment")
"""What is to be done where somebody has said why: the cell is opened with its comments."""
NOTHING_YET = Notice(
    "Nothing to show yet",
    "Here stands how far every cell of the study is, and what is to be done: once there are interviews, which are "
    "the rows, and sub-topics, which are the columns.",
    "Add interviews",
    "interviews",
)
NO_COLUMNS = Notice(
    "No sub-topics yet",
    "Here stands how far every cell of the study is. The interviews are there; the columns are the sub-topics of the "
    "framework.",
    "Set up the framework",
    "framework",
)


class BoardDesk(BoardFrame):
    """Show a map of the study and lead to every place in it."""

    title = "Board"
    icon = "ph.squares-four"
    key_group = "board"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board: BoardMap = EMPTY
        self._todos: tuple[Todo, ...] = ()
        self._changed: tuple[Todo, ...] = ()
        self._slow_todos: tuple[Todo, ...] | None = None
        self._asked: Question | None = None
        self._by_analyst: tuple[Tally, ...] | None = None
        self._visited: dict[str, int] = {}
        # After the first paint: it takes reading all notes.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look_longer)
        self._looking = NewestTask(self)
        self._breakdown = "state"
        self._is_new = True
        self._go_on = make_action(self, "board.continue", self._continue)
        self._open = make_action(self, "board.open_cell", self.map.open_current)
        self._by_case = make_action(self, "board.by_case", self._show_map)
        self._by_case.setCheckable(True)
        self._connect()

    def _connect(self) -> None:
        self.map.opened.connect(self.cell_requested)
        self.map.moved.connect(self.status_changed.emit)
        PlaceMenu(self.map, lambda: (self._open, None, self._by_case))
        self.map.tell_of = self._tell_of
        self.todo.chosen.connect(self.go_to_next)
        self.todo.pointed.connect(self._point)
        self.continue_button.clicked.connect(lambda _checked=False: self._continue())
        self.standing_heading.chosen.connect(self.show_breakdown)
        self.standing.line_chosen.connect(self._go_to_line)
        self.notice.step_taken.connect(self.desk_requested.emit)
        self._looking.told.connect(self._take_changed)
        self._looking.found.connect(self._take_longer)
        self._looking.failed.connect(lambda words: self.message_wanted.emit(words, []))

    # -- what is shown

    def set_project(self, project: Project, operations: Operations) -> None:
        """Show where a project stands."""
        super().set_project(project, operations)
        self._is_new = True
        self._read()

    def show_changes(self, changes: Changes) -> None:
        """Read the map again; what takes long follows."""
        self._read()

    def end(self) -> None:
        """Stop what works beside the window."""
        self._soon.stop()
        self._looking.cancel()

    def _read(self) -> None:
        self.board = read_map(self.project.overview)
        if self._is_new:
            self._is_new = False
            self._by_case.setChecked(len(self.board.rows) > MANY_INTERVIEWS)
        self._todos = read_todos(self.project.overview, self.board)
        self._by_analyst = None
        has_board = bool(self.board.rows and self.board.columns)
        self.notice.show_notice(NO_COLUMNS if self.board.rows else NOTHING_YET)
        self.show_board_page(has_board=has_board)
        self._show_map()
        self._show_todos()
        self._show_continue()
        self.show_breakdown(self._breakdown)
        if has_board:
            self._soon.start()
        self.status_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Say where to go on: the analyst may have been elsewhere without changing anything."""
        super().showEvent(event)
        if self.board is not EMPTY:
            self._show_continue()
            if self._asked not in (None, Looked(self.project, self.settings).question()):
                self._look_longer()

    def _show_map(self) -> None:
        self.map.show_board(self.board, by_case=self._by_case.isChecked())
        self.legend.show_shares(is_shown=self._by_case.isChecked())

    def _show_todos(self) -> None:
        todos = (*self._changed, *self._todos, *(self._slow_todos or ()))
        self.todo.show_todos(todos, is_complete=self._slow_todos is not None)

    def _show_continue(self) -> None:
        place = last_place(self.project, self.settings, self.board)
        self.continue_button.setVisible(place is not None)
        self._go_on.setEnabled(place is not None)
        if place is not None:
            row = next(each for each in self.board.rows if each.interview_id == place[0])
            column = next(each for each in self.board.columns if each.subtopic_id == place[1])
            words = f"Continue: {row.code}, {column.number} {column.label}"
            shown = words if len(words) <= 44 else words[:43].rstrip() + "…"
            self.continue_button.setText(f"{shown.replace('&', '&&')}  →")
            self.continue_button.setAccessibleName(words)

    def show_breakdown(self, key: str) -> None:
        """Count the cells by state, case study, theme or analyst."""
        self._breakdown = key
        if key == "state":
            self.standing.show_states(tally(self.board))
        elif key == "case_study":
            self.standing.show_tallies(tally_by_case_study(self.board))
        elif key == "theme":
            self.standing.show_tallies(tally_by_theme(self.board))
        else:
            self.standing.show_tallies(self._by_analyst or ())
            if self._by_analyst is None:
                self._look_longer()

    # -- what takes longer

    @property
    def is_complete(self) -> bool:
        """Whether everything that is to be done has been found."""
        return not self._looking.is_running and self._slow_todos is not None

    def _look_longer(self) -> None:
        """Read in a worker what takes reading notes and the journal; the newest question is the one answered."""
        wants_analysts = self._breakdown == "analyst"
        self._asked = Looked(self.project, self.settings).question()
        self._looking.start(partial(_look, self.project.path, self._asked, wants_analysts))

    def _take_changed(self, changed: tuple[Todo, ...]) -> None:
        """Show what others changed as soon as it is known: the rest may take much longer."""
        self._changed = changed
        self._show_todos()

    def _take_longer(self, found: tuple[tuple[Todo, ...], tuple[Tally, ...] | None]) -> None:
        self._slow_todos, self._by_analyst = found
        self._show_todos()
        if self._breakdown == "analyst" and self._by_analyst is not None:
            self.standing.show_tallies(self._by_analyst)

    # -- going there

    def go_to_next(self, todo: Todo) -> None:
        """Go to the next place where something is to be done, after the last the first again; or list it all."""
        if todo.key == CHANGED:
            self.record_requested.emit("changed", "")
            return
        if todo.key in LISTED:
            from framework_qda.ui.rehoming.dialog import open_rehoming

            open_rehoming(self.operations, self)
            return
        place = self._visited.get(todo.key, -1) + 1
        place = place if place < len(todo.spots) else 0
        self._visited[todo.key] = place
        self._go(todo.spots[place], is_remarked=todo.key in REMARKED)

    def _go(self, spot: Spot, *, is_remarked: bool) -> None:
        if spot.record_id:
            self.record_requested.emit("remarks", spot.record_id)
            return
        remarked = remarked_place(self.project.read, "extract", spot.extract_id) if is_remarked else None
        if remarked is not None:
            self.remarks_requested.emit(*remarked, "")
            return
        if spot.extract_id:
            self.passage_requested.emit(spot.interview_id, spot.extract_id)
            return
        subtopic_id = spot.subtopic_id or self.board.columns[0].subtopic_id
        self.map.go_to((spot.interview_id, subtopic_id))
        if is_remarked:
            self.remarks_requested.emit(spot.interview_id, subtopic_id, "")
        else:
            self.cell_requested.emit(spot.interview_id, subtopic_id)

    def _point(self, todo: Todo | None) -> None:
        places = [(spot.interview_id, spot.subtopic_id) for spot in todo.spots if spot.subtopic_id] if todo else []
        self.map.light(places)

    def _continue(self) -> None:
        place = last_place(self.project, self.settings, self.board)
        if place is not None:
            self.cell_requested.emit(*place)

    def _go_to_line(self, row: int) -> None:
        """Go to the first cell of a case study or a theme in the map."""
        board = self.board
        if self._breakdown == "case_study":
            self.map.go_to(board.place(board.bands[row].first, 0))
        elif self._breakdown == "theme":
            self.map.go_to(board.place(0, board.sections[row].first))

    def _tell_of(self, places: list[Place]) -> str:
        if self._by_case.isChecked():
            return tell_of_case(self.board, places)
        return tell_of_cell(self.project, self.board, places[0])

    # -- what the window asks

    def open_cell(self, interview_id: str, subtopic_id: str) -> None:
        """Go to a cell in the map."""
        self.map.go_to((interview_id, subtopic_id))

    def place_text(self) -> str:
        """Return the cell at hand."""
        place = self.map.current_place()
        if place is None:
            return ""
        row = next(each for each in self.board.rows if each.interview_id == place[0])
        column = next(each for each in self.board.columns if each.subtopic_id == place[1])
        return f"{row.code} · {column.number} {column.label}"

    def status_text(self) -> str:
        """Return how far the study is."""
        if not self.board.cell_count:
            return ""
        figures = tally(self.board)
        reasons = figures.done - figures.charted
        more = f", {reasons:,} empty with a reason" if reasons else ""
        return f"{figures.charted:,} of {count_words(figures.cells, 'cell')} charted{more}"

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the desk's menu."""
        return (self._go_on, self._open, None, self._by_case)


def _look(
    path: Path, question: Question, wants_analysts: bool, progress: Progress
) -> tuple[tuple[Todo, ...], tuple[Tally, ...] | None]:
    with looking(path) as overview:
        if not progress.is_stopped():
            progress.tell(changed_todo(overview, question))
        board = read_map(overview)
        progress.step(0, 2)
        todos = read_slow_todos(overview, board)
        progress.step(1, 2)
        return todos, tally_by_analyst(overview, board) if wants_analysts else None
