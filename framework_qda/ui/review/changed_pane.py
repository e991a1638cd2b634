"""What others changed since one looked: walk through the cells, accept them, send them back, remark on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from framework_qda.matrix.reviewing import read_then_and_now, tell_item
from framework_qda.model import CellState
from framework_qda.text.worddiff import diff_statements
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.chart.reading import references
from framework_qda.ui.review.frame import ChangedFrame
from framework_qda.ui.review.looked import Looked
from framework_qda.ui.style import state_look
from framework_qda.ui.widgets.commenting import Commenting
from framework_qda.ui.words import count_words, time_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.reviewing import ReviewItem
    from framework_qda.model import Changes
    from framework_qda.project import Project
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.settings import Settings

NO_WORDS = "There is nothing to accept: the cell has no words."


class ChangedPane(ChangedFrame):
    """Show what others did, and accept it, send it back or remark on it."""

    moved = Signal()
    """Another cell is at hand, or none."""
    cell_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looked: Looked | None = None
        self._hint = ""
        self.commenting = Commenting(self.comments)
        self.list.moved.connect(self._show_item)
        self.list.doubleClicked.connect(lambda _index: self.open())
        self.comments.left.connect(self.list.setFocus)
        self.comments.sent_back.connect(lambda _words: self.list.setFocus())

    # -- what is shown

    def begin(self, project: Project, operations: Operations, settings: Settings | None) -> None:
        """Show what others changed in a project."""
        self._project, self._operations, self._settings = project, operations, settings
        self.commenting.begin(operations)
        self.list.changed_model.tell = lambda item: tell_item(project.overview, item)
        self._looked = Looked(project, settings)
        self._read()

    def show_changes(self, changes: Changes) -> None:
        """Show what is to be looked at now; who works may be another."""
        if self._looked is None or not changes.touches("cell", "comment", "interview", "subtopic", "theme", "analyst"):
            return
        if changes.touches("cell", "interview", "subtopic", "theme", "analyst"):
            self._read()
        self.commenting.show_changes(changes)

    def _read(self) -> None:
        looked = self._looked = Looked(self._project, self._settings) if self._settings else self._looked
        assert looked is not None
        row = max(0, self.list.currentIndex().row())
        self.list.changed_model.show_items(looked.items())
        self.list.fit_icons()
        self.list.choose(row)
        self.show_page(has_items=bool(self.list.changed_model.items))
        self._show_item()

    def _show_item(self) -> None:
        item = self.list.current()
        self.commenting.show_cell(CellPlace(*item.place) if item else None)
        if item is not None:
            self._show_differences(item)
        self.moved.emit()

    def _show_differences(self, item: ReviewItem) -> None:
        then, now = read_then_and_now(self._project.overview, item)
        used = {each for content in (then.content, now.content) for one in content for each in one.evidence}
        labels = {key: ref.label for key, ref in references(self._project.read, used).items()}
        self.heading.setText(f"{item.number} {item.label}  ·  {item.code}")
        told = self.list.changed_model.told(item)
        self.facts.setText(f"{item.person.name}, {time_words(item.change.made_at)}: {told}")
        self.diff.show_statements(diff_statements(then.content, now.content), labels)
        was, state = state_look(then.state), state_look(now.state)
        words = f"{state.sign} {state.words}".strip()
        self.state.setText(f"State: {words}" if then.state == now.state else f"State: {was.words} → {words}")
        self.beside.hold_heights()

    # -- what a reviewer does

    def go_on(self) -> None:
        """Take the cell for looked at, and go to the next."""
        item = self.list.current()
        if item is not None and self._looked is not None:
            self._looked.mark(item)
            self._read()
            self.list.setFocus()

    def accept(self) -> None:
        """Accept the cell, and go to the next."""
        item = self.list.current()
        if item is None:
            return
        if not self._project.read.cell(*item.place).content:
            self._tell(NO_WORDS)
            return
        if self._project.read.cell(*item.place).state == CellState.REVIEWED:
            self.go_on()  # accepted already, by whom the history says
            return
        if self._operations.run(lambda project: project.accept([item.place])) is not None:
            self.list.setFocus()

    def open(self) -> None:
        """Open the cell beside its notes."""
        item = self.list.current()
        if item is not None:
            self.cell_requested.emit(*item.place)

    def mark_all(self) -> None:
        """Take everything for looked at."""
        if self._looked is not None:
            self._looked.mark_all()
            self._read()

    def _tell(self, words: str) -> None:
        self._hint = words
        self.moved.emit()

    # -- what the desk asks

    def status_text(self) -> str:
        """Return how much there is to look at."""
        words, self._hint = self._hint, ""
        count = self.list.changed_model.rowCount()
        return words or (f"{count_words(count, 'cell')} changed since you last looked" if count else "")

    def place_text(self) -> str:
        """Return the cell at hand."""
        item = self.list.current()
        return f"{item.code} · {item.number} {item.label}" if item else ""

    def here(self) -> tuple[str, str] | None:
        """Return the cell at hand."""
        item = self.list.current()
        return item.place if item else None
