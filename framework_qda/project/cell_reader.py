"""Questions about the cells of matrices of any size: a few at a time, how long they are, which are as somebody seeks.

Cells that are sought are given by their row numbers in the table: of a million cells these take little room, and
sets of them are quickly brought together.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from framework_qda.model import Cell
from framework_qda.project.ids import cell_id
from framework_qda.project.record_reader import RecordReader
from framework_qda.project.registry import canonical

Place = tuple[str, str]
"""A cell by the ids of its interview and of its sub-topic."""

_RESTING = """
    select 1 from evidence
    where evidence.cell_id = cell.id and evidence.extract_id not in (select id from extract where gone = 1)
"""
_STARRED = """
    cell.id in (
        select cell_id from evidence
        where extract_id in (select id from extract where is_starred = 1 and gone <> 1)
    )
"""
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

    # -- cells that are as somebody seeks, by their numbers

    def cells_in_states(self, subtopic_ids: Collection[str], states: Iterable[str]) -> set[int]:
        """Find the written cells of some columns in one of some states."""
        where = "state in (select value from json_each(:states))"
        return self._find(where, subtopic_ids, {"states": canonical(list(states))})

    def cells_with_words(
        self, subtopic_ids: Collection[str], matches: Callable[[str], bool], fragment: str = ""
    ) -> set[int]:
        """Find the cells of some columns that have a statement whose words match.

        Every match in plain English letters must have the `fragment`, letters and figures in any case: most texts
        are then passed over without a look. Texts with other letters are always looked at.
        """
        where, values = self._of_columns(subtopic_ids)
        rows = self._connection.execute(
            f"""
            select cell.n, statement.text from statement cross join cell on cell.id = statement.cell_id
            where (statement.text like :fragment or length(statement.text) <> length(cast(statement.text as blob)))
                and {where}
            """,
            {**values, "fragment": f"%{fragment}%"},
        )
        return {number for number, text in rows if matches(text)}

    def cells_with_evidence(self, subtopic_ids: Collection[str], *, is_starred: bool = False) -> set[int]:
        """Find the cells of some columns that rest on a passage, or on a starred one."""
        return self._find(_STARRED if is_starred else f"exists ({_RESTING})", subtopic_ids)

    def cells_without_evidence(self, subtopic_ids: Collection[str]) -> set[int]:
        """Find the cells of some columns that have words and rest on no passage."""
        where = f"content is not null and content <> '[]' and not exists ({_RESTING})"
        return self._find(where, subtopic_ids)

    def cells_deviant(self, subtopic_ids: Collection[str]) -> set[int]:
        """Find the cells of some columns that are kept in view as deviant."""
        return self._find("is_deviant = 1", subtopic_ids)

    def cells_with_marks(self, subtopic_ids: Iterable[str]) -> list[Cell]:
        """Return the cells of some columns in which anything is noted of a statement."""
        # Marks that are not there are not written: very few cells have any.
        where = "subtopic_id in (select value from json_each(:ids)) and content like '%\"marks\":%'"
        return self._select(Cell, where, {"ids": canonical(list(subtopic_ids))})

    def cells_among(self, subtopic_ids: Collection[str], cell_ids: Iterable[str]) -> set[int]:
        """Find those of some cells that stand in some columns."""
        where = "id in (select value from json_each(:ids))"
        return self._find(where, subtopic_ids, {"ids": canonical(list(cell_ids))})

    def cell_ids_of(self, subtopic_ids: Collection[str]) -> list[str]:
        """Return the ids of the written cells of some columns."""
        where, values = self._of_columns(subtopic_ids)
        rows = self._connection.execute(f"select id from cell where {where}", values)
        return [record_id for (record_id,) in rows]

    def interviews_of_cells(self, numbers: Iterable[int]) -> set[str]:
        """Return the interviews that some cells belong to."""
        rows = self._connection.execute(
            "select distinct interview_id from cell where n in (select value from json_each(:numbers))",
            {"numbers": canonical(list(numbers))},
        )
        return {interview_id for (interview_id,) in rows}

    def interviews_in_full(self, subtopic_ids: Collection[str]) -> set[str]:
        """Return the interviews that have a written cell in every one of some columns."""
        where, values = self._of_columns(subtopic_ids)
        rows = self._connection.execute(
            f"select interview_id from cell where {where} group by interview_id having count(*) = :all",
            {**values, "all": len(subtopic_ids)},
        )
        return {interview_id for (interview_id,) in rows}

    def _find(self, where: str, subtopic_ids: Collection[str], values: Mapping[str, object] | None = None) -> set[int]:
        within, known = self._of_columns(subtopic_ids)
        rows = self._connection.execute(f"select n from cell where {within} and {where}", {**known, **(values or {})})
        return {number for (number,) in rows}

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
