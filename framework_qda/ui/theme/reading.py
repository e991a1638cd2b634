"""Which sub-topic is read, beside which other, in which groups; and the grid that follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.matrix.within_theme import read_columns, refresh_columns

if TYPE_CHECKING:
    from collections.abc import Collection

    from framework_qda.matrix.filters import RowFilter
    from framework_qda.matrix.grid import GridColumn, MatrixGrid
    from framework_qda.project import Project
    from framework_qda.ui.settings import Settings

PLACE = "theme_place"
"""Under which name this machine remembers the sub-topic that was read last."""


class ColumnReading:
    """What the desk reads of a project."""

    def __init__(self) -> None:
        self.columns: tuple[GridColumn, ...] = ()
        self.subtopic_id = ""
        self.beside_id = ""
        self.keys: tuple[str, ...] = ()
        self._project: Project | None = None
        self._settings: Settings | None = None

    def begin(self, project: Project, settings: Settings | None, columns: tuple[GridColumn, ...]) -> str:
        """Read another project; return the sub-topic that was read there last, else the first."""
        self._project, self._settings, self.columns = project, settings, columns
        self.subtopic_id = self.beside_id = ""
        self.keys = ()
        remembered = settings.remembered(project.project_id, PLACE) if settings is not None else ""
        return remembered if self.knows(remembered) else self.first_id

    @property
    def first_id(self) -> str:
        """The first sub-topic of the framework, or empty text."""
        return self.columns[0].subtopic_id if self.columns else ""

    def knows(self, subtopic_id: str) -> bool:
        """Say whether there is such a sub-topic."""
        return any(column.subtopic_id == subtopic_id for column in self.columns)

    def choose(self, subtopic_id: str) -> None:
        """Read another sub-topic, and remember it on this machine."""
        self.subtopic_id = subtopic_id
        if self.beside_id == subtopic_id:
            self.beside_id = ""
        if self._settings is not None and self._project is not None:
            self._settings.remember(self._project.project_id, PLACE, subtopic_id)

    def neighbour(self, direction: int) -> str:
        """Return the next sub-topic (1) or the one before (-1), or empty text beyond the ends."""
        ids = [column.subtopic_id for column in self.columns]
        place = ids.index(self.subtopic_id) + direction if self.subtopic_id in ids else -1
        return ids[place] if 0 <= place < len(ids) else ""

    def grid(self, row_filter: RowFilter, *, only_deviant: bool) -> MatrixGrid:
        """Return what is to be shown."""
        assert self._project is not None
        ids = [each for each in (self.subtopic_id, self.beside_id) if each]
        return read_columns(self._project.read, ids, self.keys, row_filter, only_deviant=only_deviant)

    def refresh(
        self, grid: MatrixGrid, cell_ids: Collection[str], row_filter: RowFilter, *, only_deviant: bool
    ) -> MatrixGrid:
        """Return what is shown with some cells as they are now; its rows stay where they are."""
        assert self._project is not None
        return refresh_columns(self._project.read, grid, cell_ids, row_filter, only_deviant=only_deviant)
