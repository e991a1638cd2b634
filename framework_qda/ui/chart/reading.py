"""What the Chart desk reads from a project, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework_qda.matrix.build import evidence_refs
from framework_qda.matrix.grid import GridCell, GridStatement
from framework_qda.matrix.reshaping import redefined_since, stale_revisions
from framework_qda.matrix.staleness import is_stale
from framework_qda.model import Analyst, CaseStudy, CellState, Interview, Statement
from framework_qda.project.history import HistoryEntry, origin_of
from framework_qda.project.wording import analyst_name
from framework_qda.text.anchors import Found, find_anchor
from framework_qda.ui.cell_place import CellPlace
from framework_qda.ui.chart.notes_text import NotesLine, Passage
from framework_qda.ui.widgets.chip import lost_reference
from framework_qda.ui.words import time_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from framework_qda.matrix.grid import EvidenceRef, GridRow
    from framework_qda.model import Action, Extract, Revision
    from framework_qda.project import Project
    from framework_qda.project.reader import Reader
    from framework_qda.text.anchors import Place
    from framework_qda.ui.chart.walk import Walk


@dataclass(frozen=True, slots=True)
class DocumentNotes:
    """One document of an interview with its paragraphs."""

    document_id: str
    title: str
    lines: tuple[NotesLine, ...]


@dataclass(frozen=True, slots=True)
class CellPast:
    """How often a cell was written, by whom last, and what became of its acceptance, in words."""

    versions: int
    last: str
    acceptance: str = ""


def read_cell(reader: Reader, interview_id: str, subtopic_id: str) -> GridCell:
    """Return a cell with its references; one whose extract is gone stays, as lost."""
    cell = reader.cell(interview_id, subtopic_id)
    return GridCell(
        cell_id=cell.id,
        interview_id=interview_id,
        subtopic_id=subtopic_id,
        state=cell.state,
        statements=resolve(reader, cell.content),
        is_conflicted=bool(reader.conflicts(cell.id)),
        is_stale=is_stale(cell, reader.revision_ids(subtopic_id)),
    )


def resolve(reader: Reader, statements: Iterable[Statement]) -> tuple[GridStatement, ...]:
    """Return statements with their references; one whose extract is gone stays, as lost."""
    found = tuple(statements)
    refs = references(reader, {extract_id for statement in found for extract_id in statement.evidence})
    return tuple(
        GridStatement(one.id, one.kind, one.text, tuple(refs[extract_id] for extract_id in one.evidence), one.marks)
        for one in found
    )


def references(reader: Reader, extract_ids: Collection[str]) -> dict[str, EvidenceRef]:
    """Return a reference for each extract, a lost one for those that are gone."""
    known = evidence_refs(reader, reader.extracts_by_id(extract_ids).values()) if extract_ids else {}
    return {extract_id: known.get(extract_id) or lost_reference(extract_id) for extract_id in extract_ids}


def reference_labels(reader: Reader, *contents: Sequence[Statement]) -> dict[str, str]:
    """Return the labels of what statements rest on (`¶14`); extracts that are gone have none."""
    used = {extract_id for content in contents for statement in content for extract_id in statement.evidence}
    known = reader.extracts_by_id(used) if used else {}
    return {extract_id: ref.label for extract_id, ref in evidence_refs(reader, known.values()).items()}


def read_documents(reader: Reader, interview_id: str) -> tuple[DocumentNotes, ...]:
    """Return the notes of an interview, document by document."""
    return tuple(
        DocumentNotes(
            document.id,
            document.title or document.file_name or f"Notes {place}",
            tuple(
                NotesLine(each.id, each.number or 0, each.text, each.speaker, each.start_ms)
                for each in reader.paragraphs(document.id)
            ),
        )
        for place, document in enumerate(reader.documents(interview_id), 1)
    )


def used_extracts(reader: Reader, interview_id: str, uses: Mapping[str, int]) -> list[Extract]:
    """Return the extracts of an interview that a statement rests on or that are starred."""
    return [each for each in reader.extracts(interview_id) if each.is_starred or uses.get(each.id)]


def place_passages(
    extracts: Iterable[Extract], lines: tuple[NotesLine, ...], here: Collection[str], uses: Mapping[str, int]
) -> tuple[Passage, ...]:
    """Return where extracts stand in a document, those only whose place is certain.

    `here` names those that the current cell rests on; `uses` counts the statements that rest on each.
    """
    numbers = {line.paragraph_id: number for number, line in enumerate(lines)}
    made = []
    for extract in extracts:
        places = _certain_places(extract, lines, numbers)
        made += [
            Passage(
                extract.id,
                number,
                place.start,
                place.end,
                is_here=extract.id in here,
                is_starred=extract.is_starred,
                uses=uses.get(extract.id, 0),
                is_last=(number, place) == places[-1],
            )
            for number, place in places
        ]
    return tuple(made)


def _certain_places(
    extract: Extract, lines: tuple[NotesLine, ...], numbers: Mapping[str, int]
) -> list[tuple[int, Place]]:
    """Return where an extract stands: lines by their numbers, and the places in them."""
    places = []
    for anchor in extract.anchors:
        number = numbers.get(anchor.paragraph_id)
        if number is None:
            continue
        # A certain place is always in the anchor's own paragraph.
        found = find_anchor(anchor, {anchor.paragraph_id: lines[number].text})
        if found.place is not None and found.is_certain:
            places.append((number, found.place))
    return places


def propose_place(extract: Extract, documents: Iterable[DocumentNotes]) -> Found | None:
    """Return the likeliest place of an extract whose words have changed, or `None`."""
    texts: Mapping[str, str] = {line.paragraph_id: line.text for notes in documents for line in notes.lines}
    for anchor in extract.anchors:
        found = find_anchor(anchor, texts)
        if found.place is not None:
            return found
    return None


def read_past(project: Project, cell_id: str) -> CellPast:
    """Return how often a cell was written, and by whom last."""
    entries = [entry for entry in project.history(cell_id) if {"content", "state"} & set(entry.values)]
    if not entries:
        return CellPast(0, "")
    return CellPast(len(entries), _who_and_when(project, entries[0].action), _acceptance(project, entries))


def _acceptance(project: Project, entries: Sequence[HistoryEntry]) -> str:
    """Say who accepted a cell and when; or, where its words have changed since, that they have. Newest entry first."""
    place = next((n for n, each in enumerate(entries) if each.values.get("state") == CellState.REVIEWED), None)
    if place is None:
        return ""
    accepting = origin_of(entries[place], "state", entries).action
    who = _who_and_when(project, accepting)
    if any("content" in each.values for each in entries[:place]):
        return f"changed since accepted by {who}"
    is_standing = not any("state" in each.values for each in entries[:place])
    writers = {each.action.analyst_id for each in entries if "content" in each.values}
    own = ", who charted it" if writers == {accepting.analyst_id} and _has_colleagues(project) else ""
    return f"accepted by {who}{own}" if is_standing else ""


def _has_colleagues(project: Project) -> bool:
    return len(project.read.all(Analyst)) > 1


def _who_and_when(project: Project, action: Action) -> str:
    analyst = project.read.get(Analyst, action.analyst_id)
    who = (analyst.initials or analyst.name) if analyst else ""
    return " ".join(part for part in (who, time_words(action.made_at)) if part)


def read_staleness(reader: Reader, place: CellPlace) -> tuple[list[str], tuple[str, str]]:
    """Return why a cell is to be looked at again, oldest first, and its sub-topic's definition then and now."""
    reasons = [_reason_words(reader, each) for each in stale_revisions(reader, *place)]
    return reasons, redefined_since(reader, *place) if reasons else ("", "")


