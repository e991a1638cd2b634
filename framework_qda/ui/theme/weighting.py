"""What is selected in a column given weight: sentences of the synthesis that rest on rows, and words for how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, QTimer, Signal

from framework_qda.matrix.weighing import phrase, weigh, who_is_behind
from framework_qda.model import Marks, Study
from framework_qda.project.ids import cell_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framework_qda.matrix.weighing import Behind
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
    alone_changed = Signal(bool)
    """Whether one interview is counted alone."""

    def __init__(self, view: MatrixView, synthesis: SynthesisPanel, box: WeightBox, finish: Callable[[], bool]) -> None:
        super().__init__(view)
        self._view, self._synthesis, self._box, self._finish = view, synthesis, box, finish
        self._operations: Operations | None = None
        self._subtopic_id = ""
        self._alone = ""
        """The interview of the one row that was chosen by hand."""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        view.selectionModel().selectionChanged.connect(self._follow_selection)
        view.cases.sectionClicked.connect(self.count_row)
        box.alone_wanted.connect(self.toggle_alone)
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
        behind = self._behind()
        standings = weigh(reader, behind.interview_ids)
        self._box.show_standings(standings, reader.study().weight_scale, is_editable=self._operations.can_edit)
        ids = self._view.current_ids()
        code = next((row.code for row in self._view.grid_model.grid.rows if ids and row.interview_id == ids[0]), "")
        self._box.show_basis(behind.words, code, is_chosen=bool(self._chosen()))
        self.alone_changed.emit(bool(self._alone))

    def _follow_selection(self) -> None:
        if self._selected_rows() != [self._alone]:
            self._alone = ""
        self.show(self._subtopic_id)

    def _selected_rows(self) -> list[str]:
        grid = self._view.grid_model.grid
        return [grid.rows[row].interview_id for row in sorted({each.row() for each in self._view.selectedIndexes()})]

    def _chosen(self) -> list[str]:
        """Return the interviews chosen by hand: several selected rows, or one that was asked for alone.

        The one row that the cursor stands on is no choice: there is always one.
        """
        rows = self._selected_rows()
        return rows if len(rows) > 1 or rows == [self._alone] else []

    def _behind(self) -> Behind:
        return who_is_behind(self._view.grid_model.grid, self._subtopic_id, self._chosen())

    def selected_interviews(self) -> tuple[str, ...]:
        """Return the interviews that are counted: those chosen by hand, else those shown that say something."""
        return self._behind().interview_ids

    def toggle_alone(self) -> None:
        """Count the interview at hand alone; where rows are chosen already, count all that are shown again."""
        index = self._view.currentIndex()
        if not index.isValid():
            return
        is_chosen = bool(self._chosen())
        self._alone = "" if is_chosen else self._view.grid_model.ids_at(index)[0]
        self._view.choose(index.row(), index.column())
        self.refresh()

    def count_row(self, row: int) -> None:
        """Count the interview of a row alone, whose head was clicked."""
        rows = self._view.grid_model.grid.rows
        if self._selected_rows() == [rows[row].interview_id]:
            self._alone = rows[row].interview_id
            self.refresh()

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
        self._alone = interview_ids[0] if len(interview_ids) == 1 else ""
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
