"""What changes to the framework write: sub-topics placed, split and merged, statements moved from column to column.

Each function looks at what stands now and returns the writes; `Project` makes one action of them. What is charted
goes with its ids and its evidence: the history of a cell tells where its statements came from.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from framework_qda.errors import RefusedError
from framework_qda.model import (
    EMPTY_REASONS,
    Cell,
    CellState,
    Comment,
    Marks,
    Revision,
    Statement,
    Subtopic,
    Tag,
    Theme,
    Verdict,
)
from framework_qda.project.charting import cell_writes
from framework_qda.project.ids import Entropy
from framework_qda.project.order import keys_for_place
from framework_qda.project.reader import Reader
from framework_qda.project.records import changes_of, creation_of, owners_of
from framework_qda.project.reviewing import synthesis_write, verdict_writes
from framework_qda.project.writes import Write, deletion

_HOW_FAR = (CellState.SENT_BACK, CellState.IN_PROGRESS, CellState.CHARTED, CellState.REVIEWED)
"""States of cells with words; of two that become one, the one that stands first here holds for both."""


def revision_write(reader: Reader, revision: Revision, entropy: Entropy) -> Write:
    """Return what makes a revision of a sub-topic, after those that it has."""
    values = {
        "subtopic_id": revision.subtopic_id,
        "kind": revision.kind,
        "reason": revision.reason,
        "analyst_id": revision.analyst_id,
        "written_at": revision.written_at,
    }
    return creation_of(reader, Revision, values, entropy)


# -- placing


def placing_writes(
    reader: Reader, subtopic: Subtopic, theme_id: str, after: str | None, entropy: Entropy
) -> list[Write]:
    """Return what puts a sub-topic behind another one of a theme, or first; RefusedError where that is not there."""
    if reader.get(Theme, theme_id) is None:
        raise RefusedError("The theme is no longer there. Nothing was moved.")
    others = [each for each in reader.subtopics(theme_id) if each.id != subtopic.id]
    ids = [each.id for each in others]
    if after is not None and after not in ids:
        raise RefusedError("It was not moved: what it was to follow is no longer there.")
    place = 0 if after is None else ids.index(after) + 1
    keys = keys_for_place([each.order for each in others], place, entropy)
    own: dict[str, object] = {"order": keys[0]}
    if subtopic.theme_id != theme_id:
        own["theme_id"] = theme_id
    followers = others[place : place + len(keys) - 1]
    shifted = [changes_of(each, {"order": key}) for each, key in zip(followers, keys[1:], strict=True)]
    return [*changes_of(subtopic, own), *(write for writes in shifted for write in writes)]


# -- splitting


def split_writes(
    reader: Reader,
    subtopic: Subtopic,
    label: str,
    definition: str,
    statements: Mapping[str, Collection[str]],
    entropy: Entropy,
) -> list[Write]:
    """Return what makes a sub-topic behind another and moves statements there; the new sub-topic comes first."""
    if not label.strip():
        raise RefusedError("The new sub-topic has no label. Nothing was split.")
    siblings = reader.subtopics(subtopic.theme_id or "")
    ids = [each.id for each in siblings]
    place = ids.index(subtopic.id) + 1 if subtopic.id in ids else len(ids)
    keys = keys_for_place([each.order for each in siblings], place, entropy)
    values: dict[str, object] = {
        "theme_id": subtopic.theme_id,
        "label": label,
        "definition": definition,
        "order": keys[0],
    }
    guide = {"guide_words_min": subtopic.guide_words_min, "guide_words_max": subtopic.guide_words_max}
    values |= {name: bound for name, bound in guide.items() if bound is not None}
    made = creation_of(reader, Subtopic, values, entropy)
    writes = [made]
    for each, key in zip(siblings[place : place + len(keys) - 1], keys[1:], strict=True):
        writes += changes_of(each, {"order": key})
    for interview_id, wanted in statements.items():
        cell = reader.cell(interview_id, subtopic.id)
        moved = tuple(each for each in cell.content if each.id in wanted)
        if moved:
            new = Cell(id="", interview_id=interview_id, subtopic_id=made.entity)
            writes += cell_writes(cell, _without(cell.content, moved), None)
            writes += cell_writes(new, moved, cell.state if cell.state in _HOW_FAR else None)
    return writes


# -- merging


def merge_writes(
    reader: Reader, source: Subtopic, target: Subtopic, definition: str | None, entropy: Entropy
) -> list[Write]:
    """Return what puts the content of one sub-topic behind that of another, row by row, and deletes the first."""
    if source.id == target.id:
        raise RefusedError("A sub-topic cannot be merged with itself. Nothing was changed.")
    writes = changes_of(target, {"definition": definition}) if definition is not None else []
    for cell in reader.cells_of_subtopics([source.id]):
        writes += _merged_cell(reader, cell, target.id)
        writes += _carried_comments(reader, cell, target.id, entropy)
    writes += _carried_verdicts(reader, source.id, target.id)
    concluded = reader.synthesis("subtopic", source.id).content
    if concluded:
        into = reader.synthesis("subtopic", target.id)
        writes.append(synthesis_write(into, _with_own_ids(into.content, concluded)))
    for tag in reader.all(Tag):
        if tag.subtopic_id == source.id:
            writes += changes_of(tag, {"subtopic_id": target.id})
    return [*writes, deletion("subtopic", source.id, owners_of(source))]


def _merged_cell(reader: Reader, source: Cell, target_id: str) -> list[Write]:
    target = reader.cell(source.interview_id, target_id)
    content = _with_own_ids(target.content, source.content)
    return cell_writes(target, content, _merged_state(source, target))


def _merged_state(source: Cell, target: Cell) -> str:
    """Return the state of a cell that was two: of cells with words the less finished, else the better reason."""
    written = [cell.state for cell in (target, source) if cell.content]
    if written:
        known = [state for state in _HOW_FAR if state in written]
        return known[0] if known else CellState.IN_PROGRESS
    reasons = [cell.state for cell in (target, source) if cell.state in EMPTY_REASONS]
    if len(set(reasons)) == 2:
        return CellState.UNCLEAR
    return reasons[0] if reasons else target.state


def _with_own_ids(first: Sequence[Statement], second: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return statements behind others; what stands there already, by its id, is not put there twice."""
    known = {each.id for each in first}
    return (*first, *(each for each in second if each.id not in known))


