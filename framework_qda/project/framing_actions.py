"""The actions on the framework: moving, splitting and merging sub-topics with what is charted under them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from framework_qda.model import Changes, Marks, Revision, RevisionKind, Subtopic
from framework_qda.project import framing
from framework_qda.project.commenting import written_at
from framework_qda.project.records import changes_of
from framework_qda.project.session import ProjectSession


class FramingActions(ProjectSession):
    """What `Project` can do to sub-topics together with their cells."""

    def place_subtopic(self, subtopic_id: str, theme_id: str, *, after: str | None) -> Changes:
        """Put a sub-topic with its content behind another one of a theme, or first there; its cells go with it."""
        subtopic = self._existing(Subtopic, subtopic_id)
        writes = framing.placing_writes(self.read, subtopic, theme_id, after, self._entropy)
        return self._act("subtopic.place", writes)

    def set_widths(self, widths: Mapping[str, int | None]) -> Changes:
        """Give columns their widths in pixels at 100 %, `None` to leave them to the program: sub-topic id -> width."""
        writes = [
            write
            for subtopic_id, width in widths.items()
            for write in changes_of(self._existing(Subtopic, subtopic_id), {"width": width})
        ]
        return self._act("subtopic.width" if len(writes) == 1 else "subtopics.widths", writes)

    def note_revision(self, subtopic_id: str, reason: str, kind: str = RevisionKind.REDEFINED) -> Changes:
        """Say that a sub-topic has changed, so that what was charted before must be looked at again.

        `new_id` is the id of the revision. Cells that are begun later are charted under it.
        """
        self._existing(Subtopic, subtopic_id)
        revision = self._revision(subtopic_id, kind, reason)
        write = framing.revision_write(self.read, revision, self._entropy)
        return replace(self._act("subtopic.revise", [write]), new_id=write.entity)

    def split_subtopic(
        self,
        subtopic_id: str,
        label: str,
        definition: str = "",
        statements: Mapping[str, Collection[str]] | None = None,
    ) -> Changes:
        """Make a second sub-topic behind one and move statements there; `new_id` is its id.

        `statements` maps interview ids to the ids of the statements that go. Both columns are then to be looked at.
        """
        subtopic = self._existing(Subtopic, subtopic_id)
        writes = framing.split_writes(self.read, subtopic, label, definition, statements or {}, self._entropy)
        number = writes[0].entity
        for each in (subtopic_id, number):
            reason = f"Split: {subtopic.label} and {label}"
            writes.append(
                framing.revision_write(self.read, self._revision(each, RevisionKind.SPLIT, reason), self._entropy)
            )
        return replace(self._act("subtopic.split", writes), new_id=number)

    def merge_subtopics(self, source_id: str, target_id: str, definition: str | None = None) -> Changes:
        """Put everything charted under one sub-topic behind what stands in another, row by row, and delete it.

        `definition` is the new one of the sub-topic that stays. Its column is then to be looked at.
        """
        source, target = self._existing(Subtopic, source_id), self._existing(Subtopic, target_id)
        writes = framing.merge_writes(self.read, source, target, definition, self._entropy)
        reason = f"Merged with {source.label}"
        revision = self._revision(target_id, RevisionKind.MERGED, reason)
        return self._act("subtopic.merge", [*writes, framing.revision_write(self.read, revision, self._entropy)])

    def move_statements(
        self,
        interview_id: str,
        source_id: str,
        target_id: str,
        statement_ids: Sequence[str],
        *,
        place: int | None = None,
    ) -> Changes:
        """Move statements of a cell, with what they rest on, into another column of the same row.

        They come to stand at a `place` among the statements there, or behind the last.
        """
        writes = framing.moving_writes(self.read, interview_id, (source_id, target_id), statement_ids, place)
        return self._act("statements.move", writes)

    def mark_statement(self, interview_id: str, subtopic_id: str, statement_id: str, marks: Marks) -> Changes:
        """Give a statement other tags, or mark it to be moved to a better column."""
        return self._act(
            "statement.mark", framing.marking_writes(self.read, interview_id, subtopic_id, {statement_id: marks})
        )

    def mark_statements(self, interview_id: str, subtopic_id: str, marks: Mapping[str, Marks]) -> Changes:
        """Give several statements of a cell other marks, by their ids, as one action."""
        return self._act("statement.mark", framing.marking_writes(self.read, interview_id, subtopic_id, marks))

    def _revision(self, subtopic_id: str, kind: str, reason: str) -> Revision:
        return Revision(
            id="",
            subtopic_id=subtopic_id,
            kind=kind,
            reason=reason,
            analyst_id=self.analyst_id,
            written_at=written_at(self._clock),
        )
