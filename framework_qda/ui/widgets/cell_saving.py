"""Saving what is typed: a draft every second, one entry when the typing pauses or the cell is left."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from framework_qda.ui.cell_place import CellPlace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from framework_qda.model import Changes, Statement
    from framework_qda.project import Project
    from framework_qda.ui.cell_place import WritingPlace
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.widgets.cell_editor import CellEditor

DRAFT_MS = 1000
PAUSE_MS = 4000


class CellSaving(QObject):
    """Save the cell or the synthesis that an editor shows. Typing never waits: the disk is asked when it pauses."""

    settled = Signal()
    """What the editor shows is what the project holds."""

    def __init__(self, editor: CellEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._operations: Operations | None = None
        self._place: WritingPlace | None = None
        self._saved: tuple[Statement, ...] = ()
        self._has_draft = False
        self._is_taken_over = False
        self._draft_timer = _timer(self, DRAFT_MS, self._keep_draft)
        self._pause_timer = _timer(self, PAUSE_MS, self._write_at_pause)
        editor.edited.connect(self._follow_edit)
        editor.focus_left.connect(self._write_at_pause)

    @property
    def place(self) -> CellPlace | None:
        """The cell that is being edited; none where it is a synthesis."""
        return self._place if isinstance(self._place, CellPlace) else None

    @property
    def is_open(self) -> bool:
        """Whether a cell or a synthesis is being edited."""
        return self._place is not None

    @property
    def is_taken_over(self) -> bool:
        """Whether an action is writing the editor's content itself, so that the editor shows what it wrote."""
        return self._is_taken_over

    @property
    def is_dirty(self) -> bool:
        """Whether the editor shows other statements than were last written."""
        return self._place is not None and self._editor.content() != self._saved

    def unsaved_words(self) -> str:
        """Return what the editor shows, a statement a line."""
        return "\n".join(statement.text for statement in self._editor.content())

    @property
    def saved(self) -> tuple[Statement, ...]:
        """The statements that were written last."""
        return self._saved

    def begin(self, operations: Operations) -> None:
        """Write through other operations from now on; no cell is open."""
        self.close_cell()
        self._operations = operations

    def open_cell(self, place: WritingPlace) -> None:
        """Save another cell from now on: the editor shows it as it is in the project."""
        self._place = place
        self.settle()

    def close_cell(self) -> None:
        """Save nothing until a cell is opened."""
        self._stop()
        self._place = None
        self._saved = ()
        self._has_draft = False
        self._note_unsaved()

    def give_up(self) -> None:
        """Forget what is typed and not yet written; nothing is saved until a cell is opened."""
        self._drop_draft()
        self.close_cell()

    def settle(self) -> None:
        """Take what the editor shows for what the project holds."""
        self._stop()
        self._saved = self._editor.content()
        self._editor.forget_undo()
        self._drop_draft()
        self._note_unsaved()
        self.settled.emit()

    def write(self, state: str | None = None) -> bool:
        """Write the cell as it stands, and a state if one is given; return whether nothing is left to write."""
        self._stop()
        if self._operations is None or self._place is None:
            return True
        content = self._editor.content()
        if content == self._saved and state is None:
            self.settle()
            return True
        place = self._place
        changes = self._operations.run(lambda project: place.write(project, content, state))
        if changes is None:
            self._keep_draft()
            return False
        self.settle()
        return True

    def act(self, action: Callable[[Project], Changes]) -> Changes | None:
        """Do an action that writes the editor's content along with something else."""
        if self._operations is None:
            return None
        self._stop()
        with self._taking_over():
            changes = self._operations.run(action)
        if changes is None:
            self._keep_draft()
        else:
            self.settle()
        return changes

    @contextmanager
    def _taking_over(self) -> Iterator[None]:
        self._is_taken_over = True
        try:
            yield
        finally:
            self._is_taken_over = False

    def _follow_edit(self) -> None:
        if self._place is None:
            return
        if not self._draft_timer.isActive():
            self._draft_timer.start()
        self._pause_timer.start()
        self._note_unsaved()

    def _note_unsaved(self) -> None:
        if self._operations is not None:
            self._operations.note_unsaved(self, is_unsaved=self.is_dirty)

    def _keep_draft(self) -> None:
        if self._operations is None or self._place is None:
            return
        self._operations.project.drafts.keep(self._place[0], self._place[1], self._editor.content())
        self._has_draft = True

    def _drop_draft(self) -> None:
        if self._has_draft and self._operations is not None and self._place is not None:
            self._operations.project.drafts.drop(self._place[0], self._place[1])
        self._has_draft = False

    def _write_at_pause(self) -> None:
        self.write()

    def _stop(self) -> None:
        self._draft_timer.stop()
        self._pause_timer.stop()


def _timer(parent: QObject, pause_ms: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(pause_ms)
    timer.timeout.connect(slot)
    return timer
