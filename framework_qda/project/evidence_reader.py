"""Questions about what statements rest on: extracts, their uses, quotations, and where their paragraphs stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from framework_qda.model import Cell, Document, Extract, Quotation, Record
from framework_qda.project.record_reader import RecordReader, visible_clause
from framework_qda.project.registry import canonical, spec_of

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class ParagraphPlace:
    """Where a paragraph stands. `document_number` counts the documents of the interview from 1."""

    interview_id: str
    document_id: str
    document_number: int
    number: int
    start_ms: int | None


class EvidenceReader(RecordReader):
    """Read extracts and quotations, and find what rests on them and where they stand."""

    def extracts(self, interview_id: str) -> list[Extract]:
        """Return the extracts made from an interview."""
        return self._select(Extract, "interview_id = :id", {"id": interview_id})

    def extracts_at(self, interview_id: str, paragraph_id: str) -> list[Extract]:
        """Return the extracts of an interview that have a part in one of its paragraphs."""
        where = "interview_id = :id and instr(anchors, :paragraph) > 0"
        return self._select(Extract, where, {"id": interview_id, "paragraph": paragraph_id})

    def extracts_by_id(self, extract_ids: Iterable[str]) -> dict[str, Extract]:
        """Return the visible ones among some extracts, by id."""
        where = "id in (select value from json_each(:ids))"
        return {each.id: each for each in self._select(Extract, where, {"ids": canonical(list(extract_ids))})}

    def uses(self, extract_id: str) -> list[tuple[str, str]]:
        """Return the (cell id, statement id) that rest on an extract, those of hidden cells left out."""
        rows = self._connection.execute(
            f"""
            select cell_id, statement_id from evidence
            where extract_id = :id and cell_id in (select id from cell where {visible_clause(spec_of(Cell))})
            order by cell_id, statement_id
            """,
            {"id": extract_id},
        )
        return list(rows)

    def extract_uses(self, interview_id: str) -> dict[str, int]:
        """Return how many statements rest on each extract of an interview, those of hidden cells left out."""
        rows = self._connection.execute(
            f"""
            select extract.id, count(evidence.statement_id)
            from extract left join evidence on evidence.extract_id = extract.id
              and evidence.cell_id in
                (select id from cell where interview_id = :id and {visible_clause(spec_of(Cell))})
            where extract.interview_id = :id
            group by extract.id
            """,
            {"id": interview_id},
        )
        return dict(rows.fetchall())

    def quotations(self) -> list[Quotation]:
        """Return the quotations in their order; one hides with the last of the extracts that it is made of."""
        found = self.all(Quotation)
        wanted = {quotation.id: {each.extract_id for each in quotation.segments} - {""} for quotation in found}
        visible = self.extracts_by_id(set().union(*wanted.values()))
        return [each for each in found if not wanted[each.id] or wanted[each.id] & visible.keys()]

    def paragraph_places(self, paragraph_ids: Iterable[str] | None = None) -> dict[str, ParagraphPlace]:
        """Return where paragraphs stand: those named, or all of the project; hidden ones are left out."""
        where = "" if paragraph_ids is None else "where id in (select value from json_each(:ids))"
        rows = self._connection.execute(
            f"select id, document_id, number, start_ms from paragraph {where}",
            {} if paragraph_ids is None else {"ids": canonical(list(paragraph_ids))},
        ).fetchall()
        documents = self.all(Document) if paragraph_ids is None else self._documents_beside({row[1] for row in rows})
        numbers = {
            document.id: (document.interview_id, place)
            for group in _grouped(documents, "interview_id").values()
            for place, document in enumerate(group, 1)
        }
        return {
            paragraph_id: ParagraphPlace(numbers[document_id][0], document_id, numbers[document_id][1], number, ms)
            for paragraph_id, document_id, number, ms in rows
            if document_id in numbers
        }

    def _documents_beside(self, document_ids: Iterable[str]) -> list[Document]:
        """Return some documents and the others of their interviews, from which their numbers follow."""
        where = """
            interview_id in (
                select interview_id from document where id in (select value from json_each(:ids))
            )
        """
        return self._select(Document, where, {"ids": canonical(list(document_ids))})

    def paragraph_texts(self, paragraph_ids: Iterable[str]) -> dict[str, str]:
        """Return the words of some paragraphs as they stand now, those of hidden ones too."""
        rows = self._connection.execute(
            "select id, text from paragraph where id in (select value from json_each(:ids))",
            {"ids": canonical(list(paragraph_ids))},
        )
        return dict(rows.fetchall())


def _grouped(records: Iterable[R], field: str) -> dict[str, list[R]]:
    groups: dict[str, list[R]] = {}
    for record in records:
        groups.setdefault(getattr(record, field), []).append(record)
    return groups
