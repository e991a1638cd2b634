"""An open project: every way to change it, each one action, one transaction, one undo step."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from framework_qda.errors import RefusedError
from framework_qda.model import (
    Analyst,
    Anchor,
    CellState,
    Changes,
    Comment,
    DictionaryWord,
    Document,
    Extract,
    Interview,
    Notes,
    Paragraph,
    Record,
    Recording,
    Statement,
    Study,
)
from framework_qda.project import charting, commenting, recordings, records, reviewing
from framework_qda.project.backup import back_up_if_due
from framework_qda.project.ids import Entropy, study_id
from framework_qda.project.importing import import_writes
from framework_qda.project.journal import FOUNDING, Clock, now
from framework_qda.project.project_file import create_file, open_file
from framework_qda.project.reader import Reader
from framework_qda.project.registry import spec_of
from framework_qda.project.revising import revision_writes
from framework_qda.project.session import ProjectSession
from framework_qda.project.wording import analyst_name
from framework_qda.project.writes import attribute_assignment, cell_assignment, creation
from framework_qda.text.replacing import Edit

R = TypeVar("R", bound=Record)


class Project(ProjectSession):
    """A project file that is open. Make one with `create_project()` or `open_project()`; close it.

    Every method that writes is one action and returns what it touched. It raises ReadOnlyError where the
    project may not be written, RefusedError where the action makes no sense as things stand, and
    NotSavedError where the disk refuses; nothing has changed then.
    """

    # -- records

    def add(self, record_type: type[Record], **values: object) -> Changes:
        """Make a record, last in its order; `new_id` is its id. Owners are given as values."""
        write = records.creation_of(self.read, record_type, values, self._entropy)
        return replace(self._act(f"{write.type_name}.add", [write]), new_id=write.entity)

    def learn_words(self, words: Iterable[str]) -> Changes:
        """Put words into the study's own dictionary; those that are there already stay."""
        known = {record.text for record in self.read.all(DictionaryWord)}
        new = dict.fromkeys(word for word in words if word and word not in known)
        writes = [records.creation_of(self.read, DictionaryWord, {"text": word}, self._entropy) for word in new]
        return self._act("dictionary_word.add", writes)

    def change(self, record_type: type[Record], record_id: str, **values: object) -> Changes:
        """Give fields of a record new values; those that it has already are not written again."""
        record = self._existing(record_type, record_id)
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

    # -- charting

    def chart(
        self, interview_id: str, subtopic_id: str, statements: Sequence[Statement], state: str | None = None
    ) -> Changes:
        """Write the statements of a cell; without a state, the cell's follows its words.

        An extract that loses its last use here goes, unless it has a star; one that is used again comes back.
        """
        cell = self.read.cell(interview_id, subtopic_id)
        writes = charting.cell_writes(cell, statements, state, self.read.revision_ids(subtopic_id))
        evidence = charting.evidence_writes(self._file.connection, self.read, cell, statements)
        return self._act("cell.edit", [*writes, *evidence] if writes else [])

    def set_state(self, interview_id: str, subtopic_id: str, state: str) -> Changes:
        """Say how far a cell is charted, or why it is empty."""
        cell = self.read.cell(interview_id, subtopic_id)
        writes = charting.cell_writes(cell, None, state, self.read.revision_ids(subtopic_id))
        return self._act("cell.state", writes)

    def set_states(self, places: Iterable[tuple[str, str]], state: str) -> Changes:
        """Give many cells, as (interview id, sub-topic id), one state in one action; those that have it stay."""
        cells = [self.read.cell(*place) for place in dict.fromkeys(places)]
        revisions = {each: self.read.revision_ids(each) for each in {cell.subtopic_id for cell in cells}}
        writes = [
            write for cell in cells for write in charting.cell_writes(cell, None, state, revisions[cell.subtopic_id])
        ]
        return self._act("cell.state" if len(writes) == 1 else "cells.state", writes)

    def link(
        self,
        interview_id: str,
        subtopic_id: str,
        statement_id: str,
        anchors: Sequence[Anchor],
        statements: Sequence[Statement] | None = None,
    ) -> Changes:
        """Rest a statement on a passage of the notes; `new_id` is the id of its extract.

        `statements` are the cell's as they stand in an editor, where they are not yet written.
        """
        cell = self.read.cell(interview_id, subtopic_id)
        extract = charting.extract_at(self.read, interview_id, anchors, self._entropy)
        content = cell.content if statements is None else statements
        writes = charting.link_writes(self.read, cell, content, statement_id, extract)
        # The cell comes last in the file but names the action: it is what the user was working on.
        return replace(self._act("extract.link", writes[::-1]), new_id=extract.id)

    def unlink(self, interview_id: str, subtopic_id: str, statement_id: str, extract_id: str) -> Changes:
        """Take a passage away from a statement; an extract without another use and star goes with it."""
        cell = self.read.cell(interview_id, subtopic_id)
        content = tuple(
            replace(each, evidence=tuple(ref for ref in each.evidence if ref != extract_id))
            if each.id == statement_id
            else each
            for each in cell.content
        )
        writes = charting.cell_writes(cell, content, None, self.read.revision_ids(subtopic_id))
        evidence = charting.evidence_writes(self._file.connection, self.read, cell, content)
        return self._act("extract.unlink", [*writes, *evidence] if writes else [])

    def star(self, extract_id: str, is_starred: bool) -> Changes:
        """Mark an extract for quotation, or no longer."""
        extract = self._existing(Extract, extract_id)
        if extract.is_starred == is_starred:
            return Changes()
        return self._act("extract.star", [charting.star_write(extract, is_starred=is_starred)])

    # -- notes

    def import_notes(self, assigned: Sequence[tuple[str, Notes]]) -> Changes:
        """Put notes into interviews, given as (interview id, notes), after a verified back-up."""
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

    # -- reading and reviewing

    def conclude(self, subject_type: str, subject_id: str, statements: Sequence[Statement]) -> Changes:
        """Write what is concluded from a case study (its synopsis) or a sub-topic, in place of what was there."""
        synthesis = self.read.synthesis(subject_type, subject_id)
        if synthesis.content == tuple(statements):
            return Changes()
        return self._act("synthesis.edit", [reviewing.synthesis_write(synthesis, statements)])

    def judge(
        self, case_study_id: str, subtopic_id: str, *, verdict: str | None = None, note: str | None = None
    ) -> Changes:
        """Say how the agencies of a case study compare in a sub-topic, why, or both; empty text takes it back."""
        known = self.read.verdicts(case_study_id).get(subtopic_id)
        values = {name: text for name, text in (("verdict", verdict), ("note", note)) if text is not None}
        return self._act("verdict.set", reviewing.verdict_writes(known, case_study_id, subtopic_id, values))

    def send_back(self, interview_id: str, subtopic_id: str, words: str) -> Changes:
        """Ask for another look at a cell, saying why in a comment; `new_id` is the comment's id."""
        cell = self.read.cell(interview_id, subtopic_id)
        comment = self._new_comment("cell", cell.id, words)
        remark = commenting.comment_writes(self.read, comment, self._entropy)
        state = charting.cell_writes(cell, None, CellState.SENT_BACK)
        return replace(self._act("cell.send_back", [*state, *remark]), new_id=remark[0].entity)

    def accept(self, places: Iterable[tuple[str, str]]) -> Changes:
        """Call cells, given as (interview id, sub-topic id), read and accepted; those without words or reason stay."""
        cells = [self.read.cell(*place) for place in dict.fromkeys(places)]
        writes = [
            write
            for cell in cells
            if cell.content
            for write in charting.cell_writes(cell, None, CellState.REVIEWED, self.read.revision_ids(cell.subtopic_id))
        ]
        return self._act("cell.accept" if len(writes) == 1 else "cells.accept", writes)

    def set_deviant(self, interview_id: str, subtopic_id: str, is_deviant: bool) -> Changes:
        """Keep a cell in view as deviant, or the only one of its kind, or no longer."""
        cell = self.read.cell(interview_id, subtopic_id)
        if cell.is_deviant == is_deviant:
            return Changes()
        return self._act("cell.deviant", [cell_assignment(interview_id, subtopic_id, {"is_deviant": is_deviant})])

    def settle(self, places: Iterable[tuple[str, str]]) -> Changes:
        """Say of stale cells, given as (interview id, sub-topic id), that they fit their sub-topic as it is now."""
        cells = [self.read.cell(*place) for place in dict.fromkeys(places)]
        return self._act("cells.settle", charting.settling_writes(self.read, cells))

    # -- comments

    def comment(self, subject_type: str, subject_id: str, text: str, reply_to: str | None = None) -> Changes:
        """Remark on a record of any type, or reply to a remark on it; `new_id` is the comment's id.

        A cell can be remarked on before anybody has written in it.
        """
        comment = self._new_comment(subject_type, subject_id, text, reply_to)
        writes = commenting.comment_writes(self.read, comment, self._entropy)
        return replace(self._act("comment.add", writes), new_id=writes[0].entity)

    def _new_comment(self, subject_type: str, subject_id: str, text: str, reply_to: str | None = None) -> Comment:
        return Comment(
            id="",
            subject_id=subject_id,
            subject_type=subject_type,
            text=text,
            analyst_id=self.analyst_id,
            written_at=commenting.written_at(self._clock),
            reply_to=reply_to,
        )

    def resolve_comment(self, comment_id: str, is_resolved: bool) -> Changes:
        """Settle a remark with its replies, or open it again."""
        comment = self._existing(Comment, comment_id)
        writes = commenting.resolution_writes(self.read, comment, is_resolved=is_resolved)
        return self._act("comment.resolve" if is_resolved else "comment.reopen", writes)

    def _existing(self, record_type: type[R], record_id: str) -> R:
        record = self.read.get(record_type, record_id)
        if record is None:
            raise RefusedError("It is no longer there: it has been deleted. Nothing was changed.")
        return record


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
    initials = "".join(word[0] for word in analyst_name.split()).upper()
    analyst = records.creation_of(
        Reader(file.connection), Analyst, {"name": analyst_name, "initials": initials}, entropy
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
