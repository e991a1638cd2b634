"""Choosing between the versions of a cell that two people wrote apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from framework_qda.model import Cell
from framework_qda.ui.widgets.conflict_bar import join_values

if TYPE_CHECKING:
    from framework_qda.ui.operations import Operations
    from framework_qda.ui.widgets.cell_saving import CellSaving


class Deciding(QObject):
    """Write what a person chose for the cell that is open."""

    def __init__(self, saving: CellSaving) -> None:
        super().__init__(saving)
        self._saving = saving
        self._operations: Operations | None = None

    def begin(self, operations: Operations) -> None:
        """Work in another project from now on."""
        self._operations = operations

    def choose_content(self, number: int) -> None:
        """Let one of the contents stand, or all of them one after the other (-1)."""
        place = self._saving.place
        if place is None or self._operations is None:
            return
        reader = self._operations.project.read
        cell_id = reader.cell(*place).id
        values = reader.conflicts(cell_id).get(cell_id, {}).get("content", ())
        chosen = values[number] if 0 <= number < len(values) else join_values(values)
        self._saving.act(lambda project: project.decide(Cell, cell_id, content=tuple(chosen)))

    def choose_state(self, state: str) -> None:
        """Let one of the states stand."""
        place = self._saving.place
        if place is not None and self._operations is not None:
            cell_id = self._operations.project.read.cell(*place).id
            self._operations.run(lambda project: project.decide(Cell, cell_id, state=state))
