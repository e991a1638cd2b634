"""The field in which the note of a verdict is written, in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit

from framework_qda.text.clean import clean_text
from framework_qda.ui.style import set_role

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class NoteEditor(QPlainTextEdit):
    """Write a short note: Enter writes it, Escape gives it up; the delegate writes it when the focus goes elsewhere."""

    finished = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "field")
        self.setAccessibleName("Note on the verdict")
        self.setPlaceholderText("Why? Enter writes it")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)
        self._is_shown = self._is_over = False
        self._place, self._tallest = QRect(), 0
        # Lines are broken anew after the field has got another width: their number is known only then.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())

    def show_note(self, note: str) -> None:
        """Show a note, the caret behind it, but never over what is being typed."""
        # A new field counts as modified already, for its margin: its first note is shown all the same.
        if self._is_shown and self.document().isModified():
            return
        self._is_shown = True
        self.setPlainText(note)
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)

    def show_typed(self, note: str) -> None:
        """Show words that were typed but could not be written, the caret behind them."""
        self._is_shown = False
        self.show_note(note)
        self.document().setModified(True)

    def stand_at(self, place: QRect) -> None:
        """Stand at a place, and grow from there with the words, downwards first, as far as there is room."""
        self._place = place
        self._fit()
        self._later.start()

    def _fit(self) -> None:
        place, around = self._place, self.parentWidget()
        if place.isEmpty() or around is None:
            return
        # Half a line more than the words take, or a bar comes beside words that are all seen.
        words = (round(self.document().size().height()) + 0.5) * self.fontMetrics().lineSpacing()
        needed = round(words) + self.height() - self.viewport().height()
        # Never lower again: the note that stood there before would show below.
        self._tallest = min(max(self._tallest, needed, place.height()), around.height())
        top = max(0, min(place.top(), around.height() - self._tallest))
        self.setGeometry(place.left(), top, place.width(), self._tallest)

    def take(self) -> str:
        """Return what stands in the field to be written; nothing is told of it any more."""
        self._is_over = True
        return clean_text(self.toPlainText())[0].strip()

    def finish(self) -> None:
        """Write what stands in the field."""
        self._end(self.finished)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write on Enter, give up on Escape."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._end(self.finished)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(self.given_up)
        else:
            super().keyPressEvent(event)

    def _end(self, signal: object) -> None:
        if not self._is_over:
            self._is_over = True
            signal.emit()  # type: ignore[attr-defined]
