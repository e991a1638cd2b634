"""The actions of reading and reviewing: syntheses, verdicts, sending back and accepting, comments."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from framework_qda.model import CellState, Changes, Comment, Statement
from framework_qda.project import charting, commenting, reviewing
from framework_qda.project.session import ProjectSession
from framework_qda.project.writes import cell_assignment


class ReviewingActions(ProjectSession):
    """What `Project` can do to what is concluded and said of the charting."""

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

    def send_back_all(self, places: Iterable[tuple[str, str]], words: str) -> Changes:
        """Ask for another look at several cells, given as (interview id, sub-topic id), each with the same comment."""
        writes = []
        for place in dict.fromkeys(places):
            cell = self.read.cell(*place)
            writes += charting.cell_writes(cell, None, CellState.SENT_BACK)
            writes += commenting.comment_writes(self.read, self._new_comment("cell", cell.id, words), self._entropy)
        return self._act("cells.send_back", writes)

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

    def comment(
        self, subject_type: str, subject_id: str, text: str, reply_to: str | None = None, statement_id: str = ""
    ) -> Changes:
        """Remark on a record of any type, or reply to a remark on it; `new_id` is the comment's id.

        A cell can be remarked on before anybody has written in it; `statement_id` is one of its statements.
        """
        comment = replace(self._new_comment(subject_type, subject_id, text, reply_to), statement_id=statement_id)
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

    def resolve_comments(self, comment_ids: Iterable[str]) -> Changes:
        """Settle several remarks with their replies as one step."""
        remarks = [self._existing(Comment, comment_id) for comment_id in comment_ids]
        writes = [
            write for remark in remarks for write in commenting.resolution_writes(self.read, remark, is_resolved=True)
        ]
        return self._act("comment.resolve", writes)

    def edit_comment(self, comment_id: str, text: str) -> Changes:
        """Write one's own remark or reply anew. Raise RefusedError where it is somebody else's or without words."""
        comment = self._existing(Comment, comment_id)
        return self._act("comment.change", commenting.edit_writes(comment, text, self.analyst_id))

    def comment_edited_at(self, comment_id: str) -> str:
        """Return when the words of a remark were last changed (ISO 8601 UTC); empty while they are those of before."""
        written = [entry for entry in self.history(comment_id) if "text" in entry.values]
        if len(written) < 2 or written[0].values["text"] == written[-1].values["text"]:
            return ""
        return written[0].action.made_at

    def delete_comment(self, comment_id: str) -> Changes:
        """Take one's own remark or reply away. Raise RefusedError where it, or a reply to it, is somebody else's."""
        comment = self._existing(Comment, comment_id)
        return self._act("comment.delete", commenting.deletion_writes(self.read, comment, self.analyst_id))