def _reason_words(reader: Reader, revision: Revision) -> str:
    who = analyst_name(reader, revision.analyst_id) if revision.analyst_id else ""
    when = time_words(revision.written_at) if revision.written_at else ""
    by = ", ".join(part for part in (who, when) if part)
    return " · ".join(part for part in (revision.reason or "The sub-topic has changed", by) if part)


OPEN = (CellState.NOT_CHARTED, CellState.IN_PROGRESS, CellState.SENT_BACK)
"""The states in which a cell waits to be charted."""


def first_place(reader: Reader, walk: Walk) -> CellPlace | None:
    """Return where to begin: the first open cell of a row that has been begun, else the very first one."""
    if not walk.rows or not walk.columns:
        return None
    for row in walk.rows:
        states = reader.states_of_interview(row.interview_id)
        for column in walk.columns if states else ():
            if states.get(column.subtopic_id, CellState.NOT_CHARTED) in OPEN:
                return CellPlace(row.interview_id, column.subtopic_id)
    return CellPlace(walk.rows[0].interview_id, walk.columns[0].subtopic_id)


def row_words(row: GridRow) -> str:
    """Return the code of an interview with the roles of who spoke: `I09 Named Nurse`."""
    return " ".join(part for part in (row.code, ", ".join(row.roles)) if part) or "Interview without a code"


def chooser_words(reader: Reader, row: GridRow) -> str:
    """Return the name of an interview to choose it by: `I09 · Named Nurse, trust · Area 4`."""
    parts = place_words(reader, row).split(" · ")
    return " · ".join([*parts[1:], parts[0]] if parts[0] != row.code else parts)


def place_words(reader: Reader, row: GridRow) -> str:
    """Return where an interview belongs: `Area 4 · I09 · Named Nurse, trust`."""
    interview = reader.get(Interview, row.interview_id)
    case_study = reader.get(CaseStudy, interview.case_study_id) if interview else None
    who = ", ".join(part for part in (*row.roles, row.organisation_kind) if part)
    return " · ".join(part for part in (case_study.label if case_study else "", row.code, who) if part)
