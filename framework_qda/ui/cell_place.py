"""A cell as desks and widgets name it to each other."""

from typing import NamedTuple


class CellPlace(NamedTuple):
    """A cell by its row and column."""

    interview_id: str
    subtopic_id: str
