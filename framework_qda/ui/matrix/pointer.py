"""What the pointer does over the cells of the grid: tips, clicks on chips, and its shape."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

if TYPE_CHECKING:
    from collections.abc import Callable

    from framework_qda.matrix.grid import EvidenceRef
    from framework_qda.ui.case.view import CaseView
    from framework_qda.ui.matrix.view import MatrixView


class ChipPointer(QObject):
    """Watch the pointer over a view's cells."""

    def __init__(self, view: MatrixView | CaseView) -> None:
        super().__init__(view)
        self._view = view
        self.may_carry: Callable[[QPoint], bool] = lambda _point: False
        """Says whether something stands at a point that the mouse can carry."""
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)

    def evidence_at(self, point: QPoint) -> EvidenceRef | None:
        """Return the passage whose chip stands at a point of the viewport."""
        index = self._view.indexAt(point)
        if not index.isValid():
            return None
        return self._view.cells.evidence_at(index, self._view.visualRect(index), QPointF(point))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show passages as tips, and tell of clicks on chips and of double clicks."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event.pos())
            return True
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            # What comes to the view by the mouse was meant for a head, not for the cell behind that place.
            return self._ask_for_menu(event) if is_by_key or watched is self._view.viewport() else True
        if isinstance(event, QMouseEvent) and watched is self._view.viewport():
            point, is_left = event.position().toPoint(), event.button() == Qt.MouseButton.LeftButton
            if event.type() == QEvent.Type.MouseMove:
                self._shape_pointer(point)
            elif event.type() == QEvent.Type.MouseButtonRelease and is_left:
                self._point_to(point)
            elif event.type() == QEvent.Type.MouseButtonDblClick and is_left:
                self._open(point)
        return super().eventFilter(watched, event)

    def _ask_for_menu(self, event: QContextMenuEvent) -> bool:
        """Ask for the menu of the cell under the pointer, or by the keyboard of the current one."""
        view = self._view
        point = self._corner() if event.reason() == QContextMenuEvent.Reason.Keyboard else event.pos()
        index = view.indexAt(point)
        if index.isValid():
            # What is selected together with it stays so: a menu is for all of it.
            chosen, flags = view.selectionModel(), QItemSelectionModel.SelectionFlag
            chosen.setCurrentIndex(index, flags.NoUpdate if chosen.isSelected(index) else flags.ClearAndSelect)
            view.menu_requested.emit(view.viewport().mapToGlobal(point))
        return True

    def _corner(self) -> QPoint:
        """Return where the current cell begins, in view and beside its words: no part of it is pointed at."""
        self._view.scrollTo(self._view.currentIndex())
        seen = self._view.visualRect(self._view.currentIndex()) & self._view.viewport().rect()
        return seen.topLeft() + QPoint(2, 2) if seen.isValid() else QPoint(-1, -1)

    def _point_to(self, point: QPoint) -> None:
        evidence = self.evidence_at(point)
        if evidence is not None:
            self._view.passage_pointed.emit(evidence.extract_id)

    def _open(self, point: QPoint) -> None:
        evidence = self.evidence_at(point)
        if evidence is not None:
            self._view.passage_opened.emit(evidence.extract_id)
        elif self._view.indexAt(point).isValid():
            self._view.open_requested.emit()

    def _show_tip(self, point: QPoint) -> None:
        evidence = self.evidence_at(point)
        words = self._tip_of_cell(point) if evidence is None else tip_of(evidence)
        if words:
            QToolTip.showText(self._view.viewport().mapToGlobal(point), words, self._view)
        else:
            QToolTip.hideText()

    def _tip_of_cell(self, point: QPoint) -> str:
        """Return all words of a cell that shows only the first of them, and what its signs mean."""
        index = self._view.indexAt(point)
        if not index.isValid():
            return ""
        is_cut = self._view.cells.is_cut_at(index, self._view.visualRect(index))
        parts = (index.data() if is_cut else "", index.data(Qt.ItemDataRole.ToolTipRole))
        return "".join(f"<p style='white-space: pre-wrap'>{escape(str(part))}</p>" for part in parts if part)

    def _shape_pointer(self, point: QPoint) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self.evidence_at(point) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif self.may_carry(point):
            shape = Qt.CursorShape.OpenHandCursor
        if self._view.viewport().cursor().shape() != shape:
            self._view.viewport().setCursor(shape)


def tip_of(evidence: EvidenceRef) -> str:
    """Write the tip of a chip; white space is kept and nothing in it is markup."""
    place = " · ".join(filter(None, (evidence.label, evidence.remark)))
    words = f"<p style='white-space: pre-wrap'>{escape(evidence.text)}</p>" if evidence.text else ""
    return f"{words}<p>{escape(place)}</p>"
