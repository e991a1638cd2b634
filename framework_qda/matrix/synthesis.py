"""A synthesis as plain data: its statements, and the cells that they rest on by their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework_qda.matrix.grid import STATE_WORDS
from framework_qda.matrix.outline import framework_outline
from framework_qda.model import NO_MARKS, CaseStudy, Interview, Marks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from framework_qda.matrix.grid import GridColumn
    from framework_qda.model import Cell, Statement
    from framework_qda.project.reader import Reader

CASE_STUDY, SUBTOPIC = "case_study", "subtopic"
"""The types of what a synthesis is of."""
LONGEST = 1_200
"""Letters of a cell that a link shows of it."""


@dataclass(frozen=True, slots=True)
class CellLink:
    """What a statement of a synthesis rests on: a cell, or one statement in it; `text` has the words.

    `label` is as short as its synthesis allows: `I09 2.3`, in a case study of one interview `2.3`, in the column's own
    synthesis `I09`. Of one that is lost the cell is not known.
    """

    target_id: str
    label: str
    text: str
    interview_id: str = ""
    subtopic_id: str = ""
    statement_id: str = ""

    @property
    def is_lost(self) -> bool:
        """Whether nothing stands there any more."""
        return not self.interview_id

    @property
    def is_starred(self) -> bool:
        """Whether it is marked for quotation, which a cell never is."""
        return False

    @property
    def remark(self) -> str:
        """What is to be said of the link in words; empty while it leads somewhere."""
        return "what this rested on is no longer there" if self.is_lost else ""


@dataclass(frozen=True, slots=True)
class SynthesisStatement:
    """One statement of a synthesis with its links resolved."""

    id: str
    kind: str
    text: str
    evidence: tuple[CellLink, ...] = ()
    marks: Marks = NO_MARKS


@dataclass(frozen=True, slots=True)
class SynthesisReading:
    """What is concluded of a case study or a sub-topic. `heading` says of which: `Synopsis of Area 4`."""

    subject_type: str
    subject_id: str
    heading: str
    statements: tuple[SynthesisStatement, ...] = ()


def read_synthesis(reader: Reader, subject_type: str, subject_id: str) -> SynthesisReading:
    """Return what is concluded from a case study or a sub-topic; without statements where nobody has written any."""
    content = reader.synthesis(subject_type, subject_id).content
    statements = resolve_statements(reader, content, subject_type, subject_id)
    return SynthesisReading(subject_type, subject_id, _heading(reader, subject_type, subject_id), statements)


def resolve_statements(
    reader: Reader, statements: Iterable[Statement], subject_type: str, subject_id: str
) -> tuple[SynthesisStatement, ...]:
    """Return statements of the synthesis of a subject with their links."""
    found = tuple(statements)
    links = read_links(reader, {each for one in found for each in one.evidence}, subject_type, subject_id)
    return tuple(
        SynthesisStatement(one.id, one.kind, one.text, tuple(links[each] for each in one.evidence), one.marks)
        for one in found
    )


def read_links(
    reader: Reader, target_ids: Collection[str], subject_type: str = "", subject_id: str = ""
) -> dict[str, CellLink]:
    """Return the links to cells, or to statements in cells, by their ids; what is gone is lost.

    Their labels are those that they have in the synthesis of the subject.
    """
    return _links(reader, target_ids, _columns(reader), (subject_type, subject_id)) if target_ids else {}


def _columns(reader: Reader) -> dict[str, GridColumn]:
    return {column.subtopic_id: column for theme in framework_outline(reader) for column in theme.columns}


def _links(
    reader: Reader, target_ids: Collection[str], columns: Mapping[str, GridColumn], subject: tuple[str, str]
) -> dict[str, CellLink]:
    cell_ids = {each: each for each in target_ids} | reader.cells_of_statements(target_ids)
    cells = {cell.id: cell for cell in reader.cells(set(cell_ids.values()))}
    namer = _Namer(reader, columns, subject)
    lost = {each: CellLink(each, "?", "") for each in target_ids}
    return lost | {each: namer.link(each, cells[key]) for each, key in cell_ids.items() if key in cells}


class _Namer:
    """Name cells as shortly as the synthesis allows in which they are named."""

    def __init__(self, reader: Reader, columns: Mapping[str, GridColumn], subject: tuple[str, str]) -> None:
        self._reader = reader
        self._columns = columns
        self._codes: dict[str, str] = {}
        subject_type, subject_id = subject
        own = reader.interviews(subject_id) if subject_type == CASE_STUDY else []
        self._only_interview = own[0].id if len(own) == 1 else ""
        self._own_column = subject_id if subject_type == SUBTOPIC else ""

    def link(self, target_id: str, cell: Cell) -> CellLink:
        place = next((n for n, each in enumerate(cell.content, 1) if each.id == target_id), 0)
        words = [each.text for each in cell.content if not place or each.id == target_id]
        if not cell.content:
            words = [STATE_WORDS.get(cell.state, "")] if cell.id == target_id else []
        text = "\n".join(words)
        name = self._name(cell)
        return CellLink(
            target_id,
            f"{name} ({place})" if place and len(cell.content) > 1 else name,
            text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …",
            cell.interview_id,
            cell.subtopic_id,
            target_id if place else "",
        )

    def _name(self, cell: Cell) -> str:
        column = self._columns.get(cell.subtopic_id)
        number = column.number if column and cell.subtopic_id != self._own_column else ""
        code = self._code(cell.interview_id) if cell.interview_id != self._only_interview else ""
        return " ".join(part for part in (code, number) if part) or "?"

    def _code(self, interview_id: str) -> str:
        if interview_id not in self._codes:
            interview = self._reader.get(Interview, interview_id)
            self._codes[interview_id] = interview.code if interview else ""
        return self._codes[interview_id]


def _heading(reader: Reader, subject_type: str, subject_id: str) -> str:
    if subject_type == CASE_STUDY:
        case_study = reader.get(CaseStudy, subject_id)
        return f"Synopsis of {case_study.label}" if case_study and case_study.label else "Synopsis"
    column = _columns(reader).get(subject_id)
    return f"Synthesis of {column.number} {column.label}".strip() if column else "Synthesis"
