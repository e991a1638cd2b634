"""The versions that a cell has had: what stood in it after each action, by whom and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework_qda.matrix.analysts import NOBODY_KNOWN, AnalystMark, analyst_marks
from framework_qda.model import CellState
from framework_qda.ui.words import time_words

if TYPE_CHECKING:
    from framework_qda.model import Statement
    from framework_qda.project import Project


@dataclass(frozen=True, slots=True)
class CellVersion:
    """What a cell held after one action. `number` counts from 1, the oldest."""

    number: int
    who: AnalystMark
    when: str
    what: str
    content: tuple[Statement, ...]
    state: str
    state_entry: str = ""
    """The entry that gave it its state, or an empty text."""


def read_versions(project: Project, cell_id: str) -> tuple[CellVersion, ...]:
    """Return the versions of a cell, the oldest first."""
    marks = analyst_marks(project.read)
    content: tuple[Statement, ...] = ()
    state, state_entry = str(CellState.NOT_CHARTED), ""
    made: list[CellVersion] = []
    for entry in reversed(project.history(cell_id)):
        if not {"content", "state"} & set(entry.values):
            continue
        content = tuple(entry.values.get("content", content))
        if "state" in entry.values:
            state, state_entry = str(entry.values["state"]), entry.id
        who = marks.get(entry.action.analyst_id, NOBODY_KNOWN)
        when, what = time_words(entry.action.made_at), project.describe(entry.action)
        made.append(CellVersion(len(made) + 1, who, when, what, content, state, state_entry))
    return tuple(made)
