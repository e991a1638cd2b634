"""The two margins of the notes: numbers and times at the left, what rests on the passages at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.ui.chart.notes_gutter import NotesGutter, gutter_width
from framework_qda.ui.chart.notes_uses import NotesUses, uses_width

if TYPE_CHECKING:
    from framework_qda.ui.chart.notes_view import NotesView


class NotesMargins:
    """Keep both margins beside the text, as wide as what stands in them."""

    def __init__(self, view: NotesView) -> None:
        self._view = view
        self.gutter = NotesGutter(view)
        self.uses = NotesUses(view)
        view.verticalScrollBar().valueChanged.connect(self.update)
        view.cursorPositionChanged.connect(self.gutter.update)

    def widths(self) -> tuple[int, int]:
        """Return the widths of both, in pixels."""
        return gutter_width(self._view, self._view.lines), uses_width(self._view)

    def place(self) -> None:
        """Put both beside the text."""
        inside, right = self._view.contentsRect(), self._view.viewport().geometry().right() + 1
        left_width, right_width = self.widths()
        self.gutter.setGeometry(inside.left(), inside.top(), left_width, inside.height())
        self.uses.setGeometry(right, inside.top(), right_width, inside.height())

    def update(self) -> None:
        """Paint both anew."""
        self.gutter.update()
        self.uses.update()
