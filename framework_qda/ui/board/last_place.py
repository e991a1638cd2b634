"""Where somebody was: the cell that this machine remembers, else the one that the journal says they wrote last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework_qda.ui.last_place import last_written, remembered_place

if TYPE_CHECKING:
    from framework_qda.matrix.board import BoardMap, Place
    from framework_qda.project import Project
    from framework_qda.ui.settings import Settings


def last_place(project: Project, settings: Settings | None, board: BoardMap) -> Place | None:
    """Return the cell to go on with, or `None` for somebody who has not been anywhere yet."""
    rows = {row.interview_id for row in board.rows}
    columns = {column.subtopic_id for column in board.columns}
    remembered = remembered_place(settings, project)
    for place in (remembered[:2] if remembered else None, last_written(project)):
        if place is not None and place[0] in rows and place[1] in columns:
            return place
    return None
