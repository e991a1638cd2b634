"""What can be heard where: which recording goes with which notes, and the stretch of a paragraph or a passage."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import PurePath, PureWindowsPath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from framework_qda.model import Document, Extract, Recording
    from framework_qda.project.reader import Reader

GRACE_MS = 5000
"""How far the last time in the notes may lie behind the end of a recording: times are typed by hand."""


class Stretch(NamedTuple):
    """A stretch of a recording; without an end it goes on to the recording's own."""

    recording_id: str
    start_ms: int
    end_ms: int | None = None


class TimedParagraph(NamedTuple):
    """A paragraph and its time in the recording, if it has one."""

    paragraph_id: str
    start_ms: int | None


@dataclass(frozen=True, slots=True)
class TimedDocument:
    """A document with its paragraphs in their order."""

    document: Document
    paragraphs: tuple[TimedParagraph, ...]

    @property
    def last_ms(self) -> int | None:
        """The latest time in the notes."""
        return max((each.start_ms for each in self.paragraphs if each.start_ms is not None), default=None)


class Listening:
    """What of an interview can be heard."""

    def __init__(self, documents: Sequence[TimedDocument] = (), recordings: Sequence[Recording] = ()) -> None:
        self.recordings = tuple(recordings)
        self._times = {each.document.id: _times(each.paragraphs) for each in documents}
        self._recordings = {
            each.document.id: found for each in documents if (found := recording_of(each, recordings)) is not None
        }
        self._stretches: dict[str, Stretch] = {}
        for each in documents:
            recording = self._recordings.get(each.document.id)
            if recording is not None:
                self._stretches |= _stretches(each.paragraphs, recording.id)

    def recording(self, document_id: str) -> Recording | None:
        """Return the recording that goes with a document."""
        return self._recordings.get(document_id)

    def paragraph(self, paragraph_id: str) -> Stretch | None:
        """Return where a paragraph is heard; one without a time lies in the stretch of the last that has one."""
        return self._stretches.get(paragraph_id)

    def extract(self, extract: Extract) -> Stretch | None:
        """Return where a passage is heard: by its own times, else from its first paragraph to the end of its last."""
        found = [one for anchor in extract.anchors if (one := self.paragraph(anchor.paragraph_id)) is not None]
        if not found:
            return None
        first = found[0]
        start = first.start_ms if extract.start_ms is None else extract.start_ms
        end = extract.end_ms
        if end is None:
            ends = [one.end_ms for one in found if one.recording_id == first.recording_id]
            known = [one for one in ends if one is not None]
            end = max(known) if len(known) == len(ends) else None
        return Stretch(first.recording_id, start, end)

    def extracts(self, extracts: Iterable[Extract]) -> Mapping[str, Stretch]:
        """Return where passages are heard, by the ids of their extracts, those only that are."""
        return {each.id: stretch for each in extracts if (stretch := self.extract(each)) is not None}

    def paragraph_at(self, document_id: str, position_ms: int) -> str:
        """Return the paragraph of a document that is heard at a place of its recording, or an empty text."""
        times, paragraph_ids = self._times.get(document_id, ((), ()))
        place = bisect_right(times, position_ms)
        return paragraph_ids[place - 1] if place else ""


def cited_parts(stretches: Iterable[Stretch], length_ms: int) -> list[tuple[int, int]]:
    """Return the parts of a recording that stretches take together, as (start, end) without overlaps."""
    parts: list[tuple[int, int]] = []
    for one in sorted(stretches, key=lambda each: each.start_ms):
        end = length_ms if one.end_ms is None else one.end_ms
        if parts and one.start_ms <= parts[-1][1]:
            parts[-1] = (parts[-1][0], max(parts[-1][1], end))
        else:
            parts.append((one.start_ms, max(one.start_ms, end)))
    return parts


def read_listening(reader: Reader, interview_id: str) -> Listening:
    """Return what of an interview can be heard; where there is no recording the notes are not read."""
    recordings = reader.recordings(interview_id)
    if not recordings:
        return Listening()
    documents = [
        TimedDocument(
            document, tuple(TimedParagraph(each.id, each.start_ms) for each in reader.paragraphs(document.id))
        )
        for document in reader.documents(interview_id)
    ]
    return Listening(documents, recordings)


def recording_of(notes: TimedDocument, recordings: Sequence[Recording]) -> Recording | None:
    """Return the recording that goes with a document.

    It is the one that was chosen for it; else the one that has the document's name; else the only one of the
    interview, where the notes have times that all lie within it: the notes of an hour do not go with the recording of
    a short call afterwards.
    """
    chosen = notes.document.recording_id
    if chosen is not None and (not chosen or chosen in {each.id for each in recordings}):
        return next((each for each in recordings if each.id == chosen), None)
    names = _names(notes.document.title, notes.document.file_name)
    for recording in recordings:
        if names & _names(recording.title, recording.path):
            return recording
    last = notes.last_ms
    if len(recordings) != 1 or last is None:
        return None
    length = recordings[0].length_ms
    return recordings[0] if length is None or last <= length + GRACE_MS else None


def _names(title: str, path: str) -> set[str]:
    """Return what a thing is called, by its title and by its file, without what differs by accident."""
    stem = PureWindowsPath(path).stem if "\\" in path else PurePath(path).stem
    return {" ".join(name.casefold().split()) for name in (title, stem)} - {""}


def _times(paragraphs: Iterable[TimedParagraph]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return the times of paragraphs and their ids, in the order of the times."""
    timed = sorted((each.start_ms, each.paragraph_id) for each in paragraphs if each.start_ms is not None)
    return tuple(ms for ms, _ in timed), tuple(paragraph_id for _, paragraph_id in timed)


def _stretches(paragraphs: Sequence[TimedParagraph], recording_id: str) -> dict[str, Stretch]:
    times = sorted({each.start_ms for each in paragraphs if each.start_ms is not None})
    found: dict[str, Stretch] = {}
    start: int | None = None
    for each in paragraphs:
        start = start if each.start_ms is None else each.start_ms
        if start is not None:
            place = bisect_right(times, start)
            found[each.paragraph_id] = Stretch(recording_id, start, times[place] if place < len(times) else None)
    return found
