"""Where somebody was: what this machine remembers of the cell and the notes that an analyst last had open."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from framework_qda.model import Cell

if TYPE_CHECKING:
    from framework_qda.project import Project
    from framework_qda.ui.settings import Settings

LAST_CELL = "last_cell"


class LastPlace(NamedTuple):
    """A cell, and the paragraph that stood on top of the notes."""

    interview_id: str
    subtopic_id: str
    document_id: str = ""
    paragraph_id: str = ""


def remember_place(settings: Settings | None, project: Project, place: LastPlace) -> None:
    """Remember where the analyst of a project is."""
    if settings is not None:
        settings.remember(project.project_id, _name(project), json.dumps(place._asdict()))


def remembered_place(settings: Settings | None, project: Project) -> LastPlace | None:
    """Return where the analyst of a project was, which may be gone by now; `None` for one who was nowhere."""
    text = settings.remembered(project.project_id, _name(project)) if settings is not None else ""
    try:
        found = json.loads(text) if text else None
        known = {name: str(found[name]) for name in LastPlace._fields if name in found} if found else None
        return LastPlace(**known) if known else None
    except (ValueError, KeyError, TypeError):
        return None


def last_written(project: Project) -> tuple[str, str] | None:
    """Return the cell that the analyst of a project wrote last, on whichever machine."""
    cell = project.read.get(Cell, project.overview.last_cell_of(project.analyst_id))
    return (cell.interview_id, cell.subtopic_id) if cell is not None else None


def _name(project: Project) -> str:
    return f"{LAST_CELL}/{project.analyst_id}"
