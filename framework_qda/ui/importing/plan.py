"""What an import of notes would do: which file goes to which interview, and what somebody should know of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from framework_qda.io.assignment import guess_interview
from framework_qda.model import Document, Interview, Notes
from framework_qda.ui.words import count_words, join_words

KINDS: Mapping[str, str] = {"notes": "Notes", "transcript": "Transcript", "observation": "Observation"}
"""The kinds of document: the project's word -> words for a person."""

HEAD_PARAGRAPHS = 4
HEAD_LENGTH = 80
"""Where a file says in itself which interview it belongs to: in short lines at its top."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What reading a file gave: notes, or the problem. `encoding` is empty for what is no plain text."""

    path: Path
    notes: Notes | None = None
    problem: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file and what is to become of it. Without an interview it is not imported."""

    path: Path
    is_reading: bool = True
    notes: Notes | None = None
    problem: str = ""
    encoding: str = ""
    interview_id: str | None = None
    kind: str = "notes"
    is_settled: bool = False
    """Whether interview and kind have been guessed once or chosen: reading again does not change them."""


class ImportPlan:
    """The files of one import in the order in which they were chosen."""

    def __init__(self, interviews: Sequence[Interview], documents: Sequence[Document]) -> None:
        self._interviews = {each.id: each for each in interviews}
        self._documents = tuple(documents)
        self.files: list[PlannedFile] = []

    def add(self, paths: Sequence[Path]) -> list[Path]:
        """Take files into the plan, and return those that were not yet in it."""
        new = [path for path in dict.fromkeys(paths) if path not in {file.path for file in self.files}]
        self.files.extend(PlannedFile(path) for path in new)
        return new

    def place_of(self, path: Path) -> int:
        """Return where a file stands in the plan."""
        return [file.path for file in self.files].index(path)

    def start_reading(self, place: int) -> None:
        """Say that a file is being read again."""
        self.files[place] = replace(self.files[place], is_reading=True)

    def settle(self, outcome: ReadFile) -> int:
        """Take what reading a file gave; guess its interview and kind the first time. Return its place."""
        place = self.place_of(outcome.path)
        file = replace(
            self.files[place],
            is_reading=False,
            notes=outcome.notes,
            problem=outcome.problem,
            encoding=outcome.encoding,
        )
        if outcome.notes is not None and not file.is_settled:
            interview_id = None if self._imported_before(outcome.notes) else self._guess(outcome.notes)
            file = replace(file, interview_id=interview_id, kind=outcome.notes.kind, is_settled=True)
        self.files[place] = file
        return place

    def touched_by(self, place: int) -> list[int]:
        """Return the places of a file and of those whose remarks may speak of it."""
        file = self.files[place]
        sha256 = file.notes.file_sha256 if file.notes is not None else None
        return [
            number
            for number, other in enumerate(self.files)
            if number == place
            or (other.notes is not None and other.notes.file_sha256 == sha256)
            or (other.interview_id is not None and other.interview_id == file.interview_id)
        ]

    def give_up(self) -> None:
        """Say of the files that are still to be read that they were not."""
        self.files = [
            replace(file, is_reading=False, problem="Reading was stopped before this file.")
            if file.is_reading
            else file
            for file in self.files
        ]

    def assign(self, place: int, interview_id: str | None) -> None:
        """Send a file to an interview, or to none."""
        self.files[place] = replace(self.files[place], interview_id=interview_id, is_settled=True)

    def set_kind(self, place: int, kind: str) -> None:
        """Say what kind of document a file is."""
        self.files[place] = replace(self.files[place], kind=kind, is_settled=True)

    @property
    def is_reading(self) -> bool:
        """Whether a file is still being read."""
        return any(file.is_reading for file in self.files)

    def assigned(self) -> list[tuple[str, Notes]]:
        """Return (interview id, notes) of what would be imported."""
        return [
            (file.interview_id, replace(file.notes, kind=file.kind))
            for file in self.files
            if file.interview_id is not None and file.notes is not None and not file.is_reading
        ]

    def accept_words(self) -> str:
        """Say what going on would do: `Import 3 documents`."""
        count = len(self.assigned())
        return f"Import {count_words(count, 'document')}" if count else "Import"

    def remarks(self, place: int) -> list[str]:
        """Say in sentences what somebody should know of a file before it is imported."""
        file = self.files[place]
        if file.problem:
            return [file.problem]
        if file.notes is None:
            return []
        return [*self._remarks_on_place(place, file, file.notes), *file.notes.warnings]

    def _remarks_on_place(self, place: int, file: PlannedFile, notes: Notes) -> list[str]:
        remarks = []
        before = self._imported_before(notes)
        if before:
            remarks.append(f"This very file is in the project already: {join_words(before)}.")
        twins = [
            other.path.name
            for other in self.files[:place]
            if other.notes is not None and other.notes.file_sha256 == notes.file_sha256
        ]
        if twins:
            remarks.append(f"It holds the same as “{twins[0]}” above.")
        if file.interview_id is None:
            if not before:
                remarks.append("No interview is chosen for it, so it will not be imported.")
            return remarks
        code = self._code(file.interview_id)
        count = sum(document.interview_id == file.interview_id for document in self._documents)
        if count:
            remarks.append(f"{code} has {count_words(count, 'document')} already; this one will stand behind.")
        others = [f for n, f in enumerate(self.files) if n != place and f.interview_id == file.interview_id and f.notes]
        if others:
            names = join_words([f"“{other.path.name}”" for other in others[:3]])
            remarks.append(f"{names} {'goes' if len(others) == 1 else 'go'} to {code} as well.")
        return remarks

    def _imported_before(self, notes: Notes) -> list[str]:
        return [self._code(each.interview_id) for each in self._documents if each.file_sha256 == notes.file_sha256]

    def _guess(self, notes: Notes) -> str | None:
        """Return the interview whose code stands in the file's name, else in short lines at its top."""
        heads = [each.text for each in notes.paragraphs[:HEAD_PARAGRAPHS] if len(each.text) <= HEAD_LENGTH]
        for text in (notes.file_name, *heads):
            interview = guess_interview(text, tuple(self._interviews.values()))
            if interview is not None:
                return interview.id
        return None

    def _code(self, interview_id: str) -> str:
        interview = self._interviews.get(interview_id)
        return interview.code if interview is not None and interview.code else "an interview without a code"
