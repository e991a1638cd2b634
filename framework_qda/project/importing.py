"""What importing notes writes: one entry a document, the first head of all its paragraphs; and new interviews."""

from collections.abc import Mapping, Sequence
from typing import Any

from framework_qda.errors import RefusedError
from framework_qda.model import Assigned, CaseStudy, Document, Interview, NewInterview, Notes
from framework_qda.project.codes import taken_codes
from framework_qda.project.entry import NEW
from framework_qda.project.ids import Entropy, new_id
from framework_qda.project.order import keys_after
from framework_qda.project.reader import Reader
from framework_qda.project.records import creation_of
from framework_qda.project.writes import Write
from framework_qda.text.labels import label_key

_PARAGRAPH_FIELDS = ("speaker", "start_ms", "text")


def import_writes(reader: Reader, assigned: Sequence[Assigned], entropy: Entropy) -> list[Write]:
    """Return the writes that put notes into interviews, behind the documents already there, and make new ones.

    Raise RefusedError, before anything is written, for an interview that is not there, a new one whose code
    another has, or notes without text.
    """
    wanted = list(dict.fromkeys(place for place, _ in assigned if isinstance(place, NewInterview)))
    writes, made = _interview_creations(reader, wanted, entropy)
    last = dict.fromkeys(made.values(), "")
    for place, notes in assigned:
        interview_id = made[place] if isinstance(place, NewInterview) else place
        if interview_id not in last:
            last[interview_id] = _last_key(reader, interview_id)
        if not notes.paragraphs:
            raise RefusedError(f"{notes.file_name} has no text. Nothing was imported.")
        last[interview_id] = keys_after(last[interview_id], 1, entropy)[0]
        writes.append(document_creation(interview_id, notes, new_id(entropy), last[interview_id]))
    return writes


def _interview_creations(
    reader: Reader, wanted: Sequence[NewInterview], entropy: Entropy
) -> tuple[list[Write], dict[NewInterview, str]]:
    """Return the writes that make interviews, last in their case studies, and the id of each."""
    taken = taken_codes(reader) if wanted else set()
    for each in wanted:
        if not each.code or label_key(each.code) in taken:
            why = f"There is an interview {each.code} by now" if each.code else "A new interview has no code"
            raise RefusedError(f"{why}. Nothing was imported; choose again where the notes go.")
        taken.add(label_key(each.code))
    labels = list(dict.fromkeys(each.case_study for each in wanted))
    writes, cases = _case_studies(reader, labels, entropy)
    made: dict[NewInterview, str] = {}
    for label in labels:
        here = [each for each in wanted if each.case_study == label]
        place = {"case_study_id": cases[label]}
        keys = keys_after(reader.last_order(Interview, place), len(here), entropy)
        for each, key in zip(here, keys, strict=True):
            write = creation_of(reader, Interview, {"code": each.code, **place, "order": key}, entropy)
            writes.append(write)
            made[each] = write.entity
    return writes, made


def _case_studies(
    reader: Reader, labels: Sequence[str], entropy: Entropy
) -> tuple[list[Write], Mapping[str, str | None]]:
    """Return the writes that make the case studies that are not there, and the id of each by its label."""
    known: dict[str, str | None] = {each.label.casefold(): each.id for each in reversed(reader.all(CaseStudy))}
    known[""] = None
    missing: dict[str, str] = {}
    for label in labels:
        if label.casefold() not in known:
            missing.setdefault(label.casefold(), label)
    keys = keys_after(reader.last_order(CaseStudy, {}), len(missing), entropy)
    writes = []
    for label, key in zip(missing.values(), keys, strict=True):
        write = creation_of(reader, CaseStudy, {"label": label, "order": key}, entropy)
        writes.append(write)
        known[label.casefold()] = write.entity
    return writes, {label: known[label.casefold()] for label in labels}


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
