"""The actions of charting: cells, their states, and the passages that statements rest on."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from framework_qda.model import Anchor, Changes, Extract, Statement
from framework_qda.project import charting
from framework_qda.project.session import ProjectSession


class ChartingActions(ProjectSession):
    """What `Project` can do to cells and extracts."""

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

    def restore(
        self,
        interview_id: str,
        subtopic_id: str,
        statements: Sequence[Statement],
        state: str,
        state_entry: str = "",
    ) -> Changes:
        """Write a cell as it stood once; `state_entry` is the entry of the history that gave it its state then.

        Who restores a cell that another has accepted does not accept it.
        """
        cell = self.read.cell(interview_id, subtopic_id)
        writes = charting.cell_writes(cell, statements, state, self.read.revision_ids(subtopic_id))
        writes = [
            replace(write, instead={"state": state_entry}) if state_entry and "state" in write.values else write
            for write in writes
        ]
        evidence = charting.evidence_writes(self._file.connection, self.read, cell, statements)
        return self._act("cell.restore", [*writes, *evidence] if writes else [])

    def set_state(self, interview_id: str, subtopic_id: str, state: str) -> Changes:
        """Say how far a cell is charted, or why it is empty: RefusedError where its words, or none, say otherwise."""
        cell = self.read.cell(interview_id, subtopic_id)
        charting.refuse_state(self.read, [cell], state)
        writes = charting.cell_writes(cell, None, state, self.read.revision_ids(subtopic_id))
        return self._act("cell.state", writes)

    def set_states(self, places: Iterable[tuple[str, str]], state: str) -> Changes:
        """Give many cells, as (interview id, sub-topic id), one state in one action; those that have it stay."""
        cells = [self.read.cell(*place) for place in dict.fromkeys(places)]
        charting.refuse_state(self.read, cells, state)
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
        """Take a passage away from a statement; an extract without another use and star goes with it.

        A statement without words that rests on nothing more goes too.
        """
        cell = self.read.cell(interview_id, subtopic_id)
        content = charting.without_evidence(cell.content, statement_id, extract_id)
        writes = charting.cell_writes(cell, content, None, self.read.revision_ids(subtopic_id))
        evidence = charting.evidence_writes(self._file.connection, self.read, cell, content)
        return self._act("extract.unlink", [*writes, *evidence] if writes else [])

    def star(self, extract_id: str, is_starred: bool) -> Changes:
        """Mark an extract for quotation, or no longer."""
        extract = self._existing(Extract, extract_id)
        if extract.is_starred == is_starred:
            return Changes()
        return self._act("extract.star", [charting.star_write(extract, is_starred=is_starred)])