def _carried_comments(reader: Reader, source: Cell, target_id: str, entropy: Entropy) -> list[Write]:
    """Return what says the open remarks on a cell, which hides with its column, on the cell that takes its place."""
    target = reader.cell(source.interview_id, target_id)
    writes = []
    for remark in reader.comments(source.id):
        if remark.reply_to is None and not remark.is_resolved:
            values = {
                "subject_id": target.id,
                "subject_type": "cell",
                "statement_id": remark.statement_id,
                "text": remark.text,
                "analyst_id": remark.analyst_id,
                "written_at": remark.written_at,
            }
            writes.append(creation_of(reader, Comment, values, entropy))
    return writes


def _carried_verdicts(reader: Reader, source_id: str, target_id: str) -> list[Write]:
    """Return what gives a sub-topic the verdicts of another where it has none of its own."""
    verdicts = reader.all(Verdict)
    known = {each.case_study_id for each in verdicts if each.subtopic_id == target_id and each.verdict}
    writes = []
    for verdict in verdicts:
        if verdict.subtopic_id == source_id and verdict.case_study_id not in known:
            present = reader.verdicts(verdict.case_study_id).get(target_id)
            values = {"verdict": verdict.verdict, "note": verdict.note}
            writes += verdict_writes(present, verdict.case_study_id, target_id, values)
    return writes


# -- statements


def moving_writes(
    reader: Reader,
    interview_id: str,
    subtopic_ids: tuple[str, str],
    statement_ids: Collection[str],
    place: int | None,
) -> list[Write]:
    """Return what moves statements from one column of a row to another; they no longer wait to be moved."""
    source, target = (reader.cell(interview_id, each) for each in subtopic_ids)
    moved = tuple(each for each in source.content if each.id in statement_ids)
    if not moved or len(moved) != len(set(statement_ids)):
        raise RefusedError("What was to be moved is no longer in its cell. Nothing was moved.")
    if source.id == target.id:
        raise RefusedError("It stands in that cell already. Nothing was moved.")
    if reader.get(Subtopic, target.subtopic_id) is None:
        raise RefusedError("The sub-topic that it was to go to is no longer there. Nothing was moved.")
    if reader.conflicted_ids() & {source.id, target.id}:
        raise RefusedError("One of the cells has two versions. Decide between them first. Nothing was moved.")
    settled = tuple(replace(each, marks=replace(each.marks, to_rehome=False)) for each in moved)
    kept = _without(target.content, settled)
    where = len(kept) if place is None else max(0, min(place, len(kept)))
    content = (*kept[:where], *settled, *kept[where:])
    revisions = reader.revision_ids(target.subtopic_id)
    # The cell that takes them in comes first and names the action: there the analyst looks next.
    return [
        *cell_writes(target, content, None, revisions),
        *cell_writes(source, _without(source.content, moved), None),
    ]


def marking_writes(reader: Reader, interview_id: str, subtopic_id: str, marks: Mapping[str, Marks]) -> list[Write]:
    """Return what gives statements of a cell other marks."""
    cell = reader.cell(interview_id, subtopic_id)
    if not marks.keys() <= {each.id for each in cell.content}:
        raise RefusedError("The statement is no longer in its cell. Nothing was changed.")
    content = [replace(each, marks=marks.get(each.id, each.marks)) for each in cell.content]
    return cell_writes(cell, content, None)


def _without(content: Iterable[Statement], taken: Iterable[Statement]) -> tuple[Statement, ...]:
    ids = {each.id for each in taken}
    return tuple(each for each in content if each.id not in ids)
