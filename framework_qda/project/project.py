"""An open project: every way to change it, each one action, one transaction, one undo step."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from framework_qda.model import (
    Analyst,
    Assigned,
    Changes,
    DictionaryWord,
    Document,
    Interview,
    Paragraph,
    Record,
    Recording,
    Statement,
    Study,
)
from framework_qda.project import recordings, records
from framework_qda.project.backup import back_up_if_due
from framework_qda.project.charting_actions import ChartingActions
from framework_qda.project.codes import require_free_code, require_still_free_code
from framework_qda.project.framing_actions import FramingActions
from framework_qda.project.ids import Entropy, study_id
from framework_qda.project.importing import import_writes
from framework_qda.project.journal import FOUNDING, Clock, now
from framework_qda.project.project_file import create_file, open_file
from framework_qda.project.reader import Reader
from framework_qda.project.registry import spec_of
from framework_qda.project.reviewing_actions import ReviewingActions
from framework_qda.project.revising import revision_writes
from framework_qda.project.wording import analyst_name
from framework_qda.project.writes import attribute_assignment, creation
from framework_qda.text.initials import initials_of
from framework_qda.text.replacing import Edit

R = TypeVar("R", bound=Record)


class Project(ChartingActions, ReviewingActions, FramingActions):
    """A project file that is open. Make one with `create_project()` or `open_project()`; close it.

    Every method that writes is one action and returns what it touched. It raises ReadOnlyError where the
    project may not be written, RefusedError where the action makes no sense as things stand, and
    NotSavedError where the disk refuses; nothing has changed then.
    """

    # -- records

    def add(self, record_type: type[Record], **values: object) -> Changes:
        """Make a record, last in its order; `new_id` is its id. Owners are given as values.

        Raise RefusedError for an interview that would have the code of another.
        """
        require_free_code(self.read, record_type, values)
        write = records.creation_of(self.read, record_type, values, self._entropy)
        return replace(self._act(f"{write.type_name}.add", [write]), new_id=write.entity)

    def learn_words(self, words: Iterable[str]) -> Changes:
        """Put words into the study's own dictionary; those that are there already stay."""
        known = {record.text for record in self.read.all(DictionaryWord)}
        new = dict.fromkeys(word for word in words if word and word not in known)
        writes = [records.creation_of(self.read, DictionaryWord, {"text": word}, self._entropy) for word in new]
        return self._act("dictionary_word.add", writes)

    def change(self, record_type: type[Record], record_id: str, **values: object) -> Changes:
        """Give fields of a record new values; those that it has already are not written again.

        Raise RefusedError where that gives an interview the code of another.
        """
        record = self._existing(record_type, record_id)
        require_still_free_code(self.read, record, values)
        return self._act(f"{spec_of(record_type).name}.change", records.changes_of(record, values))

    def decide(self, record_type: type[Record], record_id: str, **values: object) -> Changes:
        """Say which of several values of a field stands; written though it may be the one that is shown."""
        record = self._existing(record_type, record_id)
        writes = records.changes_of(record, values, is_decision=True)
        return self._act(f"{spec_of(record_type).name}.change", writes)

    def delete(self, record_type: type[Record], *record_ids: str) -> Changes:
        """Delete records with what depends on them; what they own hides with them."""
        found = [self._existing(record_type, record_id) for record_id in record_ids]
        writes = [write for record in found for write in records.deletions_of(self.read, record)]
        unique = {(write.type_name, write.entity): write for write in writes}
        return self._act(f"{spec_of(record_type).name}.delete", list(unique.values())[::-1])

    def move(self, record_type: type[Record], record_id: str, *, after: str | None) -> Changes:
        """Put a record behind another of its kind, or first."""
        record = self._existing(record_type, record_id)
        writes = records.moves_of(self.read, record, after, self._entropy)
        return self._act(f"{spec_of(record_type).name}.move", writes)

    def set_attribute(self, attribute_id: str, subject_id: str, value: str) -> Changes:
        """Say what an attribute says of a subject; empty text says nothing."""
        if self.read.attributes_of(subject_id).get(attribute_id, "") == value:
            return Changes()
        return self._act("attribute.set", [attribute_assignment(attribute_id, subject_id, value)])

    # -- notes

    def import_notes(self, assigned: Sequence[Assigned]) -> Changes:
        """Put notes into interviews, those that are there and new ones, as one action after a verified back-up."""
        self._require_writable()
        writes = import_writes(self.read, assigned, self._entropy)
        if writes and self.read.counts()["interview"] and not self._file.is_bundling:
            self.back_up("import")
        return self._act("document.import", writes)

    def edit_paragraph(self, paragraph_id: str, **values: object) -> Changes:
        """Give a paragraph another text, speaker or time."""
        paragraph = self._existing(Paragraph, paragraph_id)
        return self._act("paragraph.edit", records.changes_of(paragraph, values))

    def revise(
        self,
        cells: Mapping[tuple[str, str], Sequence[Statement]],
        paragraphs: Mapping[str, Sequence[Edit]] | None = None,
    ) -> Changes:
        """Give many cells other words and edit many paragraphs in one action, as replacing words everywhere does.

        `cells` maps (interview id, sub-topic id) to statements with the evidence that they have; `paragraphs` maps
        paragraph ids to edits. Passages move with the words around them and take their new words on.
        """
        return self._act("words.replace", revision_writes(self.read, cells, paragraphs or {}))

    # -- recordings

    def add_recording(
        self, interview_id: str, path: Path | str, *, sound: recordings.SoundFile | None = None
    ) -> Changes:
        """Note a sound file as a recording of an interview, last in its order; `new_id` is its id.

        The file is read once for its digest and length, some seconds for a long one; a caller that must not wait
        gives what `read_sound_file()` said in a worker. Raise RefusedError where the file cannot be read.
        """
        self._existing(Interview, interview_id)
        values = self._values_of_sound(path, sound)
        return self.add(Recording, interview_id=interview_id, title=Path(path).stem, **values)

    def relocate_recording(
        self, recording_id: str, path: Path | str, *, sound: recordings.SoundFile | None = None
    ) -> Changes:
        """Say where the file of a recording is now; another file in its place is taken with its own length."""
        self._existing(Recording, recording_id)
        return self.change(Recording, recording_id, **self._values_of_sound(path, sound))

    def set_recording(self, document_id: str, recording_id: str | None) -> Changes:
        """Say which recording the times of a document belong to; empty: none; `None`: names and lengths tell."""
        document = self._existing(Document, document_id)
        writes = records.changes_of(document, {"recording_id": recording_id})
        return self._act("document.recording", writes)

    def recording_file(self, recording_id: str) -> recordings.RecordingFile:
        """Return where a recording's file is looked for, with a sentence if it is not there."""
        return recordings.recording_file(self.path, self._existing(Recording, recording_id))

    def _values_of_sound(self, path: Path | str, sound: recordings.SoundFile | None) -> dict[str, object]:
        self._require_writable()
        known = sound or recordings.read_sound_file(path)
        stored = recordings.stored_path(self.path, path)
        return {"path": stored, "sha256": known.sha256, "length_ms": known.length_ms}


