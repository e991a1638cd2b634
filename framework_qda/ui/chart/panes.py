"""The panes of the Chart desk, and what they read from the project to show a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.remark_counts import remarks_along
from framework_qda.matrix.rows import row_order
from framework_qda.matrix.tags import tag_marks
from framework_qda.model import CellState
from framework_qda.project.charting import state_after
from framework_qda.ui.chart import reading
from framework_qda.ui.chart.actions import IN_CELL, IN_NOTES, STATES
from framework_qda.ui.chart.cell_pane import CellPane
from framework_qda.ui.chart.folding_label import LINES
from framework_qda.ui.chart.neighbours import Neighbour
from framework_qda.ui.chart.notes_pane import NotesPane
from framework_qda.ui.chart.pane_room import PaneRoom
from framework_qda.ui.chart.strip import CellStrip, StripArea
from framework_qda.ui.chart.walk import Walk
from framework_qda.ui.style import em, set_role
from framework_qda.ui.widgets.cell_saving import CellSaving
from framework_qda.ui.widgets.comments_panel import CommentsPanel
from framework_qda.ui.widgets.statement_view import plain_statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtGui import QAction, QResizeEvent

    from framework_qda.matrix.grid import GridCell, GridStatement
    from framework_qda.project import Project
    from framework_qda.ui.cell_place import CellPlace

NEIGHBOURS = 2
_STRIP_SHARE = 0.24
_LOW = 24
"""In em: in a lower desk the strip shows one line and the definition begins with one."""


class ChartPanes(QWidget):
    """Strip, notes and cell. They show a place of the project; going and writing is the desk's work."""

    interview_shown = Signal(str)
    cell_shown = Signal()

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self.walk = Walk()
        self.states: dict[str, str] = {}
        self.is_undecided = False
        self._shown_state = ""
        self.strip = CellStrip()
        self.notes = NotesPane(actions["chart.previous_interview"], actions["chart.next_interview"])
        states = {state: actions[name] for state, name in STATES.items()}
        staleness = (actions["chart.settle"], actions["chart.compare_definitions"])
        self.cell = CellPane(states, actions["chart.fold_neighbours"], actions["chart.history"], staleness)
        self.saving = CellSaving(self.cell.editor)
        self.comments = CommentsPanel()
        self.room = PaneRoom(self.notes, self.cell, self.comments)
        for name in IN_NOTES:
            self.notes.view.addAction(actions[name])
        for name in IN_CELL:
            self.cell.editor.addAction(actions[name])
        self.cell.editor.cursorPositionChanged.connect(self._follow_caret)
        self.cell.editor.edited.connect(self._follow_words)
        self._build()

    # -- what is shown

    def show_project(self, project: Project) -> None:
        """Show rows and columns of a project; no cell is open."""
        self._project = project
        self.saving.close_cell()
        self.show_frame()

    def show_frame(self) -> None:
        """Show rows and columns as they are now."""
        if self._project is None:
            return
        reader = self._project.read
        outline = framework_outline(reader)
        rows = row_order(reader).rows
        self.walk = Walk(rows, tuple(column for theme in outline for column in theme.columns))
        self.strip.show_outline(outline)
        self._strip_area.fit()
        self.notes.chooser.show_interviews([(row.interview_id, reading.chooser_words(reader, row)) for row in rows])

    def show_interview(self, interview_id: str) -> None:
        """Show the notes of an interview as they are now."""
        if self._project is not None:
            self.notes.chooser.show_current(interview_id)
            self.notes.show_documents(reading.read_documents(self._project.read, interview_id))
            self.interview_shown.emit(interview_id)

    def show_cell(self, place: CellPlace) -> None:
        """Show a cell as it is now, and what stands around it."""
        if self._project is None:
            return
        reader = self._project.read
        known = reader.states_of_interview(place.interview_id)
        columns = (column.subtopic_id for column in self.walk.columns)
        self.states = {subtopic_id: known[subtopic_id] for subtopic_id in columns if subtopic_id in known}
        self.strip.show_states(self.states, place.subtopic_id)
        self.show_remarks(place)
        self._strip_area.show_current()
        cell = reading.read_cell(reader, *place)
        self.cell.show_column(self.walk.columns[self.walk.column_number(place.subtopic_id)], reader.study())
        self.cell.editor.scope = place.interview_id
        self._fill_editor(place, cell)
        self._show_state(place.subtopic_id, cell.state)
        self.cell.show_past(reading.read_past(self._project, cell.cell_id))
        self._follow_words()
        self.cell.stale.show_reasons(*reading.read_staleness(reader, place), can_edit=not self._project.is_read_only)
        contents, states = self._conflict(cell)
        self.is_undecided = len(contents) > 1
        self.cell.conflict.show_conflict(contents, states)
        # Typing over several versions would drop the others unseen: one must be chosen first.
        self.cell.editor.set_read_only(self._project.is_read_only or self.is_undecided)
        self.cell.neighbours.show_rows([*self._sources(place), *self._neighbours(place)])
        here = {ref.extract_id for statement in cell.statements for ref in statement.evidence}
        uses = reader.extract_uses(place.interview_id)
        self.notes.show_extracts(reading.used_extracts(reader, place.interview_id, uses), here, uses)
        self.cell_shown.emit()

    def show_remarks(self, place: CellPlace) -> None:
        """Show on how many cells of a row comments are open, and how many on its cell."""
        if self._project is not None:
            counts = remarks_along(self._project.read, place.interview_id)
            self.strip.show_remarks(counts)
            self.cell.show_remarks(counts.get(place.subtopic_id, 0))

    def _fill_editor(self, place: CellPlace, cell: GridCell) -> None:
        """Show what the project holds, but never over words that are not written yet."""
        editor = self.cell.editor
        editor.show_tags(tag_marks(self._project.read) if self._project else {})
        is_new = self.saving.place != place
        if is_new or self.saving.is_taken_over or not self.saving.is_dirty:
            stored = tuple(plain_statement(statement) for statement in cell.statements)
            if is_new or stored != editor.content():
                editor.set_content(cell.statements)
            self.saving.open_cell(place)
        if is_new:
            self.room.cell_area.verticalScrollBar().setValue(0)
        editor.add_references([ref for statement in cell.statements for ref in statement.evidence])

    def _conflict(self, cell: GridCell) -> tuple[list[tuple[GridStatement, ...]], tuple[str, ...]]:
        """Return the several contents and states of a cell that was written apart."""
        if self._project is None or not cell.is_conflicted:
            return [], ()
        reader = self._project.read
        fields = reader.conflicts(cell.cell_id).get(cell.cell_id, {})
        contents = [reading.resolve(reader, value) for value in fields.get("content", ())]
        return contents, tuple(str(state) for state in fields.get("state", ()))

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll the cell so far that a part of it is seen, once it has its place."""
        QTimer.singleShot(0, self, lambda: self.room.cell_area.ensureWidgetVisible(part, 0, em(self, 1)))

    def _sources(self, place: CellPlace) -> Iterator[Neighbour]:
        """Give the cells that a cell of a synthesis column is written from."""
        for column in self.walk.sources(place.subtopic_id):
            source = place._replace(subtopic_id=column.subtopic_id)
            yield self._neighbour(source, f"{column.number} {column.label}".strip(), is_source=True)

    def _neighbours(self, place: CellPlace) -> Iterator[Neighbour]:
        for row in self.walk.around(place.interview_id, NEIGHBOURS):
            yield self._neighbour(place._replace(interview_id=row.interview_id), reading.row_words(row))

    def _neighbour(self, place: CellPlace, name: str, *, is_source: bool = False) -> Neighbour:
        assert self._project is not None
        cell = self._project.read.cell(*place)
        return Neighbour(place, name, cell.content, cell.state, is_source)

    def _follow_words(self) -> None:
        """Count what is typed, and show the state that it will have when it is written."""
        content, place = self.cell.editor.content(), self.saving.place
        self.cell.count(content)
        if place is not None:
            known = self.states.get(place.subtopic_id, str(CellState.NOT_CHARTED))
            state = state_after(known, self.saving.saved, content) if self.saving.is_dirty else known
            if state != self._shown_state:
                self._show_state(place.subtopic_id, state)

    def _show_state(self, subtopic_id: str, state: str) -> None:
        self._shown_state = state
        self.cell.show_state(state)
        self.strip.show_state(subtopic_id, state)

    def _follow_caret(self) -> None:
        """Keep the caret in view where the cell is taller than the window."""
        editor = self.cell.editor
        if editor.hasFocus():
            caret = editor.cursorRect()
            place = editor.viewport().mapTo(self.cell, caret.center())
            self.room.cell_area.ensureVisible(place.x(), place.y(), 0, caret.height() * 2)

    # -- the panes themselves

    def focus_next(self, step: int = 1, go_beyond: Callable[[], bool] = bool) -> None:
        """Bring the keyboard to the next pane that is shown, beyond the desk, and round; -1: to the one before.

        The notes follow the cell: no way is gone as often as the one between them.
        """
        reason, focus = Qt.FocusReason.ShortcutFocusReason, QApplication.focusWidget()
        around = self.cell.neighbours
        ring: list[tuple[QWidget, bool, Callable[[], object]]] = [
            (self.cell.card, True, self.focus_cell),
            (self.notes, self.room.are_notes_at_hand(), self.room.focus_notes),
            (self.strip, True, self.strip.focus_current),
            (self.comments, self.comments.field.isVisible(), lambda: self.comments.field.setFocus(reason)),
            (around, around.isVisible() and bool(around.rows()), self._focus_neighbours),
        ]
        ring = ring[::step]
        here = next((n for n, (pane, _, _) in enumerate(ring) if focus and _holds(pane, focus)), -1)
        following = [(place > here, go_there) for place, (_, is_shown, go_there) in enumerate(ring) if is_shown]
        ahead = next((go_there for is_ahead, go_there in following if is_ahead), None)
        if ahead is not None:
            ahead()
        elif not go_beyond():
            following[0][1]()

    def _focus_neighbours(self) -> None:
        row = self.cell.neighbours.rows()[0]
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bring_into_view(row)

    def focus_cell(self) -> None:
        """Bring the keyboard to the cell."""
        self.room.focus_cell()

    def find_in_notes(self) -> None:
        """Look for words in the notes, which are seen then."""
        self.room.show_notes()
        self.notes.find_bar.open()

    def fold_neighbours(self) -> None:
        """Fold the rows around away, or show them again."""
        self.cell.neighbours.setVisible(self.cell.neighbours.isHidden())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_strip_area"):
            self._strip_area.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of a low window to notes and cell."""
        super().resizeEvent(event)
        is_low = self.height() < em(self, _LOW)
        self._strip_area.set_most(self.height() * _STRIP_SHARE, is_low=is_low)
        self.cell.definition.set_lines(1 if is_low else LINES)

    def _build(self) -> None:
        bar = QFrame()
        set_role(bar, "bar")
        self._strip_area = StripArea(self.strip)
        inside = QVBoxLayout(bar)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._strip_area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.room, 1)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)
