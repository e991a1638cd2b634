"""What others changed since somebody last looked, as a line of what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.matrix.board import Spot, Todo
from framework_qda.ui.review.looked import Looked

if TYPE_CHECKING:
    from framework_qda.project import Project
    from framework_qda.ui.settings import Settings

CHANGED = "changed"


def changed_todo(project: Project, settings: Settings | None) -> tuple[Todo, ...]:
    """Return the line, or nothing where there is nothing to look at; it leads to the Review desk."""
    spots = tuple(Spot(*item.place) for item in Looked(project, settings).items())
    noun = "cell" if len(spots) == 1 else "cells"
    return (Todo(CHANGED, f"{noun} changed since you last looked", spots, len(spots)),) if spots else ()
