"""Which paragraph stands on top of the notes, and bringing it back there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QTextCursor

from framework_qda.ui.style import em

if TYPE_CHECKING:
    from framework_qda.ui.chart.notes_view import NotesView

_BELOW_EDGE_EMS = 0.78


class NotesTop(QObject):
    """Scroll by paragraphs: they stay what they are when the window, the font or the session is another."""

    def __init__(self, view: NotesView) -> None:
        super().__init__(view)
        self._view = view
        self._wanted = ""
        view.installEventFilter(self)

    def paragraph(self) -> str:
        """Return the paragraph that stands on top, or an empty text."""
        view = self._view
        if self._wanted or not view.lines:
            return self._wanted
        view.document().size()
        edge = view.viewport().rect().topLeft() + QPoint(1, em(view, _BELOW_EDGE_EMS))
        return view.lines[view.cursorForPosition(edge).blockNumber()].paragraph_id

    def put(self, paragraph_id: str) -> None:
        """Scroll so that a paragraph stands on top, with the caret in it."""
        number = self._view.line_number(paragraph_id)
        if number is not None:
            self._view.setTextCursor(QTextCursor(self._view.document().findBlockByNumber(number)))
            self.scroll_to(number)

    def scroll_to(self, number: int) -> None:
        """Scroll so that a line stands on top."""
        view = self._view
        # Nothing scrolls before it is shown for the first time.
        self._wanted = view.lines[number].paragraph_id if view.lines and not view.isVisible() else ""
        view.document().size()
        block = view.document().findBlockByNumber(number)
        top = view.document().documentLayout().blockBoundingRect(block).top()
        view.verticalScrollBar().setValue(round(top) if number else 0)

    def forget(self) -> None:
        """Let other notes stand as they are shown."""
        self._wanted = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll to where the notes are to stand once they are shown."""
        if event.type() == QEvent.Type.Show:
            wanted = self._view.line_number(self._wanted)
            if wanted is not None:
                self.scroll_to(wanted)
        return super().eventFilter(watched, event)
