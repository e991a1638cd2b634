"""What a change to the framework takes with it: statements of a column, cells to be looked at, statements to move."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.rows import row_order
from framework_qda.matrix.staleness import is_stale
from framework_qda.model import Cell, CellState, Revision, Statement, Subtopic, Tag
from framework_qda.project.reader import Reader

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PlacedStatement:
    """A statement with the cell that it stands in; `code` is the interview's, `number` the sub-topic's."""

    interview_id: str
    subtopic_id: str
    code: str
    number: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class ColumnStand:
    """What is charted under a sub-topic: cells with words, cells with a reason instead, and their statements."""

    with_words: int = 0
    with_reason: int = 0
    statements: int = 0

    @property
    def begun(self) -> int:
        """Count the cells in which anything is said."""
        return self.with_words + self.with_reason


@dataclass(frozen=True, slots=True)
class RevisionStand:
    """A revision of a sub-topic and how many cells have not been looked at since."""

    revision: Revision
    stale: int


def column_statements(reader: Reader, subtopic_id: str) -> list[PlacedStatement]:
    """Return all statements of a column in the order of the rows."""
    return _placed(reader, reader.cells_of_subtopics([subtopic_id]))


def statements_to_rehome(reader: Reader) -> list[PlacedStatement]:
    """Return the statements that wait for a better column, by sub-topic, then by row."""
    subtopic_ids = [column.subtopic_id for theme in framework_outline(reader) for column in theme.columns]
    places = {subtopic_id: place for place, subtopic_id in enumerate(subtopic_ids)}
    found = [each for each in _placed(reader, reader.cells_with_marks(subtopic_ids)) if each.statement.marks.to_rehome]
    return sorted(found, key=lambda each: places[each.subtopic_id])


def column_stand(reader: Reader, subtopic_id: str) -> ColumnStand:
    """Count what is charted under a sub-topic."""
    cells = reader.cells_of_subtopics([subtopic_id])
    written = [cell for cell in cells if cell.content]
    reasons = sum(not cell.content and cell.state != CellState.NOT_CHARTED for cell in cells)
    return ColumnStand(len(written), reasons, sum(len(cell.content) for cell in written))


def revision_stands(reader: Reader, subtopic_id: str) -> list[RevisionStand]:
    """Return the revisions of a sub-topic, newest first, each with the cells that are stale because of it."""
    revisions = reader.revisions(subtopic_id)
    cells = reader.cells_of_subtopics([subtopic_id]) if revisions else []
    return [RevisionStand(each, sum(is_stale(cell, [each.id]) for cell in cells)) for each in reversed(revisions)]


def stale_places(reader: Reader, subtopic_id: str) -> list[tuple[str, str]]:
    """Return the stale cells of a column as (interview id, sub-topic id)."""
    ids = reader.revision_ids(subtopic_id)
    cells = reader.cells_of_subtopics([subtopic_id]) if ids else []
    return [(cell.interview_id, cell.subtopic_id) for cell in cells if is_stale(cell, ids)]


def stale_reasons(reader: Reader, interview_id: str, subtopic_id: str) -> list[str]:
    """Return why a cell is to be looked at again, oldest first."""
    return [each.reason for each in stale_revisions(reader, interview_id, subtopic_id)]


def stale_revisions(reader: Reader, interview_id: str, subtopic_id: str) -> list[Revision]:
    """Return the revisions of a sub-topic under which a cell has not been looked at, oldest first."""
    cell = reader.cell(interview_id, subtopic_id)
    return [each for each in reader.revisions(subtopic_id) if is_stale(cell, [each.id])]


def redefined_since(reader: Reader, interview_id: str, subtopic_id: str) -> tuple[str, str]:
    """Return the definition that a stale cell was written under and the one of now; equal ones where it only moved."""
    subtopic = reader.get(Subtopic, subtopic_id)
    now = subtopic.definition if subtopic else ""
    missing = [each.id for each in stale_revisions(reader, interview_id, subtopic_id)]
    if not missing:
        return now, now
    return reader.definition_when_written(reader.cell(interview_id, subtopic_id), missing), now


def tags_for(reader: Reader, subtopic_id: str) -> list[Tag]:
    """Return the tags that can be given under a sub-topic: its own, then those of any column."""
    tags = reader.all(Tag)
    return [each for each in tags if each.subtopic_id == subtopic_id] + [
        each for each in tags if each.subtopic_id is None
    ]


def is_reworded(before: str, after: str) -> bool:
    """Say whether a text changed in its words, not only in blanks, signs and capitals."""
    return _WORD.findall(before.casefold()) != _WORD.findall(after.casefold())


def _placed(reader: Reader, cells: Iterable[Cell]) -> list[PlacedStatement]:
    numbers = {column.subtopic_id: column.number for theme in framework_outline(reader) for column in theme.columns}
    by_row: dict[str, list[Cell]] = {}
    for cell in cells:
        by_row.setdefault(cell.interview_id, []).append(cell)
    return [
        PlacedStatement(row.interview_id, cell.subtopic_id, row.code, numbers.get(cell.subtopic_id, ""), statement)
        for row in row_order(reader).rows
        for cell in by_row.get(row.interview_id, ())
        for statement in cell.content
    ]
