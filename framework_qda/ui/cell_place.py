"""What an editor writes, as desks and widgets name it to each other: a cell, or a synthesis."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framework_qda.model import Changes, Statement
    from framework_qda.project import Project, Reader
    from framework_qda.project.drafts import Draft


class CellPlace(NamedTuple):
    """A cell by its row and column."""

    interview_id: str
    subtopic_id: str

    def write(self, project: Project, statements: Sequence[Statement], state: str | None = None) -> Changes:
        """Write statements into the cell, and a state if one is given."""
        return project.chart(*self, statements, state)

    def stored(self, reader: Reader) -> tuple[Statement, ...]:
        """Return the statements that stand in the cell."""
        return reader.cell(*self).content


class SynthesisPlace(NamedTuple):
    """What is concluded of a case study or a sub-topic, by the type of its subject and by its subject."""

    subject_type: str
    subject_id: str

    def write(self, project: Project, statements: Sequence[Statement], state: str | None = None) -> Changes:
        """Write the statements of the synthesis, which has no state."""
        return project.conclude(*self, statements)

    def stored(self, reader: Reader) -> tuple[Statement, ...]:
        """Return the statements of the synthesis."""
        return reader.synthesis(*self).content


WritingPlace: TypeAlias = CellPlace | SynthesisPlace


def place_of(draft: Draft) -> WritingPlace:
    """Return where a draft was typed."""
    if draft.is_synthesis:
        return SynthesisPlace(draft.interview_id, draft.subtopic_id)
    return CellPlace(draft.interview_id, draft.subtopic_id)
