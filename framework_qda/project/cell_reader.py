"""Questions about the cells of matrices of any size: a few at a time, how long they are, which are as sought."""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from framework_qda.model import Cell
from framework_qda.project.cell_conditions import CellCondition, interviews_with_cell
from framework_qda.project.ids import cell_id
from framework_qda.project.record_reader import RecordReader
from framework_qda.project.registry import canonical
from framework_qda.project.since import Hands, hands_in

Place = tuple[str, str]
"""A cell by the ids of its interview and of its sub-topic."""

_SCANNED = 4
"""If the columns asked about are more than one in so many, the table is read through: an index would only slow it."""


class TextSize(NamedTuple):
    """How much stands in a cell: statements, their letters, and references."""

    statements: int
    letters: int
    references: int


class CellReader(RecordReader):
    """Read cells by their places, and find those that are as a filter asks."""

    # -- some cells

    def hands(self, cell_ids: Iterable[str]) -> dict[str, Hands]:
        """Return who charted some cells, and who gave them their states last: cell id -> hands."""
        return hands_in(self._connection, list(cell_ids))

    def cells_at(self, places: Iterable[Place]) -> list[Cell]:
        """Return the written ones among cells of interviews and sub-topics that are known to be visible."""
        ids = canonical([cell_id(*place) for place in places])
        return self._select(Cell, "id in (select value from json_each(:ids))", {"ids": ids}, are_owners_visible=True)

    def cell_places(self, cell_ids: Iterable[str]) -> dict[str, Place]:
        """Return where cells stand, those that are gone too: cell id -> place."""
        rows = self._connection.execute(
            "select id, interview_id, subtopic_id from cell where id in (select value from json_each(:ids))",
            {"ids": canonical(list(cell_ids))},
        )
        return {record_id: (interview_id, subtopic_id) for record_id, interview_id, subtopic_id in rows}

    def text_sizes(self, interview_ids: Iterable[str], subtopic_ids: Iterable[str]) -> dict[Place, TextSize]:
        """Return how much stands in those cells of some rows and columns that have words; no record is made of them."""
        columns = frozenset(subtopic_ids)
        # A row is read whole by its interview: ten times as fast as to join its statements.
        rows = self._connection.execute(
            """
            select interview_id, subtopic_id, content from cell
            where interview_id in (select value from json_each(:ids)) and gone <> 1 and content is not null
            """,
            {"ids": canonical(list(interview_ids))},
        )
        return {
            (interview_id, subtopic_id): _text_size(content)
            for interview_id, subtopic_id, content in rows
            if subtopic_id in columns and content != "[]"
        }

    # -- figures

    def count_states(
        self, subtopic_ids: Collection[str], interview_ids: Collection[str] | None = None
    ) -> dict[str, int]:
        """Return how many written cells of some columns, and of some rows, are in each state."""
        where, values = self._of_columns(subtopic_ids)
        if interview_ids is not None:
            where += " and interview_id in (select value from json_each(:interviews))"
            values["interviews"] = canonical(list(interview_ids))
        rows = self._connection.execute(f"select state, count(*) from cell where {where} group by state", values)
        return dict(rows.fetchall())

    def count_words(self, subtopic_id: str, interview_ids: Collection[str]) -> int:
        """Return how many words the cells of a column have in some rows."""
        rows = self._connection.execute(
            """
            select statement.text from cell join statement on statement.cell_id = cell.id
            where cell.subtopic_id = :subtopic and cell.gone <> 1
                and cell.interview_id in (select value from json_each(:interviews))
            """,
            {"subtopic": subtopic_id, "interviews": canonical(list(interview_ids))},
        )
        return sum(len(text.split()) for (text,) in rows)

    # -- cells that are as somebody seeks

    def interviews_with_cell(
        self, interview_ids: Collection[str], subtopic_ids: Collection[str], conditions: Sequence[CellCondition]
    ) -> set[str]:
        """Return those of some interviews that have a written cell, in some columns, which meets all conditions."""
        return interviews_with_cell(self._connection, interview_ids, subtopic_ids, conditions)

    def cells_with_marks(self, subtopic_ids: Collection[str]) -> list[Cell]:
        """Return the cells of some columns in which anything is noted of a statement."""
        where, values = self._of_columns(subtopic_ids)
        # Marks that are not there are not written: very few cells have any.
        rows = self._connection.execute(f"select id from cell where {where} and content glob '*marks\":*'", values)
        ids = [record_id for (record_id,) in rows]
        return self._select(Cell, "id in (select value from json_each(:ids))", {"ids": canonical(ids)})

    def interviews_in_full(self, interview_ids: Collection[str], subtopic_ids: Collection[str]) -> set[str]:
        """Return those of some interviews that have a written cell in every one of some columns."""
        rows = self._connection.execute(
            """
            select interview_id from cell
            where interview_id in (select value from json_each(:interviews)) and gone <> 1
                and +subtopic_id in (select value from json_each(:subtopics))
            group by interview_id having count(*) = :all
            """,
            {
                "interviews": canonical(list(interview_ids)),
                "subtopics": canonical(list(subtopic_ids)),
                "all": len(subtopic_ids),
            },
        )
        return {interview_id for (interview_id,) in rows}

    def _of_columns(self, subtopic_ids: Collection[str]) -> tuple[str, dict[str, object]]:
        """Return the condition that a cell stands in some columns, with its values."""
        total = self._connection.execute("select count(*) from subtopic").fetchone()[0]
        column = "+cell.subtopic_id" if len(subtopic_ids) * _SCANNED > total else "cell.subtopic_id"
        where = f"cell.gone <> 1 and {column} in (select value from json_each(:subtopics))"
        return where, {"subtopics": canonical(list(subtopic_ids))}


def _text_size(content: str) -> TextSize:
    statements = json.loads(content)
    letters = sum(len(each.get("text", "")) for each in statements)
    return TextSize(len(statements), letters, sum(len(each.get("evidence", ())) for each in statements))
