"""The panel at the side in which a synthesis is written, in statements that name the cells they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from framework_qda.matrix.synthesis import CellLink, read_links, read_synthesis
from framework_qda.model import NO_MARKS, Marks, Statement, StatementKind
from framework_qda.ui.cell_place import SynthesisPlace
from framework_qda.ui.keymap import current_keymap
from framework_qda.ui.keys import key_text
from framework_qda.ui.style import colour, em
from framework_qda.ui.widgets import statement_blocks as blocks
from framework_qda.ui.widgets.cell_editor import CellEditor
from framework_qda.ui.widgets.cell_saving import CellSaving
from framework_qda.ui.widgets.labels import wrapped_label
from framework_qda.ui.widgets.statement_view import plain_statement
from framework_qda.ui.widgets.synthesis_deciding import SynthesisDeciding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from framework_qda.model import Changes
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.spelling.service import Spelling

HINTS: Mapping[str, str] = {
    StatementKind.SUMMARY: "What it comes to, point by point; a point can name the cells that it rests on.",
    StatementKind.OWN_WORDS: "A speaker’s own words, as they were said.",
    StatementKind.NOTE: "Your own note: what to compare, what to ask next.",
}
NOTHING_THERE = "Nothing stands in that cell yet that a statement could rest on."
LINKED_ALREADY = "This statement rests on that already."
NOTHING_CHOSEN = "Nothing is chosen that could be linked."
READ_ONLY = "This cannot be changed as things stand."
UNDECIDED = "It was written in two copies of the project at once: choose first which version stands."
HINT_MS = 8_000


class SynthesisPanel(QFrame):
    """Write what is concluded of a case study or a sub-topic. `link_command` is the command that links a cell.

    What a desk has to add, such as a helper for words like “most”, goes into `tools`.
    """

    cell_requested = Signal(str, str)
    """A link was followed: its interview and sub-topic."""
    cell_hovered = Signal(str, str)
    """A link is pointed at, or none any more (both empty)."""
    hinted = Signal(str)
    """Something is said at the foot, which a longer synthesis leaves out of sight."""
    begun = Signal()
    """The synthesis of another subject is shown."""
    caret_wanted = Signal()
    """The sentence of the caret was written by a command: it is to be seen, wherever the keyboard is."""
    left = Signal()
    """Escape was pressed."""

    def __init__(self, link_command: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link_command = link_command
        self._operations: Operations | None = None
        self._place: SynthesisPlace | None = None
        self.heading = wrapped_label("", "heading")
        self.editor = CellEditor()
        self.editor.hints = HINTS
        self.saving = CellSaving(self.editor)
        self.deciding = SynthesisDeciding(self.saving)
        self._is_undecided = False
        self.tools = QHBoxLayout()
        self.foot = wrapped_label("", "small")
        self._hint_timer = QTimer(self, singleShot=True, interval=HINT_MS)
        self._hint_timer.timeout.connect(self._show_foot)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addLayout(self.tools)
        self._column.addWidget(self.deciding.bar)
        self._column.addWidget(self.editor, 1)
        self._column.addWidget(self.foot)
        self.editor.chip_activated.connect(self._follow_link)
        self.editor.chip_hovered.connect(self._point_at)
        self.editor.selectionChanged.connect(self._point_at_selected)
        current_keymap().changed.connect(self._show_foot)
        self.show_subject("", "")
        self._fit()

    # -- what is shown

    def begin(self, operations: Operations, spelling: Spelling | None = None) -> None:
        """Write into another project from now on, with words that `spelling` does not know marked.

        Nothing is shown until a subject is.
        """
        self._operations = operations
        self.editor.spelling.set_source(spelling)
        self.saving.begin(operations)
        self.editor.scope = f"syntheses of {operations.project.project_id}"
        self.show_subject("", "")

    def show_subject(self, subject_type: str, subject_id: str) -> bool:
        """Show the synthesis of a case study or a sub-topic (empty: none), after writing the one that is open.

        Return `False` where that could not be written: it stays then.
        """
        place = SynthesisPlace(subject_type, subject_id) if subject_id else None
        if place != self._place and not self.saving.write():
            return False
        is_new = place != self._place
        self._place = place
        self._show(is_new=is_new)
        if is_new:
            self.begun.emit()
        return True

    def show_changes(self, changes: Changes) -> None:
        """Show what an action changed, but never over words that are not written yet."""
        if self._place is not None and changes.touched:
            self._show(is_new=False)

    def _show(self, *, is_new: bool) -> None:
        place, operations = self._place, self._operations
        if place is None or operations is None:
            self.saving.close_cell()
            self.editor.set_content(())
            self.editor.set_read_only(True)
            self.heading.setText("")
            self._is_undecided = self.deciding.show(None, None)
            self._show_foot()
            return
        reading = read_synthesis(operations.project.read, *place)
        self.heading.setText(reading.heading)
        self.editor.setAccessibleName(reading.heading)
        if is_new or self.saving.is_taken_over or not self.saving.is_dirty:
            stored = tuple(plain_statement(statement) for statement in reading.statements)
            if is_new or stored != self.editor.content():
                self.editor.set_content(reading.statements)
            self.saving.open_cell(place)
        self.editor.add_references([link for statement in reading.statements for link in statement.evidence])
        # Typing over several versions would drop the others unseen: one must be chosen first.
        self._is_undecided = self.deciding.show(operations.project.read, place)
        self.editor.set_read_only(operations.project.is_read_only or self._is_undecided)
        self._show_foot()

    # -- what is written

    def finish_editing(self) -> bool:
        """Write what is being typed; return whether nothing is left to write."""
        return self.saving.write()

    def link(self, target_ids: Sequence[str]) -> bool:
        """Rest the statement of the caret on cells, or on statements in cells; say why where that cannot be."""
        if not self._may_write():
            return False
        links = self._read_links(target_ids)
        known = [link for link in links if not link.is_lost]
        if not known:
            self.show_hint(NOTHING_THERE if links else NOTHING_CHOSEN)
            return False
        self.editor.add_references(known)
        cursor = self.editor.textCursor()
        place = cursor.position()
        cursor.beginEditBlock()
        added = [blocks.add_chip(cursor, cursor.block(), link.target_id) for link in known]
        cursor.endEditBlock()
        cursor.setPosition(min(place, blocks.text_end(cursor.block())))
        self._show_caret(cursor)
        if not any(added):
            self.show_hint(LINKED_ALREADY)
            return False
        return self.saving.write()

    def add_statement(
        self,
        text: str,
        *,
        marks: Marks = NO_MARKS,
        target_ids: Sequence[str] = (),
        kind: str = StatementKind.SUMMARY,
    ) -> bool:
        """Write a statement behind the others, with what is noted of it and what it rests on."""
        if not self._may_write():
            return False
        self.editor.add_references(self._read_links(target_ids))
        last = self.editor.document().lastBlock()
        cursor = QTextCursor(last)
        cursor.setPosition(blocks.text_end(last))
        cursor.beginEditBlock()
        if not blocks.is_blank(last):
            blocks.split_statement(cursor)
        blocks.insert_statements(cursor, [Statement("", kind, text, tuple(target_ids), marks)])
        cursor.endEditBlock()
        self._show_caret(cursor)
        return self.saving.write()

    def mark_statement(self, marks: Marks, target_ids: Sequence[str] = ()) -> bool:
        """Note something of the statement of the caret beside its words, and rest it on more."""
        if not self._may_write():
            return False
        self.editor.add_references(self._read_links(target_ids))
        cursor = self.editor.textCursor()
        place = cursor.position()
        cursor.beginEditBlock()
        blocks.set_marks(cursor, cursor.block(), marks)
        for each in target_ids:
            blocks.add_chip(cursor, cursor.block(), each)
        cursor.endEditBlock()
        cursor.setPosition(min(place, blocks.text_end(cursor.block())))
        self._show_caret(cursor)
        return self.saving.write()

    def _show_caret(self, cursor: QTextCursor) -> None:
        self.editor.setTextCursor(cursor)
        self.editor.ensureCursorVisible()
        self.caret_wanted.emit()

    def _may_write(self) -> bool:
        if self._place is None or self.editor.isReadOnly():
            self.show_hint(UNDECIDED if self._is_undecided else READ_ONLY)
            return False
        return True

    def _read_links(self, target_ids: Sequence[str]) -> list[CellLink]:
        if self._operations is None or self._place is None:
            return []
        found = read_links(self._operations.project.read, target_ids, *self._place)
        return [found[each] for each in target_ids]

    # -- links

    def _follow_link(self, target_id: str) -> None:
        link = self.editor.reference_of(target_id)
        if not isinstance(link, CellLink) or link.is_lost:
            self.show_hint("What this rested on is no longer there.")
        elif self.saving.write():
            self.cell_requested.emit(link.interview_id, link.subtopic_id)

    def _point_at(self, target_id: str) -> None:
        link = self.editor.reference_of(target_id) if target_id else None
        if isinstance(link, CellLink):
            self.cell_hovered.emit(link.interview_id, link.subtopic_id)
        else:
            self.cell_hovered.emit("", "")

    def _point_at_selected(self) -> None:
        chip = self.editor.selected_chip()
        self._point_at(chip.extract_id if chip else "")

    # -- the panel itself

    def show_hint(self, words: str) -> None:
        """Say something at the foot for a while."""
        self.hinted.emit(words)
        self.foot.setText(words)
        self.foot.show()
        self._hint_timer.start()

    def _show_foot(self) -> None:
        key = key_text(self._link_command)
        is_possible = self._place is not None and not self.editor.isReadOnly() and bool(key)
        self.foot.setText(f"{key} rests the point on the selected cell" if is_possible else "")
        if self._is_undecided:
            self.foot.setText(UNDECIDED)
        self.foot.setVisible(bool(self.foot.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to where one came from on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_column"):
            self._fit()

    def _fit(self) -> None:
        side, pad = em(self, 1.1), em(self, 0.7)
        self._column.setContentsMargins(side, pad, em(self, 0.5), pad)
        self._column.setSpacing(em(self, 0.4))
        self.setMinimumWidth(em(self, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and a line between the table and the panel."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        painter.fillRect(0, 0, 1, self.height(), colour("line"))
