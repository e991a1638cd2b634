"""Where a whole project stands, asked in few queries that read no cell's words: for maps and lists of what is to do."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple

from framework_qda.errors import ProjectFileError
from framework_qda.model import CellState, StatementKind
from framework_qda.project import chronicle, since
from framework_qda.project.cell_reader import Place
from framework_qda.project.chronicle import Written
from framework_qda.project.connection import connect_for_reading
from framework_qda.project.migration import is_older, migrated_copy
from framework_qda.project.reader import Reader
from framework_qda.project.record_reader import visible_clause
from framework_qda.project.registry import REGISTRY, canonical
from framework_qda.project.since import CellChange, CellThen

_MARK = "\x1f"
"""What stands between the values that SQLite puts into one text: no id and no state has it."""


class CellStand(NamedTuple):
    """How far a written cell is."""

    cell_id: str
    interview_id: str
    subtopic_id: str
    state: str


class LostPassage(NamedTuple):
    """An extract of which a paragraph does not hold the words where they stood."""

    extract_id: str
    interview_id: str


class Overview(Reader):
    """Ask a project where it stands, in the thread that made the connection."""

    def cell_stands(self) -> list[CellStand]:
        """Return how far each written and visible cell is."""
        # Tens of thousands of rows: what is hidden is told here, once, and not by SQL for each of them.
        rows = self._connection.execute("select id, interview_id, subtopic_id, state from cell where gone <> 1")
        hidden = self._hidden_owners()
        stands = (
            CellStand(cell_id, interview_id, subtopic_id, state or CellState.NOT_CHARTED)
            for cell_id, interview_id, subtopic_id, state in rows
        )
        if not hidden:
            return list(stands)
        return [each for each in stands if each.interview_id not in hidden and each.subtopic_id not in hidden]

    def cell_states(self, subtopic_ids: Iterable[str]) -> dict[Place, str]:
        """Return how far each written cell of some columns is; those of hidden interviews are not left out."""
        # An interview a row of the answer: to make an object of every cell would take three times as long.
        rows = self._connection.execute(
            """
            select interview_id, group_concat(subtopic_id, :mark), group_concat(coalesce(state, :none), :mark)
            from cell
            where gone <> 1 and +subtopic_id in (select value from json_each(:subtopics))
            group by interview_id
            """,
            {"mark": _MARK, "none": CellState.NOT_CHARTED, "subtopics": canonical(list(subtopic_ids))},
        )
        states: dict[Place, str] = {}
        for interview_id, columns, found in rows:
            places = zip(repeat(interview_id), columns.split(_MARK), strict=False)
            states.update(zip(places, found.split(_MARK), strict=False))
        return states

    def settled(self, subtopic_ids: Iterable[str]) -> list[tuple[str, str, str, str]]:
        """Return of each written cell of some columns its place, its state, and what it fits, as JSON, or nothing.

        What it fits are the ids of revisions.
        """
        rows = self._connection.execute(
            """
            select interview_id, subtopic_id, coalesce(state, :none), coalesce(settled, '') from cell
            where gone <> 1 and subtopic_id in (select value from json_each(:subtopics))
            """,
            {"none": CellState.NOT_CHARTED, "subtopics": canonical(list(subtopic_ids))},
        )
        return rows.fetchall()

    def last_row(self, analyst_id: str = "") -> int:
        """Return the newest row of the journal, or the newest that an analyst wrote; 0: none."""
        return since.last_row(self._connection, analyst_id)

    def row_before(self, moment: int) -> int:
        """Return the row before the first that was written at a moment (seconds since 1970) or later."""
        return since.row_before(self._connection, moment)

    def entry_id(self, row: int) -> str:
        """Return the id of the entry in a row of the journal, or an empty text where there is none."""
        return since.entry_id(self._connection, row)

    def written_at(self, row: int) -> str:
        """Return when a row was written (ISO 8601 UTC), or an empty text where there is none."""
        return since.written_at(self._connection, row)

    def cells_changed(
        self, row: int, seen: Mapping[str, int], analyst_id: str, cell_ids: Collection[str] | None = None
    ) -> list[CellChange]:
        """Return the cells, or those of some, that others have changed after a row, oldest change first."""
        return since.cells_changed(self._connection, row, seen, analyst_id, cell_ids)

    def cell_then(self, cell_id: str, row: int) -> CellThen:
        """Return what a cell held after a row of the journal had been written."""
        return since.cell_then(self._connection, cell_id, row)

    def all_written(self, step: Callable[[int, int], object] | None = None) -> Iterator[Written]:
        """Give every row of the journal in its order; `step(done, total)` is called now and then and may raise."""
        return chronicle.all_written(self._connection, step)

    def record_then(self, type_name: str, record_id: str, row: int, makers: Sequence[str] = ()) -> dict[str, Any]:
        """Return what a record of any type held after a row of the journal: field -> value."""
        return chronicle.record_then(self._connection, type_name, record_id, row, makers)

    def owners_of(self, record_id: str) -> tuple[str, ...]:
        """Return what a record belongs to, be it deleted."""
        return chronicle.owners_of(self._connection, record_id)

    def _hidden_owners(self) -> set[str]:
        rows = self._connection.execute(
            """
            select id from interview where gone = 1
            union all select id from subtopic where gone = 1
            """
        )
        return {row[0] for row in rows}

    def word_counts(self) -> dict[str, int]:
        """Return about how many words each charted cell has, analyst's notes left out: cell id -> words.

        Words are told by the blanks between them, as SQL can.
        """
        rows = self._connection.execute(
            """
            select cell_id, sum(length(trim(text)) - length(replace(trim(text), ' ', '')) + 1)
            from statement
            where kind <> :note and trim(text) <> ''
            group by cell_id
            """,
            {"note": StatementKind.NOTE},
        )
        return dict(rows.fetchall())

    def last_writers(self) -> dict[str, str]:
        """Return who last wrote in each cell: cell id -> analyst id."""
        rows = self._connection.execute(
            """
            select entity, json_extract(head, '$.a'), max(json_extract(head, '$.l'))
            from change
            where json_extract(head, '$.t') = 'cell'
            group by entity
            """
        )
        return {entity: analyst_id for entity, analyst_id, _ in rows}

    def last_cell_of(self, analyst_id: str) -> str:
        """Return the id of the cell that an analyst wrote in last, or empty text."""
        row = self._connection.execute(
            """
            select entity from change
            where json_extract(head, '$.t') = 'cell' and json_extract(head, '$.a') = :analyst
            order by n desc
            limit 1
            """,
            {"analyst": analyst_id},
        ).fetchone()
        return row[0] if row else ""

    def moved_passages(self) -> list[LostPassage]:
        """Return the extracts of which a stretch does not hold its words where they stood, in no order.

        Some of them can be found again: see `text/anchors.py`.
        """
        rows = self._connection.execute(
            f"""
            select distinct extract.id, extract.interview_id
            from (select id, interview_id, anchors from extract where {visible_clause(REGISTRY["extract"])}) as extract,
              json_each(extract.anchors) as anchor
            left join paragraph on paragraph.id = json_extract(anchor.value, '$.paragraph_id')
            where substr(
                    paragraph.text,
                    json_extract(anchor.value, '$.start') + 1,
                    json_extract(anchor.value, '$.end') - json_extract(anchor.value, '$.start')
                  ) is not json_extract(anchor.value, '$.exact')
            """
        )
        return [LostPassage(*row) for row in rows]

    def extracts_of_transcripts(self) -> set[str]:
        """Return the ids of the extracts all of whose words stand in transcripts."""
        rows = self._connection.execute(
            """
            select extract.id
            from extract, json_each(extract.anchors) as anchor
            left join paragraph on paragraph.id = json_extract(anchor.value, '$.paragraph_id')
            left join document on document.id = paragraph.document_id
            group by extract.id
            having min(coalesce(document.kind, '') = 'transcript')
            """
        )
        return {row[0] for row in rows}

    def interviews_with_notes(self) -> set[str]:
        """Return the ids of the interviews that have a document which is not empty."""
        rows = self._connection.execute(
            f"""
            select distinct interview_id from document
            where {visible_clause(REGISTRY["document"])}
              and exists (select 1 from paragraph where paragraph.document_id = document.id and text <> '')
            """
        )
        return {row[0] for row in rows}


@contextmanager
def looking(path: Path) -> Iterator[Overview]:
    """Give an overview of a project file on a connection of its own, in any thread.

    Each question is answered as the file stands when it is asked, so that a commit waits for one of them at most.
    Raise ProjectFileError where the file is no longer there, or cannot be read: a slow disk may still be writing.
    """
    try:
        found = connect_for_reading(path)
    except sqlite3.Error as error:
        raise ProjectFileError(f"{path.name} is no longer where it was when it was opened.") from error
    try:
        with closing(found) as connection:
            if is_older(connection):
                with closing(migrated_copy(connection)) as copy:
                    yield Overview(copy)
                return
            yield Overview(connection)
    except sqlite3.Error as error:
        raise ProjectFileError(f"{path.name} could not be read just now: {error}. Nothing was changed.") from error
