"""What changing words in many places at once writes: cells, paragraphs, and the passages that stand in these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.errors import RefusedError
from framework_qda.model import Paragraph
from framework_qda.project import records
from framework_qda.project.charting import cell_writes
from framework_qda.project.registry import encode
from framework_qda.project.writes import Write, assignment
from framework_qda.text.anchors import find_anchor, make_anchor
from framework_qda.text.replacing import Edit, apply_edits, move_stretch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from framework_qda.model import Anchor, Extract, Statement
    from framework_qda.project.reader import Reader


def revision_writes(
    reader: Reader,
    cells: Mapping[tuple[str, str], Sequence[Statement]],
    paragraphs: Mapping[str, Sequence[Edit]],
) -> list[Write]:
    """Return what gives cells other words and edits paragraphs; nothing for what stands so already.

    The evidence of a cell stays as it is. A passage that stands with certainty in an edited paragraph stands there
    after it too, with its new words; one that does not is left to be found again by a person.
    """
    writes: list[Write] = []
    for (interview_id, subtopic_id), statements in cells.items():
        cell = reader.cell(interview_id, subtopic_id)
        before = [statement.evidence for statement in cell.content if statement.evidence]
        if before != [statement.evidence for statement in statements if statement.evidence]:
            raise RefusedError("A cell has changed since it was searched. Nothing was replaced: search again.")
        writes += cell_writes(cell, statements, None)
    texts: dict[str, str] = {}
    for paragraph_id, edits in paragraphs.items():
        paragraph = reader.get(Paragraph, paragraph_id)
        if paragraph is None:
            raise RefusedError("A paragraph is no longer there. Nothing was replaced: search again.")
        texts[paragraph_id] = paragraph.text
        writes += records.changes_of(paragraph, {"text": apply_edits(paragraph.text, edits)})
    return [*writes, *_moved_extracts(reader, texts, paragraphs)]


def _moved_extracts(reader: Reader, texts: Mapping[str, str], paragraphs: Mapping[str, Sequence[Edit]]) -> list[Write]:
    places = reader.paragraph_places(texts)
    interviews = dict.fromkeys(places[paragraph_id].interview_id for paragraph_id in texts if paragraph_id in places)
    writes = []
    for interview_id in interviews:
        for extract in reader.extracts(interview_id):
            anchors = tuple(_moved(anchor, texts, paragraphs) for anchor in extract.anchors)
            if anchors != extract.anchors:
                writes.append(_extract_write(extract, anchors))
    return writes


def _moved(anchor: Anchor, texts: Mapping[str, str], paragraphs: Mapping[str, Sequence[Edit]]) -> Anchor:
    """Return an anchor as it is after the edits; one whose place is not certain, or is gone, as it was."""
    text = texts.get(anchor.paragraph_id)
    if text is None:
        return anchor
    found = find_anchor(anchor, {anchor.paragraph_id: text})
    if found.place is None or not found.is_certain:
        return anchor
    edits = paragraphs[anchor.paragraph_id]
    start, end = move_stretch(found.place.start, found.place.end, edits)
    return make_anchor(anchor.paragraph_id, apply_edits(text, edits), start, end) if start < end else anchor


def _extract_write(extract: Extract, anchors: tuple[Anchor, ...]) -> Write:
    """Move an extract; its words follow those of the notes unless somebody has given it others."""
    values = {"anchors": encode(anchors)}
    if extract.text == "\n".join(anchor.exact for anchor in extract.anchors):
        values["text"] = "\n".join(anchor.exact for anchor in anchors)
    return assignment("extract", extract.id, values, (extract.interview_id,))