def create_project(
    path: Path | str,
    *,
    title: str,
    analyst_name: str,
    clock: Clock = now,
    entropy: Entropy = os.urandom,
) -> Project:
    """Make a project file with a title and its first analyst, and open it.

    Raise ProjectFileError where something stands at the path or nothing can be made there. `clock` and
    `entropy` are replaced only to build a project that is the same every time.
    """
    file = create_file(Path(path), clock=clock, entropy=entropy)
    analyst = records.creation_of(
        Reader(file.connection), Analyst, {"name": analyst_name, "initials": initials_of(analyst_name)}, entropy
    )
    project = Project(file, analyst.entity, clock=clock, entropy=entropy)
    study = creation(spec_of(Study).name, study_id(project.project_id), {"title": title})
    project._act(FOUNDING, [study, analyst])
    project.analyst_id = analyst.entity
    return project


def open_project(
    path: Path | str,
    *,
    analyst_id: str | None = None,
    read_only: bool = False,
    backs_up: bool = True,
    clock: Clock = now,
    entropy: Entropy = os.urandom,
) -> Project:
    """Open a project file: for writing if nobody else has it open so, else for reading, saying why.

    A verified back-up is made when the last one is over a day old; a caller that must not wait for it passes
    `backs_up=False` and calls `back_up_if_due()` in a worker. Without an analyst, the first of the project is
    taken. Raise ProjectFileError, the file unchanged, for one that is not ours or is damaged.
    """
    file = open_file(Path(path), read_only=read_only, clock=clock, entropy=entropy)
    project = Project(file, analyst_id or "", clock=clock, entropy=entropy)
    analysts = project.read.all(Analyst)
    if analysts:
        project.analyst_id = analyst_id or analysts[0].id
    if backs_up and not project.is_read_only:
        back_up_if_due(project.path, clock())
    return project


__all__ = ["Project", "analyst_name", "create_project", "open_project"]
