"""The editor of one cell: a paragraph is a statement, its references stand behind its words as chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QTextCursor,
    QTextDocument,
)

from framework_qda.model import Statement, StatementKind
from framework_qda.text.clean import clean_text
from framework_qda.text.offsets import Utf16Map
from framework_qda.ui.keys import is_key_of
from framework_qda.ui.widgets import statement_blocks as blocks
from framework_qda.ui.widgets.chip_mouse import ChipMouse
from framework_qda.ui.widgets.statement_clipboard import from_clipboard, selected_statements, to_clipboard
from framework_qda.ui.widgets.statement_dropping import StatementDropping
from framework_qda.ui.widgets.statement_keys import StatementKeys
from framework_qda.ui.widgets.statement_menu import build_menu, kind_menu, remark_offers
from framework_qda.ui.widgets.statement_places import chip_under
from framework_qda.ui.widgets.statement_view import StatementView, plain_statement
from framework_qda.ui.widgets.taken_words import TakenWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.grid import ReferringStatement


class CellEditor(StatementView):
    """Edit the statements of a cell. `text_scale` is the size of its words against the window's font.

    It knows no project: it is given statements and gives statements back. Its own undo reaches back to the
    last `set_content()` or `forget_undo()`; beyond that the keys of undo are left to the window.
    """

    edited = Signal()
    chip_activated = Signal(str)
    chip_hovered = Signal(str)
    chip_played = Signal(str)
    """The extract whose reference was clicked on where it plays its passage."""
    comment_wanted = Signal(str, str)
    """A `statement` or an `extract`, and its id: somebody wants to comment on it."""
    focus_left = Signal()
    remarked = Signal(str)
    """What is to be known of an edit, in a sentence."""

    carry_wanted = Signal(str, str)
    """The mouse takes a statement away by the mark beside it, where it may: its id and its words."""

    def __init__(self, parent: QWidget | None = None, *, text_scale: float = 1.0) -> None:
        super().__init__(parent, text_scale=text_scale)
        self.taken_words = TakenWords(self)
        self._keys = StatementKeys(self)
        self._mouse = ChipMouse(self)
        self._dropping = StatementDropping(self)
        self._is_mending = False
        self.offers_comments = False
        """Whether the menu offers to comment on a statement or a passage."""
        self.scope = ""
        """What references can be pasted within: the id of the interview, or the key of a project's syntheses."""
        self._gutter.kinds_wanted.connect(self.offer_kinds)
        self._gutter.taken.connect(self.carry_wanted)
        self.setAcceptRichText(False)
        self.setAccessibleName("Cell")
        self.textChanged.connect(self._take_note_of_edit)
        self.cursorPositionChanged.connect(self.viewport().update)
        self.set_content(())

    def set_content(self, statements: Sequence[ReferringStatement]) -> None:
        """Show the statements of a cell; the caret stays in its statement if that is among them."""
        self.show_statements(statements)

    def content(self, *, keep_current: bool = False) -> tuple[Statement, ...]:
        """Return the statements without the blank ones; `keep_current` keeps the caret's, blank or not."""
        return blocks.read_statements(self.document(), self.current_statement().id if keep_current else "")

    def current_statement(self) -> Statement:
        """Return the statement of the caret."""
        return blocks.read_statement(self.textCursor().block())

    def select_chip_at(self, position: int) -> None:
        """Select the reference at a position of the document."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def select_chip(self, extract_id: str) -> bool:
        """Select the first reference to an extract; return whether there is one."""
        for block in blocks.blocks_of(self.document()):
            for chip in blocks.chips_of(block):
                if chip.extract_id == extract_id:
                    self.select_chip_at(chip.position)
                    self.ensureCursorVisible()
                    return True
        return False

    def put_caret_in(self, statement_id: str) -> None:
        """Put the caret behind the words of a statement, if it is here."""
        block = blocks.find_block(self.document(), statement_id)
        if block is not None:
            cursor = self.textCursor()
            cursor.setPosition(blocks.text_end(block))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def set_kind(self, kind: str) -> None:
        """Change the kind of every statement that the selection touches, where it can be changed."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        last = self.document().findBlock(cursor.selectionEnd()).blockNumber()
        block = self.document().findBlock(cursor.selectionStart())
        worker = QTextCursor(self.document())
        worker.beginEditBlock()
        while block.isValid() and block.blockNumber() <= last:
            blocks.set_kind(worker, block, kind)
            block = block.next()
        worker.endEditBlock()

    def step_kind(self, step: int) -> None:
        """Change to the next kind or to the one before."""
        order = [str(kind) for kind in blocks.KIND_ORDER]
        kind = blocks.kind_of(self.textCursor().block())
        place = order.index(kind) if kind in order else 0
        self.set_kind(StatementKind(order[(place + step) % len(order)]))

    def move_statement(self, step: int) -> None:
        """Let the statement of the caret change places with the one above (-1) or below (1) it."""
        if not self.isReadOnly():
            cursor = self.textCursor()
            blocks.move_statement(cursor, step)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def select_stretch(self, statement_id: str, start: int, end: int) -> None:
        """Select a stretch of a statement's words, in code points, if it is here."""
        block = blocks.find_block(self.document(), statement_id)
        if block is not None:
            places = Utf16Map(block.text())
            cursor = self.textCursor()
            cursor.setPosition(block.position() + places.to_utf16(start))
            cursor.setPosition(block.position() + places.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def forget_undo(self) -> None:
        """Leave what was typed so far to the undo of the project; what was taken back can still be brought back."""
        self.document().clearUndoRedoStacks(QTextDocument.Stacks.UndoStack)

    def offer_kinds(self, position: int, place: QPoint) -> None:
        """Offer the kinds for the statement at a position in a menu at a place of the screen."""
        if not self.isReadOnly():
            cursor = self.textCursor()
            cursor.setPosition(position)
            self.setTextCursor(cursor)
            kind_menu(self).popup(place)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let statements be read and copied but not changed, or let them be edited."""
        if is_read_only == self.isReadOnly():
            return
        self.setReadOnly(is_read_only)
        if is_read_only:
            flags = Qt.TextInteractionFlag
            self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where there is nothing of one's own to take back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            step = _undo_step(event)
            if step:
                event.setAccepted(self._can_step(step))
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer a key."""
        step = _undo_step(event)
        if step:
            event.setAccepted(self._can_step(step))
            if event.isAccepted():
                (self.undo if step < 0 else self.redo)()
        elif self.isReadOnly() or not self._keys.press(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose before the references, as typing does."""
        if (event.commitString() or event.preeditString()) and not self.isReadOnly():
            self._keys.make_room()
        super().inputMethodEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take plain text only."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert plain text, a statement for each line, or statements of this interview with their references."""
        self.taken_words.leave()
        cursor = self.textCursor()
        statements = from_clipboard(source, self.scope)
        if statements:
            self.add_references([ref for statement in statements for ref in statement.evidence])
            blocks.insert_statements(cursor, [plain_statement(statement) for statement in statements])
        else:
            blocks.insert_lines(cursor, clean_text(source.text())[0])
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text, and statements with their references for cells of the same interview."""
        return to_clipboard(selected_statements(self.textCursor(), self._chips.ref_of), self.scope)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the editor was left, but for a menu or another window."""
        super().focusOutEvent(event)
        self.spelling.settle()
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason):
            self.focus_left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here."""
        self.spelling.settle()
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        caret = self.textCursor() if is_by_key else self._take_caret_to(event.pos())
        chip = self.selected_chip() if is_by_key else chip_under(self, event.pos())
        offers = remark_offers(self, caret.block(), chip) if self.offers_comments else ()
        build_menu(self, self.spelling.word_at(caret.position()), offers).popup(event.globalPos())

    def _take_caret_to(self, point: QPoint) -> QTextCursor:
        """Bring the caret to a point, unless it is in what is selected: what a menu offers is done there."""
        there, cursor = self.cursorForPosition(point), self.textCursor()
        if not cursor.hasSelection() or not cursor.selectionStart() <= there.position() <= cursor.selectionEnd():
            self.setTextCursor(there)
        return there

    def _can_step(self, step: int) -> bool:
        document = self.document()
        is_possible = document.isUndoAvailable() if step < 0 else document.isRedoAvailable()
        return is_possible and not self.isReadOnly()

    def _take_note_of_edit(self) -> None:
        if self._is_loading or self._is_mending:
            return
        self._is_mending = True
        blocks.mend_document(self.document())
        self._is_mending = False
        self.edited.emit()


def _undo_step(event: QKeyEvent) -> int:
    """Return -1 for the key of undo, 1 for that of redo, 0 for any other."""
    if is_key_of(event, "window.undo"):
        return -1
    return 1 if is_key_of(event, "window.redo") else 0
