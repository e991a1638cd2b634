"""Editing in place: a cell's editor lies over the cell and grows below it where its words need more room."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout

from framework_qda.matrix.tags import tag_marks
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.keys import is_key_of
from framework_qda.ui.style import colour
from framework_qda.ui.widgets.marking import StatementChoice

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from framework_qda.matrix.grid import GridCell
    from framework_qda.model import Cell, Statement
    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.spelling.service import Spelling
    from framework_qda.ui.widgets.cell_editor import CellEditor
    from framework_qda.ui.widgets.cell_saving import CellSaving

BORDER = 2


class Step(Enum):
    """Where to go when an edit is finished."""

    STAY = "stay"
    NEXT = "next"
    PREVIOUS = "previous"
    CHARTED_NEXT = "charted_next"


class InPlaceEditor(QFrame):
    """Hold the editor of one cell over a view, and save what is typed in it as the Chart desk does."""

    finished = Signal(object)
    """The `Step` to take; `content()` is what was written."""
    given_up = Signal()
    passage_pointed = Signal(str)
    comment_wanted = Signal(str, str)
    """A statement or an extract that somebody wants to comment on."""
    carry_wanted = Signal(str, str)
    """The mouse takes a statement away, by the mark beside it: its id and its words."""

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view.viewport())
        self.setContentsMargins(BORDER, BORDER, BORDER, BORDER)
        self._view = view
        self._index = QPersistentModelIndex()
        self._scale = 0.0
        self._editor: CellEditor | None = None
        self._spelling: Spelling | None = None
        self._saving: CellSaving | None = None
        self._operations: Operations | None = None
        self.before: Cell | None = None
        """The cell as it was when the edit began."""
        self._shown_before: tuple[Statement, ...] = ()
        self.ids: tuple[str, str] = ("", "")
        view.scrolled.connect(self.place)
        view.viewport().installEventFilter(self)
        view.zoom.changed.connect(lambda _zoom: self.place())
        self.hide()

    def begin(self, operations: Operations) -> None:
        """Write to another project from now on; no cell is open."""
        self.close_editor()
        self._operations = operations
        if self._saving is not None:
            self._saving.begin(operations)

    def set_spelling(self, spelling: Spelling | None) -> None:
        """Mark the words that `spelling` does not know."""
        self._spelling = spelling
        if self._editor is not None:
            self._editor.spelling.set_source(spelling)

    @property
    def editor(self) -> CellEditor:
        """The editor of cells, made when a cell is first edited."""
        return self._parts()[0]

    @property
    def saving(self) -> CellSaving:
        """What saves the words of the editor."""
        return self._parts()[1]

    def _parts(self) -> tuple[CellEditor, CellSaving]:
        if self._editor is None or self._saving is None:
            self._editor, self._saving = self._make_parts()
        return self._editor, self._saving

    def _make_parts(self) -> tuple[CellEditor, CellSaving]:
        # The editor is the largest part of the desk, and the window opens without it.
        from framework_qda.ui.widgets.cell_editor import CellEditor
        from framework_qda.ui.widgets.cell_saving import CellSaving

        self._scale = self._view.zoom.value / 100
        editor = CellEditor(self, text_scale=self._scale)
        editor.may_carry = True
        editor.spelling.set_source(self._spelling)
        editor.installEventFilter(self)
        editor.chip_activated.connect(self.passage_pointed)
        editor.offers_comments = True
        editor.comment_wanted.connect(self.comment_wanted)
        saving = CellSaving(editor)
        editor.carry_wanted.connect(self._let_carry)
        if self._operations is not None:
            saving.begin(self._operations)
        editor.focus_left.connect(self._leave)
        editor.document().documentLayout().documentSizeChanged.connect(lambda _size: self.place())
        layout = self.layout() or QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(editor)
        return editor, saving

    @property
    def is_open(self) -> bool:
        """Whether a cell is being edited."""
        return not self.isHidden()

    @property
    def is_edited(self) -> bool:
        """Whether anything differs from what the cell held when the edit began."""
        return self.is_open and self.content() != self._shown_before

    def open(self, index: QModelIndex, cell: GridCell | None) -> None:
        """Edit the cell of a place."""
        assert self._operations is not None
        if self._editor is not None and self._scale != self._view.zoom.value / 100:
            self._editor.deleteLater()
            self._editor = self._saving = None
        model = self._view.grid_model
        self.ids = model.ids_at(index)
        row, column = model.grid.rows[index.row()], model.grid.columns[index.column()]
        self.editor.show_tags(tag_marks(self._operations.project.read))
        self.editor.light(self._view.cells.cache.sought)
        self.editor.set_content(cell.statements if cell else ())
        self.editor.scope = self.ids[0]
        self.editor.setAccessibleName(f"{row.code}, {column.number} {column.label}")
        self.saving.open_cell(CellPlace(*self.ids))
        self._take_for_before()
        self.show()
        self.raise_()
        # Not earlier: a part that gets another size while it is being shown does not hear of it.
        self._index = QPersistentModelIndex(index)
        self.place()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_stored(self, cell: GridCell | None) -> None:
        """Show what the project holds now, as after an undo, but never over words that are not written yet."""
        if not self.is_open or self.saving.is_dirty:
            return
        is_edited = self.is_edited
        self.editor.set_content(cell.statements if cell else ())
        self.saving.settle()
        if not is_edited:
            self._take_for_before()  # nothing was typed: there is nothing that Escape would take back
        self.place()

    def _take_for_before(self) -> None:
        assert self._operations is not None
        self.before, self._shown_before = self._operations.project.read.cell(*self.ids), self.content()

    def content(self) -> tuple[Statement, ...]:
        """Return the statements as they are written now."""
        return self.editor.content()

    def close_editor(self) -> None:
        """Lay the editor aside; its cell shows again. What is typed and not written is written no more."""
        if not self.is_open:
            return
        had_focus = self.editor.hasFocus()
        self.saving.give_up()
        self.ids = ("", "")
        self._index = QPersistentModelIndex()
        self.hide()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_carry(self, statement_id: str, words: str) -> None:
        """Let the mouse take a statement away, once it stands in the project as it stands here."""
        if self.saving.write():
            self.carry_wanted.emit(statement_id, words)

    # -- place and look

    def place(self) -> None:
        """Lie over the cell; grow downwards as far as there is room, then upwards."""
        if not self.is_open or not self._index.isValid():
            return
        rect = self._view.visualRect(self._view.grid_model.index(self._index.row(), self._index.column()))
        port = self._view.viewport().rect()
        wanted = self.editor.sizeHint().height() + 2 * BORDER
        height = min(max(rect.height(), wanted), port.height())
        top = rect.top()
        if top + height > port.bottom() and rect.bottom() > 0:
            top = max(min(top, port.bottom() - height), min(0, rect.top()))
        self.setGeometry(QRect(rect.left(), top, rect.width(), height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the border of the current cell."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        pen = QPen(colour("accent"), BORDER)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that end an edit before the editor sees them; follow the size of the view."""
        if watched is self._view.viewport() and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self.place)  # once the rows have their places in it
        if isinstance(watched, StatementChoice) and event.type() == QEvent.Type.Hide:
            QTimer.singleShot(0, self, partial(self._leave_after, watched))  # once the keyboard is where it goes
        if watched is self._editor and isinstance(event, QKeyEvent):
            is_ours = _is_give_up(event) or _step_of(event) is not None
            if event.type() == QEvent.Type.ShortcutOverride and is_ours:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and is_ours:
                self._end(event)
                return True
        return super().eventFilter(watched, event)

    def _end(self, event: QKeyEvent) -> None:
        step = _step_of(event)
        if step is None:
            self.given_up.emit()
        else:
            self.finished.emit(step)

    def _leave(self) -> None:
        # Another program in front is no end of an edit, nor is a list for its statements.
        asking = _choice_around(QApplication.focusWidget())
        if asking is not None:
            asking.installEventFilter(self)
        elif self.is_open and QApplication.activeWindow() is self.window():
            self.finished.emit(Step.STAY)

    def _leave_after(self, asking: StatementChoice) -> None:
        """End the edit if the list for its statements was left for something else than the editor."""
        asking.removeEventFilter(self)
        if not self.editor.hasFocus():
            self._leave()


def _choice_around(widget: QWidget | None) -> StatementChoice | None:
    parent = widget.parentWidget() if widget is not None else None
    return parent if isinstance(parent, StatementChoice) else None


def _is_give_up(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape


def _step_of(event: QKeyEvent) -> Step | None:
    key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key == Qt.Key.Key_Tab and held == Qt.KeyboardModifier.NoModifier:
        return Step.NEXT
    if key == Qt.Key.Key_Backtab:
        return Step.PREVIOUS
    if is_key_of(event, "matrix.charted_next"):
        return Step.CHARTED_NEXT
    if is_key_of(event, "matrix.edit"):
        return Step.STAY
    return None
