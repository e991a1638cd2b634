"""What charting writes: cells, extracts and the references between them, as writes of one action.

Each function looks at what stands now and returns the writes; `Project` makes the action of them.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace

from framework_qda.errors import RefusedError
from framework_qda.model import EMPTY_REASONS, Anchor, Cell, CellState, Extract, ExtractStage, Paragraph, Statement
from framework_qda.project.ids import Entropy, new_id
from framework_qda.project.reader import Reader
from framework_qda.project.records import owners_of
from framework_qda.project.registry import Json, canonical, encode
from framework_qda.project.wording import cell_name
from framework_qda.project.writes import Write, assignment, cell_assignment, creation, deletion, undeletion


def cell_writes(
    cell: Cell, statements: Sequence[Statement] | None, state: str | None, revision_ids: Iterable[str] = ()
) -> list[Write]:
    """Return what brings a cell to these statements and this state; nothing where it stands so already.

    Without a state the cell's follows its words: words in a cell not yet charted, or empty for a reason,
    mean that it is in progress; a cell that loses its last word is not yet charted again; one that was reviewed is
    charted, for nobody has read its new words. A cell that is begun, or
    whose state somebody chooses, has been charted under the `revision_ids` of its sub-topic.
    """
    content = cell.content if statements is None else tuple(statements)
    wanted = state or state_after(cell.state, cell.content, content)
    values: dict[str, Json] = {}
    if content != cell.content:
        values["content"] = encode(content)
    if wanted != cell.state:
        values["state"] = str(wanted)
    if (values and not is_begun(cell)) or state in SETTLING:
        values |= {f"settled/{each}": True for each in revision_ids if each not in cell.settled}
    return [cell_assignment(cell.interview_id, cell.subtopic_id, values)] if values else []


WORDS_ONLY = (CellState.CHARTED, CellState.REVIEWED)
"""The states that say of a cell's words that they are done."""


def refuse_state(reader: Reader, cells: Sequence[Cell], state: str) -> None:
    """Raise RefusedError where cells with words were said to be empty, or such without any to be charted."""
    if state in EMPTY_REASONS:
        filled = [cell for cell in cells if cell.content]
        _refuse(reader, filled, "words: a reason for being empty is for a cell without any")
    elif state in WORDS_ONLY:
        empty = [cell for cell in cells if not cell.content]
        _refuse(reader, empty, "no words: only a cell with words is charted, a reason says why one is empty")


def _refuse(reader: Reader, cells: Sequence[Cell], why: str) -> None:
    if cells:
        place, more = cell_name(reader, cells[0]), len(cells) - 1
        which = f"{place} and {more:,} more hold" if more else f"{place} holds"
        raise RefusedError(f"{which} {why}. Nothing was changed.")


def _essence(content: Sequence[Statement]) -> list[tuple[str, str, frozenset[str]]]:
    """Return what a reviewer has read of a cell: words and what they rest on, not what is noted beside them."""
    return [(each.kind, each.text, frozenset(each.evidence)) for each in content]


def is_begun(cell: Cell) -> bool:
    """Say whether somebody has charted the cell, or said why it is empty."""
    return bool(cell.content) or cell.state != CellState.NOT_CHARTED


SETTLING = (CellState.CHARTED, CellState.REVIEWED, *EMPTY_REASONS)
"""The states that, chosen by somebody, say that the cell fits its sub-topic as it is defined now."""


def settling_writes(reader: Reader, cells: Iterable[Cell]) -> list[Write]:
    """Return what says of cells that they have been looked at under every revision of their sub-topics."""
    writes = []
    for cell in cells:
        missing = [each for each in reader.revision_ids(cell.subtopic_id) if each not in cell.settled]
        if missing and is_begun(cell):
            values = {f"settled/{each}": True for each in missing}
            writes.append(cell_assignment(cell.interview_id, cell.subtopic_id, values))
    return writes


def state_after(state: str, before: Sequence[Statement], content: Sequence[Statement]) -> str:
    """Return the state that follows where the statements of a cell become others and nobody chooses a state."""
    has_words = bool(content)
    if has_words and state in (CellState.NOT_CHARTED, *EMPTY_REASONS):
        return CellState.IN_PROGRESS
    if not has_words and state not in EMPTY_REASONS:
        return CellState.NOT_CHARTED
    if state == CellState.REVIEWED and _essence(content) != _essence(before):
        return CellState.CHARTED
    return state


