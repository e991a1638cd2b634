"""Which columns of a matrix are shown, and in what order: for looking only, the framework stays as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from framework_qda.matrix.grid import GridColumn, MatrixGrid, Section, keep_cells


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """The sub-topics that are hidden, and an order of sub-topics inside their themes. Ids that are gone do no harm."""

    hidden: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether all columns are shown in the framework's own order."""
        return not self.hidden and not self.order

    def arrange(self, columns: Sequence[GridColumn]) -> list[GridColumn]:
        """Return the columns of one theme in the chosen order, hidden ones too; those not named come last."""
        places = {subtopic_id: place for place, subtopic_id in enumerate(self.order)}
        return sorted(columns, key=lambda column: places.get(column.subtopic_id, len(places)))

    def toggle(self, subtopic_id: str) -> "ColumnChoice":
        """Return the choice with a column hidden, or shown again."""
        return replace(self, hidden=self.hidden ^ {subtopic_id})

    def move(self, columns: Sequence[GridColumn], subtopic_id: str, direction: int) -> "ColumnChoice":
        """Return the choice with a column one place further left (-1) or right (1) among those shown of its theme."""
        ids = [column.subtopic_id for column in self.arrange(columns)]
        shown = [each for each in ids if each not in self.hidden]
        place = shown.index(subtopic_id) + direction if subtopic_id in shown else -1
        if not 0 <= place < len(shown):
            return self
        neighbour = ids.index(shown[place])
        ids.remove(subtopic_id)
        ids.insert(neighbour, subtopic_id)
        others = tuple(each for each in self.order if each not in ids)
        return replace(self, order=(*others, *ids))


def choose_columns(grid: MatrixGrid, choice: ColumnChoice) -> MatrixGrid:
    """Return the grid with the chosen columns only, in the chosen order; a theme without columns goes."""
    if choice.is_empty:
        return grid
    parts = grid.sections or (Section(grid.theme_id, "", 0, len(grid.columns)),)
    columns: list[GridColumn] = []
    sections = []
    for part in parts:
        arranged = choice.arrange(grid.columns[part.first : part.first + part.count])
        shown = [column for column in arranged if column.subtopic_id not in choice.hidden]
        if shown:
            sections.append(replace(part, first=len(columns), count=len(shown)))
            columns += shown
    return keep_cells(replace(grid, columns=tuple(columns), sections=tuple(sections) if grid.sections else ()))
