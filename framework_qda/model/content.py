"""What stands inside a cell and inside an extract: statements and anchors."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypeAlias

from framework_qda.model.fields import FieldKind, FieldSpec


class StatementKind(StrEnum):
    """Whose words a statement holds."""

    SUMMARY = "summary"
    OWN_WORDS = "own_words"
    NOTE = "note"
    """The analyst's own note: interpretation, kept visibly apart."""


class CellState(StrEnum):
    """How far a cell is charted, or why it is empty."""

    NOT_CHARTED = "not_charted"
    IN_PROGRESS = "in_progress"
    CHARTED = "charted"
    REVIEWED = "reviewed"
    NOT_ASKED = "not_asked"
    NOTHING_SAID = "nothing_said"
    NOT_APPLICABLE = "not_applicable"
    UNCLEAR = "unclear"

    @property
    def is_reason(self) -> bool:
        """Whether the state says why the cell stays empty."""
        return self in EMPTY_REASONS


EMPTY_REASONS = (
    CellState.NOT_ASKED,
    CellState.NOTHING_SAID,
    CellState.NOT_APPLICABLE,
    CellState.UNCLEAR,
)


class ExtractStage(StrEnum):
    """How far an extract has come on its way into print."""

    MARKED = "marked"
    TRANSCRIBED = "transcribed"
    VERIFIED = "verified"
    CLEARED = "cleared"
    USED = "used"


@dataclass(frozen=True, slots=True)
class Statement:
    """One point charted in a cell, with the ids of the extracts that it rests on."""

    id: str
    kind: str
    text: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of one paragraph, found again by its words and their surroundings.

    `start` and `end` count Python code points in the paragraph's text; `before` and `after` hold up to 64
    code points on either side.
    """

    paragraph_id: str
    start: int
    end: int
    exact: str
    before: str = ""
    after: str = ""


Content: TypeAlias = Annotated[tuple[Statement, ...], FieldSpec(FieldKind.VALUE, is_json=True)]
Anchors: TypeAlias = Annotated[tuple[Anchor, ...], FieldSpec(FieldKind.VALUE, is_json=True)]