def link_writes(
    reader: Reader, cell: Cell, statements: Sequence[Statement], statement_id: str, extract: Extract
) -> list[Write]:
    """Return what makes an extract, unless it is there already, and rests a statement on it."""
    if statement_id not in {statement.id for statement in statements}:
        raise RefusedError("The passage was not linked: its statement is no longer in the cell.")
    linked = tuple(
        with_evidence(statement, extract.id) if statement.id == statement_id else statement for statement in statements
    )
    made = [] if reader.get(Extract, extract.id) else [extract_creation(extract)]
    return [*made, *cell_writes(cell, linked, None, reader.revision_ids(cell.subtopic_id))]


def with_evidence(statement: Statement, extract_id: str) -> Statement:
    """Return the statement resting on an extract too."""
    if extract_id in statement.evidence:
        return statement
    return replace(statement, evidence=(*statement.evidence, extract_id))


def without_evidence(content: Iterable[Statement], statement_id: str, extract_id: str) -> tuple[Statement, ...]:
    """Return statements, one of them without an extract; gone where that was all that it had."""
    changed = (
        replace(each, evidence=tuple(ref for ref in each.evidence if ref != extract_id))
        if each.id == statement_id
        else each
        for each in content
    )
    return tuple(each for each in changed if each.id != statement_id or each.text.strip() or each.evidence)


def extract_creation(extract: Extract) -> Write:
    """Make an extract."""
    return creation(
        "extract",
        extract.id,
        {
            "anchors": encode(extract.anchors),
            "text": extract.text,
            "start_ms": extract.start_ms,
            "end_ms": extract.end_ms,
            "stage": str(extract.stage),
            "is_starred": extract.is_starred,
        },
        (extract.interview_id,),
    )


def extract_at(reader: Reader, interview_id: str, anchors: Sequence[Anchor], entropy: Entropy) -> Extract:
    """Return the extract of this very passage: the one that stands there, or a new one.

    Its time is that of the first paragraph, or of the nearest one before it that has a time.
    """
    places = [(anchor.paragraph_id, anchor.start, anchor.end) for anchor in anchors]
    for extract in reader.extracts_at(interview_id, anchors[0].paragraph_id):
        if [(anchor.paragraph_id, anchor.start, anchor.end) for anchor in extract.anchors] == places:
            return extract
    return Extract(
        id=new_id(entropy),
        interview_id=interview_id,
        anchors=tuple(anchors),
        text="\n".join(anchor.exact for anchor in anchors),
        start_ms=_time_of(reader, anchors[0].paragraph_id),
        stage=ExtractStage.MARKED,
    )


def _time_of(reader: Reader, paragraph_id: str) -> int | None:
    paragraph = reader.get(Paragraph, paragraph_id)
    if paragraph is None:
        raise RefusedError("The passage was not linked: its paragraph is no longer in the notes.")
    return paragraph.start_ms


def evidence_writes(
    connection: sqlite3.Connection, reader: Reader, cell: Cell, statements: Sequence[Statement]
) -> list[Write]:
    """Return what becomes of extracts when a cell keeps only these statements.

    Those that lose their last use are deleted; a starred one stays, for it was marked for its own sake, and so
    does one that a quotation is made of. One that was deleted so and is pasted elsewhere, or typed back, is brought
    back.
    """
    before = {extract_id for statement in cell.content for extract_id in statement.evidence}
    after = {extract_id for statement in statements for extract_id in statement.evidence}
    lost = reader.extracts_by_id(before - after - _quoted(reader) if before - after else ()).values()
    orphans = [
        deletion("extract", extract.id, owners_of(extract))
        for extract in lost
        if not extract.is_starred and not _is_used_elsewhere(connection, extract.id, cell.id)
    ]
    return [*orphans, *_revivals(connection, after - before)]


def _quoted(reader: Reader) -> set[str]:
    return {segment.extract_id for quotation in reader.quotations() for segment in quotation.segments}


def _revivals(connection: sqlite3.Connection, extract_ids: Iterable[str]) -> list[Write]:
    rows = connection.execute(
        "select id, interview_id from extract where gone = 1 and id in (select value from json_each(:ids))",
        {"ids": canonical(sorted(extract_ids))},
    )
    return [undeletion("extract", extract_id, (interview_id,)) for extract_id, interview_id in rows.fetchall()]


def _is_used_elsewhere(connection: sqlite3.Connection, extract_id: str, cell_id: str) -> bool:
    row = connection.execute(
        "select 1 from evidence where extract_id = :extract and cell_id <> :cell",
        {"extract": extract_id, "cell": cell_id},
    )
    return row.fetchone() is not None


def star_write(extract: Extract, *, is_starred: bool) -> Write:
    """Mark an extract for quotation, or no longer."""
    return assignment("extract", extract.id, {"is_starred": is_starred}, (extract.interview_id,))
