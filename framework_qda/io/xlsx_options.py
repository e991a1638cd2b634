"""What a person chooses about an export of matrices."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class MatrixExportOptions:
    """What an export of matrices shows. `made_on` is the date on the first sheet, today if `None`.

    `is_public` puts neutral labels in the place of areas, interview codes and roles; the kind of organisation
    stays. `filter_words` says which rows are shown, as `describe_filter()` puts it. Tags stand behind their statement.
    """

    has_notes: bool = True
    has_references: bool = True
    is_public: bool = False
    paper: Literal["A3", "A4"] = "A3"
    made_on: date | None = None
    filter_words: str = ""
    has_tags: bool = True
