"""How two versions differ, as text: what went is struck out, what came is underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from framework_qda.text.worddiff import Change
from framework_qda.ui.style import colour, em, kind_look, set_role, state_look
from framework_qda.ui.words import count_words, join_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from framework_qda.text.worddiff import Piece, StatementDiff

EMPTY = "No words."


class DiffView(QTextEdit):
    """Show statements with their differences. Nothing in it can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show_again: Callable[[], None] = lambda: None
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName("Differences")
        set_role(self, "framed")

    def show_statements(self, statements: Sequence[StatementDiff], labels: Mapping[str, str]) -> None:
        """Show statements; `labels` names the extracts that came or went (`¶14`)."""
        self._show_again = lambda: self.show_statements(statements, labels)
        self.clear()
        cursor = self.textCursor()
        for place, statement in enumerate(statements):
            if place:
                cursor.insertBlock()
            self._write(cursor, statement, labels)
        if not statements:
            cursor.insertText(EMPTY, _format("text_dim"))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show one text with what became of its words."""
        self._show_again = lambda: self.show_pieces(pieces)
        self.clear()
        cursor = self.textCursor()
        write_pieces(cursor, pieces)
        if not pieces:
            cursor.insertText(EMPTY, _format("text_dim"))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_show_again"):
            self._show_again()

    def _write(self, cursor: QTextCursor, statement: StatementDiff, labels: Mapping[str, str]) -> None:
        block = QTextBlockFormat()
        block.setBottomMargin(em(self, 0.55))
        block.setLineHeight(115.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        look = kind_look(statement.statement.kind)
        cursor.insertText(f"{look.sign}\u2002", _format("text_dim"))
        write_pieces(cursor, statement.pieces, is_italic=look.is_italic)
        remark = _remark(statement, labels)
        if remark:
            cursor.insertText(f"\u2002{remark}", _format("text_dim"))


def state_words(was: str, now: str) -> str:
    """Say which state something had and has; `was` is empty where it had none."""
    look = state_look(now)
    words = f"{look.sign} {look.words}".strip()
    return f"State: {words}" if was in ("", now) else f"State: {state_look(was).words} → {words}"


def write_pieces(cursor: QTextCursor, pieces: Sequence[Piece], *, is_italic: bool = False) -> None:
    """Write pieces of a text with what became of them."""
    for piece in pieces:
        words = piece.text.rstrip()
        made = piece_format(piece.change)
        made.setFontItalic(is_italic)
        cursor.insertText(words, made)
        cursor.insertText(piece.text[len(words) :] or _gap(piece), _format("text"))


def piece_format(change: Change) -> QTextCharFormat:
    """Return how a piece is written: never told by its colour alone."""
    if change is Change.SAME:
        return _format("text")
    made = _format("error" if change is Change.REMOVED else "text")
    made.setBackground(colour("error_back" if change is Change.REMOVED else "accent_back"))
    made.setFontStrikeOut(change is Change.REMOVED)
    made.setFontUnderline(change is Change.ADDED)
    return made


def _gap(piece: Piece) -> str:
    """Part a word that went from the one that came in its place."""
    return " " if piece.change is Change.REMOVED else ""


def _format(role: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour(role))
    return made


def _remark(diff: StatementDiff, labels: Mapping[str, str]) -> str:
    parts = []
    if diff.moved:
        parts.append(f"moved {'up' if diff.moved < 0 else 'down'}")
    if diff.old_kind:
        parts.append(f"was: {kind_look(diff.old_kind).words.lower()}")
    for sign, ids in (("+", diff.evidence_added), ("−", diff.evidence_removed)):
        names = [labels[extract_id] for extract_id in ids if extract_id in labels]
        unnamed = len(ids) - len(names)
        words = join_words([*names, count_words(unnamed, "reference") if unnamed else ""])
        if words:
            parts.append(f"{sign} {words}")
    return f"({'; '.join(parts)})" if parts else ""
