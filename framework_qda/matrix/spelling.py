"""The texts of a study whose spelling is checked, one by one, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framework_qda.matrix.grid import evidence_label
from framework_qda.matrix.outline import framework_outline
from framework_qda.matrix.rows import row_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework_qda.matrix.grid import GridRow
    from framework_qda.project.reader import Reader


@dataclass(frozen=True, slots=True)
class WordPlace:
    """Where a text stands, or a word of it: in a statement of a cell, or in a paragraph of the notes.

    `where` is such as `I09 2.3` or `I09 ¶14`; `start` and `end` count code points of the text.
    """

    where: str
    interview_id: str
    subtopic_id: str = ""
    statement_id: str = ""
    paragraph_id: str = ""
    start: int = 0
    end: int = 0

    def of_word(self, start: int, end: int) -> WordPlace:
        """Return the place of a word of this text."""
        return replace(self, start=start, end=end)


def texts_to_check(reader: Reader, interview_id: str = "", subtopic_id: str = "") -> Iterator[tuple[WordPlace, str]]:
    """Yield the texts of the study with their places: statements in the order of the cells, then the notes.

    With an interview only its texts; with a sub-topic too only those of that cell, which has no notes.
    """
    columns = [column for theme in framework_outline(reader) for column in theme.columns]
    wanted = {column.subtopic_id: column.number for column in columns if subtopic_id in ("", column.subtopic_id)}
    for row in row_order(reader).rows:
        if interview_id in ("", row.interview_id):
            yield from _in_cells(reader, row, wanted)
            if not subtopic_id:
                yield from _in_notes(reader, row)


def _in_cells(reader: Reader, row: GridRow, columns: dict[str, str]) -> Iterator[tuple[WordPlace, str]]:
    cells = reader.cells_of_interview(row.interview_id)
    for subtopic_id, number in columns.items():
        cell = cells.get(subtopic_id)
        for statement in cell.content if cell else ():
            where = f"{row.code} {number}".strip()
            yield WordPlace(where, row.interview_id, subtopic_id, statement_id=statement.id), statement.text


def _in_notes(reader: Reader, row: GridRow) -> Iterator[tuple[WordPlace, str]]:
    for number, document in enumerate(reader.documents(row.interview_id), 1):
        for paragraph in reader.paragraphs(document.id):
            where = f"{row.code} {evidence_label(paragraph.number, None, number)}".strip()
            yield WordPlace(where, row.interview_id, paragraph_id=paragraph.id), paragraph.text
