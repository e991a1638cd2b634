"""Checking own words against the notes while nobody types: a few thousandths of a second at a time."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QToolTip

from framework_qda.matrix.grid import evidence_label
from framework_qda.model import StatementKind
from framework_qda.quotes.own_words import quoted_spans
from framework_qda.text.verbatim import NotesIndex, check_steps
from framework_qda.ui.widgets.doubts import Doubt, make_doubt

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from framework_qda.model import Statement
    from framework_qda.text.verbatim import Checked
    from framework_qda.ui.chart.notes_pane import NotesPane
    from framework_qda.ui.chart.reading import DocumentNotes
    from framework_qda.ui.widgets.cell_editor import CellEditor
    from framework_qda.ui.widgets.cell_saving import CellSaving

PAUSE_MS = 600
SLICE_S = 0.006
AS_IN_THE_NOTES = "The own words of this statement stand in the notes."
NO_OWN_WORDS = "This statement has no own words and nothing in quotation marks."
NO_NOTES = "This interview has no notes to compare with."
NEAREST = "The nearest passage is selected in the notes."


class WordCheck(QObject):
    """Mark own words, and words in quotation marks, that the notes of the interview do not have."""

    hinted = Signal(str)

    def __init__(self, notes: NotesPane, editor: CellEditor, saving: CellSaving) -> None:
        super().__init__(editor)
        self._notes = notes
        self._editor = editor
        self._documents: tuple[DocumentNotes, ...] | None = None
        self._index = NotesIndex(())
        self._labels: dict[str, str] = {}
        self._known: dict[str, Checked] = {}
        self._steps: Iterator[None] = iter(())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._slice = QTimer(self)
        self._slice.setInterval(0)
        self._slice.timeout.connect(self._work)
        editor.edited.connect(self._wait)
        saving.settled.connect(self._wait)
        notes.document_shown.connect(self._wait)

    @property
    def is_done(self) -> bool:
        """Whether everything that is shown has been checked."""
        return not self._pause.isActive() and not self._slice.isActive()

    def finish(self) -> None:
        """Check at once what is still to be checked."""
        if not self.is_done:
            self._begin()
            for _ in self._steps:
                pass
            self._slice.stop()

    def compare(self) -> None:
        """Show how the statement of the caret differs from the notes, and select the nearest passage there."""
        self.finish()
        statement = self._editor.current_statement()
        doubt = self._editor.doubt_of(self._editor.textCursor().block())
        if doubt is None:
            self.hinted.emit(self._why_none(statement))
            return
        below = self._editor.viewport().mapToGlobal(self._editor.cursorRect().bottomLeft())
        QToolTip.showText(below, doubt.tip, self._editor)
        if doubt.place is not None and self._notes.go_to_paragraph(
            doubt.place.paragraph_id, doubt.place.start, doubt.place.end
        ):
            self.hinted.emit(NEAREST)

    def _why_none(self, statement: Statement) -> str:
        if self._index.is_empty:
            return NO_NOTES
        return AS_IN_THE_NOTES if _own_words(statement) else NO_OWN_WORDS

    def _wait(self) -> None:
        self._slice.stop()
        self._pause.start()

    def _begin(self) -> None:
        self._pause.stop()
        documents = self._notes.documents
        if documents != self._documents:
            self._documents = documents
            self._known = {}
            self._index = NotesIndex([(line.paragraph_id, line.text) for notes in documents for line in notes.lines])
            self._labels = {
                line.paragraph_id: evidence_label(line.number, line.start_ms, number)
                for number, notes in enumerate(documents, 1)
                for line in notes.lines
            }
        self._steps = self._check_all(self._editor.content())
        self._slice.start()

    def _work(self) -> None:
        """Go on for a moment; what is left waits until nothing else is to be done."""
        end = perf_counter() + SLICE_S
        while perf_counter() < end:
            try:
                next(self._steps)
            except StopIteration:
                self._slice.stop()
                return

    def _check_all(self, statements: tuple[Statement, ...]) -> Iterator[None]:
        doubts: dict[str, Doubt] = {}
        if not self._index.is_empty:
            yield from self._index.prepare()
            for statement in statements:
                doubt = yield from self._check(statement)
                if doubt is not None:
                    doubts[statement.id] = doubt
        self._editor.show_doubts(doubts)

    def _check(self, statement: Statement) -> Generator[None, None, Doubt | None]:
        found = []
        for start, end in _own_words(statement):
            words = statement.text[start:end]
            if words not in self._known:
                self._known[words] = yield from check_steps(words, self._index)
            checked = self._known[words]
            label = self._labels.get(checked.place.paragraph_id, "") if checked.place else ""
            found.append((start, checked, label))
        return make_doubt(statement.text, found)


def _own_words(statement: Statement) -> list[tuple[int, int]]:
    """Return the stretches of a statement that are given as the speaker's own."""
    if statement.kind == StatementKind.OWN_WORDS:
        return [(0, len(statement.text))] if statement.text.strip() else []
    return quoted_spans(statement.text) if statement.kind == StatementKind.SUMMARY else []
