"""Undo and redo: what is typed and not yet saved first, then the steps of the project. Keys, menu and buttons agree."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QMenuBar, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from framework_qda.matrix.analysts import NOBODY_KNOWN, analyst_marks
from framework_qda.model import Cell
from framework_qda.ui.words import for_menu, lower_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from framework_qda.model import Action, Changes
    from framework_qda.project import Project
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.shell import Shell

    TextWidget = QLineEdit | QTextEdit | QPlainTextEdit

UNDO, REDO = -1, 1


class Steps(QObject):
    """Name what undo and redo would do in a window, and do it."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window)
        self._window = window
        self._focused: QWidget | None = None
        self._connections: list[QMetaObject.Connection] = []
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def take(self, direction: int) -> None:
        """Take back what was done last (-1), or bring back what was taken back last (1)."""
        typed_in = self._typed_in(direction)
        if typed_in is not None:
            (typed_in.undo if direction == UNDO else typed_in.redo)()
            return
        operations = self._window.operations
        if operations is not None:
            self._window.finish_editing()
            self._take_project(operations, direction)

    def refresh(self) -> None:
        """Say what undo and redo would do in the fields and the desk that are shown now."""
        self._follow_typing()
        self._show()

    def _show(self) -> None:
        project = self._window.project
        for direction, action, verb in (
            (UNDO, self._window.undo_action, "Undo"),
            (REDO, self._window.redo_action, "Redo"),
        ):
            step = None
            words = "typing" if self._typed_in(direction) is not None else ""
            if project is not None and not words:
                step = _next_step(project, direction)
                words = self._describe(step) if step is not None else ""
            action.setEnabled(bool(words))
            action.setText(f"{verb} {words}".strip())

    def _take_project(self, operations: Operations, direction: int) -> None:
        skip = operations.skip_undo if direction == UNDO else operations.skip_redo
        step = _next_step(operations.project, direction)
        words = self._describe(step).replace("&&", "&") if step is not None else ""
        changes = operations.run(
            lambda project: project.undo() if direction == UNDO else project.redo(),
            lambda why: self._offer_skip(why, skip, partial(_next_step, operations.project, direction)),
        )
        if changes is not None and words:
            self._show_taken(operations.project, changes)
            self._window.said.say(f"{'Undone' if direction == UNDO else 'Done again'}: {words}.")

    def _show_taken(self, project: Project, changes: Changes) -> None:
        """Go to the one cell that was changed, on the Matrix desk too where another theme is shown."""
        cells = changes.touched.get("cell", frozenset())
        cell = project.read.get(Cell, next(iter(cells))) if len(cells) == 1 else None
        desk = self._window.current_desk()
        is_elsewhere = cell is not None and desk is not None and desk.here() != (cell.interview_id, cell.subtopic_id)
        if self._window.desk_name == "matrix" and is_elsewhere and cell is not None and desk is not None:
            desk.open_cell(cell.interview_id, cell.subtopic_id)

    def _offer_skip(self, why: str, skip: Callable[[], object], step: Callable[[], Action | None]) -> None:
        """Say why a step stays, and let the steps before it be reached as long as it is the next."""
        refused, buttons = step(), (("Skip this step", skip),)
        self._window.messages.tell(why, role="error", buttons=buttons, topic="error", holds=lambda: step() == refused)

    def _describe(self, step: Action) -> str:
        """Say what a step did, and whose it was where it was somebody else's."""
        project = self._window.project
        assert project is not None
        words = lower_first(project.describe(step))
        if step.analyst_id != project.analyst_id:
            words += f" by {analyst_marks(project.read).get(step.analyst_id, NOBODY_KNOWN).initials}"
        return for_menu(words)

    # -- what is typed

    def _text_widgets(self) -> Iterator[TextWidget]:
        """Give the field that has the keyboard, then what the desk is written in."""
        focused = self._focused if self._focused is not None and isValid(self._focused) else None
        if isinstance(focused, QLineEdit | QTextEdit | QPlainTextEdit):
            yield focused
        desk = self._window.current_desk()
        editor = desk.written_in() if desk is not None else None
        if editor is not None and editor is not focused:
            yield editor

    def _typed_in(self, direction: int) -> TextWidget | None:
        return next((widget for widget in self._text_widgets() if can_step(widget, direction)), None)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Take note of who has the keyboard; a menu and another window only borrow it."""
        if now is not None and not isinstance(now, QMenuBar) and now.window() is self._window:
            self._focused = now
            self.refresh()

    def _follow_typing(self) -> None:
        """Hear of it when there is something else to take back in the fields that count."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections = []
        for widget in self._text_widgets():
            if isinstance(widget, QLineEdit):
                self._connections.append(widget.textChanged.connect(self._show))
            else:
                document = widget.document()
                self._connections += [
                    document.undoAvailable.connect(self._show),
                    document.redoAvailable.connect(self._show),
                ]


def _next_step(project: Project, direction: int) -> Action | None:
    return project.next_undo() if direction == UNDO else project.next_redo()


def can_step(widget: TextWidget, direction: int) -> bool:
    """Return whether a field has typing of its own to take back or to bring back."""
    if widget.isReadOnly():
        return False
    source = widget if isinstance(widget, QLineEdit) else widget.document()
    return source.isUndoAvailable() if direction == UNDO else source.isRedoAvailable()
