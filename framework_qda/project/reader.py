"""All questions that views, readings and exports ask of a project; answers are frozen records.

What is deleted, and what belongs to something deleted, is left out; what is contested is shown.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from framework_qda.model import (
    Action,
    CaseStudy,
    Cell,
    CellState,
    Comment,
    Record,
    Revision,
    Statement,
    StatementKind,
    Synthesis,
    Verdict,
)
from framework_qda.project import journal_tables as tables
from framework_qda.project.cell_reader import CellReader
from framework_qda.project.definitions import definition_when_written
from framework_qda.project.entry import Entry
from framework_qda.project.evidence_reader import EvidenceReader
from framework_qda.project.fold import heads
from framework_qda.project.history import texts_ever
from framework_qda.project.ids import cell_id, derived_id, synthesis_id
from framework_qda.project.journal import action_of
from framework_qda.project.registry import REGISTRY, TypeSpec, canonical, type_name


class Reader(CellReader, EvidenceReader):
    """Read a project through one connection, in the thread that made it."""

    # -- what is charted

    def cell(self, interview_id: str, subtopic_id: str) -> Cell:
        """Return a cell; one that nobody has written in is empty and not yet charted."""
        record_id = cell_id(interview_id, subtopic_id)
        return self.get(Cell, record_id) or Cell(id=record_id, interview_id=interview_id, subtopic_id=subtopic_id)

    def cells(self, cell_ids: Iterable[str]) -> list[Cell]:
        """Return the written and visible ones among some cells."""
        return self._select(Cell, "id in (select value from json_each(:ids))", {"ids": canonical(list(cell_ids))})

    def cells_of_interview(self, interview_id: str) -> dict[str, Cell]:
        """Return the written cells of an interview: sub-topic id -> cell."""
        found = self._select(Cell, "interview_id = :id", {"id": interview_id})
        return {cell.subtopic_id: cell for cell in found}

    def states_of_interview(self, interview_id: str) -> dict[str, str]:
        """Return the states of the written cells of an interview, not their words: sub-topic id -> state.

        Sub-topics that are gone are not left out: this is asked of thousands of interviews on end.
        """
        query = "select subtopic_id, state from cell where interview_id = :id and gone <> 1"
        rows = self._connection.execute(query, {"id": interview_id})
        return {subtopic_id: state or CellState.NOT_CHARTED for subtopic_id, state in rows}

    def cells_of_subtopics(self, subtopic_ids: Iterable[str]) -> list[Cell]:
        """Return the written cells of some columns, all interviews."""
        where = "subtopic_id in (select value from json_each(:ids))"
        return self._select(Cell, where, {"ids": canonical(list(subtopic_ids))})

    def revision_ids(self, subtopic_id: str) -> tuple[str, ...]:
        """Return the ids of the revisions of a sub-topic, oldest first."""
        return tuple(each.id for each in self.revisions(subtopic_id))

    def revisions(self, subtopic_id: str) -> list[Revision]:
        """Return the revisions of a sub-topic, oldest first."""
        return self._select(Revision, "subtopic_id = :id", {"id": subtopic_id})

    def definition_when_written(self, cell: Cell, revision_ids: Iterable[str]) -> str:
        """Return the definition under which a cell was last written before the first of some revisions."""
        return definition_when_written(self._connection, cell.id, cell.subtopic_id, revision_ids)

    def verdicts(self, case_study_id: str) -> dict[str, Verdict]:
        """Return the verdicts on a case study: sub-topic id -> verdict."""
        found = self._select(Verdict, "case_study_id = :id", {"id": case_study_id})
        return {each.subtopic_id: each for each in found}

    def synthesis(self, subject_type: str, subject_id: str) -> Synthesis:
        """Return what is concluded from a case study or a sub-topic; empty where nobody has written anything.

        The synopsis that a case study has from the first format of the project file stands in for one.
        """
        record_id = synthesis_id(subject_id)
        found = self.get(Synthesis, record_id)
        if found is None:
            case_study = self.get(CaseStudy, subject_id) if subject_type == "case_study" else None
            lines = [line.strip() for line in case_study.synopsis.splitlines()] if case_study else []
            content = tuple(
                Statement(derived_id(record_id, place), StatementKind.SUMMARY, line)
                for place, line in enumerate(lines)
                if line
            )
            return Synthesis(id=record_id, subject_id=subject_id, subject_type=subject_type, content=content)
        return found

    def cells_of_statements(self, statement_ids: Iterable[str]) -> dict[str, str]:
        """Return the cell in which each of some statements stands: statement id -> cell id."""
        # The plus: only what is found is put in order. Else all statements are walked through by the index of cells.
        rows = self._connection.execute(
            "select id, cell_id from statement where id in (select value from json_each(:ids)) order by +cell_id desc",
            {"ids": canonical(list(statement_ids))},
        )
        return dict(rows.fetchall())

    # -- what was

    def texts_ever(self, record_type: type[Record], field: str) -> dict[str, tuple[str, ...]]:
        """Return what a field of records ever said, of deleted ones too: id -> texts, the oldest first."""
        return texts_ever(self._connection, type_name(record_type), field)

    # -- what colleagues say of it

    def comments(self, subject_id: str) -> list[Comment]:
        """Return the remarks on a record, each followed by its replies."""
        found = self._select(Comment, "subject_id = :id", {"id": subject_id})
        places = {each.id: place for place, each in enumerate(found)}
        return sorted(found, key=lambda each: (places.get(each.reply_to or "", places[each.id]), places[each.id]))

    def open_comments(self) -> list[Comment]:
        """Return the remarks that nobody has settled yet, oldest first; their replies come with `comments()`.

        A reply whose remark was deleted apart from it is a remark of its own.
        """
        return _open_among(self.all(Comment))

    def open_comments_in(self, interview_id: str) -> list[Comment]:
        """Return the remarks that nobody has settled yet on cells and extracts of an interview, oldest first."""
        return _open_among(
            self._select(
                Comment,
                """
                subject_id in (
                    select id from cell where interview_id = :id
                    union all
                    select id from extract where interview_id = :id
                )
                """,
                {"id": interview_id},
            )
        )

    # -- about the records themselves

    def conflicts(self, record_id: str | None = None) -> dict[str, dict[str, tuple[Any, ...]]]:
        """Return the fields with several values: record id -> field -> the values, the shown one first."""
        where = "" if record_id is None else "where entity = :id"
        rows = self._connection.execute(f"select entity, type, field, heads from conflict {where}", {"id": record_id})
        found: dict[str, dict[str, tuple[Any, ...]]] = {}
        for entity, name, field, _ in rows.fetchall():
            entries = tables.folded_entries(self._connection, name, entity)
            values = _differing_values(REGISTRY[name], entity, field, entries)
            found.setdefault(entity, {})[field] = values
        return found

    def conflicted_ids(self) -> set[str]:
        """Return the ids of the records that have a field with several values."""
        return {row[0] for row in self._connection.execute("select distinct entity from conflict")}

    def last_analysts(self, record_ids: Iterable[str]) -> dict[str, str]:
        """Return who last wrote in each of some records: record id -> analyst id."""
        rows = self._connection.execute(
            """
            select entity, json_extract(head, '$.a')
            from change
            where entity in (select value from json_each(:ids))
            order by json_extract(head, '$.l'), id
            """,
            {"ids": canonical(list(record_ids))},
        )
        return dict(rows.fetchall())

    def last_change(self, record_id: str) -> Action | None:
        """Return the action that last wrote in a record, or `None`."""
        entries = tables.entries_of_entity(self._connection, record_id)
        return action_of(max(entries, key=lambda entry: entry.rank)) if entries else None


def _differing_values(spec: TypeSpec, entity: str, field: str, entries: list[Entry]) -> tuple[Any, ...]:
    values: dict[str, Any] = {}
    for entry in heads(entries, entity, field):
        is_known, value = entry.value_of(entity, field)
        if is_known:
            values.setdefault(canonical(value), spec.value(field, value))
    return tuple(values.values())


def _open_among(comments: Sequence[Comment]) -> list[Comment]:
    known = {each.id for each in comments}
    remarks = [each for each in comments if each.reply_to not in known and not each.is_resolved]
    return sorted(remarks, key=lambda each: (each.written_at, each.id))
