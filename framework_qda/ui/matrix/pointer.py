"""What the pointer does over the chips of the grid: their tips, and its shape."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

if TYPE_CHECKING:
    from framework_qda.matrix.grid import EvidenceRef
    from framework_qda.ui.matrix.view import MatrixView


class ChipPointer(QObject):
    """Watch the pointer over a view's cells."""

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self._view = view
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    def evidence_at(self, point: QPoint) -> EvidenceRef | None:
        """Return the passage whose chip stands at a point of the viewport."""
        index = self._view.indexAt(point)
        if not index.isValid():
            return None
        return self._view.cells.evidence_at(index, self._view.visualRect(index), QPointF(point))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the words of a passage as a tip, and by the pointer that a chip can be clicked."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event.pos())
            return True
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._shape_pointer(event.position().toPoint())
        return super().eventFilter(watched, event)

    def _show_tip(self, point: QPoint) -> None:
        evidence = self.evidence_at(point)
        if evidence is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(self._view.viewport().mapToGlobal(point), tip_of(evidence), self._view)

    def _shape_pointer(self, point: QPoint) -> None:
        is_chip = self.evidence_at(point) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_chip else Qt.CursorShape.ArrowCursor
        if self._view.viewport().cursor().shape() != shape:
            self._view.viewport().setCursor(shape)


def tip_of(evidence: EvidenceRef) -> str:
    """Write the tip of a chip; white space is kept and nothing in it is markup."""
    words = evidence.text or "The passage cannot be found in the notes any more."
    return f"<p style='white-space: pre-wrap'>{escape(words)}</p><p>{escape(evidence.label)}</p>"
