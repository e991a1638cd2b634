"""Between notes and cell: linking passages, taking in own words, stars, and the way from one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from framework_qda.model import Extract, Statement, StatementKind
from framework_qda.ui.chart.notes_text import is_place_chosen
from framework_qda.ui.chart.reading import propose_place
from framework_qda.ui.widgets.statement_blocks import new_statement_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.model import Anchor, Changes
    from framework_qda.project import Project
    from framework_qda.ui.chart.notes_pane import NotesPane
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.widgets.cell_editor import CellEditor
    from framework_qda.ui.widgets.cell_saving import CellSaving

NOTHING_TO_LINK = "There are no notes to link: import some first."
NO_CELL = "No cell is open."
NOTHING_CHOSEN = "Select the words in the notes first, or put the caret into their paragraph."
TAKEN_ALREADY = "These words are in the cell already."
LINKED_ALREADY = "This statement rests on that passage already."
NO_REFERENCE = "This statement has no reference yet."
NOT_USED = "No cell of this interview rests on this passage."
NO_EXTRACT = "Put the caret on a reference, or into a shaded passage of the notes."
READ_ONLY = "This cell cannot be changed as things stand."
LOST = "The passage is not in the notes any more; its words are in the tool tip of the reference."


class EvidenceWork(QObject):
    """Do what joins the notes of an interview to a cell of its row."""

    hinted = Signal(str)
    """Why nothing happened, or what to look at, in a sentence."""
    cell_wanted = Signal(str, str)
    """A sub-topic, and the extract whose reference shall be selected there."""

    def __init__(self, notes: NotesPane, editor: CellEditor, saving: CellSaving) -> None:
        super().__init__(editor)
        self._notes = notes
        self._editor = editor
        self._saving = saving
        self._operations: Operations | None = None
        self.interview_id = ""
        editor.chip_activated.connect(lambda extract_id: self.show_passage(extract_id, is_going=False))
        editor.chip_hovered.connect(self._point_at)
        editor.selectionChanged.connect(lambda: self._point_at(""))

    def begin(self, operations: Operations) -> None:
        """Work in another project from now on."""
        self._operations = operations

    # -- linking

    def link(self) -> None:
        """Rest the statement of the caret on the selected passage, or on the paragraph of the notes' caret."""
        statement_id = self._editor.current_statement().id
        self._link(statement_id, self._editor.content(keep_current=True))

    def take_words(self) -> None:
        """Take the selected passage in as own words, with its reference, behind the statement of the caret."""
        words = self._notes.view.selected_words()
        if any(each.kind == StatementKind.OWN_WORDS and each.text == words for each in self._editor.content()):
            self.hinted.emit(TAKEN_ALREADY)
            return
        current = self._editor.current_statement()
        is_blank = not current.text.strip() and not current.evidence
        taken = Statement(current.id if is_blank else new_statement_id(), StatementKind.OWN_WORDS, words)
        statements = list(self._editor.content(keep_current=True))
        place = next((n for n, each in enumerate(statements) if each.id == current.id), len(statements) - 1)
        statements[place : place + 1] = [taken] if is_blank else [statements[place], taken]
        if self._link(taken.id, statements):
            self._editor.taken_words.hold(taken.id)

    def unlink(self) -> None:
        """Take the selected reference away from its statement, or that of the current passage."""
        place = self._saving.place
        extract_id = self.current_extract()
        statement = self._editor.current_statement()
        if self._editor.isReadOnly():
            self.hinted.emit(READ_ONLY)
        elif place is None or extract_id not in statement.evidence:
            self.hinted.emit(NO_EXTRACT)
        elif self._saving.write():
            self._saving.act(lambda project: project.unlink(*place, statement.id, extract_id))

    def star(self) -> None:
        """Mark the current extract for quotation, or no longer."""
        extract_id = self.current_extract()
        extract = self._extract(extract_id)
        if extract is None or self._operations is None:
            self.hinted.emit(NO_EXTRACT)
        elif self._saving.write():
            self._operations.run(lambda project: project.star(extract_id, not extract.is_starred))
            self.hinted.emit("")

    def current_extract(self) -> str:
        """Return the extract that is meant: of the selected reference, at the notes' caret, or the only one."""
        chip = self._editor.selected_chip()
        if self._notes.view.hasFocus():
            return self._notes.view.extract_at_caret() or self._notes.view.current_extract
        if chip is not None:
            return chip.extract_id
        evidence = self._editor.current_statement().evidence
        if self._notes.view.current_extract in evidence or not evidence:
            return self._notes.view.current_extract
        return evidence[0] if len(evidence) == 1 else ""

    # -- going

    def jump(self) -> None:
        """Go from a reference to its passage, or from a passage to its reference."""
        if self._notes.view.hasFocus():
            self._jump_to_reference()
        else:
            self._jump_to_passage()

    def show_passage(self, extract_id: str, *, is_going: bool) -> bool:
        """Show the passage of an extract; `is_going` brings the keyboard along. Return whether it is there."""
        extract = self._extract(extract_id)
        if extract is None:
            self.hinted.emit(LOST)
            return False
        is_there = self._notes.go_to_extract(extract) or self._propose(extract)
        if is_there and is_going:
            self._notes.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return is_there

    def _jump_to_passage(self) -> None:
        chip = self._editor.selected_chip()
        evidence = self._editor.current_statement().evidence
        if chip is None and not evidence:
            self.hinted.emit(NO_REFERENCE)
            return
        extract_id = chip.extract_id if chip else self._next_of(evidence)
        if chip is None:
            self._editor.select_chip(extract_id)
        self.show_passage(extract_id, is_going=True)

    def _next_of(self, evidence: Sequence[str]) -> str:
        current = self._notes.view.current_extract
        return evidence[(evidence.index(current) + 1) % len(evidence)] if current in evidence else evidence[0]

    def _jump_to_reference(self) -> None:
        extract_id = self._notes.view.extract_at_caret()
        if not extract_id:
            self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._editor.select_chip(extract_id):
            self._notes.view.set_current(extract_id)
            self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._go_to_other_cell(extract_id)

    def _go_to_other_cell(self, extract_id: str) -> None:
        if self._operations is None:
            return
        reader = self._operations.project.read
        using = {cell_id for cell_id, _ in reader.uses(extract_id)}
        for subtopic_id, cell in reader.cells_of_interview(self.interview_id).items():
            if cell.id in using:
                self.cell_wanted.emit(subtopic_id, extract_id)
                return
        self.hinted.emit(NOT_USED)

    def _propose(self, extract: Extract) -> bool:
        found = propose_place(extract, self._notes.documents)
        if found is None or found.place is None:
            self.hinted.emit(LOST)
            return False
        place = found.place
        self.hinted.emit(
            f"The notes have changed since. This is the likeliest place of the passage ({found.confidence:.0%} sure)."
        )
        return self._notes.go_to_paragraph(place.paragraph_id, place.start, place.end)

    def _point_at(self, extract_id: str) -> None:
        chip = self._editor.selected_chip()
        wanted = extract_id or (chip.extract_id if chip else "")
        if wanted:
            self._notes.view.set_current(wanted)

    def _link(self, statement_id: str, statements: Sequence[Statement]) -> bool:
        place = self._saving.place
        if self._editor.isReadOnly():
            self.hinted.emit(READ_ONLY)
            return False
        anchors: Sequence[Anchor] = self._notes.view.selected_anchors()
        if place is None or not anchors:
            self.hinted.emit(NOTHING_TO_LINK if place else NO_CELL)
            return False
        if not is_place_chosen(self._notes.view):
            self.hinted.emit(NOTHING_CHOSEN)
            return False
        is_whole = not self._notes.view.textCursor().hasSelection()

        def do(project: Project) -> Changes:
            return project.link(*place, statement_id, anchors, statements=statements)

        changes = self._saving.act(do)
        if changes is None:
            return False
        if not changes.touched:
            self.hinted.emit(LINKED_ALREADY)
        elif is_whole:
            number = self._notes.view.lines[self._notes.view.caret_place()[0]].number
            self.hinted.emit(f"No words were selected: the statement rests on the whole of ¶{number}.")
        start = self._notes.view.textCursor().selectionStart()
        self._notes.view.select(start, start)
        self._notes.view.set_current(changes.new_id)
        return True

    def _extract(self, extract_id: str) -> Extract | None:
        if not extract_id or self._operations is None:
            return None
        return self._operations.project.read.get(Extract, extract_id)
