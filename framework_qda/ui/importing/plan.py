"""What an import of notes would do: which file goes to which interview."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from framework_qda.io.assignment import has_word, propose_case_study, propose_code
from framework_qda.model import Assigned, Document, Interview, NewInterview, Notes
from framework_qda.text.labels import label_key, next_label
from framework_qda.ui.importing.known import Known

KINDS: Mapping[str, str] = {"notes": "Notes", "transcript": "Transcript", "observation": "Observation"}
"""The kinds of document: the project's word -> words for a person."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What reading a file gave: notes, or the problem. `encoding` is empty for what is no plain text."""

    path: Path
    notes: Notes | None = None
    problem: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file and what is to become of it. Without an interview, one that is there or a new one, it is not imported."""

    path: Path
    is_reading: bool = True
    notes: Notes | None = None
    problem: str = ""
    encoding: str = ""
    interview_id: str | None = None
    new: NewInterview | None = None
    kind: str = "notes"
    is_settled: bool = False
    """Whether interview and kind have been guessed once or chosen: reading again does not change them."""

    @property
    def target(self) -> str | NewInterview | None:
        """Where the file goes: the id of an interview, or one that is made for it."""
        return self.interview_id or self.new

    @property
    def is_imported(self) -> bool:
        """Whether going on would import the file."""
        return self.target is not None and self.notes is not None and not self.is_reading


class ImportPlan:
    """The files of one import in the order in which they were chosen."""

    def __init__(
        self, interviews: Sequence[Interview], documents: Sequence[Document], case_studies: Sequence[str] = ()
    ) -> None:
        self.known = Known(interviews, documents, case_studies)
        self.files: list[PlannedFile] = []
        self._groups: dict[object, list[int]] | None = None

    def add(self, paths: Sequence[Path]) -> list[Path]:
        """Take files into the plan, and return those that were not yet in it."""
        known = {file.path for file in self.files}
        new = [path for path in dict.fromkeys(paths) if path not in known]
        self.files.extend(PlannedFile(path) for path in new)
        self._groups = None
        return new

    def place_of(self, path: Path) -> int:
        """Return where a file stands in the plan."""
        return [file.path for file in self.files].index(path)

    def start_reading(self, place: int) -> None:
        """Say that a file is being read again."""
        self._put(place, replace(self.files[place], is_reading=True))

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
            target = self._guess_target(place, outcome.notes)
            file = replace(_sent(file, target), kind=outcome.notes.kind, is_settled=True)
        self._put(place, file)
        return place

    def touched_by(self, place: int) -> list[int]:
        """Return the places of a file and of those whose remarks may speak of it."""
        return sorted({place, *self.twins(place), *self.fellows(place)})

    def give_up(self) -> None:
        """Say of the files that are still to be read that they were not."""
        self.files = [
            replace(file, is_reading=False, problem="Reading was stopped before this file.")
            if file.is_reading
            else file
            for file in self.files
        ]
        self._groups = None

    def assign(self, place: int, target: str | NewInterview | None) -> None:
        """Send a file to an interview that is there, to a new one, or to none."""
        self._put(place, replace(_sent(self.files[place], target), is_settled=True))

    def begin_new(self, place: int) -> None:
        """Send a file to a new interview, called after the file."""
        path, codes = self.files[place].path, self._codes()
        code = propose_code(path.name, codes)
        self.assign(place, self._new(path, next_label(codes, "I01") if self.known.with_code(code) else code))

    def recode(self, place: int, code: str) -> None:
        """Give a file's new interview another code; where one has it, the file goes to that one."""
        new, code = self.files[place].new, code.strip()
        if new is None or not code:
            return
        there = self.known.with_code(code) or self._planned_with(code, but=new)
        self.assign(place, there or replace(new, code=code))

    def place_new(self, places: Sequence[int], case_study: str) -> None:
        """Put the new interviews of some files into a case study: one that is there, one of a new label, or none."""
        label = " ".join(case_study.split())
        label = next((each for each in self.known.case_studies if each.casefold() == label.casefold()), label)
        chosen = {self.files[place].new for place in places}
        for place, file in enumerate(self.files):
            if file.new is not None and file.new in chosen:
                self.assign(place, replace(file.new, case_study=label))

    def set_kind(self, place: int, kind: str) -> None:
        """Say what kind of document a file is."""
        self._put(place, replace(self.files[place], kind=kind, is_settled=True))

    @property
    def is_reading(self) -> bool:
        """Whether a file is still being read."""
        return any(file.is_reading for file in self.files)

    @property
    def can_go_on(self) -> bool:
        """Whether there is anything to import."""
        return any(file.is_imported for file in self.files)

    @property
    def new_count(self) -> int:
        """How many new interviews are planned."""
        return len({file.new for file in self.files if file.new is not None})

    def assigned(self) -> list[Assigned]:
        """Return what would be imported, and where each goes."""
        return [
            (file.target, replace(file.notes, kind=file.kind))
            for file in self.files
            if file.is_imported and file.target is not None and file.notes is not None
        ]

    def twins(self, place: int) -> list[int]:
        """Return the places of the files that hold the same as one, itself among them."""
        notes = self.files[place].notes
        return self._grouped().get(notes.file_sha256, []) if notes is not None else []

    def fellows(self, place: int) -> list[int]:
        """Return the places of the files that go where one goes, itself among them."""
        target = self.files[place].target
        return self._grouped().get(("to", target), []) if target is not None else []

    def _put(self, place: int, file: PlannedFile) -> None:
        self.files[place] = file
        self._groups = None

    def _grouped(self) -> dict[object, list[int]]:
        if self._groups is None:
            self._groups = {}
            for place, file in enumerate(self.files):
                if file.notes is not None:
                    self._groups.setdefault(file.notes.file_sha256, []).append(place)
                    if file.target is not None:
                        self._groups.setdefault(("to", file.target), []).append(place)
        return self._groups

    def _guess_target(self, place: int, notes: Notes) -> str | NewInterview | None:
        """Return where a file goes until somebody says otherwise; nowhere where it came in before or is a twin."""
        if self.known.holders_of(notes):
            return None
        interview_id, path = self.known.told_by(notes), self.files[place].path
        if interview_id or any(each.notes and each.notes.file_sha256 == notes.file_sha256 for each in self.files):
            return interview_id
        code = propose_code(path.name, self._codes())
        there = self.known.with_code(code)
        if there is not None:  # "interview 7.docx" is that of I07; a name with two codes in it tells nothing
            return None if has_word(path.name, code) else there
        if has_word(path.name, code) or code != next_label(self._codes(), "I01"):
            return self._new(path, code)
        # A file that names nobody is most likely that of the one interview that has none.
        return self.known.only_empty({each.interview_id for each in self.files}) or self._new(path, code)

    def _new(self, path: Path, code: str) -> NewInterview:
        return self._planned_with(code) or NewInterview(code, propose_case_study(path, self.known.case_studies))

    def _planned_with(self, code: str, but: NewInterview | None = None) -> NewInterview | None:
        alike = (each for each in self._planned() if label_key(each.code) == label_key(code) and each != but)
        return next(alike, None)

    def _codes(self) -> list[str]:
        return [*self.known.codes, *(each.code for each in self._planned())]

    def _planned(self) -> list[NewInterview]:
        return list(dict.fromkeys(file.new for file in self.files if file.new is not None))


def _sent(file: PlannedFile, target: str | NewInterview | None) -> PlannedFile:
    if isinstance(target, NewInterview):
        return replace(file, interview_id=None, new=target)
    return replace(file, interview_id=target, new=None)
