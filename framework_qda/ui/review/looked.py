"""How far an analyst has looked at the work of others, as this machine remembers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.matrix.reviewing import ReviewItem, read_review

if TYPE_CHECKING:
    from framework_qda.project import Project
    from framework_qda.ui.settings import Settings

LOOKED = "looked"


class Looked:
    """A row of the journal up to which everything has been looked at, and single cells beyond it.

    Who has never looked here begins after the last thing that they wrote themselves: they were there then.
    """

    def __init__(self, project: Project, settings: Settings | None) -> None:
        self._project = project
        self._settings = settings
        self._analyst_id = project.analyst_id
        self.row = 0
        self.seen: dict[str, int] = {}
        self._read()

    def _read(self) -> None:
        text = self._settings.remembered(self._project.project_id, self._key) if self._settings else ""
        row, *cells = text.split() or [""]
        if row.isdecimal():
            self.row = int(row)
            self.seen = {cell_id: int(n) for cell_id, _, n in (each.partition(":") for each in cells) if n.isdecimal()}
        else:
            self.row = self._project.overview.last_row(self._analyst_id)
            self._keep()

    @property
    def _key(self) -> str:
        return f"{LOOKED}_{self._analyst_id}"

    def items(self) -> tuple[ReviewItem, ...]:
        """Return the cells that others changed and that have not been looked at."""
        return read_review(self._project.overview, self.row, self.seen, self._analyst_id)

    def mark(self, item: ReviewItem) -> None:
        """Take a cell for looked at, as it is now."""
        self.seen[item.change.cell_id] = item.change.row
        self._keep()

    def mark_all(self) -> None:
        """Take everything for looked at, as it is now."""
        self.row, self.seen = self._project.overview.last_row(), {}
        self._keep()

    def _keep(self) -> None:
        if self._settings is not None:
            words = " ".join((str(self.row), *(f"{cell_id}:{n}" for cell_id, n in self.seen.items())))
            self._settings.remember(self._project.project_id, self._key, words)
