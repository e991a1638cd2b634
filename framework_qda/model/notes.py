"""Interview notes as they come out of a file, before they are in the project."""

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class NotesParagraph:
    """One paragraph of notes: who spoke, where in the recording (integer ms), what was noted."""

    text: str
    speaker: str = ""
    start_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes read from one file, with what the reader must be told about the reading."""

    file_name: str
    file_sha256: str
    paragraphs: tuple[NotesParagraph, ...]
    title: str = ""
    kind: str = "notes"
    warnings: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class NewInterview:
    """An interview that is made for notes: its code, and the label of its case study, empty for none.

    A case study of that label is made too where there is none. What is equal is one interview.
    """

    code: str
    case_study: str = ""


Assigned: TypeAlias = tuple[str | NewInterview, Notes]
"""Notes with where they go: the id of an interview, or one that is made for them."""
