"""Charting in the grid: what the in-place editor and the state commands ask of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from framework_qda.matrix.grid import STATE_WORDS
from framework_qda.matrix.on_demand import fetch_places
from framework_qda.model import CellState
from framework_qda.project.ids import cell_id
from framework_qda.ui.matrix.giving_up import GivingUp
from framework_qda.ui.matrix.in_place import InPlaceEditor, Step
from framework_qda.ui.widgets.carrying import UNDECIDED
from framework_qda.ui.words import count_words, join_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.widgets.cell_editor import CellEditor
    from framework_qda.ui.widgets.cell_saving import CellSaving
EDIT_FIRST = "Enter edits this cell; then this works on the statement of the caret."
HOW_TO_EDIT = "Enter edits this cell. A letter begins an empty one only, so that no word is lost by a slip."


class GridCharting(QObject):
    """Write cells of a view: in place, or their states."""

    decision_needed = Signal()
    """The cell to be edited has two versions: to write in it here would drop one unseen."""
    hinted = Signal(str)

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self._view = view
        self._operations: Operations | None = None
        self._is_finishing = False
        self.in_place = InPlaceEditor(view)
        self.in_place.finished.connect(self.finish)
        self.in_place.given_up.connect(self.give_up)
        self.giving_up = GivingUp(view, self.in_place)
        view.edit_requested.connect(self.edit)
        view.typed.connect(self.begin_with)
        view.paste_requested.connect(self.begin_with_clipboard)
        view.copied.connect(lambda count: self.hinted.emit(f"{count_words(count, 'cell')} copied."))

    def set_operations(self, operations: Operations) -> None:
        """Write to another project."""
        self.in_place.begin(operations)
        self.giving_up.begin(operations)
        self._operations = operations

    def opened(self) -> tuple[CellEditor, CellSaving] | None:
        """Return the editor of the current cell and what writes it, opened now where it was not."""
        if not self.in_place.is_open:
            self.edit()
        return (self.in_place.editor, self.in_place.saving) if self.in_place.is_open else None

    def edit(self) -> None:
        """Edit the current cell in place."""
        index = self._view.currentIndex()
        if not index.isValid() or self._operations is None or not self._operations.can_edit:
            return
        if self.in_place.is_open:
            self.finish(Step.STAY)
            return
        cell = self._view.grid_model.cell_at(index)
        if cell is not None and cell.is_conflicted:
            self.decision_needed.emit()
            return
        self._view.scrollTo(index)
        self.in_place.open(index, cell)

    def begin_with(self, text: str) -> None:
        """Begin an empty cell with a letter that was typed on it; a cell with words is changed by no stray key."""
        if self._may_begin() and text:
            self.edit()
            if self.in_place.is_open:
                self.in_place.editor.insertPlainText(text)

    def begin_with_clipboard(self) -> None:
        """Begin an empty cell with what is on the clipboard."""
        if self._may_begin():
            self.edit()
            if self.in_place.is_open:
                self.in_place.editor.paste()

    def _may_begin(self) -> bool:
        index = self._view.currentIndex()
        cell = self._view.grid_model.cell_at(index) if index.isValid() else None
        if cell is not None and cell.statements:
            self.hinted.emit(HOW_TO_EDIT)
        return cell is None or not cell.statements

    def follow(self, cell_ids: Collection[str]) -> bool:
        """Show in the open editor what its cell holds now, if it is one of some; say whether it is."""
        if not self.in_place.is_open or cell_id(*self.in_place.ids) not in cell_ids:
            return False
        self.in_place.show_stored(self._view.grid_model.cell_at(self._view.currentIndex()))
        return True

    def edit_statement(self, act: Callable[[CellEditor], object]) -> None:
        """Do something to the statement of the caret, where a cell is being edited."""
        if self.in_place.is_open:
            act(self.in_place.editor)
        else:
            self.hinted.emit(EDIT_FIRST)

    def write(self) -> bool:
        """Write what was typed so far; the editor stays open."""
        return not self.in_place.is_open or self._is_finishing or self.in_place.saving.write()

    def finish(self, step: Step = Step.STAY) -> bool:
        """Write what was typed and go on; `False` if it could not be written: then the editor stays open."""
        if not self.in_place.is_open or self._is_finishing or self._operations is None:
            return True
        self._is_finishing = True
        try:
            is_written = self._write(step)
        finally:
            self._is_finishing = False
        if is_written:
            self._go(step)
        return is_written

    def _write(self, step: Step) -> bool:
        editor = self.in_place
        has_words = bool(editor.content())
        if not editor.saving.write(self._state_to_take(has_words=has_words) if step is Step.CHARTED_NEXT else None):
            return False
        editor.close_editor()
        return True

    def give_up(self) -> None:
        """Close the editor and take back what was typed since it was opened; it can be brought back."""
        self._is_finishing = True
        try:
            self.giving_up.give_up()
        finally:
            self._is_finishing = False

    def _state_to_take(self, *, has_words: bool) -> str | None:
        """Return the state of a cell that is called charted: an empty one needs a reason, not this."""
        index = self._view.currentIndex()
        cell = self._view.grid_model.cell_at(index) if index.isValid() else None
        is_reviewed = cell is not None and cell.state == CellState.REVIEWED and not self.in_place.is_edited
        return CellState.CHARTED if has_words and not is_reviewed else None

    def chart_and_go_on(self) -> None:
        """Call the current cell charted, if it has words, and go to the next one."""
        if self.in_place.is_open:
            self.finish(Step.CHARTED_NEXT)
            return
        index = self._view.currentIndex()
        cell = self._view.grid_model.cell_at(index) if index.isValid() else None
        if cell is not None and cell.is_conflicted:
            self.hinted.emit(UNDECIDED)
            return
        state = self._state_to_take(has_words=cell is not None and bool(cell.statements))
        ids = self._view.current_ids()
        if state is None or (ids and self._run(lambda project: project.set_state(*ids, state)) is not None):
            self._go(Step.NEXT)

    def set_state(self, state: str) -> bool:
        """Give all selected cells a state as one step; what is being typed is written first."""
        if not self.finish():
            return False
        places = selected_ids(self._view)
        going, left = self._fitting(places, state) if len(places) > 1 else (places, "")
        changes = self._run(lambda project: project.set_states(going, state)) if places else None
        if changes is not None and len(places) > 1:
            count = count_words(len(changes.touched.get("cell", ())), "cell")
            self.hinted.emit(f"{count} now {STATE_WORDS[state]}.{left}")
        return changes is not None

    def _fitting(self, places: Sequence[tuple[str, str]], state: str) -> tuple[list[tuple[str, str]], str]:
        """Return which of several cells a state is for, and in words what is left as it is.

        Of a block only cells with words are worked on or charted. Those that are accepted stay so among others: they
        are worked on again where they alone are chosen for it.
        """
        if state not in (CellState.IN_PROGRESS, CellState.CHARTED):
            return list(places), ""
        grid = self._view.grid_model.grid
        fetch_places(grid, places)
        cells = {place: grid.cells.get(place) for place in places}
        with_words = {place: cell for place, cell in cells.items() if cell is not None and cell.statements}
        going = [place for place, cell in with_words.items() if cell.state != CellState.REVIEWED] or [*with_words]
        empty, accepted = len(cells) - len(with_words), len(with_words) - len(going)
        words = [count_words(empty, "cell") + " without words"] if empty else []
        words += [count_words(accepted, "accepted cell")] if accepted else []
        return going, f" {join_words(words)} left as they were." if words else ""

    def settle(self) -> bool:
        """Say of all selected cells that they fit their sub-topics as these are now."""
        places = selected_ids(self._view)
        return self.finish() and bool(places) and self._run(lambda project: project.settle(places)) is not None

    def _run(self, action: Callable[[Project], Changes]) -> Changes | None:
        if self._operations is None or not self._operations.can_edit:
            return None
        return self._operations.run(action)

    def _go(self, step: Step) -> None:
        model, index = self._view.grid_model, self._view.currentIndex()
        move = {Step.STAY: 0, Step.NEXT: 1, Step.PREVIOUS: -1, Step.CHARTED_NEXT: 1}[step]
        place = index.row() * model.columnCount() + index.column() + move
        if move and 0 <= place < model.rowCount() * model.columnCount():
            self._view.choose(*divmod(place, model.columnCount()))


def selected_ids(view: MatrixView) -> list[tuple[str, str]]:
    """Return the ids of the interviews and sub-topics of all selected cells, or those of the current one."""
    current = view.currentIndex()
    places = sorted((index.row(), index.column()) for index in view.selectedIndexes())
    if (current.row(), current.column()) not in places:
        # What is not seen to be selected is not changed with the rest.
        places = [(current.row(), current.column())] if current.isValid() else []
    return [view.grid_model.ids_at(view.grid_model.index(*place)) for place in places]
