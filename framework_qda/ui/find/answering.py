"""From a question to the results in view: what is found comes kind by kind, and an older answer is never mixed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from framework_qda.matrix.search_results import Section
from framework_qda.ui.find.results_model import ResultsModel
from framework_qda.ui.find.results_view import ResultsView
from framework_qda.ui.find.searcher import Searcher
from framework_qda.ui.find.work import Question, Understood

if TYPE_CHECKING:
    from collections.abc import Sequence

_AGAIN_MS = 300


class Answering(QObject):
    """Ask, and fill the view with what is found."""

    understood = Signal(object)
    """`Understood`: a question has been understood; it may ask for nothing."""
    settled = Signal(bool)
    """More has been found, or (true) all there is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.searcher = Searcher(self)
        self.results = ResultsModel(self)
        self.view = ResultsView(self.results)
        self.question = Question()
        self.answered = Understood(self.question)
        """How the question was understood whose results are shown."""
        self.is_waiting = False
        """Whether nothing has been found yet of what is looked for; what is shown is older."""
        self._kept: list[Section] | None = None
        """What is found of a question that is asked again: it takes the place of what is shown all at once."""
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._ask_again)
        self.searcher.understood.connect(self._understand)
        self.searcher.found.connect(self._add)
        self.searcher.finished.connect(self._finish)

    @property
    def has_terms(self) -> bool:
        """Whether anything is looked for whose results are shown."""
        return not self.is_waiting and bool(self.results.terms)

    def ask(self, question: Question) -> None:
        """Look for something else."""
        self._again.stop()
        self._kept = None
        self.question = question
        self.searcher.ask(question)

    def ask_again_soon(self) -> None:
        """Look for the same once more, after a pause in which more may change."""
        if self.question.typed.strip():
            self._again.start()

    def step(self, direction: int) -> None:
        """Open the next (1) or the previous (-1) result."""
        row = self.results.hit_row(self.view.currentIndex().row(), direction)
        if row >= 0:
            self.view.setCurrentIndex(self.results.index(row, 0))
        self.view.open(self.view.currentIndex())

    def end(self) -> None:
        """Stop searching."""
        self._again.stop()
        self.searcher.end()

    # -- within

    def _ask_again(self) -> None:
        if not self.is_waiting:
            self._kept = []
            self.searcher.ask(self.question)
        elif self.searcher.is_busy:
            self._again.start()  # what is found just now is told first: it may be older than the change

    def _understand(self, understood: Understood) -> None:
        self.answered = understood
        # What was found before is seen until something else is: nothing flickers.
        self.is_waiting = True
        if not understood.terms:
            self._begin()
        self.understood.emit(understood)

    def _begin(self, *sections: Section) -> None:
        self.is_waiting = False
        self.results.begin(self.answered, *sections)

    def _add(self, section: Section) -> None:
        if self._kept is not None:
            self._kept.append(section)
            return
        if self.is_waiting:
            self._begin(section)
        else:
            self.results.add(section)
        self.settled.emit(False)

    def _finish(self) -> None:
        kept, self._kept = self._kept, None
        if kept is not None:
            self._replace(kept)
        elif self.is_waiting:
            self._begin()
        self.settled.emit(True)

    def _replace(self, sections: Sequence[Section]) -> None:
        """Show what is found now, at the result that was chosen before, or where it stood."""
        row, scroll = self.view.currentIndex().row(), self.view.verticalScrollBar().value()
        chosen = self.results.entry(row) if row >= 0 else None
        self._begin(*sections)
        found = -1 if chosen is None or isinstance(chosen, Section) else self.results.row_like(chosen)
        nearest = self.results.hit_row(min(row + 1, self.results.rowCount()), -1)
        self.view.setCurrentIndex(self.results.index(found if found >= 0 else nearest, 0))
        self.view.verticalScrollBar().setValue(scroll)
