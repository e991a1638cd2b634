"""The grid on the screen: scrolling, zooming and row heights; what a key or a click means is told by signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from framework_qda.matrix.on_demand import fetch
from framework_qda.ui.matrix.delegate import CellDelegate
from framework_qda.ui.matrix.edges import ColumnEdges
from framework_qda.ui.matrix.header import CaseHeader, ColumnHeader, Corner
from framework_qda.ui.matrix.model import GridModel, Index
from framework_qda.ui.matrix.pointer import ChipPointer
from framework_qda.ui.matrix.prose_table import ProseTable
from framework_qda.ui.matrix.sizing import GridSizes
from framework_qda.ui.matrix.slider_tip import SliderTip
from framework_qda.ui.matrix.zooming import GridZoom

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent

    from framework_qda.matrix.grid import MatrixGrid
    from framework_qda.project.cell_reader import Place
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_GOING = frozenset(
    {
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    }
)
"""The keys that go to another cell."""
_SHIFTING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.GroupSwitchModifier
_ALT_GRAPH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""What the key is on some systems that gives a third sign to many keys."""


class MatrixView(ProseTable):
    """Show a `MatrixGrid`. Heights are guessed for all rows and measured for those in view only."""

    edit_requested = Signal()
    typed = Signal(str)
    """A letter was typed on the current cell, or (an empty text) its words were to be deleted."""
    paste_requested = Signal()
    copied = Signal(int)
    """So many cells are on the clipboard now."""
    scrolled = Signal()
    width_chosen = Signal(str, int)
    """Sub-topic and pixels at 100 %."""
    fit_requested = Signal(int)
    """A column that is to be as wide as its content asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid_model = GridModel(self)
        self.zoom = GridZoom(self)
        self.look = self.zoom.make_look()
        self.cells = CellDelegate(self.grid_model, self.look, self)
        self.cases = CaseHeader(self.grid_model, self.look, self)
        self.columns = ColumnHeader(self.grid_model, self.look, self.cases, self)
        self.sizes = GridSizes(self)
        self.edges = ColumnEdges(self)
        self.setItemDelegate(self.cells)
        self.setVerticalHeader(self.cases)
        self.setHorizontalHeader(self.columns)
        self.setModel(self.grid_model)
        self._corner = Corner(self.cases, self.columns, self)
        self.set_up()
        self.pointer = ChipPointer(self)
        SliderTip(self)
        self.columns.sectionResized.connect(lambda *_: self.sizes.follow_column())
        self.columns.width_dragged.connect(self._keep_width)
        # Qt alone would make the column as wide as its name.
        self.columns.sectionHandleDoubleClicked.disconnect()
        self.columns.sectionHandleDoubleClicked.connect(self.fit_requested)

    # -- what is shown

    def show_grid(self, grid: MatrixGrid) -> None:
        """Show a matrix from its beginning."""
        self.cells.cache.clear()
        self.grid_model.set_grid(grid)
        self.setAccessibleName(f"{grid.name} {grid.title}".strip() if grid.number else grid.name)
        self.cases.fit_widths()
        self.sizes.refit()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        if grid.rows and grid.columns:
            self.choose(0, 0)

    def reload_grid(self, grid: MatrixGrid) -> None:
        """Show the same matrix with other rows or columns; the current cell and the place stay.

        Where the cell is gone, its row or its column stays, and the other is that which took the place.
        """
        ids, column = self.current_ids(), self.currentIndex().column()
        with self.sizes.held():
            self.cells.cache.clear()
            self.grid_model.set_grid(grid)
            self.cases.fit_widths()
            self.sizes.refit()
        self._select_again(ids, column)
        self.sizes.measure_visible()

    def _select_again(self, ids: tuple[str, str] | None, column: int) -> None:
        grid = self.grid_model.grid
        if not grid.rows or not grid.columns:
            return
        row = self.grid_model.row_of(ids[0]) if ids else None
        same = self.grid_model.column_of(ids[1]) if ids else None
        nearest = min(max(0, column), len(grid.columns) - 1)
        self.choose(max(0, self.rowAt(0)) if row is None else row, nearest if same is None else same)

    def update_cells(self, places: Iterable[Place]) -> None:
        """Show what some cells hold now; nothing else moves."""
        anchor = self.sizes.anchor()
        self.sizes.forget([row for row, _column in self.grid_model.update_cells(places)])
        if self.grid_model.shows_summaries:
            self.refresh_heads()
        self.sizes.measure_visible()
        self.sizes.restore(anchor)

    def current_ids(self) -> tuple[str, str] | None:
        """Return the ids of the current cell's interview and sub-topic."""
        index = self.currentIndex()
        return self.grid_model.ids_at(index) if index.isValid() else None

    def go_to(self, interview_id: str, subtopic_id: str) -> bool:
        """Make a cell the current one and bring it into view; say whether it is shown at all."""
        place = self.grid_model.place_of(interview_id, subtopic_id)
        if place is None:
            return False
        self.choose(*place)
        return True

    def choose(self, row: int, column: int) -> None:
        """Make a cell the current one, and the only one that is selected, whichever keys are held.

        Left to Qt, a cell that is gone to by a key with Ctrl would be selected beside the one before.
        """
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.grid_model.index(row, column), flag)

    # -- sizes

    def refresh_heads(self) -> None:
        """Give the heads of the columns the height that their words need now."""
        # The head of a table takes another height only when it is told that its sections have changed.
        self.columns.updateGeometry()
        self.updateGeometries()
        self.columns.viewport().update()

    def _keep_width(self, column: int, width: int) -> None:
        with self.sizes.held():
            self.sizes.guess_heights()
        subtopic_id = self.grid_model.grid.columns[column].subtopic_id
        self.width_chosen.emit(subtopic_id, round(width * 100 / self.zoom.value))

    # -- Qt's own events

    def updateGeometries(self) -> None:
        """Place the corner above the frozen columns too."""
        super().updateGeometries()
        self.edges.widen()
        self._corner.setGeometry(0, 0, self.cases.width(), self.columns.height())
        self._corner.update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Measure what comes into view before it is painted; keep the labels at the left in view."""
        super().scrollContentsBy(dx, dy)
        if abs(dy) > self.viewport().height():
            self.sizes.quiet_time.leap()
        self.sizes.measure_visible()
        if dy:
            self.cases.viewport().update()
        if dx and self.grid_model.grid.sections:
            self.columns.viewport().update()
        self.scrolled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns again; the row at the top stays there."""
        super().resizeEvent(event)
        with self.sizes.held():
            self.sizes.is_begun = True
            self.sizes.fit_columns()
        self.sizes.measure_visible()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the current cell into view, which may have been chosen before there was one."""
        super().showEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grid, and measure what comes next once that is done."""
        super().paintEvent(event)
        self.sizes.quiet_time.put_off()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the colours of the program."""
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if event.type() in kinds and hasattr(self, "_corner"):
            self.zoom.follow()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into view: all of it where it fits, else its beginning. What is clicked stays put."""
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        for _attempt in range(3):
            place = self.verticalScrollBar().value()
            super().scrollTo(index, hint)
            # Rows that come into view are measured, which may push the cell out of it again.
            self.sizes.measure_visible()
            if self.verticalScrollBar().value() == place:
                break
        self.edges.settle_forward()
        rect = self.visualRect(index)
        if rect.height() > self.viewport().height():
            self.sizes.shift(rect.top())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit on Enter, show evidence on Space, copy and paste; tell of a letter that is typed."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = held == NO_MODIFIER
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.typed.emit("")
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_requested.emit()
        elif plain and key == Qt.Key.Key_Space:
            self.evidence_requested.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()  # left to the desk
        elif event.text().isprintable() and event.text() and held & ~_SHIFTING in (NO_MODIFIER, _ALT_GRAPH):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Let a key with Ctrl select what it goes to: Qt leaves the selection behind, out of sight, to be changed."""
        if event is not None and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            flag, held = QItemSelectionModel.SelectionFlag, event.modifiers()
            if held & Qt.KeyboardModifier.ControlModifier and event.key() in _GOING:
                return flag.SelectCurrent if held & Qt.KeyboardModifier.ShiftModifier else flag.ClearAndSelect
        return super().selectionCommand(index, event)

    def copy(self, *, has_heads: bool = False) -> None:
        """Put the selected cells on the clipboard as words, as a table of tabs and as HTML."""
        from framework_qda.ui.matrix.copying import copy_selection  # not needed to open a window

        places = [(index.row(), index.column()) for index in self.selectedIndexes()]
        if places:
            rows, columns = ({place[part] for place in places} for part in (0, 1))
            fetch(self.grid_model.grid, rows, columns)
            QGuiApplication.clipboard().setMimeData(copy_selection(self.grid_model.grid, places, has_heads=has_heads))
            self.copied.emit(len(places))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom.turn(event.angleDelta().y())
            event.accept()
        elif self.edges.wheel(event):
            event.accept()
        else:
            super().wheelEvent(event)
