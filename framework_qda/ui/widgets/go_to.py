"""The small field that goes to a cell by its codes or by parts of its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from framework_qda.matrix.finding import CellNames, FoundCell, find_cells, read_names
from framework_qda.ui.widgets.typed_choice import Choice, TypedChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framework_qda.ui.desk import Desk

HINT = "A code such as I09 2.3, or parts of names: nurse referral"
NONE_FOUND = "No interview and sub-topic are called so."


class GoTo(TypedChoice):
    """List the cells that may be meant while somebody types, and tell which was chosen."""

    chosen = Signal(str, str)
    """An interview and a sub-topic."""

    def __init__(self, desk: Desk, where: Callable[[], tuple[str, str] | None]) -> None:
        super().__init__(desk, HINT, "Go to", "Cells found")
        self._desk = desk
        self._where = where
        self._names = CellNames()
        self._here = ("", "")
        self._found: list[FoundCell] = []

    def open(self) -> None:
        """Show the field over the desk, empty and ready to type."""
        self._names = read_names(self._desk.project.read)
        self._here = self._where() or ("", "")
        super().open()

    def choices_for(self, typed: str) -> Sequence[Choice]:
        """Return the cells that may be meant."""
        self._found = find_cells(typed, self._names, self._here)
        return [Choice(_words(found)) for found in self._found]

    def take(self, row: int) -> None:
        """Tell which cell was chosen."""
        found = self._found[row]
        self.chosen.emit(found.row.id, found.column.id)

    def remark_on(self, typed: str, count: int) -> str:
        """Say where nothing is called as somebody types."""
        return NONE_FOUND if typed.strip() and not count else ""


def _words(found: FoundCell) -> str:
    names = " — ".join(part for part in (found.row.label, found.column.label) if part)
    return f"{found.row.code} {found.column.code}   {names}"
