"""Escape in the grid: the cell is as it was before the edit, and what was typed can be brought back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent

from framework_qda.ui.keys import is_key_of, key_text

if TYPE_CHECKING:
    from framework_qda.model import Cell, Changes, Statement
    from framework_qda.project import Project
    from framework_qda.ui.matrix.in_place import InPlaceEditor
    from framework_qda.ui.matrix.view import MatrixView
    from framework_qda.ui.operations import Operations

GIVEN_UP = "given up"
"""What the messages are about: a newer one takes the place of the one before."""


class GivenUp(NamedTuple):
    """What was typed in a cell and taken back."""

    before: Cell
    """The cell as it was before the edit, and is again."""
    words: tuple[Statement, ...]

    @property
    def ids(self) -> tuple[str, str]:
        """The cell's interview and sub-topic."""
        return self.before.interview_id, self.before.subtopic_id


class GivingUp(QObject):
    """Take back an edit as a whole. Until something else is done, the key of undo brings the words back."""

    told = Signal(str, object)
    """What happened, and the button that brings the words back; an empty text once that is no longer offered."""

    def __init__(self, view: MatrixView, in_place: InPlaceEditor) -> None:
        super().__init__(view)
        self._view, self._in_place = view, in_place
        self._operations: Operations | None = None
        self._latest: GivenUp | None = None
        self._is_busy = False
        view.installEventFilter(self)

    def begin(self, operations: Operations) -> None:
        """Work in another project from now on."""
        if self._operations is not None:
            self._operations.changed.disconnect(self._withdraw)
        self._operations = operations
        operations.changed.connect(self._withdraw)
        self._withdraw()

    def _withdraw(self) -> None:
        """Offer the words no longer: they are back, or something else was done, on whichever desk."""
        if self._latest is not None and not self._is_busy:
            self._latest = None
            self.told.emit("", ())

    def give_up(self) -> None:
        """Close the editor; what it wrote at pauses is taken back by one action, so that nothing is left half done."""
        editor, before = self._in_place, self._in_place.before
        if not editor.is_open or before is None or self._operations is None:
            return
        given_up = GivenUp(before, editor.content()) if editor.is_edited else None
        self._is_busy = True
        try:
            changes = self._operations.run(
                lambda project: project.chart(before.interview_id, before.subtopic_id, before.content, before.state)
            )
        finally:
            self._is_busy = False
        if changes is None:
            return  # the message says why; the words are still in the editor
        editor.close_editor()
        if given_up is not None:
            self._tell(given_up)

    def _tell(self, given_up: GivenUp) -> None:
        self._latest = given_up
        grid, place = self._view.grid_model.grid, self._view.grid_model.place_of(*given_up.ids)
        where = f" in {grid.rows[place[0]].code} · {grid.columns[place[1]].number}" if place else ""
        key = key_text("window.undo")
        how = f" {key} brings it back too." if key else ""
        words = f"What you typed{where} was given up; the cell is as it was.{how}"
        self.told.emit(words, [("Bring it back", self.bring_back)])

    def bring_back(self) -> None:
        """Write the words that were given up last into their cell; where others stand there by now, below them."""
        given_up = self._latest
        if given_up is None or self._operations is None or not self._operations.can_edit:
            return
        if self._in_place.is_open and self._in_place.ids == given_up.ids and not self._in_place.saving.write():
            return

        def bring(project: Project) -> Changes:
            standing = project.read.cell(*given_up.ids).content
            if standing == given_up.before.content:
                return project.chart(*given_up.ids, given_up.words)
            return project.chart(*given_up.ids, _joined(standing, given_up.words))

        if self._operations.run(bring) is not None:
            self._view.go_to(*given_up.ids)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key of undo while it is the words that were just given up that somebody wants back."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        is_key = self._latest is not None and event.type() in kinds and isinstance(event, QKeyEvent)
        if not is_key or not is_key_of(cast("QKeyEvent", event), "window.undo"):
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.bring_back()
        return True


def _joined(standing: tuple[Statement, ...], words: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return what stands in a cell with the statements below it that are not there, as they read, already."""
    there = {(each.kind, each.text) for each in standing}
    ids = {each.id for each in standing}
    missing = [each for each in words if (each.kind, each.text) not in there]
    return (*standing, *(replace(each, id=str(uuid4())) if each.id in ids else each for each in missing))
