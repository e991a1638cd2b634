"""How the matrices of a project are shown, as a plain value that this machine can remember."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Self

ROW_LINES = (0, 2, 4, 8)
"""The choices of row height in lines; 0 is by content."""


@dataclass(frozen=True, slots=True)
class ViewState:
    """How matrices are shown: nothing in it changes the project."""

    row_lines: int = 0

    def to_text(self) -> str:
        """Write the state for `from_text()`."""
        return json.dumps({"row_lines": self.row_lines})

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read what `to_text()` wrote; what is not understood is as in a new project."""
        try:
            found = json.loads(text)
        except ValueError:
            return cls()
        if not isinstance(found, dict):
            return cls()
        return cls(row_lines=_one_of(found.get("row_lines"), ROW_LINES))


def _one_of(value: object, known: tuple[int, ...]) -> int:
    return value if isinstance(value, int) and value in known else known[0]
