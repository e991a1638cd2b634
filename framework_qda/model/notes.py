"""Interview notes as they come out of a file, before they are in the project."""

from dataclasses import dataclass, field


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
