"""How far an analyst has looked at the work of others, as this machine remembers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.matrix.reviewing import Question, Since

if TYPE_CHECKING:
    from framework_qda.matrix.reviewing import ReviewItem
    from framework_qda.project import Project
    from framework_qda.ui.settings import Settings

LOOKED = "looked"


class Looked:
    """A row of the journal up to which everything has been looked at, and single cells beyond it.

    Rows are those of one file: the newest that is known is remembered with the id of its entry. Where another entry
    stands there, the file is another copy of the project, and how far somebody has looked there is not known.
    """

    def __init__(self, project: Project, settings: Settings | None) -> None:
        self._project_id = project.project_id
        self._overview = project.overview
        self._settings = settings
        self.analyst_id = project.analyst_id
        self.row: int | None = None
        """`None` where the analyst has never looked here."""
        self.is_other_copy = False
        """Whether the analyst has looked, but in another copy of the project."""
        self.seen: dict[str, int] = {}
        self._read()

    def _read(self) -> None:
        text = self._settings.remembered(self._project_id, self._key) if self._settings else ""
        head, *cells = text.split() or [""]
        row, _, known = head.partition("@")
        if not row.isdecimal():
            return
        seen = {cell_id: int(n) for cell_id, _, n in (each.partition(":") for each in cells) if n.isdecimal()}
        if known != self._overview.entry_id(max(int(row), *seen.values(), 0)):
            self.is_other_copy = True
            return
        self.row, self.seen = int(row), seen

    @property
    def _key(self) -> str:
        return f"{LOOKED}_{self.analyst_id}"

    @property
    def has_begun(self) -> bool:
        """Whether the analyst has ever looked."""
        return self.row is not None

    def question(self) -> Question:
        """Return what is to be asked; of somebody who has never looked, everything."""
        if self.row is None:
            return Question(self.analyst_id, Since.EVER)
        return Question(self.analyst_id, Since.LOOKED, self.row, dict(self.seen))

    def begin(self, row: int) -> None:
        """Take everything up to a row of the journal for looked at, and nothing beyond it."""
        self.row, self.seen = row, {}
        self._keep()

    def mark(self, item: ReviewItem) -> None:
        """Take a cell for looked at, as it was read."""
        self.seen[item.change.cell_id] = item.change.row
        self._keep()

    def _keep(self) -> None:
        if self._settings is not None and self.row is not None:
            known = self._overview.entry_id(max(self.row, *self.seen.values(), 0))
            head = f"{self.row}@{known}" if known else str(self.row)
            words = " ".join((head, *(f"{cell_id}:{n}" for cell_id, n in self.seen.items())))
            self._settings.remember(self._project_id, self._key, words)
