"""The Chart desk: the notes of one interview at the left, one cell of its row at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from framework_qda.model import Cell, CellState
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.chart import reading
from framework_qda.ui.chart.actions import MENU, WRITING, make_actions
from framework_qda.ui.chart.cell_history import CellHistory
from framework_qda.ui.chart.deciding import Deciding
from framework_qda.ui.chart.dragging import StripDragging
from framework_qda.ui.chart.empty import EmptyPage
from framework_qda.ui.chart.evidence import EvidenceWork
from framework_qda.ui.chart.hearing import Hearing
from framework_qda.ui.chart.marching import Marching
from framework_qda.ui.chart.memory import ChartMemory
from framework_qda.ui.chart.panes import ChartPanes
from framework_qda.ui.chart.reviewing import ChartReviewing
from framework_qda.ui.chart.spelling import ChartSpelling
from framework_qda.ui.chart.uncited import Uncited
from framework_qda.ui.chart.wiring import connect_parts, slots_of
from framework_qda.ui.chart.word_check import WordCheck
from framework_qda.ui.desk import Desk
from framework_qda.ui.hint import Hint
from framework_qda.ui.replacing import Replacing
from framework_qda.ui.widgets.go_to import GoTo
from framework_qda.ui.widgets.marking import StatementMarking
from framework_qda.ui.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QHideEvent
    from PySide6.QtWidgets import QTextEdit

    from framework_qda.matrix.spelling import WordPlace
    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.operations import Operations

FRAME = (
    "theme",
    "subtopic",
    "interview",
    "case_study",
    "organisation",
    "informant",
    "attribute",
    "attribute_value",
    "study",
)
"""What changes the rows and columns themselves."""
NOTES = ("document", "paragraph")


class ChartDesk(Desk):
    """Chart an interview cell by cell."""

    title = "Chart"
    icon = "ph.pencil-line"
    key_group = "chart"
    follows_cell = True
    has_words = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: CellPlace | None = None
        self.hint = Hint(self)
        self.hint.changed.connect(self.status_changed)
        self.actions_by_id = make_actions(self, slots_of(self))
        self.panes = ChartPanes(self.actions_by_id)
        self.reviewing = ChartReviewing(self.panes)
        self.evidence = EvidenceWork(self.panes.notes, self.panes.cell.editor, self.panes.saving)
        self.hearing = Hearing(self.panes.notes, self.panes.cell.editor, self.evidence)
        self.word_check = WordCheck(self.panes.notes, self.panes.cell.editor, self.panes.saving)
        self.spell_check = ChartSpelling(self.panes.notes, self.panes.cell.editor)
        self.dragging = StripDragging(self.panes)
        self.deciding = Deciding(self.panes.saving)
        self.history = CellHistory(self.panes.cell.editor, self.panes.saving)
        self.replacing = Replacing(self, self.panes.saving.write, lambda: self._place)
        self.uncited = Uncited(self.panes.notes)
        self.memory = ChartMemory(self.panes)
        self.march = Marching(self)
        self.go_to = GoTo(self, lambda: self._place)
        self.marking = StatementMarking(
            self, lambda: (self.panes.cell.editor, self.panes.saving), self.panes.focus_cell
        )
        self.empty_page = EmptyPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.panes)
        self._pages.addWidget(self.empty_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.home = self.panes.cell.editor
        connect_parts(self)

    # -- what every desk does

    def set_project(self, project: Project, operations: Operations) -> None:
        """Show a project: the first cell that is in progress or not yet charted in a row that has been begun."""
        super().set_project(project, operations)
        self.panes.saving.begin(operations)
        self.evidence.begin(operations)
        self.dragging.begin(operations)
        self.deciding.begin(operations)
        self.history.begin(operations)
        self.reviewing.begin(operations)
        self.spell_check.begin(self.spelling, operations)
        for name in WRITING:
            self.actions_by_id[name].setEnabled(not project.is_read_only)
        self.hearing.begin(operations, self.settings)
        self.panes.show_project(project)
        self.memory.begin(project, self.settings)
        self.actions_by_id["chart.by_column"].setChecked(self.memory.is_by_column)
        self.actions_by_id["chart.show_uncited"].setChecked(self.memory.is_uncited_shown)
        self.uncited.show(self.memory.is_uncited_shown)
        self._open(self.memory.first_place())

    def show_changes(self, changes: Changes) -> None:
        """Show what an action changed."""
        if changes.touches(*FRAME):
            self.panes.show_frame()
            if self._place is not None and not self.panes.walk.holds(self._place):
                self._place = None
        if self._place is None:
            self._open(self.memory.first_place())
            return
        if changes.touches(*FRAME, *NOTES):
            self.panes.show_interview(self._place.interview_id)
        elif changes.touches("recording"):
            self.hearing.show_interview(self._place.interview_id)
        elsewhere = self._changed_elsewhere(changes)
        if elsewhere is not None:
            self._open(elsewhere)
        elif changes.touches("cell", "extract", "analyst", "tag", "revision", *NOTES, *FRAME):
            self.panes.show_cell(self._place)
            self.status_changed.emit()
        self.reviewing.show_changes(changes)

    def finish_editing(self) -> None:
        """Write what is being typed, and remember where that was."""
        self.panes.saving.write()
        self.memory.keep_place(self._place)

    def status_text(self) -> str:
        """Return how far the interview is charted and its notes are used, or a hint."""
        if self.hint.words or self._place is None:
            return self.hint.words
        walk, states = self.panes.walk, self.panes.states
        code = walk.rows[walk.row_number(self._place.interview_id)].code
        done = sum(state in (CellState.CHARTED, CellState.REVIEWED) for state in states.values())
        parts = [f"{code}: {done} of {len(walk.columns)} charted"]
        cited, total = self.panes.notes.cited_paragraphs()
        if total:
            parts.append(f"{round(100 * cited / total)} % of {count_words(total, 'paragraph')} cited")
        return "     ".join(parts)

    def place_text(self) -> str:
        """Return the area, the interview and who spoke."""
        if self._place is None:
            return ""
        walk = self.panes.walk
        return reading.place_words(self.project.read, walk.rows[walk.row_number(self._place.interview_id)])

    def open_cell(self, interview_id: str, subtopic_id: str) -> None:
        """Go to a cell."""
        self._go(CellPlace(interview_id, subtopic_id))
        self.panes.focus_cell()

    def follow_cell(self, interview_id: str, subtopic_id: str) -> None:
        """Go to the cell that another desk was left at."""
        self._go(CellPlace(interview_id, subtopic_id))

    def open_remarks(self, interview_id: str, subtopic_id: str, comment_id: str) -> None:
        """Go to a cell and to what is said of it."""
        self._go(CellPlace(interview_id, subtopic_id))
        self.reviewing.show_remarks(comment_id)

    def open_passage(self, interview_id: str, extract_id: str) -> None:
        """Go to the passage of an extract, in a cell that rests on it if there is one."""
        using = {cell_id for cell_id, _ in self.project.read.uses(extract_id)}
        cells = self.project.read.cells_of_interview(interview_id)
        subtopic_id = next((key for key, cell in cells.items() if cell.id in using), "")
        self._go(self._place_in(interview_id, subtopic_id))
        self.panes.cell.editor.select_chip(extract_id)
        self.evidence.show_passage(extract_id, is_going=True)

    def go_to_misspelt(self) -> None:
        """Select the next unknown word of the notes or of the cell, wherever the keyboard is."""
        self.spell_check.go_on()

    def open_record(self, type_name: str, record_id: str) -> None:
        """Go to an interview, in the column that is open."""
        self.go_to_interview(record_id)

    def open_word(self, place: WordPlace) -> None:
        """Go to a word of a cell or of the notes, and select it."""
        self._go(self._place_in(place.interview_id, place.subtopic_id))
        if place.paragraph_id:
            self.panes.notes.go_to_paragraph(place.paragraph_id, place.start, place.end)
            self.panes.notes.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.panes.cell.editor.select_stretch(place.statement_id, place.start, place.end)
            self.panes.focus_cell()

    def here(self) -> CellPlace | None:
        """Return the cell that is open."""
        return self._place

    def written_in(self) -> QTextEdit:
        """Return the editor of the cell."""
        return self.panes.cell.editor

    def desk_actions(self) -> Sequence[QAction | None]:
        """Return the actions of this desk's menu."""
        return [self.actions_by_id[name] if name else None for name in MENU]

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause what is heard: elsewhere nobody sees how to stop it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.hearing.player.pause()
            self.memory.keep_place(self._place)
            self.memory.keep_panes()

    # -- within

    def _go(self, place: CellPlace | None) -> bool:
        """Write the cell that is open and open another; stay where it cannot be written."""
        if place is None or not self.panes.walk.holds(place) or not self.panes.saving.write():
            return False
        if place != self._place:
            self._open(place)
        return True

    def go(self, place: CellPlace | None) -> bool:
        """Go to a cell, if there is one, and write there; return whether that was possible."""
        has_gone = self._go(place)
        if has_gone:
            self.panes.focus_cell()
        return has_gone

    def go_to_column(self, subtopic_id: str) -> None:
        """Go to another cell of the interview."""
        if self._place is not None:
            self.go(self._place._replace(subtopic_id=subtopic_id))

    def go_to_interview(self, interview_id: str) -> None:
        """Go to the same column of another interview."""
        self.go(self._place_in(interview_id))
        if self._place is not None:
            # Where the cell could not be written, the interview is still the one before.
            self.panes.notes.chooser.show_current(self._place.interview_id)

    def go_to_reference(self, subtopic_id: str, extract_id: str) -> None:
        """Go to a cell of the interview, and to a reference in it."""
        self.go_to_column(subtopic_id)
        self.panes.cell.editor.select_chip(extract_id)

    def set_state(self, state: str) -> None:
        """Give the cell that is open a state, but for those that a reviewer gives."""
        if self._place is not None and self.panes.saving.write():
            place = self._place
            self.operations.run(lambda project: project.set_state(*place, state))

    def _open(self, place: CellPlace | None) -> None:
        self._pages.setCurrentIndex(1 if place is None else 0)
        self.panes.saving.close_cell()
        previous, self._place = self._place, place
        if place is None:
            walk = self.panes.walk
            self.empty_page.show_missing(has_rows=bool(walk.rows), has_columns=bool(walk.columns))
            return
        self.evidence.interview_id = place.interview_id
        if previous is None or previous.interview_id != place.interview_id:
            self.panes.show_interview(place.interview_id)
        self.panes.notes.view.set_current("")
        self.panes.show_cell(place)
        self.memory.keep_place(place)
        self.status_changed.emit()

    def _place_in(self, interview_id: str, subtopic_id: str = "") -> CellPlace | None:
        columns = self.panes.walk.columns
        here = self._place.subtopic_id if self._place else columns[0].subtopic_id if columns else ""
        place = CellPlace(interview_id, subtopic_id or here)
        return place if self.panes.walk.holds(place) else None

    def _changed_elsewhere(self, changes: Changes) -> CellPlace | None:
        """Return the one cell that an undo changed where another is shown: what is undone must be seen."""
        touched = changes.touched.get("cell", frozenset())
        is_quiet = self.replacing.is_running or not self.isVisible()
        if is_quiet or len(touched) != 1 or self.panes.saving.is_dirty:
            return None
        cell = self.project.read.get(Cell, next(iter(touched)))
        if cell is None:
            return None
        place = CellPlace(cell.interview_id, cell.subtopic_id)
        return place if place != self._place and self.panes.walk.holds(place) else None
