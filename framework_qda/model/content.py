"""What stands inside a cell, an extract and a quotation: statements, anchors and segments."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

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
    SENT_BACK = "sent_back"
    """A reviewer asks for another look; a comment says why."""
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


class PairVerdict(StrEnum):
    """How what the two agencies of a case study say of a sub-topic compares."""

    AGREE = "agree"
    DIFFER = "differ"
    ONE_SILENT = "one_silent"
    NO_PARTNER = "no_partner"


class RevisionKind(StrEnum):
    """What was done to a sub-topic, so that its cells must be looked at again."""

    REDEFINED = "redefined"
    SPLIT = "split"
    MERGED = "merged"


class ExtractStage(StrEnum):
    """How far an extract has come on its way into print."""

    MARKED = "marked"
    TRANSCRIBED = "transcribed"
    VERIFIED = "verified"
    CLEARED = "cleared"
    USED = "used"


class QuotationStage(StrEnum):
    """How far a quotation has come on its way into print."""

    EDITED = "edited"
    CLEARED = "cleared"
    """Nothing in its words or its attribution tells who spoke: somebody has looked."""
    USED = "used"


class SegmentKind(StrEnum):
    """What a segment of a quotation is: the speaker's words, or what an editor did to them."""

    WORDS = "words"
    OMISSION = "omission"
    INSERTION = "insertion"


class Omission(StrEnum):
    """What an omission leaves out, as its text shows it in print."""

    WITHIN = "..."
    """Words of one sentence."""
    BETWEEN = "...."
    """The end of a sentence or whole sentences."""


class InsertionPurpose(StrEnum):
    """Why an editor wrote words of their own, in [square brackets], into a quotation."""

    PRONOUN = "pronoun"
    """Names what a pronoun means."""
    CONTEXT = "context"
    """Adds what the question, or what was said before, makes clear."""
    REPLACEMENT = "replacement"
    """Stands for other words."""
    GRAMMAR = "grammar"
    """Mends a form; it joins the words beside it without a space of its own, so that a letter can be replaced."""
    ANONYMISING = "anonymising"
    """Stands for a name, a place or a role; what it stands for never leaves the project in print."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is noted of a statement beside its words.

    `tags` are ids of tags. A statement that is `to_rehome` waits to be moved to a better column. `weight` is a
    synthesis's word for how many say so ("most"), counted by `weight_unit`, the type name of what was counted;
    `weight_rows` are the ids of the interviews behind it.
    """

    tags: tuple[str, ...] = ()
    to_rehome: bool = False
    weight: str = ""
    weight_unit: str = ""
    weight_rows: tuple[str, ...] = ()

    def united(self, other: "Marks") -> "Marks":
        """Return the marks of two statements that become one; the first's weight stands."""
        return replace(
            self if self.weight else replace(other, tags=self.tags),
            tags=tuple(dict.fromkeys((*self.tags, *other.tags))),
            to_rehome=self.to_rehome or other.to_rehome,
        )


def read_marks(values: Mapping[str, Any]) -> Marks:
    """Make marks of what `dataclasses.asdict` made of them, be it after a way through JSON."""
    known: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    return Marks(**known)


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True)
class Statement:
    """One point charted in a cell, with the ids of the extracts that it rests on; or one point of a synthesis.

    In a synthesis, `evidence` holds ids of cells or of statements in cells.
    """

    id: str
    kind: str
    text: str
    evidence: tuple[str, ...] = ()
    marks: Marks = NO_MARKS


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


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a quotation.

    `text` is, of words, a verbatim part of the extract `extract_id`; of an omission, an `Omission`; of an
    insertion, what stands in the brackets, without them. `purpose` and `original`, the words that it replaces,
    are those of an insertion.
    """

    kind: str
    text: str
    extract_id: str = ""
    purpose: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class WeightWord:
    """A word for how many say something, from a share on (`least`, per cent); or the word for a single one."""

    word: str
    least: int = 0
    is_single: bool = False


WEIGHT_SCALE = (WeightWord("all", 100), WeightWord("most", 60), WeightWord("some"), WeightWord("one", is_single=True))
"""The words that a new study begins with."""

WeightScale: TypeAlias = Annotated[tuple[WeightWord, ...], FieldSpec(FieldKind.VALUE, is_json=True)]
Content: TypeAlias = Annotated[tuple[Statement, ...], FieldSpec(FieldKind.VALUE, is_json=True)]
Anchors: TypeAlias = Annotated[tuple[Anchor, ...], FieldSpec(FieldKind.VALUE, is_json=True)]
Segments: TypeAlias = Annotated[tuple[Segment, ...], FieldSpec(FieldKind.VALUE, is_json=True)]
