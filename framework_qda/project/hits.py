"""What a search looks for and finds, as plain values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from framework_qda.errors import FrameworkError
from framework_qda.text.query import Node


class HitKind(StrEnum):
    """Where words were found; results come in this order."""

    NAME = "name"
    """What something is called, and how it is described: a theme, a sub-topic, an area, an interview ..."""
    CELL = "cell"
    SYNTHESIS = "synthesis"
    """A synopsis or a conclusion, the note of a verdict, the reason of a revision."""
    EXTRACT = "extract"
    COMMENT = "comment"
    NOTES = "notes"


class Hit(NamedTuple):
    """One text in which words were found.

    `n` tells it from the others of its kind. `target_type` and `target_id` name the record to show. `within` is the
    sub-topic of a cell and the document of a paragraph; `number` the place of a statement in its cell, of a paragraph
    in its document, of an extract in the recording (ms). `detail` is the kind of a statement, the speaker of a
    paragraph. The first line of a name is the name itself.
    """

    kind: HitKind
    n: int
    text: str
    target_type: str
    target_id: str
    interview_id: str = ""
    within: str = ""
    number: int = 0
    detail: str = ""
    start_ms: int | None = None
    comment_id: str = ""
    """The comment itself, whose target is what it is about."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for; an empty filter lets everything through.

    The analyst is the one who last wrote what was found.
    """

    node: Node
    case_study_id: str = ""
    theme_id: str = ""
    analyst_id: str = ""

    @property
    def filters(self) -> dict[str, str]:
        """Return the filters as a query's parameters."""
        return {"case_study": self.case_study_id, "theme": self.theme_id, "analyst": self.analyst_id}


class SearchStoppedError(FrameworkError):
    """Somebody wants something else by now."""
