"""Editing in place: a cell's editor lies over the cell and grows below it where its words need more room."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout

from framework_qda.ui.keys import is_key_of
from framework_qda.ui.style import colour

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject
    from PySide6.QtGui import QPaintEvent

    from framework_qda.matrix.grid import GridStatement
    from framework_qda.model import Statement
    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.widgets.cell_editor import CellEditor

DRAFT_PAUSE_MS = 1000
BORDER = 2


class Step(Enum):
    """Where to go when an edit is finished."""

    STAY = "stay"
    NEXT = "next"
    PREVIOUS = "previous"
    CHARTED_NEXT = "charted_next"


class InPlaceEditor(QFrame):
    """Hold the editor of one cell over a view. It writes nothing: it tells when an edit is finished or given up."""

    finished = Signal(object)
    """The `Step` to take; `content()` is what was written."""
    given_up = Signal()
    draft_due = Signal()
    passage_pointed = Signal(str)

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._index = QPersistentModelIndex()
        self._before: tuple[GridStatement, ...] = ()
        self._scale = 0.0
        self._editor: CellEditor | None = None
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._pause.timeout.connect(self.draft_due)
        self.ids: tuple[str, str] = ("", "")
        view.scrolled.connect(self.place)
        view.zoom_changed.connect(lambda _zoom: self.place())
        self.hide()

    @property
    def editor(self) -> CellEditor:
        """The editor of cells, made when a cell is first edited."""
        if self._editor is None:
            self._editor = self._make_editor()
        return self._editor

    def _make_editor(self) -> CellEditor:
        # The editor is the largest part of the desk, and the window opens without it.
        from framework_qda.ui.widgets.cell_editor import CellEditor

        self._scale = self._view.zoom / 100
        editor = CellEditor(self, text_scale=self._scale)
        editor.installEventFilter(self)
        editor.edited.connect(self._note_edit)
        editor.chip_activated.connect(self.passage_pointed)
        editor.focus_left.connect(self._leave)
        editor.document().documentLayout().documentSizeChanged.connect(lambda _size: self.place())
        layout = self.layout() or QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(editor)
        return editor

    @property
    def is_open(self) -> bool:
        """Whether a cell is being edited."""
        return not self.isHidden()

    @property
    def is_edited(self) -> bool:
        """Whether anything differs from what the cell held when the editor was opened."""
        return self.is_open and _plain(self._before) != _written(self.content())

    def open(self, index: QModelIndex, ids: tuple[str, str], statements: tuple[GridStatement, ...]) -> None:
        """Edit a cell. What was given up here last time comes back with the editor's own redo."""
        if self._editor is not None and self._scale != self._view.zoom / 100:
            self._editor.deleteLater()
            self._editor, self.ids = None, ("", "")
        if ids != self.ids or statements != self._before:
            self.editor.set_content(statements)
        self.ids, self._before = ids, statements
        self._index = QPersistentModelIndex(index)
        row, column = self._view.grid_model.grid.rows[index.row()], self._view.grid_model.grid.columns[index.column()]
        self.editor.scope = ids[0]
        self.editor.setAccessibleName(f"{row.code}, {column.number} {column.label}")
        self.show()
        self.raise_()
        self.place()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def content(self) -> tuple[Statement, ...]:
        """Return the statements as they are written now."""
        return self.editor.content()

    def close_editor(self) -> None:
        """Lay the editor aside; its cell shows again."""
        if not self.is_open:
            return
        self._pause.stop()
        had_focus = self.editor.hasFocus()
        self._index = QPersistentModelIndex()
        self.hide()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Lay the editor aside after its words were written: there is nothing left to take back in it."""
        self.ids, self._before = ("", ""), ()
        self.close_editor()

    def give_up(self) -> None:
        """Take back what was typed, step by step as the editor's undo does, and lay the editor aside."""
        document = self.editor.document()
        while document.isUndoAvailable():
            self.editor.undo()
        if _plain(self._before) != _written(self.content()):
            self.editor.set_content(self._before)
        self.close_editor()
        self.given_up.emit()

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
        self.setContentsMargins(BORDER, BORDER, BORDER, BORDER)
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
        """Take the keys that end an edit before the editor sees them."""
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
            self.give_up()
        else:
            self.finished.emit(step)

    def _note_edit(self) -> None:
        if self.is_open:
            self._pause.start()

    def _leave(self) -> None:
        # Another program in front is no end of an edit; a draft is kept of it.
        if self.is_open and QApplication.activeWindow() is self.window():
            self.finished.emit(Step.STAY)


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


def _plain(statements: tuple[GridStatement, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.kind, one.text, tuple(ref.extract_id for ref in one.evidence)) for one in statements]


def _written(statements: tuple[Statement, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.kind, one.text, one.evidence) for one in statements]
