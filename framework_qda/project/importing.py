"""What importing notes writes: one entry a document, the first head of all its paragraphs."""

from collections.abc import Sequence
from typing import Any

from framework_qda.errors import RefusedError
from framework_qda.model import Document, Interview, Notes
from framework_qda.project.entry import NEW
from framework_qda.project.ids import Entropy, new_id
from framework_qda.project.order import keys_after
from framework_qda.project.reader import Reader
from framework_qda.project.writes import Write

_PARAGRAPH_FIELDS = ("speaker", "start_ms", "text")


def import_writes(reader: Reader, assigned: Sequence[tuple[str, Notes]], entropy: Entropy) -> list[Write]:
    """Return the writes that put notes into interviews, behind the documents already there.

    Raise RefusedError, before anything is written, for an interview that is not there or notes without text.
    """
    writes = []
    last: dict[str, str] = {}
    for interview_id, notes in assigned:
        if interview_id not in last:
            last[interview_id] = _last_key(reader, interview_id)
        if not notes.paragraphs:
            raise RefusedError(f"{notes.file_name} has no text. Nothing was imported.")
        last[interview_id] = keys_after(last[interview_id], 1, entropy)[0]
        writes.append(document_creation(interview_id, notes, new_id(entropy), last[interview_id]))
    return writes


def _last_key(reader: Reader, interview_id: str) -> str:
    if reader.get(Interview, interview_id) is None:
        raise RefusedError("An interview is no longer there. Nothing was imported; choose the interviews again.")
    documents: list[Document] = reader.documents(interview_id)
    return documents[-1].order if documents else ""


def document_creation(interview_id: str, notes: Notes, document_id: str, order: str) -> Write:
    """Return the one write of a document and all its paragraphs."""
    fields: dict[str, Any] = {
        "kind": notes.kind,
        "title": notes.title,
        "file_name": notes.file_name,
        "file_sha256": notes.file_sha256,
        "order": order,
    }
    paragraphs = {
        f"paragraph/{number}": _leaf(paragraph.speaker, paragraph.start_ms, paragraph.text)
        for number, paragraph in enumerate(notes.paragraphs, 1)
    }
    bulk = ("paragraph", len(notes.paragraphs), _PARAGRAPH_FIELDS)
    return Write(NEW, "document", document_id, (interview_id,), {**fields, **paragraphs}, bulk=bulk)


def _leaf(speaker: str, start_ms: int | None, text: str) -> dict[str, str | int]:
    leaf: dict[str, str | int] = {"text": text}
    if speaker:
        leaf["speaker"] = speaker
    if start_ms is not None:
        leaf["start_ms"] = start_ms
    return leaf
