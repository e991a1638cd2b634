"""What is selected in a column given weight: sentences of the synthesis that rest on rows, and words for how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, QTimer, Signal

from framework_qda.matrix.weighing import phrase, weigh
from framework_qda.matrix.within_theme import says_something
from framework_qda.model import Marks, Study
from framework_qda.project.ids import cell_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.theme.weight_box import WeightBox
    from framework_qda.ui.widgets.synthesis_panel import SynthesisPanel

MOST_LINKS = 12
"""With more rows behind a word their references would hide the sentence: the word alone keeps them."""


class Weighting(QObject):
    """Join the rows of a view with the sentences of a synthesis."""

    side_wanted = Signal()
    rows_wanted = Signal()
    """A row is to be selected that is left out."""

    def __init__(self, view: MatrixView, synthesis: SynthesisPanel, box: WeightBox, finish: Callable[[], bool]) -> None:
        super().__init__(view)
        self._view, self._synthesis, self._box, self._finish = view, synthesis, box, finish
        self._operations: Operations | None = None
        self._subtopic_id = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        view.selectionModel().selectionChanged.connect(self._follow_selection)
        box.sentence_wanted.connect(self.start_sentence)
        box.word_wanted.connect(self.keep_word)
        box.scale_wanted.connect(self.change_scale)

    def begin(self, operations: Operations) -> None:
        """Work in another project."""
        self._operations = operations

    def show(self, subtopic_id: str) -> None:
        """Show who stands behind what is selected in the column of a sub-topic, once nothing else is to be done."""
        self._subtopic_id = subtopic_id
        self._soon.start()

    def refresh(self) -> None:
        """Count now, and not only once the window has been painted."""
        self._soon.stop()
        # A desk that has gone from the window may outlive its project by a moment.
        if self._operations is None or not self._view.isVisible():
            return
        reader = self._operations.project.read
        standings = weigh(reader, self.selected_interviews())
        self._box.show_standings(standings, reader.study().weight_scale, is_editable=self._operations.can_edit)

    def _follow_selection(self) -> None:
        self.show(self._subtopic_id)

    def selected_interviews(self) -> list[str]:
        """Return the interviews of the selected rows; where it is one only, those shown that say something."""
        grid = self._view.grid_model.grid
        rows = sorted({index.row() for index in self._view.selectedIndexes()})
        if len(rows) > 1:
            return [grid.rows[row].interview_id for row in rows]
        cells = ((row.interview_id, grid.cells.get((row.interview_id, self._subtopic_id))) for row in grid.rows)
        return [interview_id for interview_id, cell in cells if says_something(cell)]

    def link_selected(self) -> None:
        """Rest the sentence at hand on the selected cells."""
        indexes = self._view.selectedIndexes() or [self._view.currentIndex()]
        ids = [self._view.grid_model.ids_at(index) for index in indexes if index.isValid()]
        if ids and self._finish():
            self.side_wanted.emit()
            self._synthesis.link([cell_id(*each) for each in ids])

    def start_chosen(self) -> None:
        """Begin a sentence with the word and the unit that are chosen."""
        self.start_sentence(*self._box.chosen)

    def start_sentence(self, word: str, unit: str) -> None:
        """Begin a sentence with the word for the selected rows, which are kept with it."""
        behind = self.selected_interviews()
        if not behind or not word or not self._finish():
            return
        self.side_wanted.emit()
        words = phrase(word, unit)
        begun = f"{words[:1].upper()}{words[1:]} "
        if self._synthesis.add_statement(begun, marks=_marks(word, unit, behind), target_ids=self._targets(behind)):
            self._synthesis.editor.setFocus()

    def keep_word(self, word: str, unit: str) -> None:
        """Keep the word, its unit and the selected rows with the sentence at hand."""
        behind = self.selected_interviews()
        if behind and self._finish():
            self._synthesis.mark_statement(_marks(word, unit, behind), self._targets(behind))

    def select_rows(self, interview_ids: Sequence[str]) -> None:
        """Select the rows of some interviews; a filter that hides one is cleared."""
        grid = self._view.grid_model.grid
        if not set(interview_ids) <= {row.interview_id for row in grid.rows}:
            self.rows_wanted.emit()
        model, selection = self._view.grid_model, QItemSelection()
        places = [place for each in interview_ids if (place := model.place_of(each, self._subtopic_id)) is not None]
        for place in places:
            selection.select(model.index(*place), model.index(*place))
        if places:
            flag = QItemSelectionModel.SelectionFlag
            self._view.selectionModel().setCurrentIndex(model.index(*places[0]), flag.NoUpdate)
            self._view.selectionModel().select(selection, flag.ClearAndSelect)

    def _targets(self, behind: Sequence[str]) -> list[str]:
        return [cell_id(each, self._subtopic_id) for each in behind] if len(behind) <= MOST_LINKS else []

    def change_scale(self) -> None:
        """Let the words and their shares be changed."""
        from framework_qda.ui.theme.scale_dialog import ScaleDialog

        operations = self._operations
        if operations is None or not operations.can_edit:
            return
        study = operations.project.read.study()
        dialog = ScaleDialog(study.weight_scale, self._view.window())
        if dialog.exec():
            scale = dialog.scale
            operations.run(lambda project: project.change(Study, study.id, weight_scale=scale))
        dialog.deleteLater()


def _marks(word: str, unit: str, behind: Sequence[str]) -> Marks:
    return Marks(weight=word, weight_unit=unit, weight_rows=tuple(behind))
